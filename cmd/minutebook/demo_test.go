package main

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
	"minutebook/agenda/notes"
)

// evening is when the example is opened in these tests.
var evening = time.Date(2026, 4, 14, 19, 17, 30, 0, time.UTC)

// TestExampleRoundTrips reads every file without a warning, and every meeting
// of them back from the notes it is written as.
func TestExampleRoundTrips(t *testing.T) {
	names, err := fs.Glob(exampleNotes, "example/*.notes")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := exampleNotes.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := notes.Parse(name, fillIn(string(text), evening.Add(-underWay)))
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range file.Warnings {
			t.Error(w.Error())
		}
		for _, m := range file.Meetings {
			var out bytes.Buffer
			if err := notes.Write(&out, m.Body, m.Record, agenda.Life{Draft: m.Draft}); err != nil {
				t.Fatal(err)
			}
			again, err := notes.Parse("again", out.String())
			if err != nil {
				t.Fatalf("%s\n%s", err, out.String())
			}
			want, got := agendatest.Renumber(m.Record), agendatest.Renumber(again.Meetings[0].Record)
			if !reflect.DeepEqual(want, got) {
				t.Errorf("%s on %s is read back otherwise:\n%s", m.Body.Name, m.Record.Open.Start, out.String())
			}
		}
	}
}

// TestExampleShowsEverything walks the example for each thing that a newcomer
// should meet in it.
func TestExampleShowsEverything(t *testing.T) {
	o := openOffice(t)
	today := evening.Format(time.DateOnly)
	for what, shown := range exampleOffice(o) {
		if !shown {
			t.Errorf("no office with %s", what)
		}
	}
	for what, shown := range exampleMinutes(o, today) {
		if !shown {
			t.Errorf("no minutes with %s", what)
		}
	}
	for what, shown := range exampleToday(o) {
		if !shown {
			t.Errorf("today's meeting is without %s", what)
		}
	}
}

func exampleOffice(o office) map[string]bool {
	renderings, cadences := map[agenda.Rendering]bool{}, map[string]bool{}
	for _, b := range o.bodies {
		renderings[b.Style.Rendering], cadences[b.Cadence] = true, true
	}
	coming, bare := false, false
	for _, r := range o.records {
		if m := r.Open; m.Start > agenda.At(evening) {
			titled := slices.ContainsFunc(m.Items, (*agenda.Item).Titled)
			coming, bare = coming || titled, bare || !titled
		}
	}
	return map[string]bool{
		"three bodies, each rendering and cadence its own": len(o.bodies) == 3 && len(renderings) == 3 && len(cadences) == 3,
		"a year of meetings":                len(o.records) >= 20,
		"a meeting to come with its agenda": coming,
		"a meeting to come without":         bare,
		"phrases with fields": slices.ContainsFunc(o.bodies, func(b agenda.Body) bool {
			return slices.ContainsFunc(b.Phrases, func(p agenda.Phrase) bool { return strings.Contains(p.Text, "‹") })
		}),
		"a seat that an office holds": o.seat(func(s agenda.Seat) bool { return s.Office != "" && s.Name == "" }),
		"a former member":             o.seat(func(s agenda.Seat) bool { return s.To != "" && s.To < evening.Format(time.DateOnly) }),
		"a new member":                o.seat(func(s agenda.Seat) bool { return s.From != "" }),
		"a standing item with a lead": o.standing(func(s agenda.Standing) bool { return s.Lead != "" }),
		"one each second meeting":     o.standing(func(s agenda.Standing) bool { return s.Every == 2 }),
		"one each year":               o.standing(func(s agenda.Standing) bool { return s.Yearly }),
		"one with a recommendation":   o.standing(func(s agenda.Standing) bool { return len(s.Recommends) > 0 }),
		"one with a wording":          o.standing(func(s agenda.Standing) bool { return s.Wording != "" }),
		"a name with a particle":      o.seat(func(s agenda.Seat) bool { return strings.Contains(s.Name, " van der ") }),
		"a name in Chinese":           o.seat(func(s agenda.Seat) bool { return strings.ContainsFunc(s.Name, inScript(unicode.Han)) }),
		"a name in Cyrillic":          o.seat(func(s agenda.Seat) bool { return strings.ContainsFunc(s.Name, inScript(unicode.Cyrillic)) }),
		"a name with an accent":       o.seat(func(s agenda.Seat) bool { return strings.ContainsAny(s.Name, "éëâÓ") }),
		"two of one surname": slices.ContainsFunc(o.bodies, func(b agenda.Body) bool {
			n := 0
			for _, s := range b.Seats {
				if strings.HasSuffix(s.Name, " Hadley") {
					n++
				}
			}
			return n > 1
		}),
	}
}

func inScript(s *unicode.RangeTable) func(rune) bool {
	return func(r rune) bool { return unicode.Is(s, r) }
}

