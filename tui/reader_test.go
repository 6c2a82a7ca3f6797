package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/store"
)

// reading is the reader of the meeting that the export screen is tested on.
func reading(t *testing.T, w, h int, keys ...string) (*app, *reader) {
	t.Helper()
	a, _ := exporting(t, exportedMeeting, w, h, "esc", "ctrl+l")
	r, ok := a.top().(*reader)
	if !ok {
		t.Fatalf("ctrl+l led to %T", a.top())
	}
	pressDrawing(t, a, keys...)
	return a, r
}

// pressDrawing presses keys and draws a frame before each, as a terminal does.
func pressDrawing(t *testing.T, a *app, keys ...string) {
	t.Helper()
	a.frame()
	for _, k := range keys {
		drive(t, a, k)
		a.frame()
	}
}

func TestReaderFullCopy(t *testing.T) {
	sizes(t, func(t *testing.T, w, h int) {
		a, r := reading(t, w, h)
		if all := fmt.Sprintf("%+v %+v", r.m, r.doc); strings.Contains(all, canary) {
			t.Error("a reader of the public copy holds a note")
		}
		pressDrawing(t, a, "tab")
		golden(t, a, "reader-full")
		if all := fmt.Sprintf("%+v", r.doc); !strings.Contains(all, canary) {
			t.Error("the full copy has no notes")
		}
		pressDrawing(t, a, "end", "tab")
		if content, _, _ := a.frame(); strings.Contains(content, canary) || strings.Contains(content, "PRIVATE") {
			t.Errorf("a note stayed on the screen:\n%s", plainFrame(a))
		}
		if all := fmt.Sprintf("%+v %+v %+v", r.doc, r.text, r.rows); strings.Contains(all, canary) {
			t.Error("the reader kept a note")
		}
	})
}

// TestReaderFullCopyComesToNobody asks for the full copy and leaves before it
// is there.
func TestReaderFullCopyComesToNobody(t *testing.T) {
	a, r := reading(t, 80, 24)
	late := a.update(keyPresses("tab")[0])
	drive(t, a, "f1")
	run(t, a, late)
	drive(t, a, "esc")
	if content, _, _ := a.frame(); r.full || strings.Contains(content, canary) {
		t.Error("closed text came on the screen unasked")
	}
}

func TestReaderMoves(t *testing.T) {
	a, r := reading(t, 40, 10, "end")
	if got := plainFrame(a); !strings.Contains(got, "Chair …") || !strings.Contains(got, "100 %") {
		t.Errorf("end leads to\n%s", got)
	}
	pressDrawing(t, a, "home")
	if r.top != 0 {
		t.Errorf("home leads to row %d", r.top)
	}
	send(t, a, tea.MouseWheelMsg{Button: tea.MouseWheelDown, X: 5, Y: 5})
	if r.top != 3 {
		t.Errorf("the wheel leads to row %d", r.top)
	}
	pressDrawing(t, a, "ctrl+f", "the")
	if len(r.hits) < 3 || r.hit != 0 {
		t.Fatalf("hits %v, at %d", r.hits, r.hit)
	}
	for y := range a.height - frameRows {
		send(t, a, tea.MouseClickMsg{Button: tea.MouseLeft, X: 3, Y: y + frameRows - 1})
	}
	if r.hit == 0 {
		t.Error("a click chooses no hit")
	}
}

func TestReaderStartsAtAnEntry(t *testing.T) {
	for _, tt := range []struct{ words, first string }{
		{"bring the June report", "Action: Harbour Master to bring the June report"},
		{"That the programme be approved.", "RESOLVED – (1) That the programme be approved."},
		{"the contractor had allowed", "What effect would the winter tides"},
		{"The Committee thanked", "The Committee thanked the outgoing"},
	} {
		a, r := reading(t, 120, 14)
		for _, it := range r.m.Items {
			for _, e := range it.Entries {
				if strings.HasPrefix(spokenOf(e), tt.words) {
					r.startAt(e.ID)
				}
			}
		}
		if r.start == 0 {
			t.Fatalf("no entry %q", tt.words)
		}
		r.wide = 0
		if got := plainFrame(a); !strings.Contains(got, tt.first) {
			t.Errorf("at %q the reader shows\n%s", tt.words, got)
		}
	}
	a, r := reading(t, 80, 24)
	r.startAt(agenda.ID(9999))
	r.wide = 0
	if a.frame(); r.top != 0 {
		t.Error("an entry that is gone moves the page")
	}
}

// TestTablesAreWhole sets long cells and many columns: every word of them is on
// the screen, in the minute and in the reader.
func TestTablesAreWhole(t *testing.T) {
	long := "the inner basin and all of the approach channel as far as the second buoy, Donaudampfschifffahrt"
	table := &agenda.Table{Rows: [][]string{{"Year", "Tonnes of silt", "Note"}, {"2024", "1,200", long}, {"2025", "990", ""}}}
	many := &agenda.Table{Rows: [][]string{nil, nil}}
	for i := range 30 {
		many.Rows[0] = append(many.Rows[0], fmt.Sprintf("head%d", i))
		many.Rows[1] = append(many.Rows[1], fmt.Sprintf("cell%d", i))
	}
	a := newApp(Options{Store: store.Memory()})
	for _, width := range []int{24, 38, 49, 76} {
		for _, tb := range []*agenda.Table{table, many} {
			rows := drawTable(drawing{st: &a.st}, tb, width)
			var seen, want []rune
			for _, r := range rows {
				if n := visible(r); n > width {
					t.Errorf("at %d: %d cells: %q", width, n, bare(r))
				}
				seen = append(seen, []rune(bare(r))...)
			}
			for _, r := range tb.Rows {
				want = append(want, []rune(strings.Join(r, ""))...)
			}
			if sorted(seen) != sorted(want) {
				t.Errorf("at %d something was lost or added:\n%s", width, strings.Join(rows, "\n"))
			}
		}
	}
}

// sorted is the characters of a text in order, without blanks.
func sorted(text []rune) string {
	slices.Sort(text)
	return strings.Join(strings.Fields(string(text)), "")
}
