package exports

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
)

// printing is a public copy in Markdown.
var printing = Copy{Format: Formats[0]}

// TestLeftOutIsComplete counts: every closed entry is in the list, whatever was
// struck or moved, and nothing of its words is.
func TestLeftOutIsComplete(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		t := startTwins(rt)
		steps := []func(){t.line, t.line, t.note, t.note, t.note, t.secret, t.secret, t.strike, t.move, t.take}
		for range rapid.IntRange(1, 30).Draw(rt, "steps") {
			rapid.SampledFrom(steps).Draw(rt, "step")()
		}
		want, got := 0, 0
		for _, c := range t.noted.Closed.Items {
			want += len(c.Entries)
		}
		for _, o := range LeftOut(printing, agenda.Body{}, t.noted) {
			n := 0
			if _, err := fmt.Sscanf(o.Words, "%d clerk", &n); err == nil {
				got += n
			} else if _, err := fmt.Sscanf(o.Words, "%d entr", &n); err == nil {
				got += n
			}
			if strings.Contains(o.Item+o.Words, "rent") || strings.Contains(o.Item+o.Words, "chair") || strings.Contains(o.Item+o.Words, "elsewhere") {
				rt.Fatalf("%v gives a note away", o)
			}
		}
		if got != want {
			rt.Fatalf("%d notes are listed, %d are closed", got, want)
		}
		if len(LeftOut(printing, agenda.Body{}, t.plain)) > 0 && !hasSpeakers(t.plain) && len(t.plain.Closed.Items) == 0 {
			rt.Fatal("something is listed where nothing is left out")
		}
	})
}

func hasSpeakers(r agenda.Record) bool {
	for _, it := range r.Open.Items {
		if speakers(it) > 0 {
			return true
		}
	}
	return false
}

func TestLeftOut(t *testing.T) {
	t.Parallel()
	m := sample()
	m.Items[1].Entries[1].Speaker = agenda.Who{ID: pike}
	m.Items[1].Entries[2].Speaker = agenda.Who{Words: "the Harbour Master"}
	note := func(n agenda.ID) *agenda.ClosedEntry {
		return &agenda.ClosedEntry{Entry: agenda.Entry{ID: n.AsClosed(), Kind: agenda.Note, Text: "canary"}}
	}
	r := agenda.Record{Open: m, Closed: agenda.Closed{Items: map[agenda.ID]*agenda.ClosedItem{
		m.Items[0].ID: {Entries: []*agenda.ClosedEntry{note(1)}},
		m.Items[1].ID: {Entries: []*agenda.ClosedEntry{note(2), note(3)}},
		m.Items[3].ID: {Entries: []*agenda.ClosedEntry{note(4)}},
		9999:          {Entries: []*agenda.ClosedEntry{note(5)}},
	}}}
	json, _ := FormatNamed("json")
	shownNames := printing
	shownNames.Names = agenda.NamesShown
	for _, tt := range []struct {
		c    Copy
		want string
	}{
		{printing, "[{item 4 2 clerk’s notes} {item 4 who spoke, in 2 entries} {Vote of thanks 1 clerk’s note} {meeting 2 clerk’s notes}]"},
		{shownNames, "[{item 4 2 clerk’s notes} {Vote of thanks 1 clerk’s note} {meeting 2 clerk’s notes}]"},
		{Copy{Format: Formats[0], Full: true}, "[{item 4 2 clerk’s notes} {Vote of thanks 1 clerk’s note} {meeting 2 clerk’s notes}]"},
		{Copy{Format: json}, "[{item 4 2 clerk’s notes} {Vote of thanks 1 clerk’s note} {meeting 2 clerk’s notes}]"},
	} {
		if got := fmt.Sprint(LeftOut(tt.c, harbour, r)); got != tt.want {
			t.Errorf("%s, names %q: got %s", tt.c.Format.Name, tt.c.Names, got)
		}
	}
}

func TestFitName(t *testing.T) {
	t.Parallel()
	full := printing
	full.Full = true
	for _, tt := range []struct {
		c           Copy
		typed, want string
	}{
		{printing, "minutes", "minutes.md"}, {printing, " Minutes of March (2).MD ", "Minutes of March (2).MD"}, {printing, "Rát-2026", "Rát-2026.md"},
		{printing, "minutes.notes", "minutes.notes.md"}, {full, "minutes-full.md", "minutes-full.md"}, {full, "minutes.md", ""}, {full, "-full", ""},
		{printing, "", ""}, {printing, "../../x", ""}, {printing, `C:\x`, ""}, {printing, "CON", ""}, {printing, "com1.md", ""}, {printing, "a/b", ""},
		{printing, "a\x00b", ""}, {printing, strings.Repeat("a", 300), ""}, {printing, "-rf", ""}, {printing, ".hidden", ""}, {printing, "a\u202eb", ""},
		{printing, "a:b", ""}, {printing, "\xff", ""}, {printing, "a\nb", ""},
	} {
		got, err := tt.c.FitName(tt.typed)
		var own *agenda.Error
		if got != tt.want || (tt.want == "") != errors.As(err, &own) {
			t.Errorf("%q: got %q, %v", tt.typed, got, err)
		}
	}
	if got := full.FileName(harbour, sample()); got != "nhc-2026-03-12-minutes-full.md" {
		t.Errorf("a full copy is proposed as %q", got)
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	for _, f := range Formats {
		text := func(m agenda.Meeting, draft int) []byte {
			var b strings.Builder
			if err := f.Public(&b, harbour, m, agenda.Life{Draft: draft}); err != nil {
				t.Fatal(err)
			}
			return []byte(b.String())
		}
		first, other := sample(), sample()
		first.Key, other.Key, other.Start = "m1", "m2", "2026-03-12T20:30"
		draft := 2
		if f.Name == "notes" {
			draft = 0 // the notation has no word for it
		}
		changed := append(text(first, 2), "\n"...)
		for _, tt := range []struct {
			there []byte
			want  Standing
			draft int
		}{
			{nil, Nothing, 0}, {text(first, 3), Same, 0}, {changed, Earlier, draft}, {text(other, 2), Other, 0}, {[]byte("Dear Harbour Master,"), Stranger, 0}, {[]byte{}, Earlier, 0},
		} {
			path := filepath.Join(t.TempDir(), "minutes."+f.Ext)
			if tt.there != nil {
				if err := os.WriteFile(path, tt.there, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			got, err := Find(path, text(first, 3))
			if err != nil || got.Standing != tt.want || got.Draft != tt.draft {
				t.Errorf("%s, %.30q: got %v, draft %d (%v), want %v, draft %d", f.Name, tt.there, got.Standing, got.Draft, err, tt.want, tt.draft)
			}
		}
	}
	dir := t.TempDir()
	for _, path := range []string{dir, filepath.Join(dir, "none", "x.md")} {
		if _, err := Find(path, nil); err == nil {
			t.Errorf("%s can be written", path)
		}
	}
}
