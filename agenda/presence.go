package agenda

import (
	"cmp"
	"slices"
)

// Scene is the room at one moment of a meeting. It is derived from the events,
// in the order in which things happened, and never stored.
type Scene struct {
	roster []Attendee
	places map[ID]Place
	public Place
	took   ID  // who took the chair last
	tookAt int // the event it was
	events int // so far
}

// Place is where somebody is. The zero Place is of somebody of whom nothing was
// said yet: they are expected.
type Place struct {
	What    string // of the event that says where they are
	Since   Clock  // its time
	How     string // of that event: Interested
	For     ID     // whom they sit for as a substitute
	Proxies []ID   // whom they vote for besides
	// Relieved: they sat for a member who has come after all, and have no vote.
	Relieved bool
	came     int // the event with which they came
}

// Here is whether somebody is in the meeting.
func (p Place) Here() bool { return IsHere(p.What) }

// Public is where the public is: attending, unless an event that names nobody
// says that it left.
func (s Scene) Public() Place { return s.public }

// Place is where a line of the roster is.
func (s Scene) Place(id ID) Place { return s.places[id] }

// Sitting is who sits for a member as a substitute, or zero.
func (s Scene) Sitting(member ID) ID {
	for _, a := range s.roster {
		if member != 0 && s.places[a.ID].For == member {
			return a.ID
		}
	}
	return 0
}

// Scene is the room at the end of all that was minuted.
func (m Meeting) Scene() Scene {
	s := m.scene()
	for _, part := range m.stretches() {
		s.pass(part.entries)
	}
	return s
}

// SceneOf is the room before the first and behind the last entry of an item.
func (m Meeting) SceneOf(item ID) (start, end Scene) {
	s, begun := m.scene(), false
	start, end = s, s
	for _, part := range m.stretches() {
		if part.item.ID == item && !begun {
			start, begun = s.clone(), true
		}
		s.pass(part.entries)
		if part.item.ID == item {
			end = s.clone()
		}
	}
	return start, end
}

// moves is whether an entry is somebody's coming, going or taking the chair.
func (e *Entry) moves() bool {
	return e.Event != nil && (places(e.Event.What) || e.Event.What == Presides)
}

func (m Meeting) scene() Scene {
	return Scene{roster: m.Roster, places: make(map[ID]Place, len(m.Roster)), public: Place{What: Attending}}
}

func (s Scene) clone() Scene {
	places := make(map[ID]Place, len(s.places))
	for id, p := range s.places {
		places[id] = p
	}
	s.places = places
	return s
}

func (s *Scene) pass(entries []*Entry) {
	for _, e := range entries {
		s.happens(e)
	}
}

// happens takes what an entry changes in the room.
func (s *Scene) happens(e *Entry) {
	v := e.Event
	if v == nil || !e.moves() {
		return
	}
	s.events++
	switch {
	case v.What == Presides:
		for _, id := range v.Who {
			s.took, s.tookAt = id, s.events
			if p := s.places[id]; p.What == "" { // who presides is in the room
				p.What, p.came = Present, s.events
				s.places[id] = p
			}
		}
		return
	case len(v.Who) == 0 && (v.What == Left || v.What == Returned):
		s.public = Place{What: v.What, Since: e.At}
	}
	for _, id := range v.Who {
		s.goes(id, v, e.At)
	}
	if p := s.places[v.For]; v.For != 0 && p.What == "" {
		s.places[v.For] = Place{What: Apologies}
	}
}

// goes is what an event makes of one of those it names.
func (s *Scene) goes(id ID, v *Event, at Clock) {
	old := s.places[id]
	p := Place{What: v.What, Since: at, How: v.How, For: old.For, Proxies: old.Proxies, Relieved: old.Relieved, came: old.came}
	switch {
	case old.Here() && (v.What == Proxy || v.What == Substitutes):
		p.What, p.Since = cmp.Or(old.What, v.What), old.Since // there already
	case alone(v.What) && !IsHere(v.What):
		p.For, p.Proxies, p.Relieved = 0, nil, false // not coming at all
	}
	switch {
	case v.For == 0 || len(v.Who) != 1:
	case v.What == Proxy:
		p.Proxies = append(slices.Clone(p.Proxies), v.For)
	case v.What == Substitutes:
		p.What, p.For, p.Relieved = Substitutes, v.For, false
	}
	if p.Here() && !old.Here() {
		p.came = s.events
	}
	s.places[id] = p
	if !p.Here() {
		return
	}
	for other, q := range s.places { // the member is there, and needs nobody
		switch {
		case q.For == id:
			q.For, q.Relieved = 0, true
		case slices.Contains(q.Proxies, id):
			q.Proxies = slices.DeleteFunc(slices.Clone(q.Proxies), func(giver ID) bool { return giver == id })
		default:
			continue
		}
		s.places[other] = q
	}
}

// stretch is what was minuted of an item while it was open once.
type stretch struct {
	item    *Item
	entries []*Entry
	taken   int // which of the spans; -1: never taken
}

// stretches is all that was minuted, in the order in which it happened. What an
// item taken again was minuted with from then on, as its times tell, stands
// behind what came between.
func (m Meeting) stretches() []stretch {
	spans := map[ID][]int{}
	for i, s := range m.Taken {
		spans[s.Item] = append(spans[s.Item], i)
	}
	var out, again []stretch
	for _, it := range m.Ordered() {
		visits := spans[it.ID]
		if len(visits) == 0 {
			out = append(out, stretch{it, it.Entries, -1})
			continue
		}
		rest := it.Entries
		for n, span := range visits {
			part := rest
			if n+1 < len(visits) {
				at := m.from(visits[n+1], rest)
				part, rest = rest[:at], rest[at:]
			}
			if s := (stretch{it, part, span}); n == 0 {
				out = append(out, s)
			} else {
				again = append(again, s)
			}
		}
	}
	for _, s := range again {
		at := slices.IndexFunc(out, func(o stretch) bool { return o.taken > s.taken })
		if at < 0 {
			at = len(out)
		}
		out = slices.Insert(out, at, s)
	}
	return out
}

// from is the first of some entries that was minuted in a span or later.
func (m Meeting) from(span int, entries []*Entry) int {
	began := m.Taken[span].From
	for i, e := range entries {
		if began.TimeOfDay() != "" && e.At.TimeOfDay() != "" && e.At >= began {
			return i
		}
	}
	return len(entries)
}
