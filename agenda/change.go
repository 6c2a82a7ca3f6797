package agenda

import (
	"maps"
	"slices"
)

// New is the record of a meeting that has just been made or read: every item,
// entry and roster line gets an ID if it has none, the counter stands above
// all of them, and the first item is the opening.
func New(m Meeting) Record {
	if len(m.Items) == 0 || m.Items[0].Kind != KindOpening {
		m.Items = append([]*Item{{Kind: KindOpening}}, m.Items...)
	}
	var top ID
	for _, a := range m.Roster {
		top = max(top, a.ID)
	}
	for _, it := range m.Items {
		top = max(top, it.ID)
		for _, e := range it.Entries {
			top = max(top, e.ID)
		}
	}
	m.Next = max(m.Next, top+1)
	m.Roster = slices.Clone(m.Roster)
	for i := range m.Roster {
		m.Next = number(&m.Roster[i].ID, m.Next)
	}
	items := make([]*Item, len(m.Items))
	for i, old := range m.Items {
		it := *old
		m.Next = number(&it.ID, m.Next)
		it.Entries = slices.Clone(it.Entries)
		for j, e := range it.Entries {
			if e.ID == 0 {
				c := *e
				m.Next = number(&c.ID, m.Next)
				it.Entries[j] = &c
			}
		}
		items[i] = &it
	}
	m.Items = items
	return Record{Open: m}
}

func number(id *ID, next ID) ID {
	if *id != 0 {
		return next
	}
	*id = next
	return next + 1
}

// withItem is r with the item of index i replaced by a changed copy.
func (r Record) withItem(i int, change func(*Item)) Record {
	it := *r.Open.Items[i]
	change(&it)
	items := slices.Clone(r.Open.Items)
	items[i] = &it
	r.Open.Items = items
	return r
}

// Reserve gives out the ID of an entry that is about to be typed.
func (r Record) Reserve() (Record, ID) {
	id := r.Open.Next
	r.Open.Next++
	return r, id
}

// Add puts an entry at the end of an item and returns its ID. A note goes into
// the closed part, behind the last public entry. Returns ErrNotFound where the
// item is not of this meeting.
func (r Record) Add(item ID, e Entry) (Record, ID, error) {
	i := r.Open.itemIndex(item)
	if i < 0 {
		return r, 0, notFound("item", item)
	}
	if e.Kind == Note {
		return r.addNote(item, e)
	}
	return r.insert(i, len(r.Open.Items[i].Entries), e)
}

// AddAfter puts an entry right behind another. Returns ErrNotFound.
func (r Record) AddAfter(after ID, e Entry) (Record, ID, error) {
	it, _, ok := r.Open.Find(after)
	if !ok {
		return r, 0, notFound("entry", after)
	}
	return r.insert(r.Open.itemIndex(it.ID), it.index(after)+1, e)
}

func (r Record) insert(item, at int, e Entry) (Record, ID, error) {
	if e.ID == 0 {
		r, e.ID = r.Reserve()
	} else if _, _, there := r.Open.Find(e.ID); there {
		return r, 0, refuse("entry %d is in the minutes already", e.ID)
	}
	r.Open.Next = max(r.Open.Next, e.ID+1)
	r = r.withItem(item, func(it *Item) {
		it.Entries = slices.Insert(slices.Clone(it.Entries), at, &e)
	})
	return r, e.ID, nil
}

// Edit replaces the entry of the same ID. Returns ErrNotFound.
func (r Record) Edit(e Entry) (Record, error) {
	it, _, ok := r.Open.Find(e.ID)
	if !ok {
		return r, notFound("entry", e.ID)
	}
	at := it.index(e.ID)
	return r.withItem(r.Open.itemIndex(it.ID), func(it *Item) {
		it.Entries = slices.Clone(it.Entries)
		it.Entries[at] = &e
	}), nil
}

// Strike takes an entry out, with the responses and further comments that hang
// on it, and returns what it took. Returns ErrNotFound.
func (r Record) Strike(entry ID) (Record, []Entry, error) {
	it, _, ok := r.Open.Find(entry)
	if !ok {
		return r, nil, notFound("entry", entry)
	}
	var struck []Entry
	next := r.withItem(r.Open.itemIndex(it.ID), func(it *Item) {
		kept := make([]*Entry, 0, len(it.Entries))
		for _, e := range it.Entries {
			if e.ID == entry || e.On == entry {
				struck = append(struck, *e)
			} else {
				kept = append(kept, e)
			}
		}
		it.Entries = kept
	})
	return next, struck, nil
}

