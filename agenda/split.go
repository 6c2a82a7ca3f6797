package agenda

import "slices"

// Behind is the index at which something typed behind an entry goes: right
// behind it and, where it is part of an exchange, behind the whole of that. What
// asks goes outside every exchange, so that it parts no response from its
// question.
func (it *Item) Behind(entry ID, asks bool) int {
	i := it.index(entry)
	if i < 0 {
		return len(it.Entries)
	}
	at := i + 1
	switch e := it.Entries[i]; {
	case e.Kind.Asks():
		at = it.exchangeEnd(i)
	case e.Kind.Answers() && it.canAnswer(e.On):
		at = max(at, it.exchangeEnd(it.index(e.On)))
	}
	if may := it.boundaries(); asks {
		for !may[at] {
			at++
		}
	}
	return at
}

// BehindIn is [Item.Behind] of a whole item: what is typed behind a public entry
// is public, and behind a closed one private, so it goes no further than where
// private business begins or ends.
func (it *Item) BehindIn(entry ID, asks bool) int {
	end := it.index(entry) + 1
	for end < len(it.Entries) && !it.Entries[end].marks() {
		end++
	}
	part := Item{Entries: it.Entries[:end]}
	return part.Behind(entry, asks)
}

// Split puts two entries in place of the one that has first's ID, and returns
// the ID of the second. Who spoke, who owes and by when are stated once in the
// words and hold for both. A question keeps its responses; the second question
// stands behind them. Returns ErrNotFound, or an *Error.
func (r Record) Split(first, second Entry) (Record, ID, error) {
	_, old, ok := r.Find(first.ID)
	switch {
	case !ok:
		return r, 0, notFound("entry", first.ID)
	case !old.Kind.Textual() && old.Kind != ToDo:
		return r, 0, refuse("%s cannot be split", old.Kind.One())
	case first.Kind != second.Kind:
		return r, 0, refuse("both parts would have to be of one kind")
	case first.wordless() || second.wordless():
		return r, 0, refuse("there must be words on both sides of the cursor")
	}
	second.ID, second.On, second.Number = 0, first.On, ""
	if second.Speaker == (Who{}) {
		second.Speaker = first.Speaker
	}
	if second.Verb == "" && first.Verb == AsTyped {
		second.Verb = AsTyped
	}
	if first.Action != nil && second.Action != nil {
		a, b := *first.Action, *second.Action
		if len(b.Owners) == 0 {
			b.Owners = a.Owners
		}
		if a.Due == "" {
			a.Due = b.Due
		}
		if a.State == "" {
			a.State = b.State
		}
		first.Action, second.Action = &a, &b
	}
	next, err := r.Edit(first)
	if err != nil {
		return r, 0, err
	}
	next, id, err := next.AddAfter(first.ID, second)
	if err != nil {
		return r, 0, err
	}
	return next, id, nil
}

func (e *Entry) wordless() bool { return e.Text == "" && len(e.Points) == 0 }

// Merge joins an entry to the one of its kind above it, which keeps its ID; the
// responses of two questions become those of one, in their order. It refuses
// where that would change what is said: other people, another verb, a vote of
// its own. Returns ErrNotFound, or an *Error.
func (r Record) Merge(entry ID) (Record, ID, error) {
	var one ID
	if !entry.Closed() {
		next, err := r.soundly(entry, func(r Record) (_ Record, err error) {
			r, one, err = r.merge(entry)
			return r, err
		})
		return next, one, err
	}
	next, err := r.closedly(entry, func(r Record) (_ Record, err error) {
		r, one, err = r.merge(entry)
		return r, err
	})
	return next, one, err
}

func (r Record) merge(entry ID) (Record, ID, error) {
	it, e, ok := r.Open.Find(entry)
	if !ok {
		return r, 0, notFound("entry", entry)
	}
	above := it.before(it.index(entry))
	if above == nil {
		return r, 0, refuse("there is nothing above it in this item to join it to")
	}
	one, err := joined(above, e)
	if err != nil {
		return r, 0, err
	}
	r = r.withItem(r.Open.itemIndex(it.ID), func(it *Item) {
		entries := make([]*Entry, 0, len(it.Entries))
		for _, x := range it.Entries {
			switch {
			case x.ID == above.ID:
				x = &one
			case x.ID == e.ID:
				continue
			case x.On == e.ID:
				c := *x
				c.On = one.ID
				x = &c
			}
			entries = append(entries, x)
		}
		it.Entries = entries
	})
	return r.notesBehind(it.ID, e.ID, one.ID).rehung(it.ID), one.ID, nil
}

