package agenda_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"minutebook/agenda"
)

// room is a meeting of three members, a substitute and an officer.
func room(t *testing.T) (r agenda.Record, who map[string]agenda.ID) {
	t.Helper()
	r, who = build(t, "", ""), map[string]agenda.ID{}
	for _, a := range []agenda.Attendee{
		{Title: "Cllr", Name: "Asha Verma", Initials: "AV", Roles: []string{"Chair"}, Voting: true},
		{Title: "Cllr", Name: "Tom Pike", Voting: true},
		{Title: "Cllr", Name: "Max Reeve", Voting: true},
		{Title: "Cllr", Name: "Jo Lunt", Roles: []string{"Substitute"}, Voting: true},
		{Name: "Dana Holt", Office: "Harbour Master"},
	} {
		r, who[a.Surname()] = r.AddAttendee(a)
	}
	return r, who
}

// roll is the events of an item in words.
func roll(r agenda.Record, item agenda.ID) string {
	it, _ := r.Open.Item(item)
	var out []string
	for _, e := range it.Entries {
		var names []string
		for _, id := range e.Event.Who {
			a, _ := r.Open.Attendee(id)
			names = append(names, a.Surname())
		}
		line := e.Event.What + ":" + strings.Join(names, ",")
		if a, ok := r.Open.Attendee(e.Event.For); ok {
			line += " for " + a.Surname()
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

func TestAddAndEditAttendee(t *testing.T) {
	r, who := room(t)
	before := dump(r)
	a, _ := r.Open.Attendee(who["Verma"])
	a.Name, a.Roles = "Asha Verma-Cole", []string{"Chair"}
	next, err := r.EditAttendee(a)
	if got, _ := must(t, next, err).Open.Attendee(a.ID); got.Name != a.Name {
		t.Errorf("got %v", got)
	}
	a.Roles[0] = "Clerk"
	if got, _ := next.Open.Attendee(a.ID); got.Roles[0] != "Chair" {
		t.Error("the record shares the roles it was given")
	}
	if dump(r) != before {
		t.Error("the receiver changed")
	}
	_, err = r.EditAttendee(agenda.Attendee{ID: nobody})
	wantNotFound(t, err)
}

func TestMark(t *testing.T) {
	type mark struct{ what, who, whom string } // whom: whom a substitute stands for
	tests := []struct {
		name  string
		marks []mark
		want  string
	}{
		{"one line for each What", []mark{{"present", "Verma Pike", ""}, {"apologies", "Reeve", ""}, {"present", "Lunt", ""}},
			"present:Verma,Pike,Lunt; apologies:Reeve"},
		{"twice changes nothing", []mark{{"present", "Verma Pike", ""}, {"present", "Verma", ""}}, "present:Verma,Pike"},
		{"a mistake taken back", []mark{{"present", "Verma Pike", ""}, {"apologies", "Verma", ""}}, "present:Pike; apologies:Verma"},
		{"the last of a line", []mark{{"apologies", "Reeve", ""}, {"present", "Reeve", ""}}, "present:Reeve"},
		{"a substitute", []mark{{"present", "Lunt", ""}, {"apologies", "Reeve", ""}, {"substitutes", "Lunt", "Reeve"}},
			"apologies:Reeve; substitutes:Lunt for Reeve"},
		{"a substitute who does not come", []mark{{"apologies", "Reeve", ""}, {"substitutes", "Lunt", "Reeve"}, {"apologies", "Lunt", ""}},
			"apologies:Reeve,Lunt"},
		{"what happens in the room leaves the roll", []mark{{"present", "Verma Pike", ""}, {"left", "Pike", ""}, {"presides", "Verma", ""}, {"proxy", "Verma", "Reeve"}},
			"present:Verma,Pike; left:Pike; presides:Verma; proxy:Verma for Reeve"},
		{"the public", []mark{{"present", "Verma", ""}, {"left", "", ""}}, "present:Verma; left:"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, who := room(t)
			for _, m := range tt.marks {
				ev := agenda.Event{What: m.what, For: who[m.whom]}
				for name := range strings.FieldsSeq(m.who) {
					ev.Who = append(ev.Who, who[name])
				}
				before := dump(r)
				next, at, err := r.Mark(r.Open.Opening(), ev, "")
				if dump(r) != before {
					t.Error("the receiver changed")
				}
				r = must(t, next, err)
				if _, e, ok := r.Open.Find(at); !ok || e.Event.What != m.what {
					t.Errorf("%v: ID %d is %v", m, at, e)
				}
			}
			if got := roll(r, r.Open.Opening()); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestMarkInAnItem(t *testing.T) {
	r, who := room(t)
	pike := []agenda.ID{who["Pike"]}
	r, _, err := r.Mark(r.Open.Opening(), agenda.Event{What: agenda.Apologies, Who: pike}, "")
	must(t, r, err)
	one := id(t, r, "Item 1")
	next, at, err := r.Mark(one, agenda.Event{What: agenda.Arrived, Who: pike}, "2026-03-12T18:25")
	must(t, next, err)
	if got := roll(next, one); got != "arrived:Pike" || roll(next, r.Open.Opening()) != "apologies:Pike" {
		t.Errorf("got %s; the roll must say what was so at the start", got)
	}
	if _, e, _ := next.Open.Find(at); e.At != "2026-03-12T18:25" {
		t.Errorf("at %s", e.At)
	}
	pike[0] = who["Verma"]
	if roll(next, one) != "arrived:Pike" {
		t.Error("the record shares the list it was given")
	}
	_, _, err = r.Mark(nobody, agenda.Event{What: agenda.Left}, "")
	wantNotFound(t, err)
}

func TestMarkKeepsAStatedTime(t *testing.T) {
	r, who := room(t)
	for i, at := range []agenda.Clock{"", "2026-03-12T18:02"} {
		next, _, err := r.Mark(r.Open.Opening(), agenda.Event{What: agenda.Remote, Who: []agenda.ID{who[[]string{"Pike", "Verma"}[i]]}}, at)
		r = must(t, next, err)
	}
	if got := roll(r, r.Open.Opening()); got != "remote:Pike; remote:Verma" {
		t.Errorf("got %s: a line has one time", got)
	}
}

func TestPresence(t *testing.T) {
	r, who := room(t)
	one, two := id(t, r, "Item 1"), id(t, r, "Item 2")
	mark := func(item agenda.ID, what string, whom agenda.ID, names ...string) {
		ev := agenda.Event{What: what, For: whom}
		for _, n := range names {
			ev.Who = append(ev.Who, who[n])
		}
		next, _, err := r.Mark(item, ev, "")
		r = must(t, next, err)
	}
	want := func(present, voting int, where string) {
		t.Helper()
		var got []string
		for _, a := range r.Open.Roster {
			if w, ok := r.Open.Presence()[a.ID]; ok {
				got = append(got, a.Surname()+" "+w)
			}
		}
		if s := strings.Join(got, ", "); s != where {
			t.Errorf("got  %s\nwant %s", s, where)
		}
		if p, v := r.Open.PresentCount(); p != present || v != voting {
			t.Errorf("%d of %d, want %d of %d", p, v, present, voting)
		}
	}
	want(0, 3, "")
	mark(r.Open.Opening(), agenda.Present, 0, "Verma", "Pike")
	mark(r.Open.Opening(), agenda.Attending, 0, "Holt")
	want(2, 3, "Verma present, Pike present, Holt attending")
	mark(r.Open.Opening(), agenda.Substitutes, who["Reeve"], "Lunt")
	want(3, 3, "Verma present, Pike present, Reeve apologies, Lunt substitutes, Holt attending")
	mark(two, agenda.Left, 0, "Pike")
	mark(two, agenda.Presides, 0, "Verma")
	mark(two, agenda.Left, 0) // the public
	mark(one, agenda.Left, 0, "Lunt")
	mark(one, agenda.Returned, 0, "Pike")
	want(1, 3, "Verma present, Pike left, Reeve apologies, Lunt left, Holt attending")
	for _, item := range []agenda.ID{two, one} { // taken out of turn: Pike left, then returned
		next, err := r.Take(item, "")
		r = must(t, next, err)
	}
	want(2, 3, "Verma present, Pike returned, Reeve apologies, Lunt left, Holt attending")
	mark(one, agenda.Arrived, 0, "Reeve") // who takes the place from the substitute
	want(3, 3, "Verma present, Pike returned, Reeve arrived, Lunt left, Holt attending")
}

func TestIsHere(t *testing.T) {
	for _, what := range []string{agenda.Left, agenda.Apologies, agenda.Absent, agenda.Presides, "", "somewhere"} {
		if agenda.IsHere(what) {
			t.Errorf("%q is not here", what)
		}
	}
}

func TestNamed(t *testing.T) {
	m := agenda.Meeting{Roster: []agenda.Attendee{
		{ID: 1, Title: "Cllr", Name: "Asha Verma", Initials: "AV", Roles: []string{"Chair"}},
		{ID: 2, Title: "Cllr", Name: "Tom Pike", Initials: "TP"},
		{ID: 3, Title: "Cllr", Name: "Pike"},
		{ID: 4, Office: "Harbour Master"},
		{ID: 5, Title: "Dr", Name: "Joan de la Mare", Office: "Surveyor"},
		{ID: 6, Title: "Cllr", Name: "Éva Őszi"},
		{ID: 7, Title: "Cllr", Name: "Ravi Verma"},
		{ID: 8, Name: "Lee\u00a0Holt"},
	}}
	tests := []struct {
		words string
		want  []agenda.ID
	}{
		{"Asha Verma", []agenda.ID{1}}, {"cllr  asha verma ", []agenda.ID{1}}, {"av", []agenda.ID{1}}, {"chair", []agenda.ID{1}},
		{"verma", []agenda.ID{1, 7}}, {"Cllr Verma", []agenda.ID{1, 7}},
		{"Pike", []agenda.ID{3}}, {"Tom Pike", []agenda.ID{2}}, {"TP", []agenda.ID{2}},
		{"harbour master", []agenda.ID{4}}, {"Mare", []agenda.ID{5}}, {"De la Mare", []agenda.ID{5}}, {"Dr Mare", []agenda.ID{5}}, {"dr de la mare", []agenda.ID{5}},
		{"surveyor", []agenda.ID{5}}, {"éva őszi", []agenda.ID{6}}, {"ŐSZI", []agenda.ID{6}},
		{"Lee Holt", []agenda.ID{8}}, {"Lee", nil}, {"", nil}, {" ", nil}, {"a", nil}, {"de", nil}, {"Cllr", nil},
	}
	for _, tt := range tests {
		if got := m.Named(tt.words); !slices.Equal(got, tt.want) {
			t.Errorf("%q: got %v, want %v", tt.words, got, tt.want)
		}
	}
}

func TestBrief(t *testing.T) {
	m := agenda.Meeting{Roster: []agenda.Attendee{
		{ID: 1, Title: "Cllr", Name: "Noor Hadley"}, {ID: 2, Title: "Mr", Name: "Rufus Hadley"}, {ID: 3, Name: "Joost van der Meer"}, {ID: 4, Office: "Clerk"},
	}}
	for id, want := range map[agenda.ID]string{1: "Noor Hadley", 2: "Rufus Hadley", 3: "van der Meer", 4: "Clerk", 5: "", 0: ""} {
		if got := m.Brief(id); got != want {
			t.Errorf("%d: got %q, want %q", id, got, want)
		}
	}
}

func TestNamesOfAnAttendee(t *testing.T) {
	tests := []struct {
		a                    agenda.Attendee
		full, surname, short string
	}{
		{agenda.Attendee{Title: "Cllr", Name: "Asha Verma"}, "Cllr Asha Verma", "Verma", "Cllr Verma"},
		{agenda.Attendee{Name: "Cher"}, "Cher", "Cher", "Cher"},
		{agenda.Attendee{Title: "Dr", Name: "Joost van der Meer"}, "Dr Joost van der Meer", "van der Meer", "Dr van der Meer"},
		{agenda.Attendee{Name: "Tomás Ó Briain"}, "Tomás Ó Briain", "Ó Briain", "Ó Briain"},
		{agenda.Attendee{Name: "de Quincy"}, "de Quincy", "de Quincy", "de Quincy"},
		{agenda.Attendee{Office: "Clerk"}, "Clerk", "Clerk", "Clerk"},
	}
	for _, tt := range tests {
		if got := fmt.Sprint(tt.a.Full(), "|", tt.a.Surname(), "|", tt.a.Short()); got != tt.full+"|"+tt.surname+"|"+tt.short {
			t.Errorf("got %s", got)
		}
	}
}
