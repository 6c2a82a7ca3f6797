package agenda

import "testing"

func TestSitting(t *testing.T) {
	adjourned := func(to Clock) *Entry { return &Entry{Kind: Happening, Event: &Event{What: Adjourned, To: to}} }
	resumed := func(at Clock) *Entry { return &Entry{Kind: Happening, At: at, Event: &Event{What: Resumed}} }
	for _, c := range []struct {
		name    string
		entries []*Entry
		want    string
	}{
		{"never adjourned", nil, "2026-03-12"},
		{"for ten minutes", []*Entry{adjourned("2026-03-12T19:10")}, "2026-03-12"},
		{"nobody knows until when", []*Entry{adjourned("")}, "2026-03-12"},
		{"to another day", []*Entry{adjourned("2026-03-19T18:00")}, "2026-03-19"},
		{"and went on a day later still", []*Entry{adjourned("2026-03-19T18:00"), resumed("2026-03-20T18:00")}, "2026-03-20"},
		{"and went on nobody knows when", []*Entry{adjourned("2026-03-19T18:00"), resumed("")}, "2026-03-19"},
	} {
		m := Meeting{Start: "2026-03-12T18:00", Items: []*Item{{ID: 1, Title: "Dues", Entries: c.entries}}}
		if got := m.Sitting(); got != c.want {
			t.Errorf("%s: it sits on %q, want %q", c.name, got, c.want)
		}
	}
}

// A substitute most likely sits in somebody's place, before the first item and
// after, until they do.
func TestSubstituteSubstitutesFirst(t *testing.T) {
	p := Attendee{ID: 3, Name: "Jo Lunt", Roles: []string{"Substitute"}, Voting: true}
	for _, m := range []Meeting{{}, {Taken: []Span{{Item: 1}}}} {
		if got := m.Happenings(p, Place{}, false); got[0].What != Substitutes || len(got) < 5 {
			t.Errorf("begun %v: %v", m.Begun(), got)
		}
		seen := map[string]int{}
		for _, ev := range m.Happenings(p, Place{}, false) {
			seen[ev.What+ev.How]++
		}
		if seen[Substitutes] != 1 {
			t.Errorf("substitutes stands %d times", seen[Substitutes])
		}
		if got := m.Happenings(p, Place{What: Substitutes, For: 2}, false); got[0].What == Substitutes {
			t.Errorf("who sits for somebody already is offered it first: %v", got)
		}
	}
}
