package tui

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// focused is the row with the pointer.
func focused(a *app) string {
	for _, r := range strings.Split(plainFrame(a), "\n") {
		if strings.Contains(r, glyphOpen) {
			return r
		}
	}
	return ""
}

func TestHomeFrames(t *testing.T) {
	sizes(t, func(t *testing.T, w, h int) {
		a := newTestApp(t, ledger(t), w, h)
		golden(t, a, "home-full")
		drive(t, a, "tab", "down")
		golden(t, a, "home-todo")
		drive(t, a, "tab")
		golden(t, a, "home-bodies")
	})
}

func TestToDoLeadsThere(t *testing.T) {
	a := newTestApp(t, ledger(t), 120, 40)
	drive(t, a, "tab", "enter")
	if s, ok := a.top().(*actions); !ok || s.list.filterName() != "overdue" {
		t.Fatalf("overdue actions lead to %T", a.top())
	}
	drive(t, a, "esc", "esc")
	if got := focused(a); !strings.Contains(got, "overdue") {
		t.Errorf("esc leads to %q", got)
	}
	drive(t, a, "down", "enter")
	if got := focused(a); !strings.Contains(got, "Wed 25 Feb") {
		t.Errorf("drafts lead to %q", got)
	}
}

func TestHomeFocusesTheMeetingJustLeft(t *testing.T) {
	a := newTestApp(t, newTestBook(t), 80, 24)
	drive(t, a, "9 Apr", "enter")
	if _, ok := a.top().(*live); !ok {
		t.Fatalf("in %T", a.top())
	}
	drive(t, a, "esc")
	if got := focused(a); !strings.Contains(got, " 9 Apr") {
		t.Errorf("home focuses %q", got)
	}
}

func TestWhatIsToday(t *testing.T) {
	book := newTestBook(t)
	b, err := book.Body(context.Background(), "nhc")
	if err != nil {
		t.Fatal(err)
	}
	keep(t, book, b, "tomorrow", "2026-03-13T18:00", 1, true, "")
	keep(t, book, b, "shut", "2026-03-12T09:00", 2, true, "2026-03-12T10:15")
	keep(t, book, b, "forgotten", "2025-12-11T18:00", 2, true, "")
	a := newTestApp(t, book, 80, 40)
	for row, want := range map[string]string{"Fri 13 Mar": "1 entry", "Ordinary · 18:00": "47 min", "Thu 11 Dec": "not closed"} {
		for _, r := range strings.Split(plainFrame(a), "\n") {
			if strings.Contains(r, row) && !strings.Contains(r, want) {
				t.Errorf("%q does not say %q", r, want)
			}
		}
	}
	got := plainFrame(a)
	if at := strings.Index(got, "Coming"); at < 0 || strings.Index(got, "Fri 13 Mar") < at || !strings.Contains(got, "closed 10:15") {
		t.Errorf("got\n%s", got)
	}
}

func TestHomeReachesTheOldest(t *testing.T) {
	a := newTestApp(t, century(t), 80, 24)
	for range 300 {
		a.frame()
		drive(t, a, "pgdn")
		if h := a.top().(*home); h.row().meeting == nil {
			t.Fatalf("past the meetings with more to come: %q", focused(a))
		}
		if strings.Contains(focused(a), "1928") {
			break
		}
	}
	if got := focused(a); !strings.Contains(got, "1928") && !strings.Contains(got, "1927") {
		t.Errorf("home ends at %q", got)
	}
	a = newTestApp(t, century(t), 80, 24)
	drive(t, a, "1950")
	if got := plainFrame(a); !strings.Contains(got, "Dec 1950") {
		t.Errorf("an old meeting is not found:\n%s", got)
	}
}

func TestClickingHome(t *testing.T) {
	a := newTestApp(t, newTestBook(t), 120, 40)
	for y, row := range strings.Split(plainFrame(a), "\n") {
		if at := strings.Index(row, "Wexholme"); at > 0 && strings.Contains(row, "WSG") {
			send(t, a, tea.MouseClickMsg{X: 95, Y: y, Button: tea.MouseLeft})
			break
		}
	}
	if r := a.top().(*home).row(); r.body == nil || r.body.Key != "wsg" {
		t.Errorf("the click focused %q", focused(a))
	}
	send(t, a, tea.MouseWheelMsg{X: 5, Y: 5, Button: tea.MouseWheelUp})
	if r := a.top().(*home).row(); r.body == nil || r.body.Key != "nhc" {
		t.Errorf("the wheel led to %q", focused(a))
	}
}

func TestWaiting(t *testing.T) {
	got := agenda.WaitingOf([]agenda.Summary{
		{Key: "bare", Start: "2026-04-01"},
		{Key: "new", Body: "a", Start: "2026-03-01", Closed: "2026-03-01", Entries: 2},
		{Key: "open", Body: "a", Start: "2026-02-20", Entries: 2},
		{Key: "unused", Body: "a", Start: "2026-02-10", Items: 4},
		{Key: "old", Body: "a", Start: "2026-02-01", Closed: "2026-02-01", Entries: 2},
	}, "2026-03-12")
	if len(got.Bare) != 1 || len(got.Drafts) != 1 || got.Drafts[0] != "new" || len(got.Unclosed) != 1 || got.Unclosed[0] != "open" {
		t.Errorf("%+v", got)
	}
}
