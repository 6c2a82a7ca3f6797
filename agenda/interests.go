package agenda

import (
	"slices"
	"strings"
)

// Stake is the interest that somebody declared in an item.
type Stake struct {
	Holder
	Entry  ID     // which says so
	Nature string // empty: not stated
	Effect string // stayed, spoke, left, took no part, or any words; empty: not stated
}

// Leaves is whether the declaration says that they leave the room.
func (s Stake) Leaves() bool {
	first, _, _ := strings.Cut(strings.ToLower(s.Effect), " ")
	return first == "left" || first == "leaves" || first == "leave"
}

// InterestsIn is who declared an interest in an item, each person once with
// what they said last. A declaration that names no item is about the one it
// was made in, unless that is the item for declarations.
func (m Meeting) InterestsIn(item ID) []Stake { return m.Stakes()[item] }

// Stakes is InterestsIn of every item.
func (m Meeting) Stakes() map[ID][]Stake {
	out := map[ID][]Stake{}
	for _, part := range m.stretches() {
		for _, e := range part.entries {
			if e.Interest == nil || len(e.Interest.Holders) == 0 {
				continue
			}
			for _, item := range m.concerned(part.item, e.Interest) {
				for _, h := range e.Interest.Holders {
					rest := slices.DeleteFunc(out[item], func(s Stake) bool { return s.Who == h.Who })
					out[item] = append(rest, Stake{h, e.ID, e.Interest.Nature, e.Interest.Effect})
				}
			}
		}
	}
	return out
}

// concerned is the items that an interest is in, which was declared in one.
func (m Meeting) concerned(in *Item, i *Interest) []ID {
	if len(i.Items) == 0 && in.Titled() && in.Kind != KindInterests {
		return []ID{in.ID}
	}
	var out []ID
	for _, ref := range i.Items {
		id := ref.ID
		if id == 0 {
			id, _ = m.ItemCalled(ref.Words)
		}
		if id != 0 && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// OutForInterest is who left because of an interest and is still out of the
// room, in the order of the roster.
func (s Scene) OutForInterest() []ID {
	var out []ID
	for _, a := range s.roster {
		if p := s.places[a.ID]; p.What == Left && p.How == Interested {
			out = append(out, a.ID)
		}
	}
	return out
}
