package notes

import "minutebook/agenda"

// A scribe writes to an item that has two parts. What is typed while the item is
// public is read beside the public part alone, so that it means the same in a
// public copy; what is typed in private beside the whole item.

// face is the public part of the item being written to.
func (s *scribe) face() *agenda.Item {
	it, ok := s.r.Open.Item(s.item)
	if !ok {
		return &agenda.Item{}
	}
	return it
}

// private says whether what is written now is private business.
func (s *scribe) private() bool {
	if s.own {
		return s.shut[s.item]
	}
	return s.face().Private()
}

// current is the item as written so far, to read and not to change: without the
// clerk's notes, and of an item that is private now with what is closed.
func (s *scribe) current() *agenda.Item {
	switch {
	case !s.private():
		return s.face()
	case s.own:
		return s.wholes[s.item]
	}
	return unnoted(s.r, s.item)
}

// unnoted is a whole item without the clerk's notes. It is closed text.
func unnoted(r agenda.Record, item agenda.ID) *agenda.Item {
	whole, ok := r.Whole(item)
	if !ok {
		return &agenda.Item{}
	}
	it := *whole
	it.Entries = nil
	for _, e := range whole.Entries {
		if e.Kind != agenda.Note {
			it.Entries = append(it.Entries, e)
		}
	}
	return &it
}

// last is the entry that a list or rows typed by themselves go on with, or nil.
func (s *scribe) last() *agenda.Entry {
	last := s.current().Last()
	if last == nil || s.private() != last.ID.Closed() || last.Event != nil && last.Open() && writeExempt(last) != "" {
		return nil
	}
	return last
}

// keepWhole begins to keep the whole of an item beside its public part.
func (s *scribe) keepWhole() {
	if !s.own || s.wholes[s.item] != nil {
		return
	}
	if s.shut == nil {
		s.shut, s.wholes, s.marker = map[agenda.ID]bool{}, map[agenda.ID]*agenda.Item{}, map[agenda.ID]*agenda.Entry{}
	}
	it := *s.face()
	it.Entries = append([]*agenda.Entry(nil), it.Entries...)
	s.wholes[s.item] = &it
}

// put is Add in place, for a record that nobody else holds: a file may have
// thousands of entries.
func (s *scribe) put(e agenda.Entry) agenda.ID {
	if fact, words, ok := e.Parted(); ok && s.private() {
		id := s.put(fact)
		s.put(words)
		return id
	}
	whole := s.wholes[s.item]
	kept := &e
	if s.private() && !e.Open() {
		kept = &s.putClosed(e).Entry
	} else {
		face := s.face()
		e.ID = s.r.Open.Next
		s.r.Open.Next++
		face.Entries = append(face.Entries, &e)
		if e.Open() && writeExempt(&e) != "" {
			s.marker[s.item] = &e
			if face.Exempt == nil {
				face.Exempt = &agenda.Exempt{}
			}
		}
	}
	if whole != nil {
		whole.Entries = append(whole.Entries, kept)
	}
	return kept.ID
}

// putClosed adds to the closed part in place.
func (s *scribe) putClosed(e agenda.Entry) *agenda.ClosedEntry {
	c := &s.r.Closed
	if c.Next == 0 {
		c.Next = agenda.ID(1).AsClosed()
	}
	e.ID = c.Next
	c.Next++
	kept := &agenda.ClosedEntry{Entry: e}
	if last := s.face().Last(); last != nil {
		kept.After = last.ID
	}
	item := s.closed()
	item.Entries = append(item.Entries, kept)
	return kept
}

// closed is the closed part of the item of a record that nobody else holds.
func (s *scribe) closed() *agenda.ClosedItem {
	c := &s.r.Closed
	if c.Items == nil {
		c.Items = map[agenda.ID]*agenda.ClosedItem{}
	}
	if c.Items[s.item] == nil {
		c.Items[s.item] = &agenda.ClosedItem{}
	}
	return c.Items[s.item]
}

// swap is Edit in place: the public item and the whole one hold the same entry.
func (s *scribe) swap(e agenda.Entry) {
	if old := s.written(e.ID); old != nil {
		*old = e
	}
}

// parts changes what the item says of itself, in both of its parts.
func (s *scribe) parts(change func(*agenda.Parts)) {
	if !s.own {
		s.r = s.r.EditParts(s.item, change)
		return
	}
	it := s.face()
	p := agenda.Parts{Face: *it}
	if c := s.r.Closed.Items[s.item]; c != nil {
		p.Closed = *c
	}
	change(&p)
	*it = p.Face
	if !p.Closed.Empty() {
		*s.closed() = p.Closed
	}
}
