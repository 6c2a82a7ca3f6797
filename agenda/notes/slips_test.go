package notes_test

import (
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// What stands under a resolution is the resolution's, in any order.
func TestThanksUnderAResolution(t *testing.T) {
	for _, text := range []string{"! three\n/thanks: to all\n/by Lunt", "! three\n/by Lunt\n/thanks to all"} {
		r, item := typed(t, text)
		it, _ := r.Open.Item(item)
		if n := len(it.Entries); n != 1 || it.Entries[0].Resolution.Thanks != "to all" || it.Entries[0].Resolution.By == nil {
			t.Errorf("%q: %s", text, saidIn(r, item))
		}
	}
	r, item := typed(t, "! three\n/thanks : to all")
	it, _ := r.Open.Item(item)
	if len(it.Entries) != 2 || it.Entries[1].Event == nil || it.Entries[1].Text != "to all" {
		t.Fatalf("a vote of thanks by itself: %s", saidIn(r, item))
	}
	if text := notes.Text(r.Open, *it.Entries[1]); text != "/thanks : to all" {
		t.Errorf("written %q", text)
	}
}

// A number by itself is the minute that is corrected, and all else a meeting.
func TestCorrectMinuteOrMeeting(t *testing.T) {
	for ref, want := range map[string]agenda.Correction{
		"4": {Minute: "4"}, "4b": {Minute: "4b"}, "267/19": {Minute: "267/19"}, "4.1": {Minute: "4.1"}, "4 of": {Minute: "4"},
		"of 4": {Meeting: "4"}, "12 February": {Meeting: "12 February"}, "2026-02-12": {Meeting: "2026-02-12"}, "12/2/2026": {Meeting: "12/2/2026"},
		"NHC/2026-02-12": {Meeting: "NHC/2026-02-12"}, "March": {Meeting: "March"}, "4 of March": {Minute: "4", Meeting: "March"},
	} {
		r, item := typed(t, "/correct "+ref+": a name")
		it, _ := r.Open.Item(item)
		e := it.Last()
		if e.Correction.Minute != want.Minute || e.Correction.Meeting != want.Meeting {
			t.Errorf("%s: %+v", ref, e.Correction)
		}
		r, item = typed(t, notes.Text(r.Open, *e))
		it, _ = r.Open.Item(item)
		if again := it.Last(); again.Correction.Minute != want.Minute || again.Correction.Meeting != want.Meeting {
			t.Errorf("%s read back: %+v", ref, again.Correction)
		}
	}
}

// A semicolon behind /exempt is a slip, and no part of the ground.
func TestExemptSemicolon(t *testing.T) {
	for text, want := range map[string]string{"/exempt; 3": "3", "/exempt ; 3: terms": "3", `/exempt \; 3`: "; 3", "/exempt 3; 4": "3; 4"} {
		r, item := typed(t, text)
		it, _ := r.Open.Item(item)
		if it.Exempt == nil || it.Exempt.Ground != want {
			t.Errorf("%s: %+v", text, it.Exempt)
		}
	}
}

// A substantive motion is kept where no motion is known, live and in a file.
func TestSubstantiveOfNoMotion(t *testing.T) {
	r, item := typed(t)
	_, done, err := notes.Apply(r, item, "/substantive : That it be.", "")
	f, inFile := notes.Parse("x", "body: A\nmeeting: Ordinary, 2026-03-12\n== 1 T\n/substantive : That it be.\n")
	if err != nil || inFile != nil || len(done.Warnings) != 1 || len(f.Warnings) != 1 || done.Warnings[0].Words() != f.Warnings[0].Words() {
		t.Errorf("%v %v %v %v", err, inFile, done.Warnings, f.Warnings)
	}
}

// A number that calls no item is kept as typed, with a warning.
func TestItemOnNoAgenda(t *testing.T) {
	for text, warnings := range map[string]int{
		"/taken 99 before 1": 1, "/taken 1 before 99": 1, "/together 1, 99": 1, "/interest Lunt on 99: a berth; left": 1,
		"! x\n/items 99": 1, `/taken "99"`: 0,
	} {
		f, err := notes.Parse("x", "body: A\nmeeting: Ordinary, 2026-03-12\npresent: Jo Lunt\n== 1 T\n"+text+"\n")
		if err != nil || len(f.Warnings) != warnings {
			t.Errorf("%s: %v %v", text, err, f.Warnings)
		}
	}
}
