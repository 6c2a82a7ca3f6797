package agenda

// Said is what became of an item or a motion and where it goes, as one says it:
// "deferred to 16 April".
func (o Outcome) Said() string {
	if o.To == "" {
		return o.Words
	}
	return o.Words + " to " + o.To
}
