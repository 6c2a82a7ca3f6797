package agenda

import (
	"cmp"
	"strings"
)

// Counterpart is the item of this meeting that is what an item of another was:
// of the same kind, else of the same title. Where several are of the kind, the
// one that also has the title. What arises from a meeting is all that it decided
// and gave somebody to do.
func (m Meeting) Counterpart(of *Item) (*Item, bool) {
	if strings.EqualFold(of.Kind, KindArising) {
		arises := m.arises(of)
		return arises, len(arises.Entries) > 0
	}
	var kind, title *Item
	for _, it := range m.Items {
		if !it.Titled() {
			continue
		}
		same := strings.EqualFold(it.Title, of.Title)
		if of.Kind != "" && strings.EqualFold(it.Kind, of.Kind) && (kind == nil || same) {
			kind = it
		}
		if title == nil && same && it.Title != "" {
			title = it
		}
	}
	if kind != nil {
		return kind, true
	}
	return title, title != nil
}

// arises is the decisions and actions of a meeting as one item; each has the
// number of the item it was made in.
func (m Meeting) arises(of *Item) *Item {
	out := &Item{Kind: of.Kind, Title: of.Title, Level: 1}
	for _, it := range m.Ordered() {
		for _, e := range it.Entries {
			if e.Resolution == nil && e.Action == nil {
				continue
			}
			c := *e
			c.Number = cmp.Or(e.Number, it.Number)
			out.Entries = append(out.Entries, &c)
		}
	}
	return out
}
