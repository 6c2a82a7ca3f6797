package agenda

// spokenOf says whether anything in the record names an item: it was taken
// before another, somebody came for it, and the like.
func (r Record) spokenOf(item ID) bool {
	found := false
	refs := Refs{Item: func(id ID) ID { found = found || id == item; return id }}
	for _, a := range r.Open.Roster {
		a.WithRefs(refs)
	}
	for _, it := range r.Open.Items {
		for _, e := range it.Entries {
			e.WithRefs(refs)
		}
	}
	for _, c := range r.Closed.Items {
		for _, e := range c.Entries {
			e.WithRefs(refs)
		}
	}
	return found
}
