package tui

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

// dredging is a resolution of two parts in item 4, as keys.
var dredging = []string{"/take 4", "enter",
	"! That the dredging programme for 2026 to 2028 be approved, subject to the approach channel remaining open to the lifeboat at every state of the tide.", "enter",
	"That the Harbour Master report progress to the Committee in June and in September 2026.", "enter", "enter"}

func TestReadBackFrames(t *testing.T) {
	sizes(t, func(t *testing.T, width, height int) {
		a, _ := openMeeting(t, northmoor, width, height)
		drive(t, a, append(append([]string(nil), dredging...), "f5")...)
		golden(t, a, "readback")
		drive(t, a, "pgdown")
		golden(t, a, "readback-more")
		a, _, _ = openVote(t, 7, width, height, "f5")
		golden(t, a, "readback-motion")
	})
}

// TestReadBackIsWhole pages through long words and wants every one of them.
func TestReadBackIsWhole(t *testing.T) {
	sizes(t, func(t *testing.T, width, height int) {
		a, l := openMeeting(t, council(7), width, height)
		words := strings.Repeat("alpha beta gamma ", 60) + "omega"
		moveMotion(t, a, l, words, agenda.MainMotion, 0)
		drive(t, a, "f5")
		var read []string
		for range 40 {
			r := a.top().(*readBack)
			rows := strings.Split(plainFrame(a), "\n")
			for _, row := range rows[2 : len(rows)-3] {
				for _, w := range strings.Fields(row) {
					if strings.Contains("alpha beta gamma omega", w) {
						read = append(read, w)
					}
				}
			}
			if r.top+r.page >= r.rows {
				break
			}
			drive(t, a, "pgdown")
		}
		if got := strings.Join(read, " "); got != words {
			t.Errorf("read %d words of %d", len(read), len(strings.Fields(words)))
		}
	})
}

func TestReadBackLeadsOn(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "f5")
	if a.top() != screen(l) || !strings.Contains(a.message, "nothing to read back") {
		t.Errorf("at %T, said %q", a.top(), a.message)
	}
	drive(t, a, append(append([]string(nil), dredging...), "f5", "enter")...)
	if a.top() != screen(l) || a.message != "agreed as read" {
		t.Errorf("at %T, said %q", a.top(), a.message)
	}
	drive(t, a, "f5", "tab")
	if !strings.HasPrefix(l.comp.Text(), "! That the dredging programme") || l.editing.none() {
		t.Errorf("the composer holds %q", l.comp.Text())
	}
	drive(t, a, "esc", "esc", "! That the second be so.", "enter", "alt+up", "f5")
	if r := a.top().(*readBack); r.entry.ID != l.chosen.id {
		t.Errorf("reads %d, chosen is %d", r.entry.ID, l.chosen.id)
	}
}

// TestResolutionGoesRound presses ctrl+r until the first words are there again.
func TestResolutionGoesRound(t *testing.T) {
	source := strings.Replace(council(7), "recommends: ", "recommends: That the report be received.\nrecommends: ", 1)
	a, l := openMeeting(t, source, 80, 24)
	motion := moveMotion(t, a, l, budget, agenda.MainMotion, 0)
	drive(t, a, "f4", "enter", "ctrl+u", "ctrl+r")
	recommended := "! That the report be received.\n! That the budget be approved."
	for i, want := range []string{"! " + budget, recommended, "! " + budget} {
		if got := l.comp.Text(); got != want {
			t.Errorf("press %d: %q, want %q", i+1, got, want)
		}
		drive(t, a, "ctrl+r")
	}
	if l.comp.Text() != recommended {
		t.Fatalf("the composer holds %q", l.comp.Text())
	}
	drive(t, a, "enter")
	if e := l.s.meeting().Items[1].Last(); e.Resolution == nil || e.On != 0 {
		t.Errorf("words of the paper hang on a motion: %+v", e)
	}
	drive(t, a, "ctrl+r", "ctrl+u", "A sentence.", "enter", "ctrl+r", "enter")
	it := l.s.meeting().Items[1]
	if e := it.Last(); e.Resolution == nil || e.On != motion || len(e.Resolution.Parts) != 1 {
		t.Errorf("kept %+v", e)
	}
	drive(t, a, "my own words", "ctrl+r")
	if l.comp.words.Text() != "my own words" {
		t.Errorf("the composer holds %q", l.comp.Text())
	}
}
