package agenda

import "slices"

// New is the record of a meeting that has just been made or read: every item,
// entry and roster line gets an ID if it has none, the counter stands above
// all of them, the first item is the opening, a response that hangs on nothing
// hangs on the question above it, and a note is moved into the closed part.
func New(m Meeting) Record {
	if len(m.Items) == 0 || m.Items[0].Kind != KindOpening {
		m.Items = append([]*Item{{Kind: KindOpening}}, m.Items...)
	}
	top := m.Next
	if top > 0 {
		top--
	}
	for _, a := range m.Roster {
		top = max(top, a.ID)
	}
	for _, it := range m.Items {
		top = max(top, it.top())
	}
	m.Next = top + 1
	m.Roster = slices.Clone(m.Roster)
	for i := range m.Roster {
		m.Next = number(&m.Roster[i].ID, m.Next)
	}
	old := m.Items
	m.Items = make([]*Item, len(old))
	r := Record{Open: m}
	for i, it := range old {
		r, r.Open.Items[i] = r.take(*it)
		if i > 0 && it.Kind == KindOpening {
			r.Open.Items[i].Kind = KindInterlude
		}
	}
	return r
}

// top is the highest ID of an item and its entries.
func (it *Item) top() ID {
	top := it.ID
	for _, e := range it.Entries {
		top = max(top, e.ID)
	}
	return top
}

func number(id *ID, next ID) ID {
	if *id != 0 {
		return next
	}
	*id = next
	return next + 1
}

// take makes an item that comes from outside fit to be one of this record's,
// whose counter must stand above every ID in it.
func (r Record) take(it Item) (Record, *Item) {
	r.Open.Next = number(&it.ID, r.Open.Next)
	var entries []*Entry
	private := it.Exempt != nil && it.Exempt.Whole
	for _, e := range it.parted(private) {
		if e.marks() {
			private = e.Event.What == Exempted
		} else if e.Kind == Note || private && !e.Fact() {
			var after ID
			if n := len(entries); n > 0 {
				after = entries[n-1].ID
			}
			var id ID
			r, id = r.reserveClosed()
			r = r.withClosed(it.ID, func(c *ClosedItem) {
				n := &ClosedEntry{After: after, Entry: *e}
				n.ID, n.On = id, 0
				c.Entries = append(slices.Clone(c.Entries), n)
			})
			continue
		}
		if e.ID == 0 {
			c := *e
			r.Open.Next = number(&c.ID, r.Open.Next)
			e = &c
		}
		entries = append(entries, e)
	}
	it.Entries = entries
	it.settle()
	it.exempts()
	return r, &it
}

// withItem is r with the item of index i replaced by a changed copy.
func (r Record) withItem(i int, change func(*Item)) Record {
	it := *r.Open.Items[i]
	change(&it)
	it.exempts()
	items := slices.Clone(r.Open.Items)
	items[i] = &it
	r.Open.Items = items
	return r.rehung(it.ID)
}

// Reserve gives out the ID of an entry that is about to be typed.
func (r Record) Reserve() (Record, ID) {
	id := max(r.Open.Next, 1)
	r.Open.Next = id + 1
	return r, id
}

// Add puts an entry at the end of an item and returns its ID. A response hangs
// on the latest question or comment unless it names another of the item, behind
// whose responses it then goes. A note goes into the closed part, behind the
// last public entry; what is written in private business goes there too, but for
// facts of the meeting: those are public, and their words closed behind them.
// Returns ErrNotFound where the item is not of this meeting, or an *Error.
func (r Record) Add(item ID, e Entry) (Record, ID, error) {
	i := r.Open.itemIndex(item)
	if i < 0 {
		return r, 0, notFound("item", item)
	}
	if err := e.fits(); err != nil {
		return r, 0, err
	}
	it := r.Open.Items[i]
	e.On = r.target(e)
	switch {
	case e.Kind == Note:
		return r.addClosed(item, it.lastID(), e)
	case it.Private() && !e.Open():
		if fact, words, ok := e.Parted(); ok {
			return r.addParted(item, fact, words)
		}
		return r.addClosed(item, it.lastID(), e)
	}
	return r.soundInsert(i, len(it.Entries), e.public())
}

// AddAfter puts an entry right behind another; a question or comment goes
// behind the whole exchange that the other is part of. A note, and whatever is
// put where private business stands, goes into the closed part. Returns
// ErrNotFound, or an *Error.
func (r Record) AddAfter(after ID, e Entry) (Record, ID, error) {
	it, _, ok := r.Find(after)
	if !ok {
		return r, 0, notFound("entry", after)
	}
	if err := e.fits(); err != nil {
		return r, 0, err
	}
	e.On = r.target(e)
	whole, _ := r.Whole(it.ID)
	if e.Kind == Note || after.Closed() || whole.privateAt(whole.index(after)+1) && !e.Open() {
		return r.insertClosed(it.ID, whole.index(after)+1, e)
	}
	return r.soundInsert(r.Open.itemIndex(it.ID), it.index(after)+1, e.public())
}