// before is the entry that the one at index i would be joined to: for what
// stands outside an exchange the one above with its responses left out.
func (it *Item) before(i int) *Entry {
	if i == 0 {
		return nil
	}
	above := it.Entries[i-1]
	if !it.Entries[i].Kind.Answers() && above.Kind.Answers() && it.canAnswer(above.On) {
		return it.Entries[it.index(above.On)]
	}
	return above
}

// joined is two entries as one, or why they cannot be.
func joined(a, b *Entry) (Entry, error) {
	one := *a
	switch {
	case a.Kind != b.Kind:
		return one, refuse("the entry above is %s, this is %s: turn one of them first", a.Kind.One(), b.Kind.One())
	case !a.Kind.Textual() && a.Kind != ToDo && a.Kind != Resolved:
		return one, refuse("%s cannot be joined to another", a.Kind.One())
	case a.On != b.On:
		return one, refuse("it belongs to another question or comment")
	case a.Speaker != b.Speaker:
		return one, refuse("somebody else said it")
	case b.Number != "":
		return one, refuse("it has a number of its own: %s", b.Number)
	case b.Verb != a.Verb && (b.Verb != "" || a.Verb == AsTyped || a.Kind == Resolved):
		return one, refuse("it has another verb")
	}
	switch {
	case a.Resolution != nil && b.Resolution != nil:
		switch {
		case !b.Resolution.bare():
			return one, refuse("it was moved and voted on, or has reasons, by itself")
		case !a.Resolution.bare():
			return one, refuse("the one above was moved and voted on, or has reasons, by itself")
		}
		res := *a.Resolution
		res.Parts = slices.Concat(a.Resolution.Parts, b.Resolution.Parts)
		one.Resolution = &res
	case a.Action != nil && b.Action != nil:
		if !a.Action.same(b.Action) {
			return one, refuse("it is owed by somebody else, or by another day")
		}
	}
	if len(a.Points) > 0 && b.Text != "" {
		return one, refuse("the entry above ends in a list: these words would come before it")
	}
	if one.Text = joinWords(a.Text, b.Text); a.Text == "" || b.Text == "" {
		one.Text = a.Text + b.Text
	}
	one.Points = slices.Concat(a.Points, b.Points)
	return one, nil
}

func (a *Action) same(b *Action) bool {
	return slices.Equal(a.Owners, b.Owners) && a.Due == b.Due && a.State == b.State &&
		(a.Follows == b.Follows || a.Follows != nil && b.Follows != nil && *a.Follows == *b.Follows)
}

// as is the entry as one of another kind, where its words can be that.
func (e *Entry) as(k Kind) (Entry, bool) {
	c := *e
	c.Kind, c.On, c.Resolution, c.Action = k, 0, nil, nil
	verb := e.Verb
	switch {
	case e.Kind.Textual():
	case e.Resolution != nil && e.Kind == Resolved:
		if len(e.Resolution.Parts) != 1 || !e.Resolution.bare() || e.On != 0 || verb != "" || e.Text != "" {
			return c, false
		}
		c.Text, c.Points = e.Resolution.Parts[0].Text, e.Resolution.Parts[0].Points
	case e.Action != nil && e.Kind == ToDo:
		if !e.Action.same(&Action{}) {
			return c, false
		}
	default:
		return c, false
	}
	switch {
	case k.Textual():
		return c, true
	case e.Speaker != (Who{}) || verb != "" || c.Text == "":
		return c, false // the words would lose who said them, or how
	case k == Resolved:
		c.Resolution = &Resolution{Parts: []Point{{Text: c.Text, Points: c.Points}}}
		c.Text, c.Points = "", nil
		return c, true
	case k == ToDo:
		c.Action = &Action{}
		return c, true
	}
	return c, false
}

func joinWords(a, b string) string {
	if b == "" {
		return a
	}
	return a + " " + b
}
