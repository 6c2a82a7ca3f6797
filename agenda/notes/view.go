package notes

import (
	"strconv"

	"minutebook/agenda"
)

// view is a meeting as its entries are written: where each stands, and what
// motions and votes are called there. What it is asked it finds out once, for an
// item may have thousands of motions; entries in their order are read once.
type view struct {
	*agenda.Meeting
	places  map[agenda.ID]place
	dockets map[*agenda.Item]*agenda.Docket
	calls   map[*agenda.Item]string // by item, its number as others name it
	nth     map[agenda.ID]int       // by vote, which it is of those on its motion
	read    reading
}

// place is where an entry stands: the indexes of its item and in it.
type place struct{ item, entry int }

// reading is what was said above a place: the motions of the item, and the votes
// that count of it and the items before.
type reading struct {
	at     place
	docket *agenda.Docket
	votes  map[agenda.ID][]agenda.ID // by motion; one that was taken back may be among them
	cast   map[agenda.ID]bool
	back   map[agenda.ID]bool
}

// find finds an entry and the item it stands in.
func (v *view) find(entry agenda.ID) (*agenda.Item, *agenda.Entry, bool) {
	if v.places == nil {
		v.places = map[agenda.ID]place{}
		for i, it := range v.Items {
			for j, e := range it.Entries {
				if _, there := v.places[e.ID]; !there {
					v.places[e.ID] = place{i, j}
				}
			}
		}
	}
	at, ok := v.places[entry]
	if !ok {
		return nil, nil, false
	}
	it := v.Items[at.item]
	return it, it.Entries[at.entry], true
}

// home is the item that an entry stands in, or nil where it is nowhere yet.
func (v *view) home(entry agenda.ID) *agenda.Item {
	it, _, _ := v.find(entry)
	return it
}

// above is what was said above an entry of the meeting.
func (v *view) above(entry agenda.ID) *reading {
	v.find(entry)
	to, r := v.places[entry], &v.read
	if r.docket == nil || to.item < r.at.item || to.item == r.at.item && to.entry < r.at.entry {
		*r = reading{docket: &agenda.Docket{}, votes: map[agenda.ID][]agenda.ID{}, cast: map[agenda.ID]bool{}, back: map[agenda.ID]bool{}}
	}
	for ; r.at.item < to.item; r.at = (place{r.at.item + 1, 0}) {
		r.take(v.Items[r.at.item].Entries[r.at.entry:])
		r.docket = &agenda.Docket{}
	}
	cut := *v.Items[to.item]
	cut.Entries = cut.Entries[:to.entry]
	r.take(cut.Entries[r.at.entry:])
	r.at = to
	r.docket.Read(&cut)
	return r
}

func (r *reading) take(entries []*agenda.Entry) {
	for _, e := range entries {
		switch {
		case e.Kind == agenda.Voted:
			r.votes[e.On], r.cast[e.ID] = append(r.votes[e.On], e.ID), true
		case e.Kind == agenda.TakenBack && e.Strike != nil && e.Strike.Who == agenda.Who{} && r.cast[e.On]:
			r.back[e.On] = true
		}
	}
}

// latest is the latest vote on a motion that was not taken back, or zero.
func (r *reading) latest(motion agenda.ID) agenda.ID {
	votes := r.votes[motion]
	for len(votes) > 0 && r.back[votes[len(votes)-1]] {
		votes = votes[:len(votes)-1]
	}
	r.votes[motion] = votes
	if len(votes) == 0 {
		return 0
	}
	return votes[len(votes)-1]
}

// which says which of the votes on its motion a vote is, the first being one.
func (v *view) which(vote agenda.ID) int {
	if v.nth == nil {
		v.nth = map[agenda.ID]int{}
		count := map[agenda.ID]int{}
		for _, it := range v.Items {
			for _, e := range it.Entries {
				if e.Kind == agenda.Voted {
					count[e.On]++
					v.nth[e.ID] = count[e.On]
				}
			}
		}
	}
	return v.nth[vote]
}

// label is what a motion is called where an item is written.
func (v *view) label(home *agenda.Item, motion agenda.ID) string {
	if motion == 0 {
		return noMotion
	}
	it, e, ok := v.find(motion)
	if !ok || e.Motion == nil {
		return noMotion
	}
	if v.dockets == nil {
		v.dockets, v.calls = map[*agenda.Item]*agenda.Docket{}, map[*agenda.Item]string{}
	}
	d := v.dockets[it]
	if d == nil {
		d = it.Docket()
		v.dockets[it] = d
	}
	if home != nil && it.ID == home.ID {
		return d.Label(motion)
	}
	number, known := v.calls[it]
	if !known {
		number = itemCall(v.Meeting, it)
		v.calls[it] = number
	}
	if number == "" {
		return noMotion
	}
	return d.Label(motion) + "#" + escape(number, inLabels)
}

// itemCall is how an item is called by its number, or "" where it has none.
func itemCall(m *agenda.Meeting, it *agenda.Item) string {
	ref := it.Number
	for n := 1; ref != "" && n <= len(m.Items); n++ {
		if id, ok := m.ItemCalled(ref); ok && id == it.ID {
			return ref
		}
		ref = it.Number + "#" + strconv.Itoa(n)
	}
	return ""
}
