package agenda

import "strings"

// Counterpart is the item of this meeting that is what an item of another was:
// of the same kind, else of the same title. Where several are of the kind, the
// one that also has the title.
func (m Meeting) Counterpart(of *Item) (*Item, bool) {
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
