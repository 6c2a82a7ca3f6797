package agenda

import "slices"

// An exchange is a question or comment with the responses and further comments
// that hang on it. The notation hangs a response on the latest question or
// comment above it, so every change keeps that true: no response is ever left
// under somebody else's question, and none hangs on what is not there.

// Textual says whether entries of the kind are words alone.
func (k Kind) Textual() bool {
	switch k {
	case Narrative, Update, Question, Comment, Response, Further:
		return true
	}
	return false
}

// Asks says whether entries of the kind can have responses: questions and
// comments.
func (k Kind) Asks() bool { return k == Question || k == Comment }

// Answers says whether entries of the kind hang on one that asks.
func (k Kind) Answers() bool { return k == Response || k == Further }

// Refers says whether entries of the kind may name a motion or a vote in On,
// of this item or another.
func (k Kind) Refers() bool {
	switch k {
	case Moved, Voted, Settled, TakenBack, Resolved:
		return true
	}
	return false
}

// answersTo says whether the entry is a response to the question or comment.
func (e *Entry) answersTo(question ID) bool { return e.Kind.Answers() && e.On == question }

// asked is the latest question or comment before index i, or zero.
func (it *Item) asked(i int) ID {
	for i--; i >= 0; i-- {
		if it.Entries[i].Kind.Asks() {
			return it.Entries[i].ID
		}
	}
	return 0
}

// Asked is the question or comment that a response typed now belongs to, or
// zero where the item has none.
func (it *Item) Asked() ID { return it.asked(len(it.Entries)) }

// canAnswer says whether a response of this item can hang on the entry.
func (it *Item) canAnswer(on ID) bool {
	i := it.index(on)
	return i >= 0 && it.Entries[i].Kind.Asks()
}

// exchangeEnd is the index behind the last response to the entry at index i,
// whatever else stands in between.
func (it *Item) exchangeEnd(i int) int {
	end := i + 1
	for j := end; j < len(it.Entries); j++ {
		if it.Entries[j].answersTo(it.Entries[i].ID) {
			end = j + 1
		}
	}
	return end
}

// place is the index for a new entry that is wanted at index at: there, unless
// that would part a response from its question. It settles what e hangs on.
func (it *Item) place(at int, e *Entry) (int, error) {
	above := it.asked(at)
	switch {
	case e.Kind.Refers():
	case !e.Kind.Answers():
		e.On = 0
	case e.On == 0:
		e.On = above
	case !it.canAnswer(e.On):
		return 0, refuse("there is no such question or comment in this item to respond to")
	case e.On != above:
		at = it.exchangeEnd(it.index(e.On))
	}
	if e.Kind.Asks() && above != 0 {
		at = max(at, it.exchangeEnd(it.index(above)))
	}
	return at, nil
}

// settle makes sure that what answers hangs on a question or comment of this
// item, and that nothing else hangs on anything. It owns it.Entries.
func (it *Item) settle() {
	for i, e := range it.Entries {
		on := e.On
		switch {
		case e.Kind.Refers():
		case !e.Kind.Answers():
			on = 0
		case on == 0 || !it.canAnswer(on):
			on = it.asked(i)
		}
		if on != e.On {
			c := *e
			c.On = on
			it.Entries[i] = &c
		}
	}
}

// rehung has the closed responses of an item hang on the question or comment
// that stands above them now, public or closed. Public responses hang on public
// questions alone, whatever was said in private.
func (r Record) rehung(item ID) Record {
	c := r.Closed.Items[item]
	if c == nil || !slices.ContainsFunc(c.Entries, func(e *ClosedEntry) bool { return e.Kind.Answers() }) {
		return r
	}
	whole, _ := r.Whole(item)
	on, above := map[ID]ID{}, ID(0)
	for _, e := range whole.Entries {
		if e.Kind.Asks() {
			above = e.ID
		} else if e.Kind.Answers() && e.ID.Closed() && e.On != above {
			on[e.ID] = above
		}
	}
	if len(on) == 0 {
		return r
	}
	return r.withClosed(item, func(c *ClosedItem) {
		c.Entries = slices.Clone(c.Entries)
		for i, e := range c.Entries {
			if to, moved := on[e.ID]; moved {
				changed := *e
				changed.On = to
				c.Entries[i] = &changed
			}
		}
	})
}

