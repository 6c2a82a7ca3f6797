package agenda

import (
	"cmp"
	"slices"
	"strings"
)

// State is how far an item is.
type State int

// The states of an item.
const (
	Pending  State = iota // not taken yet
	Open                  // being minuted
	Done                  // taken and left
	SetAside              // deferred, withdrawn, referred…: it has an Outcome
)

// Item finds an item by its ID.
func (m Meeting) Item(id ID) (*Item, bool) {
	if i := m.itemIndex(id); i >= 0 {
		return m.Items[i], true
	}
	return nil, false
}

func (m Meeting) itemIndex(id ID) int {
	for i, it := range m.Items {
		if it.ID == id {
			return i
		}
	}
	return -1
}

// Opening is the untitled item that holds the roll.
func (m Meeting) Opening() ID {
	if len(m.Items) == 0 {
		return 0
	}
	return m.Items[0].ID
}

// Find finds a public entry and the item it stands in.
func (m Meeting) Find(entry ID) (*Item, *Entry, bool) {
	for _, it := range m.Items {
		if i := it.index(entry); i >= 0 {
			return it, it.Entries[i], true
		}
	}
	return nil, nil, false
}

func (it *Item) index(entry ID) int {
	for i, e := range it.Entries {
		if e.ID == entry {
			return i
		}
	}
	return -1
}

// Last is the last entry of an item, or nil.
func (it *Item) Last() *Entry {
	if len(it.Entries) == 0 {
		return nil
	}
	return it.Entries[len(it.Entries)-1]
}

// Titled says whether the item is an item of the agenda, not the opening or
// an interlude.
func (it *Item) Titled() bool { return it.Kind != KindOpening && it.Kind != KindInterlude }

// Attendee finds a line of the roster.
func (m Meeting) Attendee(id ID) (Attendee, bool) {
	for _, a := range m.Roster {
		if a.ID == id {
			return a, true
		}
	}
	return Attendee{}, false
}

// Full is the name as the roster has it, "Cllr Asha Verma", or the office
// where the seat has no name.
func (a Attendee) Full() string {
	if a.Name == "" {
		return a.Office
	}
	return strings.TrimSpace(a.Title + " " + a.Name)
}

// Short is the title and the surname: "Cllr Verma".
func (a Attendee) Short() string { return strings.TrimSpace(a.Title + " " + a.Surname()) }

// HasRole says whether one of the words in brackets is role, in any case.
func (a Attendee) HasRole(role string) bool {
	for _, r := range a.Roles {
		if strings.EqualFold(r, role) {
			return true
		}
	}
	return false
}

// Named lists the roster lines that words can mean, the closest kind of match
// alone: a full name; else a surname of one word or more, initials, an office
// or a role; else nothing. Case does not matter.
func (m Meeting) Named(words string) []ID {
	words = oneSpaced(words)
	if words == "" {
		return nil
	}
	var full, part []ID
	for _, a := range m.Roster {
		name := oneSpaced(a.Name)
		switch {
		case strings.EqualFold(words, oneSpaced(a.Full())), strings.EqualFold(words, name):
			full = append(full, a.ID)
		case endsWith(name, words), calls(a, words),
			strings.EqualFold(words, oneSpaced(a.Initials)), strings.EqualFold(words, oneSpaced(a.Office)), a.HasRole(words):
			part = append(part, a.ID)
		}
	}
	if len(full) > 0 {
		return full
	}
	return part
}

// calls is whether words are the title and the last words of the name: "Dr de
// la Mare", "Dr Mare".
func calls(a Attendee, words string) bool {
	title := oneSpaced(a.Title) + " "
	n := len(title)
	return n > 1 && len(words) > n && strings.EqualFold(words[:n], title) && endsWith(oneSpaced(a.Name), words[n:])
}

// oneSpaced is words with one blank between them and one kind of apostrophe, so
// that they compare as people read them.
func oneSpaced(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "’", "'")
}

