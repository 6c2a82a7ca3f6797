package agenda

import "strings"

// Declaration is one member's interest as far as it covers one item.
type Declaration struct {
	Entry  ID // the entry that declares it
	Holder Holder
	Nature string
	Effect string
}

// InterestsIn lists who declared an interest in an item, in the order in which
// the declarations were taken; one who declared it twice is there twice. A
// declaration that names no item covers the one it stands in, unless that is the
// item for declarations or no item of the agenda. A declaration is its holder's
// own: it says nothing of a substitute.
func (m Meeting) InterestsIn(item ID) []Declaration {
	var out []Declaration
	if item == 0 {
		return nil
	}
	for _, it := range m.Ordered() {
		for _, e := range it.Entries {
			if e.Interest == nil || !e.Interest.covers(item, it) {
				continue
			}
			for _, h := range e.Interest.Holders {
				out = append(out, Declaration{Entry: e.ID, Holder: h, Nature: e.Interest.Nature, Effect: e.Interest.Effect})
			}
		}
	}
	return out
}

// covers says whether an interest declared in an item is one in another.
func (in *Interest) covers(item ID, declared *Item) bool {
	for _, ref := range in.Items {
		if ref.ID == item {
			return true
		}
	}
	return len(in.Items) == 0 && declared.ID == item && declared.Titled() && declared.Kind != KindInterests
}

// Has says whether the declaration states an effect, in any case.
func (d Declaration) Has(effect string) bool {
	return strings.EqualFold(strings.TrimSpace(d.Effect), effect)
}
