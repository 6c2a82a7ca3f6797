package agenda

import "slices"

// public is an entry that goes among the public ones: it has no number of the
// closed ones, and names none of them.
func (e Entry) public() Entry {
	if e.ID.Closed() {
		e.ID = 0
	}
	if e.On.Closed() {
		e.On = 0
	}
	return e
}

// soundInsert is insert, unless private business would begin or end wrongly.
func (r Record) soundInsert(item, at int, e Entry) (Record, ID, error) {
	next, id, err := r.insert(item, at, e)
	if err == nil {
		err = next.sound(r.Open.Items[item].ID)
	}
	if err != nil {
		return r, 0, err
	}
	return next, id, nil
}

// soundly makes a change of public entries, unless it would leave private
// business where the public reads.
func (r Record) soundly(entry ID, change func(Record) (Record, error)) (Record, error) {
	next, err := change(r)
	if err != nil {
		return r, err
	}
	if it, _, ok := next.Open.Find(entry); ok {
		if err := next.sound(it.ID); err != nil {
			return r, err
		}
	}
	return next, nil
}

// sound says why an item cannot be as it is: private business stands where the
// item is public, or the other way round.
func (r Record) sound(item ID) error {
	it, ok := r.Open.Item(item)
	if !ok || it.Exempt == nil && r.Closed.Items[item] == nil {
		return nil
	}
	if err := r.marked(it); err != nil {
		return err
	}
	whole, _ := r.Whole(item)
	private := it.Exempt != nil && it.Exempt.Whole
	for _, e := range whole.Entries {
		switch {
		case e.marks():
			private = e.Event.What == Exempted
		case e.Kind == Note || e.Fact():
		case e.ID.Closed() && !private:
			return refuse("private business would stand among the public minutes")
		case !e.ID.Closed() && private:
			return refuse("public minutes would stand among private business")
		}
	}
	return nil
}

// marked says why private business cannot begin and end where it does: each
// beginning needs an end before the next, and an item that begins with private
// business is private as a whole.
func (r Record) marked(it *Item) error {
	private := it.Exempt != nil && it.Exempt.Whole
	for i, e := range it.Entries {
		if !e.marks() {
			continue
		}
		begins := e.Event.What == Exempted
		switch {
		case begins && i == 0:
			return refuse("the item would begin with private business: make the whole item private instead")
		case begins == private:
			return refuse("private business would begin or end twice")
		}
		private = begins
	}
	if c := r.Closed.Items[it.ID]; c != nil && slices.ContainsFunc(c.Entries, func(e *ClosedEntry) bool { return e.marks() }) {
		return refuse("what begins or ends private business is public")
	}
	return nil
}

// outcomes says why an entry that begins or ends private business cannot go:
// what became of the item was said in the part that it marks.
func (r Record) outcomes(it *Item) error {
	begun := it.Exempt != nil && it.Exempt.Whole
	public := !begun
	for _, e := range it.Entries {
		if e.marks() {
			begun, public = true, public || e.Event.What == Reopened
		}
	}
	c := r.Closed.Items[it.ID]
	switch {
	case c != nil && !begun && (c.Outcome != (Outcome{}) || c.Late != ""):
		return refuse("what became of the item is private")
	case !public && it.Outcome != (Outcome{}):
		return refuse("what became of the item is public")
	}
	return nil
}

// Sound says of every item whether its private business is where it says.
// A record that came from outside is asked before it is believed.
func (r Record) Sound() error {
	for _, it := range r.Open.Items {
		if err := r.sound(it.ID); err != nil {
			return err
		}
	}
	return nil
}