// adopt hangs the responses behind index i, up to the next question or comment,
// on the entry there. It owns it.Entries.
func (it *Item) adopt(i int) {
	for j := i + 1; j < len(it.Entries) && !it.Entries[j].Kind.Asks(); j++ {
		if e := it.Entries[j]; e.Kind.Answers() && e.ID.Closed() == it.Entries[i].ID.Closed() {
			c := *e
			c.On = it.Entries[i].ID
			it.Entries[j] = &c
		}
	}
}

// Move moves an entry up (by < 0) or down inside its item, past whole
// exchanges: a question or comment takes its responses along with all that
// stands between them, and a response stays among those of its question. What
// stands inside an exchange without belonging to it leaves it for good.
// Returns ErrNotFound, or an *Error at either end.
func (r Record) Move(entry ID, by int) (Record, error) {
	if entry.Closed() {
		return r.closedly(entry, func(r Record) (Record, error) { return r.move(entry, by) })
	}
	return r.move(entry, by)
}

func (r Record) move(entry ID, by int) (Record, error) {
	it, e, ok := r.Open.Find(entry)
	if !ok {
		return r, notFound("entry", entry)
	}
	from := it.index(entry)
	end := it.exchangeEnd(from)
	unit := it.Entries[from:end]
	rest := Item{Entries: slices.Concat(it.Entries[:from], it.Entries[end:])}
	may := rest.boundaries()
	if e.Kind.Answers() && e.On != 0 {
		may = rest.answersTo(e.On)
	}
	step := 1
	if by < 0 {
		step, by = -1, -by
	}
	at := from
	for by > 0 {
		at += step
		if at < 0 || at >= len(may) {
			if e.Kind.Answers() && e.On != 0 {
				return r, refuse("%s stays with its question or comment", e.Kind.One())
			}
			return r, refuse("it cannot go further in this item")
		}
		if may[at] {
			by--
		}
	}
	next := r.withItem(r.Open.itemIndex(it.ID), func(it *Item) {
		it.Entries = slices.Insert(rest.Entries, at, unit...)
	})
	if err := next.sound(it.ID); err != nil {
		return r, err
	}
	return next, nil
}

// boundaries says of each index whether it lies outside every exchange.
func (it *Item) boundaries() []bool {
	ends := make(map[ID]int, len(it.Entries)) // by question: behind its last response
	for i, e := range it.Entries {
		if e.Kind.Answers() && e.On != 0 {
			ends[e.On] = i + 1
		}
	}
	may := make([]bool, len(it.Entries)+1)
	reach := 0
	for i := range may {
		may[i] = i >= reach
		if i < len(it.Entries) {
			reach = max(reach, ends[it.Entries[i].ID])
		}
	}
	return may
}

// answersTo says of each index whether a response there stands behind its
// question and no further down than behind the last of the others.
func (it *Item) answersTo(question ID) []bool {
	may := make([]bool, len(it.Entries)+1)
	if q := it.index(question); q >= 0 {
		for i := q + 1; i <= it.exchangeEnd(q); i++ {
			may[i] = true
		}
	}
	return may
}

// MoveTo moves an entry, and what of its item hangs on it, to the end of another
// item. Returns ErrNotFound, or an *Error for a response.
func (r Record) MoveTo(entry, item ID) (Record, error) {
	if entry.Closed() {
		return r, refuse("private words stay in their item: strike them and write them anew")
	}
	it, e, ok := r.Open.Find(entry)
	if !ok {
		return r, notFound("entry", entry)
	}
	to := r.Open.itemIndex(item)
	if to < 0 {
		return r, notFound("item", item)
	}
	if e.marks() {
		return r, refuse("private business begins and ends within its item: strike it and write it anew")
	}
	if r.Open.Items[to].Private() && !e.Fact() {
		return r, refuse("that item is private business now: strike it and write it anew")
	}
	if e.Kind.Answers() && e.On != 0 {
		return r, refuse("%s stays with its question or comment: move that", e.Kind.One())
	}
	next, moved := r.lift(it, it.hanging(entry)) // what names them goes on naming them
	if err := next.sound(it.ID); err != nil {
		return r, err
	}
	for _, e := range moved {
		var err error
		if next, _, err = next.insert(to, len(next.Open.Items[to].Entries), e); err != nil {
			return r, err
		}
	}
	return next, nil
}
