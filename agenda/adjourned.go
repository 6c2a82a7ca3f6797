package agenda

// Adjournment is the event that the meeting is adjourned by, nil while it is
// not: since then nothing says that it went on, closed or opened again.
func (m Meeting) Adjournment() *Entry {
	var last *Entry
	for _, it := range m.Ordered() {
		for _, e := range it.Entries {
			if e.Event == nil {
				continue
			}
			switch e.Event.What {
			case Adjourned:
				last = e
			case Resumed, Opened, ClosedUp:
				last = nil
			}
		}
	}
	return last
}

// Waits is the adjournment that a moment is too early for: the meeting was
// adjourned later than that, to a later day, or to a later time of its own day.
// Nil: the meeting may go on by itself.
func (m Meeting) Waits(now Clock) *Entry {
	e := m.Adjournment()
	if e == nil || now == "" {
		return nil
	}
	to := e.Event.To
	sameDay := to.TimeOfDay() != "" && to.Date() == e.At.Date() && to.Date() == now.Date()
	switch {
	case e.Follows(now), to.Date() > now.Date(), sameDay && now < to:
		return e
	}
	return nil
}

// Follows is whether the time of an entry lies behind a moment, as far as both
// have one.
func (e *Entry) Follows(at Clock) bool {
	return at.TimeOfDay() != "" && e.At.TimeOfDay() != "" && at < e.At
}

// SitsOn is whether the meeting is held, or goes on, on a day: the one it was
// called for, one it is adjourned to, or one on which it went on.
func (m Meeting) SitsOn(day string) bool {
	if m.Start.Date() == day {
		return true
	}
	for _, it := range m.Items {
		for _, e := range it.Entries {
			switch {
			case e.Event == nil:
			case e.Event.What == Adjourned && e.Event.To.Date() == day, e.Event.What == Resumed && e.At.Date() == day:
				return true
			}
		}
	}
	return false
}

// Sitting is the day on which the meeting is held as it goes on: after an
// adjournment to another day, that one. It may be empty.
func (m Meeting) Sitting() string {
	day := m.Start.Date()
	for _, it := range m.Ordered() {
		for _, e := range it.Entries {
			switch {
			case e.Event == nil:
			case e.Event.What == Adjourned && e.Event.To.Date() != "":
				day = e.Event.To.Date()
			case e.Event.What == Resumed && e.At.Date() != "":
				day = e.At.Date()
			}
		}
	}
	return day
}

// GoesOn has a meeting that is adjourned go on at a time, where words are
// written now; one that is not adjourned stays as it is. Returns ErrNotFound.
func (r Record) GoesOn(at Clock) (Record, error) {
	if r.Open.Adjournment() == nil {
		return r, nil
	}
	next, _, err := r.Add(r.Open.Writing(), Entry{Kind: Happening, At: at, Event: &Event{What: Resumed}})
	return next, err
}
