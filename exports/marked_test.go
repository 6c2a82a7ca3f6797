package exports

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"minutebook/agenda"
)

// marker puts a word of its own into every text of a value, or the same words.
type marker struct {
	words []string
	same  string
}

// set fills in a value. What names something for the program, a day or an ID is
// left as it is.
func (m *marker) set(v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.String:
		if v.Type() != reflect.TypeFor[string]() {
			return // a kind, a clock or a key
		}
		if m.same != "" {
			v.SetString(m.same)
			return
		}
		m.words = append(m.words, fmt.Sprintf("MARK%dX", len(m.words)))
		v.SetString(m.words[len(m.words)-1])
	case reflect.Struct:
		for i := range v.NumField() {
			switch v.Type().String() + "." + v.Type().Field(i).Name {
			case "agenda.Motion.Class", "agenda.Election.What", "agenda.Event.What", "agenda.Action.Follows":
				continue
			}
			m.set(v.Field(i), depth)
		}
	case reflect.Slice:
		if v.Type().Elem() == reflect.TypeFor[agenda.Point]() {
			if depth++; depth > 3 {
				return
			}
		}
		if v.Type().Elem() != reflect.TypeFor[agenda.ID]() {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		}
		for i := range v.Len() {
			m.set(v.Index(i), depth)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		m.set(v.Elem(), depth)
	}
}

// entry fills in the texts of an entry and of the one thing its kind has.
func (m *marker) entry(e agenda.Entry) *agenda.Entry {
	v := reflect.ValueOf(&e).Elem()
	for i := range v.NumField() {
		f := v.Field(i)
		switch name := v.Type().Field(i).Name; {
		case name == "Verb" && e.Kind != agenda.Resolved && !e.Kind.Asks() && !e.Kind.Answers():
		case name == "Speaker" && e.Kind != agenda.Update:
		case name == "Points" && (e.Kind == agenda.Resolved):
		case name == "Text" && (e.Kind == agenda.Resolved):
		case f.Kind() == reflect.Pointer && f.IsNil():
		case f.Kind() == reflect.Pointer:
			m.set(f.Elem(), 0)
		default:
			m.set(f, 0)
		}
	}
	return &e
}

// everyKind is an entry of each kind there is, before it is filled in.
func everyKind() []agenda.Entry {
	out := []agenda.Entry{
		{Kind: agenda.Narrative}, {Kind: agenda.Update}, {Kind: agenda.Question}, {Kind: agenda.Response}, {Kind: agenda.Further},
		{Kind: agenda.Comment}, {Kind: agenda.Settled, Outcome: &agenda.Outcome{}}, {Kind: agenda.TakenBack, Strike: &agenda.Strike{}},
		{Kind: agenda.TakenBack}, {Kind: agenda.Voted, Vote: &agenda.Vote{}}, {Kind: agenda.Declared, Interest: &agenda.Interest{}},
		{Kind: agenda.Corrected, Correction: &agenda.Correction{}}, {Kind: agenda.Resolved, Resolution: &agenda.Resolution{}},
		{Kind: agenda.ToDo, Action: &agenda.Action{}}, {Kind: agenda.Tabulation, Table: &agenda.Table{}},
		// What a damaged or foreign file may hold: a kind without what belongs to it.
		{Kind: agenda.Moved}, {Kind: agenda.Voted}, {Kind: agenda.Settled}, {Kind: agenda.Elected}, {Kind: agenda.Declared},
		{Kind: agenda.Corrected}, {Kind: agenda.Happening}, {Kind: agenda.Tabulation}, {Kind: agenda.ToDo}, {Kind: "a kind of tomorrow"},
	}
	for _, class := range []string{agenda.MainMotion, agenda.Amendment, agenda.Substantive, agenda.Procedure, "another"} {
		out = append(out, agenda.Entry{Kind: agenda.Moved, Motion: &agenda.Motion{Class: class}})
	}
	for _, what := range []string{agenda.Nominated, agenda.Balloted, agenda.ElectedNow, "another"} {
		out = append(out, agenda.Entry{Kind: agenda.Elected, Election: &agenda.Election{What: what}})
	}
	for _, what := range []string{agenda.Present, agenda.Remote, agenda.Apologies, agenda.Absent, agenda.Substitutes, agenda.Proxy, agenda.Attending,
		agenda.Arrived, agenda.Left, agenda.Returned, agenda.Presides, agenda.Opened, agenda.ClosedUp, agenda.Adjourned, agenda.Resumed,
		agenda.Quorum, agenda.NextMeeting, agenda.TakenOut, agenda.Together, agenda.MinutesOf, agenda.ActionList, agenda.Thanked,
		agenda.Exempted, agenda.Reopened, "fell asleep"} {
		out = append(out, agenda.Entry{Kind: agenda.Happening, Event: &agenda.Event{What: what}})
	}
	return out
}

