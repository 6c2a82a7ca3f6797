package agenda

// History is the record as it is, with the ones before it and, after an undo,
// the ones that came after. It is a value; nothing else about a meeting is
// undone by it. A step costs little: records share what did not change.
type History struct {
	now          Record
	past, future *step
}

type step struct {
	what   string
	record Record
	next   *step
}

// NewHistory begins a history with r and nothing before it.
func NewHistory(r Record) History { return History{now: r} }

// Now is the record as it is.
func (h History) Now() Record { return h.now }

// Do makes next the record; what says what was done, for the message of an
// undo.
func (h History) Do(next Record, what string) History {
	return History{now: next.keepCounters(h.now), past: &step{what, h.now, h.past}}
}

// Undo goes back one step and says what it took back; ok is false where there
// is nothing to undo.
func (h History) Undo() (_ History, what string, ok bool) {
	if h.past == nil {
		return h, "", false
	}
	return History{
		now:    h.past.record.keepCounters(h.now),
		past:   h.past.next,
		future: &step{h.past.what, h.now, h.future},
	}, h.past.what, true
}

// Redo does again what the last undo took back.
func (h History) Redo() (_ History, what string, ok bool) {
	if h.future == nil {
		return h, "", false
	}
	return History{
		now:    h.future.record.keepCounters(h.now),
		past:   &step{h.future.what, h.now, h.past},
		future: h.future.next,
	}, h.future.what, true
}

// keepCounters gives r counters no lower than those of other: an ID that was
// given out once is never given to something else.
func (r Record) keepCounters(other Record) Record {
	r.Open.Next = max(r.Open.Next, other.Open.Next)
	r.Closed.Next = max(r.Closed.Next, other.Closed.Next)
	return r
}
