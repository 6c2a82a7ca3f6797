package notes

import "minutebook/agenda"

// waiting is an entry that names a motion or a vote which is not read yet: in a
// file the item it stands in may come further down.
type waiting struct {
	entry *agenda.Entry
	item  agenda.ID
	unit  *unit
	label label
}

// awaited is a motion that is waited for: the item it stands in, zero where the
// agenda has no such item, and what it is called there.
type awaited struct {
	item agenda.ID
	name string
}

// waits is what waits for one motion: what hangs on it, and what takes a vote on
// it back. Each is in the order of the file.
type waits struct{ on, votes []*waiting }

// awaits is the motion that a label means.
func (s *scribe) awaits(l label) awaited {
	if l.item == "" {
		return awaited{s.item, l.name}
	}
	item, _ := s.r.Open.ItemCalled(l.item)
	return awaited{item, l.name}
}

// await has an entry wait for what its label means, if that was not found.
func (s *scribe) await(l label, entry agenda.ID) {
	if e := s.written(entry); s.open && e != nil {
		w, motion := &waiting{entry: e, item: s.item, unit: s.unit, label: l}, s.awaits(l)
		if s.awaiting == nil {
			s.awaiting = map[awaited]*waits{}
		}
		list := s.awaiting[motion]
		if list == nil {
			list = &waits{}
			s.awaiting[motion] = list
		}
		if e.Kind == agenda.TakenBack {
			list.votes = append(list.votes, w)
		} else {
			list.on = append(list.on, w)
		}
		s.waiters = append(s.waiters, w)
	}
	s.open = false
}

// written is an entry of the item being written to, in a record that is the
// scribe's own. It is one of the last.
func (s *scribe) written(entry agenda.ID) *agenda.Entry {
	if entry.Closed() {
		entries := s.closed().Entries
		for i := len(entries) - 1; i >= 0; i-- {
			if entries[i].ID == entry {
				return &entries[i].Entry
			}
		}
		return nil
	}
	entries := s.face().Entries
	for i := len(entries) - 1; i >= 0; i-- {
		if entries[i].ID == entry {
			return entries[i]
		}
	}
	return nil
}

// arrived finds what waits for a motion that was just read in a file.
func (s *scribe) arrived(motion agenda.ID) {
	if len(s.awaiting) == 0 {
		return
	}
	names := map[string]bool{} // in public it may be called otherwise than in private
	for _, it := range []*agenda.Item{s.face(), s.wholes[s.item]} {
		if it != nil {
			names[s.docketOf(it).Label(motion)] = true
		}
	}
	for name := range names {
		if list := s.awaiting[awaited{s.item, name}]; list != nil {
			var still []*waiting
			for _, w := range list.on {
				if !s.found(w, false) {
					still = append(still, w)
				}
			}
			list.on = still
			s.tryVotes(list)
		}
	}
}

// arrivedVote finds what waits for a vote that was just read.
func (s *scribe) arrivedVote(l label, motion agenda.ID) {
	if len(s.awaiting) == 0 || motion == 0 {
		return
	}
	if l.name == "" {
		l.name = s.docket().Label(motion)
	}
	if list := s.awaiting[s.awaits(l)]; list != nil {
		s.tryVotes(list)
	}
}

// tryVotes stops at the first that goes on waiting, or a file of many would be
// tried as often as there are votes. The end of the file tries all of them.
func (s *scribe) tryVotes(list *waits) {
	for len(list.votes) > 0 && s.found(list.votes[0], false) {
		list.votes = list.votes[1:]
	}
}

// settle finds what is still waited for at the end of the file. What is not
// there is a mistake.
func (s *scribe) settle() {
	s.atEnd = true
	for _, w := range s.waiters {
		s.found(w, true)
	}
	s.awaiting, s.waiters = nil, nil
}

// found is whether what an entry waits for is there; the entry then hangs on it.
func (s *scribe) found(w *waiting, end bool) bool {
	if w.entry == nil { // it was found before
		return true
	}
	item, u := s.item, s.unit
	s.item, s.unit, s.reads = w.item, w.unit, w.entry
	find := s.motion
	if w.entry.Kind == agenda.TakenBack {
		find = s.voteOf(end)
	}
	on, p := find(w.label)
	switch {
	case p == nil:
		s.hang(w.entry, on)
		w.entry = nil
	case end:
		s.wrong(w.label.at, *p)
	}
	s.item, s.unit, s.reads = item, u, nil
	return p == nil
}

// hang has an entry of the item being written to hang on what it waited for. A
// motion or a vote that comes behind what decides it is not decided by that; a
// vote that was taken back before it was read does not count.
func (s *scribe) hang(e *agenda.Entry, on agenda.ID) {
	e.On = on
	if e.Strike == nil || e.Strike.Who != (agenda.Who{}) {
		return
	}
	for _, it := range []*agenda.Item{s.face(), s.wholes[s.item]} {
		if d := s.dockets[it]; d != nil && (it != s.face() || !e.ID.Closed()) {
			d.TakeBack(on)
		}
	}
}