func exampleMinutes(o office, today string) map[string]bool {
	shown := map[string]bool{
		"a table with a caption":        o.entry(func(e *agenda.Entry) bool { return e.Table != nil && e.Table.Caption != "" }),
		"a wide table":                  o.entry(func(e *agenda.Entry) bool { return e.Table != nil && len(e.Table.Rows[0]) > 5 }),
		"a named asker":                 o.entry(func(e *agenda.Entry) bool { return e.Kind == agenda.Question && e.Speaker.ID != 0 }),
		"words of somebody on no roll":  o.entry(func(e *agenda.Entry) bool { return e.Speaker.Words != "" }),
		"a verb of the clerk's own":     o.entry(func(e *agenda.Entry) bool { return e.Kind == agenda.Response && len(e.Verb) > 1 }),
		"words exactly as typed":        o.entry(func(e *agenda.Entry) bool { return e.Verb == agenda.AsTyped }),
		"points below points":           o.entry(func(e *agenda.Entry) bool { return slices.ContainsFunc(e.Points, hasPoints) }),
		"parts below parts below parts": o.resolution(func(r *agenda.Resolution) bool { return slices.ContainsFunc(r.Parts, hasDeepPoints) }),
		"a mover and a seconder":        o.resolution(func(r *agenda.Resolution) bool { return r.By != nil && r.By.Movers != nil && r.By.Seconders != nil }),
		"figures with one unknown": o.resolution(func(r *agenda.Resolution) bool {
			return r.By != nil && r.By.Vote != nil && slices.ContainsFunc(r.By.Vote.Tallies, func(t agenda.Tally) bool { return t.Count == "" })
		}),
		"NOTED in place of RESOLVED": o.entry(func(e *agenda.Entry) bool { return e.Kind == agenda.Resolved && e.Verb == "noted" }),
		"an action done":             o.action(func(a *agenda.Action) bool { return a.State == "done" }),
		"an action overdue":          o.action(func(a *agenda.Action) bool { return a.State == "" && a.Due != "" && a.Due < today }),
		"an action still to come":    o.action(func(a *agenda.Action) bool { return a.State == "" && a.Due > today }),
		"an action of two":           o.action(func(a *agenda.Action) bool { return len(a.Owners) > 1 }),
		"an action due in words":     o.action(func(a *agenda.Action) bool { return strings.Contains(a.Due, "Meeting") }),
		"a deferred item":            o.item(func(it *agenda.Item) bool { return strings.HasPrefix(it.Outcome.Words, "deferred") }),
		"a withdrawn item":           o.item(func(it *agenda.Item) bool { return it.Outcome.Words == "withdrawn" }),
		"a rendering of its own":     o.item(func(it *agenda.Item) bool { return it.Rendering != "" }),
		"an item below an item":      o.item(func(it *agenda.Item) bool { return it.Level == 2 }),
		"words between two items":    o.item(func(it *agenda.Item) bool { return it.Kind == agenda.KindInterlude && len(it.Entries) > 1 }),
		"a paper that asks":          o.item(func(it *agenda.Item) bool { return it.Paper != nil && len(it.Paper.Asks) > 0 }),
		"a paper with lead, sponsor and contact": o.item(func(it *agenda.Item) bool {
			return it.Paper != nil && it.Paper.Sponsors != nil && it.Paper.Leads != nil
		}) &&
			o.item(func(it *agenda.Item) bool { return it.Paper != nil && it.Paper.Contacts != nil }),
		"a wording on offer":         o.item(func(it *agenda.Item) bool { return it.Wording != "" }),
		"a resolution with a number": o.entry(func(e *agenda.Entry) bool { return e.Resolution != nil && e.Number != "" }),
		"a long title":               o.item(func(it *agenda.Item) bool { return utf8.RuneCountInString(it.Title) > 120 }),
		"an annual meeting":          o.some(func(m agenda.Meeting) bool { return m.Kind == "Annual" }),
		"an extraordinary meeting":   o.some(func(m agenda.Meeting) bool { return m.Kind == "Extraordinary" }),
		"the public in words":        o.some(func(m agenda.Meeting) bool { return strings.Contains(m.Public, "class") }),
		"a quorum as stated":         o.some(func(m agenda.Meeting) bool { return m.Quorum != "" }),
		"a clerk's note":             slices.ContainsFunc(o.records, func(r agenda.Record) bool { return len(r.Closed.Items) > 0 }),
		"£":                          o.text("£"),
		"an en dash":                 o.item(func(it *agenda.Item) bool { return strings.Contains(it.Title, "–") }),
	}
	maps.Copy(shown, exampleKinds(o))
	maps.Copy(shown, exampleMotions(o))
	maps.Copy(shown, exampleDecisions(o))
	maps.Copy(shown, examplePrivate(o))
	return shown
}

func hasPoints(p agenda.Point) bool { return len(p.Points) > 0 }

func hasDeepPoints(p agenda.Point) bool { return slices.ContainsFunc(p.Points, hasPoints) }

// exampleToday looks at the meeting under way: item 4 of 10 is open, and a
// motion in it is undecided.
func exampleToday(o office) map[string]bool {
	m := o.today
	open, _ := m.Item(m.Current())
	items, pending := 0, 0
	for _, it := range m.Items {
		if it.Titled() {
			items++
			if len(it.Entries) == 0 && it.Paper != nil {
				pending++
			}
		}
	}
	before := o.some(func(old agenda.Meeting) bool {
		return old.Body == m.Body && old.Start < m.Start && slices.ContainsFunc(old.Items, func(it *agenda.Item) bool {
			return it.Title == open.Title && len(it.Entries) > 0
		})
	})
	ahead := slices.ContainsFunc(m.Items, func(it *agenda.Item) bool { return it.Exempt != nil && it.Exempt.Whole && len(it.Entries) == 0 })
	late := slices.ContainsFunc(open.Entries, func(e *agenda.Entry) bool { return e.Event != nil && e.Event.What == agenda.Arrived })
	return map[string]bool{
		"ten items":                       items == 10,
		"the fourth of them open":         open.Number == "4" && len(open.Entries) > 5,
		"two recommendations before it":   open.Paper != nil && len(open.Paper.Recommends) == 2,
		"what was said of it last time":   before,
		"papers before those still to do": pending >= 3,
		"somebody late":                   late,
		"private business ahead":          ahead,
		"one motion that is undecided":    len(open.Undecided()) == 1,
	}
}

// BenchmarkExample is what opening the example costs.
func BenchmarkExample(b *testing.B) {
	for b.Loop() {
		if _, err := example(context.Background(), evening); err != nil {
			b.Fatal(err)
		}
	}
}
