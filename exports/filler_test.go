package exports

import (
	"reflect"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// filler puts a text of its own into every field of a value that can hold one,
// and remembers which fields those were.
type filler struct {
	*rapid.T
	seen  map[string]bool // "Motion.Class"
	texts int
}

// programs are the fields whose words the program reads. What it does with any
// other word is tried too, now and then.
var programs = map[string][]string{
	"Item.Kind":      {"", agenda.KindApologies, agenda.KindInterests, agenda.KindMinutes, agenda.KindArising, agenda.KindActions, agenda.KindNext},
	"Outcome.Words":  {"", "withdrawn", "fell", "lost to m1", "deferred"},
	"Ballot.Choice":  append([]string{""}, agenda.Choices...),
	"Vote.Method":    {"", "all", "unanimous", "without objection", "ballot", "weighted", "equal"},
	"Vote.Result":    {"", "carried", "lost"},
	"Event.How":      {"", "interest"},
	"Election.How":   {"", "unopposed", "declined", "co-opted"},
	"Action.State":   {"", "done"},
	"Action.Due":     {"", "2026-06-11", "NHC/2026-06-11"},
	"Entry.Verb":     {"", agenda.AsTyped, "noted"},
	"Attendee.Title": {"", "Cllr", "Dr"},
	"Attendee.Roles": {"Chair", "Clerk", "remote", "from 2026"},
	"Table.Rows":     {"", "4", "1,250.50", "£19m", "–"},
	"Tally.Choice":   {"for", "against", "abstained"},
	"Exempt.Ground":  {"", "3", "1, 3"},
}

// kept are the fields that everyKind sets: they say what an entry is.
var kept = map[string]bool{"Motion.Class": true, "Election.What": true, "Event.What": true}

func (f *filler) fill(v reflect.Value, at string, depth int) {
	switch v.Kind() {
	case reflect.String:
		f.seen[at] = true
		f.word(v, at)
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(f.T, at))
	case reflect.Int:
		v.SetInt(int64(rapid.IntRange(0, 4).Draw(f.T, at)))
	case reflect.Uint32:
		v.SetUint(uint64(rapid.IntRange(0, 12).Draw(f.T, at)))
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name, depth)
		}
	case reflect.Slice:
		f.list(v, at, depth)
	case reflect.Pointer:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		f.fill(v.Elem(), at, depth)
	}
}

func (f *filler) list(v reflect.Value, at string, depth int) {
	if v.Type().Elem() == reflect.TypeFor[agenda.Point]() {
		if depth++; depth > 3 {
			return
		}
	}
	n := rapid.IntRange(0, 2).Draw(f.T, at)
	v.Set(reflect.MakeSlice(v.Type(), n, n))
	for i := range n {
		f.fill(v.Index(i), at, depth)
	}
}

// word is what stands in one field: nothing now and then, most often a hostile
// text, where a line is usual one of several paragraphs too.
func (f *filler) word(v reflect.Value, at string) {
	switch v.Interface().(type) {
	case agenda.Kind, agenda.Key, agenda.Naming, agenda.Rendering:
		return // set by who calls
	}
	if kept[at] || rapid.IntRange(0, 4).Draw(f.T, "silent") == 0 {
		return
	}
	if _, ok := v.Interface().(agenda.Clock); ok && rapid.IntRange(0, 3).Draw(f.T, "day") > 0 {
		v.SetString(rapid.SampledFrom([]string{"2026-03-12", "2026-03-12T18:25", "2026-02-30"}).Draw(f.T, "clock"))
		return
	}
	if known := programs[at]; known != nil && rapid.Bool().Draw(f.T, "known") {
		v.SetString(rapid.SampledFrom(known).Draw(f.T, at))
		return
	}
	f.texts++
	if rapid.IntRange(0, 2).Draw(f.T, "paragraphs") == 0 {
		v.SetString(agendatest.Text().Draw(f.T, at))
		return
	}
	v.SetString(agendatest.Line().Draw(f.T, at))
}

// entry fills in an entry of a kind.
func (f *filler) entry(e agenda.Entry, id agenda.ID) *agenda.Entry {
	v := reflect.ValueOf(&e).Elem()
	for i := range v.NumField() {
		field := v.Field(i)
		switch {
		case field.Kind() == reflect.Pointer && field.IsNil():
		case field.Kind() == reflect.Pointer:
			f.fill(field.Elem(), "", 0)
		default:
			f.fill(field, "Entry."+v.Type().Field(i).Name, 0)
		}
	}
	e.ID = id
	return &e
}

// record is a meeting of a body with an entry of every kind in one of its items,
// some in private, printed in a house style or another.
func (f *filler) record() (agenda.Body, agenda.Record, agenda.Life) {
	var b agenda.Body
	var r agenda.Record
	var life agenda.Life
	for _, v := range []any{&b, &r.Open, &life} {
		f.fill(reflect.ValueOf(v).Elem(), "", 0)
	}
	m := &r.Open
	m.Roster = make([]agenda.Attendee, 6)
	m.Items = make([]*agenda.Item, 3)
	for i := range m.Roster {
		f.fill(reflect.ValueOf(&m.Roster[i]).Elem(), "", 0)
		m.Roster[i].ID = agenda.ID(i + 1)
	}
	r.Closed.Items = map[agenda.ID]*agenda.ClosedItem{}
	for i := range m.Items {
		m.Items[i] = &agenda.Item{}
		f.fill(reflect.ValueOf(m.Items[i]).Elem(), "", 0)
		m.Items[i].ID, m.Items[i].Entries = agenda.ID(i+7), nil
		c := &agenda.ClosedItem{}
		f.fill(reflect.ValueOf(c).Elem(), "", 0)
		c.Entries = nil
		r.Closed.Items[agenda.ID(i+7)] = c
	}
	for i, bare := range everyKind() {
		at := rapid.IntRange(0, 4).Draw(f.T, "place")
		it := m.Items[at%3]
		if at > 2 {
			e := agenda.ClosedEntry{After: 0, Entry: *f.entry(bare, agenda.ID(i+20).AsClosed())}
			r.Closed.Items[it.ID].Entries = append(r.Closed.Items[it.ID].Entries, &e)
			continue
		}
		it.Entries = append(it.Entries, f.entry(bare, agenda.ID(i+20)))
	}
	m.Style.Profile = rapid.SampledFrom(agenda.Profiles()).Draw(f.T, "profile")
	m.Style.Rendering = rapid.SampledFrom(agenda.Renderings).Draw(f.T, "rendering")
	m.Style.Names = rapid.SampledFrom([]agenda.Naming{agenda.NamesShown, agenda.NamesHidden}).Draw(f.T, "names")
	return b, r, life
}
