package agenda

// Refs says what the IDs of a record become. A nil function changes nothing.
type Refs struct {
	Person, Item, Entry func(ID) ID
}

func (r Refs) person(id ID) ID { return swap(r.Person, id) }
func (r Refs) item(id ID) ID   { return swap(r.Item, id) }
func (r Refs) entry(id ID) ID  { return swap(r.Entry, id) }

func swap(f func(ID) ID, id ID) ID {
	if f == nil || id == 0 {
		return id
	}
	return f(id)
}

// WithRefs is the entry with every ID in it replaced, its own included. It is
// the one list of what an entry points at: whoever numbers anew, checks or
// collects references comes here.
func (e Entry) WithRefs(r Refs) Entry {
	e.ID, e.On, e.Speaker = r.entry(e.ID), r.entry(e.On), r.who(e.Speaker)
	e.Motion = changed(e.Motion, func(m *Motion) {
		m.Movers, m.Seconders, m.Items = r.whos(m.Movers), r.whos(m.Seconders), r.items(m.Items)
	})
	e.Vote = changed(e.Vote, r.vote)
	e.Strike = changed(e.Strike, func(s *Strike) { s.Who = r.who(s.Who) })
	e.Election = changed(e.Election, func(v *Election) {
		v.Movers, v.Seconders = r.whos(v.Movers), r.whos(v.Seconders)
		v.Candidates = mapped(v.Candidates, func(c Candidate) Candidate { c.Who = r.who(c.Who); return c })
	})
	e.Interest = changed(e.Interest, func(i *Interest) {
		i.Holders = mapped(i.Holders, func(h Holder) Holder { h.Who = r.who(h.Who); return h })
		i.Items = r.items(i.Items)
	})
	e.Resolution = changed(e.Resolution, func(res *Resolution) {
		res.Items = r.items(res.Items)
		res.By = changed(res.By, func(b *By) {
			b.Movers, b.Seconders, b.Vote = r.whos(b.Movers), r.whos(b.Seconders), changed(b.Vote, r.vote)
		})
	})
	e.Action = changed(e.Action, func(a *Action) { a.Owners = r.whos(a.Owners) })
	e.Event = changed(e.Event, func(ev *Event) {
		ev.Who, ev.For = mapped(ev.Who, r.person), r.person(ev.For)
		ev.Items, ev.Before.ID = r.items(ev.Items), r.item(ev.Before.ID)
	})
	return e
}

// WithRefs is the roster line with every ID in it replaced.
func (a Attendee) WithRefs(r Refs) Attendee {
	a.ID, a.Items = r.person(a.ID), r.items(a.Items)
	return a
}

func (r Refs) who(w Who) Who {
	w.ID = r.person(w.ID)
	return w
}

func (r Refs) whos(who []Who) []Who { return mapped(who, r.who) }

func (r Refs) items(refs []ItemRef) []ItemRef {
	return mapped(refs, func(ref ItemRef) ItemRef { ref.ID = r.item(ref.ID); return ref })
}

func (r Refs) vote(v *Vote) {
	ballot := func(b Ballot) Ballot { b.Who = r.who(b.Who); return b }
	v.Named = mapped(v.Named, ballot)
	v.Casting = changed(v.Casting, func(b *Ballot) { *b = ballot(*b) })
}

// changed is a changed copy of what p points at; nil of nil.
func changed[T any](p *T, change func(*T)) *T {
	if p == nil {
		return nil
	}
	c := *p
	change(&c)
	return &c
}

// mapped is a slice of what its values become; nil of nil.
func mapped[T any](in []T, f func(T) T) []T {
	if in == nil {
		return nil
	}
	out := make([]T, len(in))
	for i, v := range in {
		out[i] = f(v)
	}
	return out
}