// fit takes out of an event what an event of its kind never has.
func fit(e *agenda.Entry) *agenda.Entry {
	ev := e.Event
	if ev == nil {
		return e
	}
	full := *ev
	switch ev.What {
	case agenda.Quorum, agenda.Thanked, agenda.ActionList, agenda.Reopened:
		*ev = agenda.Event{What: ev.What}
	case agenda.NextMeeting:
		*ev = agenda.Event{What: ev.What, Place: full.Place}
	case agenda.Exempted:
		*ev = agenda.Event{What: ev.What, How: full.How}
	}
	return e
}

// TestNothingTypedIsDropped: of an entry of every kind, each text that can be
// typed stands in the minutes as typed.
func TestNothingTypedIsDropped(t *testing.T) {
	t.Parallel()
	for _, bare := range everyKind() {
		var m marker
		e := fit(m.entry(bare))
		if e.Vote != nil {
			e.Vote.Named[1].Asked = true
		}
		it := item("4", "Item", e)
		it.Kind = agenda.KindActions
		printedText := string(printed(t, harbour, meeting(it)))
		var want marker // what is left of the words, in order
		collect(reflect.ValueOf(*e), &want)
		for _, w := range want.words {
			if n := strings.Count(printedText, w); n != 1 {
				t.Errorf("%s %v: %s stands there %d times:\n%s", e.Kind, e.Event, w, n, body(t, meeting(it)))
			}
		}
		if len(want.words) < 4 {
			t.Errorf("%s: only %d words were looked for", e.Kind, len(want.words))
		}
	}
}

// collect lists the markers in a value.
func collect(v reflect.Value, m *marker) {
	switch v.Kind() {
	case reflect.String:
		if strings.HasPrefix(v.String(), "MARK") {
			m.words = append(m.words, v.String())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			collect(v.Field(i), m)
		}
	case reflect.Slice:
		for i := range v.Len() {
			collect(v.Index(i), m)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			collect(v.Elem(), m)
		}
	}
}

// TestAllOfAnItemIsPrinted: and so of an item and of those who attend.
func TestAllOfAnItemIsPrinted(t *testing.T) {
	t.Parallel()
	var m marker
	it := item("", "", said(agenda.Narrative, "x"))
	it.Exempt = &agenda.Exempt{Whole: true}
	for _, v := range []any{&it.Number, &it.Title, &it.Late, &it.Outcome, it.Exempt} {
		m.set(reflect.ValueOf(v).Elem(), 0)
	}
	mt := meeting(it)
	for _, v := range []any{&mt.Kind, &mt.Place, &mt.Public, &mt.Quorum, &mt.Roster[holt-1]} {
		m.set(reflect.ValueOf(v).Elem(), 0)
	}
	got := string(printed(t, harbour, mt))
	for _, w := range m.words {
		if strings.Count(got, w) != 1 && w != mt.Roster[holt-1].Initials {
			t.Errorf("%s is not in\n%s", w, got)
		}
	}
}

// TestFullCopyHoldsAll: an entry of every kind that is private business stands
// in the full copy, and nothing of it in the public one.
func TestFullCopyHoldsAll(t *testing.T) {
	t.Parallel()
	var m marker
	r := agenda.Record{Open: meeting(item("4", "Item"))}
	id := r.Open.Items[1].ID
	r.Open.Items[1].Kind = agenda.KindActions // where the state of an action is printed
	r = must(t)(r.CloseFrom(id, "3", ""))
	for _, bare := range everyKind() {
		if bare.Event != nil && (bare.Event.What == agenda.Exempted || bare.Event.What == agenda.Reopened) {
			continue // those are public, to say where private business is
		}
		r = adding(t, r, id, *fit(m.entry(bare)))
	}
	r = adding(t, r, id, *m.entry(agenda.Entry{Kind: agenda.Note}))
	var want marker
	for _, e := range r.Closed.Items[id].Entries {
		collect(reflect.ValueOf(e.Entry), &want)
	}
	full, public := string(inFull(t, r)), string(printed(t, harbour, r.Open))
	if strings.Contains(public, "MARK") {
		t.Errorf("private business is in\n%s", public)
	}
	for _, w := range want.words {
		if !strings.Contains(full, w) {
			t.Errorf("%s is not in the full copy", w)
		}
	}
}
