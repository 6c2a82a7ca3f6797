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
func (m Meeting) InterestsIn(item ID) []Stake {
	var out []Stake
	for _, part := range m.stretches() {
		for _, e := range part.entries {
			if e.Interest == nil || !m.concerns(part.item, e.Interest, item) {
				continue
			}
			for _, h := range e.Interest.Holders {
				out = slices.DeleteFunc(out, func(s Stake) bool { return s.Who == h.Who })
				out = append(out, Stake{h, e.ID, e.Interest.Nature, e.Interest.Effect})
			}
		}
	}
	return out
}

// concerns is whether an interest, declared in an item, is one in another.
func (m Meeting) concerns(in *Item, i *Interest, item ID) bool {
	if len(i.Items) == 0 {
		return in.ID == item && in.Titled() && in.Kind != KindInterests
	}
	return slices.ContainsFunc(i.Items, func(ref ItemRef) bool {
		id := ref.ID
		if id == 0 {
			id, _ = m.ItemCalled(ref.Words)
		}
		return id == item
	})
}

// OutFor is who left an item because of an interest and is still out of the
// room.
func (m Meeting) OutFor(item ID) []ID {
	it, ok := m.Item(item)
	if !ok {
		return nil
	}
	now := m.Scene()
	var out []ID
	for _, e := range it.Entries {
		if e.Event == nil || e.Event.What != Left || e.Event.How != Interested {
			continue
		}
		for _, id := range e.Event.Who {
			if now.Place(id).What == Left && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}
