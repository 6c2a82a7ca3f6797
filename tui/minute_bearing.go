package tui

import (
	"fmt"
	"strings"

	"minutebook/agenda"
)

// bearing is what an entry shows that another entry says: the label that the
// motions above give it, how deep it stands under them, and what was taken back
// of it later. Rows that were drawn with another one are drawn again.
type bearing struct {
	label string // of a motion: its own; else of the motion it is about, where that does not stand right above
	depth int
	back  string
}

// bearingsIn is the bearings of the entries of an item that have one; nil where
// none has, as in most items.
func bearingsIn(m agenda.Meeting, it *agenda.Item) map[agenda.ID]bearing {
	b := bearer{m: m, it: it, labels: it.Labels()}
	for _, e := range it.Entries {
		b.bear(e)
	}
	for _, e := range it.Entries {
		if e.Strike != nil {
			b.takeBack(e)
		}
	}
	return b.all
}

// bearer goes through an item from top to bottom.
type bearer struct {
	m      agenda.Meeting
	it     *agenda.Item
	labels map[agenda.ID]string
	near   agenda.ID // the motion that what stands right above is about
	rounds map[string]agenda.ID
	all    map[agenda.ID]bearing
}

func (b *bearer) bear(e *agenda.Entry) {
	switch {
	case e.Motion != nil:
		b.put(e.ID, bearing{label: b.labels[e.ID], depth: b.depth(e.ID)})
		b.near = e.ID
	case e.Kind == agenda.Voted || e.Kind == agenda.Settled:
		at := bearing{depth: b.depth(e.On)}
		if e.On != b.near {
			at.label = b.called(e.On)
		}
		b.put(e.ID, at)
		b.near = e.On
	case e.Strike != nil:
		motion := b.motionOf(e.On)
		b.put(e.ID, bearing{label: b.called(motion), depth: b.depth(motion)})
		b.near = motion
	case e.Election != nil && e.Election.What == agenda.Balloted:
		b.round(e)
		b.near = 0
	case e.Resolution != nil && e.On != 0:
		b.put(e.ID, bearing{label: b.called(e.On)})
		b.near = 0
	default:
		b.near = 0
	}
}

func (b *bearer) put(id agenda.ID, at bearing) {
	if at == (bearing{}) {
		return
	}
	if b.all == nil {
		b.all = map[agenda.ID]bearing{}
	}
	b.all[id] = at
}

// depth is how far an amendment stands under its motion.
func (b *bearer) depth(motion agenda.ID) int {
	label := b.labels[motion]
	if !strings.HasPrefix(label, "a") {
		return 0
	}
	return 1 + strings.Count(label, ".")
}

// called is the label of a motion, with the number of its item where that is
// another one: "m1#7".
func (b *bearer) called(motion agenda.ID) string {
	if motion == 0 || b.labels[motion] != "" {
		return b.labels[motion]
	}
	it, _, ok := b.m.Find(motion)
	if !ok {
		return ""
	}
	return it.Labels()[motion] + "#" + it.Number
}

func (b *bearer) motionOf(vote agenda.ID) agenda.ID {
	for _, e := range b.it.Entries {
		if e.ID == vote {
			return e.On
		}
	}
	return 0
}

// round counts the ballots for an office where there are several.
func (b *bearer) round(e *agenda.Entry) {
	office := e.Election.Office
	first, again := b.rounds[office]
	if !again {
		if b.rounds == nil {
			b.rounds = map[string]agenda.ID{}
		}
		b.rounds[office] = e.ID
		return
	}
	n := 1
	for _, other := range b.it.Entries {
		if other.ID == e.ID {
			break
		}
		if v := other.Election; v != nil && v.What == agenda.Balloted && v.Office == office {
			n++
		}
	}
	b.put(first, bearing{label: "round 1"})
	b.put(e.ID, bearing{label: fmt.Sprintf("round %d", n)})
}

// takeBack marks what a strike takes back.
func (b *bearer) takeBack(e *agenda.Entry) {
	at := b.all[e.On]
	what := "taken back"
	if who := (drawing{m: b.m}).call(e.Strike.Who); who != "" {
		what = who + "’s vote taken back"
	}
	at.back = strings.TrimPrefix(at.back+", "+what, ", ")
	b.put(e.On, at)
}