// Rekind makes an entry one of another kind, its words unchanged. A response
// goes to the question or comment before it. Kinds that are more than text
// cannot be changed into one another. Returns ErrNotFound, or an *Error.
func (r Record) Rekind(entry ID, k Kind) (Record, error) {
	it, old, ok := r.Open.Find(entry)
	if !ok {
		return r, notFound("entry", entry)
	}
	if !old.Kind.Textual() || !k.Textual() {
		return r, refuse("a %s cannot become a %s: strike it and write it anew", old.Kind, k)
	}
	e := *old
	e.Kind, e.On = k, 0
	if k == Response || k == Further {
		if e.On = it.asked(it.index(entry)); e.On == 0 {
			return r, refuse("there is no question or comment above it to respond to")
		}
	}
	if k == Narrative {
		e.Verb, e.Speaker = "", Who{}
	}
	if k == Update && e.Speaker == (Who{}) {
		return r, refuse("an update needs a speaker: begin the line with @ and a name")
	}
	for _, other := range it.Entries {
		if other.On == entry && k != Question && k != Comment {
			return r, refuse("it has a response: only a question or a comment can have one")
		}
	}
	return r.Edit(e)
}

// Textual says whether entries of the kind are words alone.
func (k Kind) Textual() bool {
	switch k {
	case Narrative, Update, Question, Comment, Response, Further:
		return true
	}
	return false
}

// asked is the latest question or comment before index i, or zero.
func (it *Item) asked(i int) ID {
	for i--; i >= 0; i-- {
		if k := it.Entries[i].Kind; k == Question || k == Comment {
			return it.Entries[i].ID
		}
	}
	return 0
}

// Asked is the question or comment that a response typed now belongs to, or
// zero where the item has none.
func (it *Item) Asked() ID { return it.asked(len(it.Entries)) }

// EditMeeting changes the head of the meeting: kind, start, place, public,
// quorum, style. The change is given a copy.
func (r Record) EditMeeting(change func(*Meeting)) Record {
	change(&r.Open)
	return r
}

func (r Record) addNote(item ID, e Entry) (Record, ID, error) {
	it, _ := r.Open.Item(item)
	note := ClosedEntry{Entry: e}
	if last := it.Last(); last != nil {
		note.After = last.ID
	}
	r.Closed.Next = max(r.Closed.Next, 1)
	note.ID = r.Closed.Next
	r.Closed.Next++
	r = r.withClosed(item, func(c *ClosedItem) { c.Entries = append(slices.Clone(c.Entries), &note) })
	return r, note.ID, nil
}

func (r Record) withClosed(item ID, change func(*ClosedItem)) Record {
	var c ClosedItem
	if old := r.Closed.Items[item]; old != nil {
		c = *old
	}
	change(&c)
	items := maps.Clone(r.Closed.Items)
	if items == nil {
		items = map[ID]*ClosedItem{}
	}
	if len(c.Entries) == 0 {
		delete(items, item)
	} else {
		items[item] = &c
	}
	r.Closed.Items = items
	return r
}

// EditNote replaces the closed entry of the same ID. Returns ErrNotFound.
func (r Record) EditNote(item ID, e ClosedEntry) (Record, error) {
	at := r.Closed.index(item, e.ID)
	if at < 0 {
		return r, notFound("note", e.ID)
	}
	return r.withClosed(item, func(c *ClosedItem) {
		c.Entries = slices.Clone(c.Entries)
		c.Entries[at] = &e
	}), nil
}

// StrikeNote takes a closed entry out. Returns ErrNotFound.
func (r Record) StrikeNote(item, note ID) (Record, error) {
	at := r.Closed.index(item, note)
	if at < 0 {
		return r, notFound("note", note)
	}
	return r.withClosed(item, func(c *ClosedItem) {
		c.Entries = slices.Delete(slices.Clone(c.Entries), at, at+1)
	}), nil
}

func (c Closed) index(item, note ID) int {
	ci := c.Items[item]
	if ci == nil {
		return -1
	}
	return slices.IndexFunc(ci.Entries, func(e *ClosedEntry) bool { return e.ID == note })
}
