package agenda

import (
	"cmp"
	"slices"
	"strconv"
)

// Docket is which motions of an item nothing became of yet, kept up as entries
// are added behind its last: a file may move and vote thousands of times.
type Docket struct {
	labels  map[ID]string
	called  map[string]ID
	count   map[string]int // by what a label begins with
	seen    int
	open    []*Entry        // undecided, in the order moved
	latest  *Entry          // motion of any kind
	main    *Entry          // the latest that is no amendment and not procedural
	moved   map[ID]standing // every motion
	votedOn map[ID]ID       // the motion, by a vote that counts or was struck
	struck  map[ID]bool     // votes that were taken back
}

// standing is a motion among the others, and how many votes, outcomes and
// substantive motions decide it now.
type standing struct {
	*Entry
	at, decided int
}

// Docket is which motions of the item are undecided.
func (it *Item) Docket() *Docket {
	d := &Docket{}
	d.Read(it)
	return d
}

// Read takes what was added to the item since it was read last.
func (d *Docket) Read(it *Item) {
	for _, e := range it.Entries[d.seen:] {
		d.take(e)
	}
	d.seen = len(it.Entries)
}

func (d *Docket) take(e *Entry) {
	switch {
	case e.Motion != nil:
		if e.Motion.Class == Substantive {
			d.decide(e.On, 1)
		}
		d.move(e)
	case e.Vote != nil && d.moved[e.On].Entry != nil:
		if d.votedOn == nil {
			d.votedOn = map[ID]ID{}
		}
		if d.votedOn[e.ID] = e.On; !d.struck[e.ID] {
			d.decide(e.On, 1)
		}
	case e.Kind == Settled:
		d.decide(e.On, 1)
	case e.Strike != nil && e.Strike.Who == (Who{}) && e.On != 0:
		d.TakeBack(e.On)
	}
}

// TakeBack is told of a vote that a strike which was read already takes back.
func (d *Docket) TakeBack(vote ID) {
	if d.struck[vote] || vote == 0 {
		return
	}
	if d.struck == nil {
		d.struck = map[ID]bool{}
	}
	d.struck[vote] = true
	d.decide(d.votedOn[vote], -1)
}

func (d *Docket) move(e *Entry) {
	if d.moved == nil {
		d.moved, d.labels, d.called, d.count = map[ID]standing{}, map[ID]string{}, map[string]ID{}, map[string]int{}
	}
	d.label(e)
	d.moved[e.ID] = standing{e, len(d.moved), 0}
	d.open, d.latest = append(d.open, e), e
	if e.Motion.principal() {
		d.main = e
	}
}

// label numbers a motion among those of its kind; an amendment to an amendment
// goes by the label of that one.
func (d *Docket) label(e *Entry) {
	stem := "m"
	switch e.Motion.Class {
	case Procedure:
		stem = "p"
	case Amendment:
		stem = "a"
		if on := d.labels[e.On]; len(on) > 0 && on[0] == 'a' {
			stem = on + "."
		}
	}
	d.count[stem]++
	label := stem + strconv.Itoa(d.count[stem])
	d.labels[e.ID], d.called[label] = label, e.ID
}

// Label is what a motion is called, or "" where the item has no such motion.
func (d *Docket) Label(motion ID) string { return d.labels[motion] }

// Called finds the motion with a label.
func (d *Docket) Called(label string) (ID, bool) {
	id, ok := d.called[label]
	return id, ok
}

// decide counts what decides a motion; what is on none that is known decides
// nothing.
func (d *Docket) decide(motion ID, by int) {
	p, ok := d.moved[motion]
	if !ok {
		return
	}
	before := p.decided
	p.decided += by
	d.moved[motion] = p
	switch i, _ := slices.BinarySearchFunc(d.open, p.at, func(e *Entry, at int) int { return cmp.Compare(d.moved[e.ID].at, at) }); {
	case before == 0:
		d.open = slices.Delete(d.open, i, i+1)
	case p.decided == 0:
		d.open = slices.Insert(d.open, i, p.Entry)
	}
}

// Undecided is the motions of which nothing became yet, in the order moved.
func (d *Docket) Undecided() []*Entry { return d.open }

// Latest is the motion moved last, or nil.
func (d *Docket) Latest() *Entry { return d.latest }

// AmendTarget is the motion that an amendment moved now is to unless it says
// otherwise: the latest undecided motion that is no amendment and not
// procedural, else the latest motion of any kind. Nil: the item has none.
func (d *Docket) AmendTarget() *Entry { return cmp.Or(d.undecidedMain(), d.latest) }

// SubstantiveTarget is the motion that a substantive motion stated now puts
// anew unless it says otherwise: what [Docket.AmendTarget] finds among the
// motions that are no amendments and not procedural. Nil: the item has none.
func (d *Docket) SubstantiveTarget() *Entry { return cmp.Or(d.undecidedMain(), d.main) }

func (d *Docket) undecidedMain() *Entry {
	for _, e := range slices.Backward(d.open) {
		if e.Motion.principal() {
			return e
		}
	}
	return nil
}

// principal is whether a motion is no amendment and not procedural.
func (m *Motion) principal() bool { return m.Class != Amendment && m.Class != Procedure }
