package tui

import (
	"testing"

	"minutebook/agenda"
)

// TestLiveDrawsTheWindowOnly counts what is drawn and held of a long meeting.
func TestLiveDrawsTheWindowOnly(t *testing.T) {
	r, body := longMeeting(t, 2000, 500)
	var err error
	for i := range 200 {
		if r, _, err = r.AddAfter(r.Open.Items[1].Entries[i*10].ID, agenda.Entry{Kind: agenda.Note, Text: "own words"}); err != nil {
			t.Fatal(err)
		}
	}
	a, l := liveApp(t, newTestBook(t), agenda.Snapshot{Record: r, Revision: "1"}, body, 80, 24)
	a.frame()
	if n := len(l.minute.blocks); n > a.height {
		t.Errorf("%d entries drawn for %d rows", n, a.height)
	}
	if n := l.outline.shown; n > a.height {
		t.Errorf("%d items drawn for %d rows", n, a.height)
	}
	drive(t, a, "alt+h")
	for range 1000 {
		drive(t, a, "pgup")
		a.frame()
		if n := len(l.minute.blocks); n > keepBlocks+a.height {
			t.Fatalf("%d drawn entries held", n)
		}
		if n := len(l.minute.owners); n > a.height {
			t.Fatalf("%d rows for %d", n, a.height)
		}
	}
	if l.chosen.none() || l.minute.bottom > 20 {
		t.Errorf("1,000 pages up the minute ends with entry %d", l.minute.bottom)
	}
	was := l.sight.picks
	if a.frame(); len(was) == 0 || len(l.sight.picks) != len(was) {
		t.Errorf("%d places with notes, then %d", len(was), len(l.sight.picks))
	}
}