// endsWith says whether the last words of a name are those: "de la Mare" of
// "Joan de la Mare".
func endsWith(name, words string) bool {
	all, last := strings.Fields(name), strings.Fields(words)
	ends := func(all []string) bool {
		return len(last) <= len(all) && strings.EqualFold(strings.Join(all[len(all)-len(last):], " "), words)
	}
	return ends(all) || ends(all[:len(all)-suffixes(all)])
}

// Current is the item being minuted, or zero.
func (m Meeting) Current() ID {
	if n := len(m.Taken); n > 0 && m.Taken[n-1].To == "" {
		return m.Taken[n-1].Item
	}
	return 0
}

// State is how far an item is.
func (m Meeting) State(item ID) State {
	it, ok := m.Item(item)
	switch {
	case !ok:
		return Pending
	case m.Current() == item:
		return Open
	case it.Outcome != (Outcome{}):
		return SetAside
	}
	for _, s := range m.Taken {
		if s.Item == item {
			return Done
		}
	}
	return Pending
}

// Minutes is for how many minutes an item has been open, all its spans
// together; now ends the span that is still open.
func (m Meeting) Minutes(item ID, now Clock) int {
	total := 0
	for i, s := range m.Taken {
		if s.Item != item {
			continue
		}
		to := s.To
		if to == "" && i == len(m.Taken)-1 {
			to = now
		}
		if n, ok := s.From.MinutesUntil(to); ok && n > 0 {
			total += n
		}
	}
	return total
}

// Ordered is the items in the order to print them: the opening, then the order
// in which items were taken. An item that was never taken keeps its place on
// the agenda: behind all the items before it, those taken late included. An
// interlude or a sub-item that was never taken stays behind the item it follows.
// Where nobody minuted when an item was taken, the minutes may say that it was
// taken out of its turn.
func (m Meeting) Ordered() []*Item {
	rank := make(map[ID]int, len(m.Taken)) // of a taken item, from 1
	for _, s := range m.Taken {
		if _, ok := rank[s.Item]; !ok {
			rank[s.Item] = len(rank) + 1
		}
	}
	type placed struct {
		it   *Item
		rank int // of the taken item it stands at or behind; 0: before all
		sub  int // depth of what stands behind it: its own line, then the rest
	}
	list := make([]placed, len(m.Items))
	latest, previous := 0, placed{}
	for i, it := range m.Items {
		p := placed{it: it}
		switch n := rank[it.ID]; {
		case n > 0 && it.Titled():
			p.rank = n
		case it.Titled() && it.Level <= 1:
			p.rank, p.sub = latest, 2
		default:
			p.rank, p.sub = previous.rank, max(previous.sub, 1)
		}
		list[i], latest, previous = p, max(latest, p.rank), p
	}
	slices.SortStableFunc(list, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.sub, b.sub))
	})
	out := make([]*Item, len(list))
	for i, p := range list {
		out[i] = p.it
	}
	return takenOut(out, rank)
}

// ClosedAt is when the meeting closed, empty while it has not or where it was
// opened again. A clock without a time is the day of the meeting.
func (m Meeting) ClosedAt() Clock {
	if e := m.Closing(); e != nil {
		return cmp.Or(e.At, Clock(m.Start.Date()), Unknown)
	}
	return ""
}

// Closing is the event with which the meeting closed, nil while it has not or
// where it was opened again or went on. It is printed behind everything else, for what is
// written up after the close was said before it.
func (m Meeting) Closing() *Entry {
	var closing *Entry
	for _, it := range m.Ordered() {
		for _, e := range it.Entries {
			if e.Event == nil {
				continue
			}
			switch e.Event.What {
			case ClosedUp:
				closing = e
			case Opened, Resumed:
				closing = nil
			}
		}
	}
	return closing
}

// OpenedAt is the minuted time of the opening, or the time the meeting was
// called for.
func (m Meeting) OpenedAt() Clock {
	for _, it := range m.Ordered() {
		for _, e := range it.Entries {
			if e.Event != nil && e.Event.What == Opened && e.At != "" {
				return e.At
			}
		}
	}
	return m.Start
}
