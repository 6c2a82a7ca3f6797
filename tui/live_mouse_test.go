package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// clickOn clicks the first cell of words on the screen.
func clickOn(t *testing.T, a *app, words string) {
	t.Helper()
	for y, row := range strings.Split(plainFrame(a), "\n") {
		if before, _, ok := strings.Cut(row, words); ok && y < a.height {
			send(t, a, tea.MouseClickMsg{X: cells(before), Y: y, Button: tea.MouseLeft})
			return
		}
	}
	t.Fatalf("no %q in\n%s", words, plainFrame(a))
}

func TestLiveClicks(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {160, 45}} {
		a, l := openMeeting(t, northmoor, size[0], size[1])
		drive(t, a, minuted...)
		open := l.s.meeting().Current()
		for range 2 {
			clickOn(t, a, "Harbour dues")
			if it, _ := l.s.meeting().Item(l.look); it == nil || it.Number != "6" || l.s.meeting().Current() != open {
				t.Errorf("%v: looks at %+v", size, it)
			}
		}
		drive(t, a, "esc")
		clickOn(t, a, "residents should be told")
		if _, e, ok := l.s.meeting().Find(l.chosen.id); !ok || e.Kind != agenda.Comment {
			t.Errorf("%v: chose %+v", size, e)
		}
		drive(t, a, "esc", "abcdef")
		clickOn(t, a, "cdef")
		if drive(t, a, "X"); !strings.HasSuffix(l.comp.Text(), "abXcdef") {
			t.Errorf("%v: typed %q", size, l.comp.Text())
		}
	}
}

func TestLiveWheel(t *testing.T) {
	r, body := longMeeting(t, 200, 60)
	a, l := liveApp(t, newTestBook(t), agenda.Snapshot{Record: r, Revision: "1"}, body, 80, 24)
	wheel := func(x, y int, b tea.MouseButton) {
		for range 5 {
			a.update(tea.MouseWheelMsg{X: x, Y: y, Button: b})
			a.frame()
		}
	}
	before := plainFrame(a)
	wheel(40, 8, tea.MouseWheelUp)
	if frame := plainFrame(a); strings.Contains(frame, "year 198") || !l.chosen.none() {
		t.Errorf("the minute did not move:\n%s", frame)
	}
	wheel(40, 8, tea.MouseWheelDown)
	if plainFrame(a) != before {
		t.Error("the minute did not come back")
	}
	wheel(4, 8, tea.MouseWheelDown)
	if frame := plainFrame(a); strings.Contains(frame, "▸") || !strings.Contains(frame, " 20 Subject") {
		t.Errorf("the agenda did not move:\n%s", frame)
	}
	clickOn(t, a, "20 Subject")
	if it, _ := l.s.meeting().Item(l.look); it == nil || it.Number != "20" {
		t.Errorf("looks at %+v", it)
	}
}
