package agenda

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