func (r Record) insert(item, at int, e Entry) (Record, ID, error) {
	at, err := r.Open.Items[item].place(at, &e)
	if err != nil {
		return r, 0, err
	}
	next := r
	if e.ID == 0 {
		next, e.ID = r.Reserve()
	} else if r.Open.used(e.ID) {
		return r, 0, refuse("entry %d is in the minutes already", e.ID)
	}
	if !e.ID.Closed() {
		next.Open.Next = max(next.Open.Next, e.ID+1)
	}
	return next.withItem(item, func(it *Item) {
		it.Entries = slices.Insert(slices.Clone(it.Entries), at, &e)
	}), e.ID, nil
}

// used says whether an item, an entry or a roster line has the ID.
func (m Meeting) used(id ID) bool {
	_, person := m.Attendee(id)
	_, _, entry := m.Find(id)
	return person || entry || m.itemIndex(id) >= 0
}

// target is the motion that an entry hangs on, or the vote that it takes back;
// one that is nowhere in the record is none.
func (r Record) target(e Entry) ID {
	if !e.Kind.Refers() || e.On == 0 {
		return e.On
	}
	want := Moved
	if e.Kind == TakenBack {
		want = Voted
	}
	if _, on, ok := r.Find(e.On); !ok || on.Kind != want || e.On == e.ID {
		return 0
	}
	return e.On
}

// Edit replaces the entry of the same ID. Its kind may change within what
// Rekind allows; the responses below an entry that becomes a question or
// comment hang on it from then on. Returns ErrNotFound, or an *Error.
func (r Record) Edit(e Entry) (Record, error) {
	if err := e.fits(); err != nil {
		return r, err
	}
	e.On = r.target(e)
	if e.ID.Closed() {
		return r.closedly(e.ID, func(r Record) (Record, error) { return r.edit(e) })
	}
	return r.soundly(e.ID, func(r Record) (Record, error) { return r.edit(e.public()) })
}

func (r Record) edit(e Entry) (Record, error) {
	it, old, ok := r.Open.Find(e.ID)
	if !ok {
		return r, notFound("entry", e.ID)
	}
	at := it.index(e.ID)
	switch {
	case (e.Kind == Note) != (old.Kind == Note):
		return r, refuse("an entry of the minutes cannot become a note, nor a note one: strike it and write it anew")
	case e.Kind != old.Kind && (old.Kind == Moved || old.Kind == Voted) && r.hangs(e.ID):
		return r, refuse("a vote or an amendment belongs to it: strike that first")
	case old.Kind.Asks() && !e.Kind.Asks() && r.hangs(e.ID):
		return r, refuse("it has a response: only a question or a comment can have one")
	}
	rest := Item{Entries: slices.Delete(slices.Clone(it.Entries), at, at+1)}
	to := at
	if !e.Kind.Asks() {
		var err error
		if to, err = rest.place(at, &e); err != nil {
			return r, err
		}
	}
	return r.withItem(r.Open.itemIndex(it.ID), func(it *Item) {
		if e.Kind.Asks() {
			e.On = 0
		}
		it.Entries = slices.Insert(rest.Entries, to, &e)
		if e.Kind.Asks() && !old.Kind.Asks() {
			it.adopt(to)
		}
	}), nil
}

// Rekind makes an entry one of another kind, its words unchanged: a verb that
// the new kind cannot carry becomes part of the text. A response goes to the
// question or comment before it. A resolution of one part and an action that
// nobody owes yet are words enough to be turned; what is more than words is
// not. Returns ErrNotFound, or an *Error.
func (r Record) Rekind(entry ID, k Kind) (Record, error) {
	if entry.Closed() {
		return r.closedly(entry, func(r Record) (Record, error) { return r.rekind(entry, k) })
	}
	return r.soundly(entry, func(r Record) (Record, error) { return r.rekind(entry, k) })
}

func (r Record) rekind(entry ID, k Kind) (Record, error) {
	it, old, ok := r.Open.Find(entry)
	if !ok {
		return r, notFound("entry", entry)
	}
	e, ok := old.as(k)
	if !ok {
		return r, refuse("%s cannot become %s: strike it and write it anew", old.Kind.One(), k.One())
	}
	if k.Answers() && it.asked(it.index(entry)) == 0 {
		return r, refuse("there is no question or comment above it to respond to")
	}
	if k == Update && e.Speaker == (Who{}) {
		return r, refuse("an update needs a speaker: begin the line with @ and a name")
	}
	if k == Narrative && e.Speaker != (Who{}) {
		return r, refuse("it names a speaker: make it an update, or take the name out first")
	}
	if k == Narrative || k == Update {
		if e.Verb != "" && e.Verb != AsTyped {
			e.Text = joinWords(e.Verb, e.Text)
		}
		e.Verb = ""
	}
	return r.edit(e)
}

// EditMeeting changes the head of the meeting: kind, start, place, public,
// quorum, style. The change is given the head alone: roster, items, order and
// counter have changes of their own.
func (r Record) EditMeeting(change func(*Meeting)) Record {
	head := r.Open
	head.Roster, head.Items, head.Taken = nil, nil, nil
	change(&head)
	head.Roster, head.Items, head.Taken, head.Next = r.Open.Roster, r.Open.Items, r.Open.Taken, r.Open.Next
	r.Open = head
	return r
}
