package tui

import (
	"cmp"
	"slices"
	"strings"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// roomFacts is what the room knows of the meeting, worked out once for as long
// as that does not change.
type roomFacts struct {
	change int
	known  bool
	people []roomPerson // in the order of the screen
	names  map[agenda.ID]string
	sits   map[agenda.ID]agenda.ID // who sits for a member
	stakes map[agenda.ID]string    // "interest in item 5", of items to come
	now    map[agenda.ID]bool      // who has one in the item that is open
	list   *roomList               // nil: not made yet
}

// roomList is the people who fit what was typed, and what that was.
type roomList struct {
	typed     string
	on, count bool
	who       agenda.ID
	rows      []agenda.Attendee
	near      []agenda.Attendee // where there are none
}

// roomPerson is a line of the roster with the words that find it, in small
// letters, and its place in the order.
type roomPerson struct {
	agenda.Attendee
	words, filed       string
	group, state, role int
}

// facts is what is known of the meeting as it is now.
func (r *room) facts() *roomFacts {
	f := &r.known
	if f.known && f.change == r.s.change {
		return f
	}
	m, now := r.s.meeting(), r.s.room()
	*f = roomFacts{change: r.s.change, known: true, names: map[agenda.ID]string{}, sits: map[agenda.ID]agenda.ID{}}
	f.declared(m)
	for _, p := range append(slices.Clone(m.Roster), agenda.Attendee{Office: "Public"}) {
		words := p.Full() + " " + p.Filed() + " " + p.Initials + " " + strings.Join(p.Roles, " ") + " " + p.Organisation
		one := roomPerson{Attendee: p, words: strings.ToLower(words), filed: strings.ToLower(p.Filed())}
		one.group = groupOf(p, now.scene.Place(p.ID))
		if m.Begun() {
			one.state = roomState(now.scene.Place(p.ID))
		}
		switch {
		case p.Chairs(now.chairs):
		case p.Deputises(now.chairs):
			one.role = 1
		default:
			one.role = 2
		}
		f.people = append(f.people, one)
		f.names[p.ID] = p.Short()
		f.sits[now.scene.Place(p.ID).For] = p.ID
	}
	slices.SortStableFunc(f.people, func(p, q roomPerson) int {
		return cmp.Or(p.group-q.group, p.state-q.state, p.role-q.role, strings.Compare(p.filed, q.filed))
	})
	return f
}

// roomState is what of the room comes first: whom one waits for, who is part of
// the meeting, who is not coming.
func roomState(p agenda.Place) int {
	switch {
	case p.What == "":
		return 0
	case p.Here() || p.What == agenda.Left:
		return 1
	}
	return 2
}

// The groups of the screen.
const (
	groupMembers = iota
	groupAttending
	groupPublic
)

func groupOf(p agenda.Attendee, at agenda.Place) int {
	switch {
	case p.ID == 0:
		return groupPublic
	case at.What == agenda.Attending || !p.Voting && at.For == 0:
		return groupAttending
	}
	return groupMembers
}

// declared reads who has an interest in what is still to come.
func (f *roomFacts) declared(m agenda.Meeting) {
	f.stakes, f.now = map[agenda.ID]string{}, map[agenda.ID]bool{}
	all := m.Stakes()
	if len(all) == 0 {
		return
	}
	in := map[agenda.ID][]string{}
	for _, it := range m.Items {
		if len(all[it.ID]) == 0 {
			continue
		}
		if state := m.State(it.ID); state != agenda.Open && state != agenda.Pending {
			continue
		}
		for _, s := range all[it.ID] {
			in[s.Who.ID] = append(in[s.Who.ID], cmp.Or(it.Number, titleOf(it)))
			f.now[s.Who.ID] = f.now[s.Who.ID] || it.ID == m.Current()
		}
	}
	for who, items := range in {
		f.stakes[who] = "interest in item " + items[0]
		if len(items) > 1 {
			f.stakes[who] = "interest in " + strings.Join(items, ", ")
		}
	}
}

// listed is the people who fit what is typed now, found once for each change of
// it: every frame asks several times.
func (r *room) listed() *roomList {
	f := r.facts()
	now := roomList{typed: r.typed(), on: r.ask.on, count: r.ask.count, who: r.ask.who.ID}
	if l := f.list; l != nil && l.typed == now.typed && l.on == now.on && l.count == now.count && l.who == now.who {
		return l
	}
	now.rows = r.fitting()
	if len(now.rows) == 0 {
		now.near = r.near()
	}
	f.list = &now
	return f.list
}

// rows is the lines that the typed letters fit, or, where it asks for whom
// somebody stands, those who are not there.
func (r *room) rows() []agenda.Attendee { return r.listed().rows }

func (r *room) fitting() []agenda.Attendee {
	if r.ask.count {
		return nil
	}
	people, typed := r.facts().people, r.typed()
	out := make([]agenda.Attendee, 0, len(people))
	for _, p := range people {
		if r.ask.on && !r.standable(p) {
			continue
		}
		if fitsWords(p.words, typed) {
			out = append(out, p.Attendee)
		}
	}
	return out
}

// typed is what stands in the field, in small letters.
func (r *room) typed() string { return strings.ToLower(strings.TrimSpace(r.name.Text())) }

// standable is whether the person who is asked about can stand for somebody.
func (r *room) standable(p roomPerson) bool {
	scene := &r.s.room().scene
	sits := r.facts().sits[p.ID]
	return p.Voting && p.ID != r.ask.who.ID && !scene.Place(p.ID).Here() && (sits == 0 || sits == r.ask.who.ID)
}

// fitsWords is whether each of the typed words is in a text.
func fitsWords(text, typed string) bool {
	for word := range strings.FieldsSeq(typed) {
		if !strings.Contains(text, strings.Trim(word, ",")) {
			return false
		}
	}
	return true
}

// near is those whose names are nearly what was typed, where nobody has that
// name.
func (r *room) near() []agenda.Attendee {
	var out []agenda.Attendee
	typed := strings.Fields(r.typed())
	if len(typed) == 0 || r.ask.count {
		return nil
	}
	for _, p := range r.facts().people {
		if p.ID == 0 || r.ask.on && !r.standable(p) {
			continue
		}
		names := strings.Fields(strings.ToLower(p.Name + " " + p.Office))
		if !slices.ContainsFunc(typed, func(w string) bool { return notes.Nearest(w, names) == "" }) {
			out = append(out, p.Attendee)
		}
	}
	return out
}

// shownRows is rows, or the near names where there are none.
func (r *room) shownRows() []agenda.Attendee {
	if l := r.listed(); len(l.rows) == 0 {
		return l.near
	}
	return r.listed().rows
}
