package agenda

// AddClosedSlowly is what Add does of private words where the item is not as
// every change leaves it.
func (r Record) AddClosedSlowly(item ID, e Entry) (Record, ID, error) {
	e.On = r.target(e)
	whole, _ := r.Whole(item)
	return r.insertClosed(item, len(whole.Entries), e)
}
