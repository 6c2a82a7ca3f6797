package tui

import "minutebook/agenda"

// seenItem is an item as this screen shows it, with its private business and,
// while they are shown, the clerk's notes: worked out once for as long as none
// of them changes.
type seenItem struct {
	face   *agenda.Item // as the public has it
	closed *agenda.ClosedItem
	noted  bool
	item   *agenda.Item // as it is shown; nil: there is no such item
	picks  []pick
	secret bool // what is shown of it holds what the public must not see
	parted bool // and public minutes too
	moved  bool // a motion of it waits for its vote
}

// seen is the item as this screen shows it.
func (l *live) seen(item agenda.ID) *seenItem {
	r := l.s.record()
	face, _ := r.Open.Item(item)
	closed := r.Closed.Items[item]
	if l.sight.face != face || l.sight.closed != closed || l.sight.noted != l.noted {
		l.sight = seenItem{face: face, closed: closed, noted: l.noted, item: l.drawnItem(r, face)}
		l.sight.look()
	}
	return &l.sight
}

// whole is an item as its clerk has it, less the notes that are not shown.
func (l *live) whole(item agenda.ID) (*agenda.Item, bool) {
	if item == l.shownItem() {
		it := l.seen(item).item
		return it, it != nil
	}
	r := l.s.record()
	face, ok := r.Open.Item(item)
	return l.drawnItem(r, face), ok
}

// drawnItem is a public item with what is closed of it in its places. Where
// nothing is, it is the same one.
func (l *live) drawnItem(r agenda.Record, face *agenda.Item) *agenda.Item {
	if face == nil {
		return nil
	}
	whole, _ := r.Whole(face.ID)
	if whole == face || l.noted {
		return whole
	}
	shown := *whole
	shown.Entries = make([]*agenda.Entry, 0, len(whole.Entries))
	for _, e := range whole.Entries {
		if e.Kind != agenda.Note {
			shown.Entries = append(shown.Entries, e)
		}
	}
	if face.Exempt == nil && shown.Title == face.Title && len(shown.Entries) == len(face.Entries) {
		return face
	}
	return &shown
}

// look says what kind of thing is seen.
func (s *seenItem) look() {
	s.moved = s.item != nil && len(s.item.Docket().Undecided()) > 0
	if s.item == nil || s.item == s.face {
		return
	}
	hidden := s.face.Exempt != nil && s.face.Exempt.Whole
	s.secret = hidden || s.item.Title != s.face.Title
	s.parted = !hidden
	for _, e := range s.item.Entries {
		s.secret = s.secret || e.ID.Closed()
	}
}

// secretly is whether what is typed now is private business: it goes into the
// closed part of the record by itself.
func (l *live) secretly() bool {
	if !l.editing.none() {
		return l.editing.id.Closed() && !l.editing.note
	}
	if l.toPublic() {
		return false
	}
	if l.behind != 0 && !l.toElsewhere() {
		it, ok := l.whole(l.goesTo())
		return ok && it.PrivateBehind(l.behind)
	}
	return l.private(l.addressed())
}

// title is what the agenda calls an item: its public title, or its own while it
// is minuted or looked at.
func (l *live) title(it *agenda.Item) string {
	c := l.s.record().Closed.Items[it.ID]
	switch {
	case c == nil || c.Title == "":
	case it.ID == l.shownItem(), it.ID == l.s.meeting().Current() && it.Exempt != nil && it.Private():
		return c.Title
	}
	return titleOf(it)
}
