package exports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// heading adds what stands above the first item.
func (d *builder) heading(b agenda.Body, life agenda.Life) {
	h := d.s.Head
	if b.Name != "" {
		d.add(Heading{Level: 1, Text: b.Name})
	}
	draft := h.Unnumbered
	if life.Draft > 0 {
		draft = fmt.Sprintf(h.Draft, life.Draft)
	}
	d.add(labelled(draft, d.called()))
	if d.full != nil {
		d.add(labelled(h.Full, ""))
	}
	r := d.roll()
	present := d.groups(r.present)
	if r.chair != "" {
		present = slices.Insert(present, 0, fill(h.InTheChair, r.chair))
	}
	d.line(h.Present, strings.Join(present, "; "))
	d.line(h.Attending, d.join(d.attending(r)))
	if d.noPublic() {
		d.line(h.NoPublic, d.m.Public)
	}
	d.line(h.Apologies, strings.Join(d.groups(r.apologies), "; "))
	d.line(h.Absent, strings.Join(d.groups(r.absent), "; "))
	d.line(h.Quorum, d.m.Quorum)
}

func (d *builder) line(label, text string) {
	if text != "" {
		d.add(labelled(d.tag(label), text))
	}
}

// called is which meeting this is: "of the ordinary meeting held on … at … in …".
func (d *builder) called() string {
	h, m := d.s.Head, d.m
	words := []string{h.Of}
	if m.Kind != "" {
		kind := m.Kind
		if slices.Contains(h.Kinds, kind) {
			kind = strings.ToLower(kind)
		}
		phrase := h.OfKind
		for word := range strings.FieldsSeq(strings.ToLower(kind)) {
			if slices.ContainsFunc(h.Sittings, func(s string) bool { return strings.HasSuffix(strings.Trim(word, ".,()"), s) }) {
				phrase = h.OfSitting
			}
		}
		words[0] = fill(phrase, kind)
	}
	if m.Start != "" {
		words = append(words, fill(h.On, d.day(m.Start, d.s.Dates.Long)))
	}
	if hour := d.hour(m.Start); hour != "" {
		words = append(words, fill(h.At, hour))
	}
	if m.Place != "" {
		words = append(words, d.place(m.Place))
	}
	return strings.Join(words, " ")
}

// roll is who was there, as the heading lists them.
type roll struct {
	chair                                 string
	present, attending, apologies, absent []person
}

// standing is what the roll says of one roster line.
type standing struct {
	what   string // empty: remote, and nothing else was said
	remote bool
	For    agenda.ID
}

// roll reads the events of the opening, and adds those who came later.
func (p *printer) roll() roll {
	said, order, chair := p.marked()
	if chair == 0 {
		chair = p.chairByRole(said, order)
	}
	var r roll
	for _, id := range order {
		a, ok := p.m.Attendee(id)
		if !ok {
			continue
		}
		st := said[id]
		one := person{title: p.title(a.Title), name: a.Name, after: p.brackets(a, st, id == chair)}
		if a.Name == "" {
			one = person{name: a.Office, after: one.after}
		}
		switch {
		case id == chair:
			r.chair = p.full(a) + one.after
		case st.what == agenda.Apologies:
			r.apologies = append(r.apologies, one)
		case st.what == agenda.Absent:
			r.absent = append(r.absent, one)
		case st.what == agenda.Attending, st.what == agenda.Arrived && !a.Voting:
			r.attending = append(r.attending, one)
		default:
			r.present = append(r.present, one)
		}
	}
	return r
}

// marked is what was said of each, in the order they were first named, and who
// took the chair at the opening.
func (p *printer) marked() (said map[agenda.ID]*standing, order []agenda.ID, chair agenda.ID) {
	said = map[agenda.ID]*standing{}
	get := func(id agenda.ID) *standing {
		st, ok := said[id]
		if !ok {
			st = &standing{}
			said[id] = st
			order = append(order, id)
		}
		return st
	}
	for i, it := range p.m.Ordered() {
		opening := i == 0 && it.Kind == agenda.KindOpening
		for _, e := range it.Entries {
			if e.Event == nil {
				continue
			}
			for _, id := range e.Event.Who {
				switch what := e.Event.What; {
				case what == agenda.Arrived && said[id] == nil:
					get(id).what = agenda.Arrived
				case !opening:
				case what == agenda.Presides:
					get(id)
					if chair == 0 {
						chair = id
					}
				case what == agenda.Remote:
					get(id).remote = true
				case agenda.OnRoll(what):
					st := get(id)
					st.what, st.For = what, e.Event.For
				}
			}
		}
	}
	return said, order, chair
}

// chairByRole is the first of those present whose role is to preside.
func (p *printer) chairByRole(said map[agenda.ID]*standing, order []agenda.ID) agenda.ID {
	for _, id := range order {
		switch said[id].what {
		case agenda.Apologies, agenda.Absent, agenda.Attending, agenda.Arrived:
			continue
		}
		if a, ok := p.m.Attendee(id); ok && slices.ContainsFunc(p.s.Chairs, a.HasRole) {
			return id
		}
	}
	return 0
}

// brackets is what is said of somebody behind the name: roles, whom they stand
// for, that they were not in the room.
func (p *printer) brackets(a agenda.Attendee, st *standing, chair bool) string {
	var in []string
	has := func(list []string, role string) bool {
		return slices.ContainsFunc(list, func(s string) bool { return strings.EqualFold(s, role) })
	}
	if a.Office != "" && a.Name != "" && !a.HasRole(a.Office) {
		in = append(in, a.Office)
	}
	for _, role := range a.Roles {
		if !has(p.s.Quiet, role) && !(chair && has(p.s.Chairs, role)) {
			in = append(in, role)
		}
	}
	if a.Organisation != "" {
		in = append(in, fill(p.s.Order.Of, a.Organisation))
	}
	if len(a.Items) > 0 {
		in = append(in, fill(p.s.Order.For, p.numbers(a.Items)))
	}
	if other, ok := p.m.Attendee(st.For); ok && st.For != 0 {
		phrase := p.s.Head.Substitute
		if st.what == agenda.Proxy {
			phrase = p.s.Head.Proxy
		}
		in = append(in, fill(phrase, p.full(other)))
	} else if word := p.s.Head.Alone[st.what]; word != "" {
		in = append(in, word)
	}
	if st.remote {
		in = append(in, p.s.Head.Remotely)
	}
	if len(in) == 0 {
		return ""
	}
	return " (" + strings.Join(in, ", ") + ")"
}

// noPublic is whether one word says of the public that there was none: "Nil".
func (d *builder) noPublic() bool {
	words := strings.Fields(d.m.Public)
	return len(words) == 1 && strings.Trim(words[0], "0123456789") == words[0]
}

// attending lists those in attendance and the public.
func (d *builder) attending(r roll) []string {
	var list []string
	for _, one := range r.attending {
		list = append(list, trim(one.title.One+" "+one.name)+one.after)
	}
	public := d.m.Public
	if n, err := strconv.Atoi(public); err == nil && strconv.Itoa(n) == public {
		things := d.s.Head.Public.Many
		if n == 1 {
			things = d.s.Head.Public.One
		}
		public = d.number(n) + " " + things
	}
	if public != "" && !d.noPublic() {
		list = append(list, public)
	}
	return list
}
