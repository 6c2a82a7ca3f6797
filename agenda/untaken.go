package agenda

import "slices"

// Untaken is the items of the agenda that nobody has dealt with, in its order.
// What was minuted in private has dealt with an item too; the clerk's notes have
// not.
func (r Record) Untaken() []*Item {
	return slices.DeleteFunc(r.Open.Untaken(), func(it *Item) bool {
		c := r.Closed.Items[it.ID]
		return c != nil && (c.Outcome != (Outcome{}) || slices.ContainsFunc(c.Entries, func(e *ClosedEntry) bool {
			return e.Kind != Note && (e.Action == nil || e.Action.Follows == nil)
		}))
	})
}

// Untaken is the items of the agenda that nobody has dealt with, in its order.
// Actions carried over from an earlier meeting are no minute of this one.
func (m Meeting) Untaken() []*Item {
	var out []*Item
	taken := make(map[ID]bool, len(m.Taken))
	for _, s := range m.Taken {
		taken[s.Item] = true
	}
	for _, it := range m.Items {
		if it.Titled() && !taken[it.ID] && it.Outcome == (Outcome{}) && !it.minuted() {
			out = append(out, it)
		}
	}
	return out
}

func (it *Item) minuted() bool {
	for _, e := range it.Entries {
		if e.Action == nil || e.Action.Follows == nil {
			return true
		}
	}
	return false
}

// Unanswered is the questions without a response. Many need none: it is for
// pointing at.
func (m Meeting) Unanswered() []*Entry {
	var out []*Entry
	for _, it := range m.Items {
		answered := map[ID]bool{}
		for _, e := range it.Entries {
			answered[e.On] = true
		}
		for _, e := range it.Entries {
			if e.Kind == Question && !answered[e.ID] {
				out = append(out, e)
			}
		}
	}
	return out
}
