package tui

import (
	tea "charm.land/bubbletea/v2"
)

func (s *bodyScreen) press(a *app, msg tea.KeyPressMsg) tea.Cmd {
	k := &a.keys
	switch {
	case matches(msg, k.Back):
		return s.back(a)
	case !s.known:
		return nil
	case matches(msg, k.Keep):
		return s.enter(a)
	case !s.form() && matches(msg, k.New):
		return s.fresh(a)
	case s.edit == nil && matches(msg, k.Undo):
		return s.turn(a, &s.past, &s.future, "undone")
	case s.edit == nil && matches(msg, k.Redo):
		return s.turn(a, &s.future, &s.past, "done again")
	case s.inside && !s.form() && matches(msg, k.Strike):
		return s.strike(a)
	case s.edit != nil:
		s.edit.Key(a, msg)
	case s.inside:
		return s.rowKey(a, msg)
	default:
		return s.sectionKey(a, msg)
	}
	return nil
}

// sectionKey is a key while the list of sections has the focus.
func (s *bodyScreen) sectionKey(a *app, msg tea.KeyPressMsg) tea.Cmd {
	k := &a.keys
	switch {
	case matches(msg, k.Up, k.Left, k.KindBack):
		s.show(max(0, s.section-1))
	case matches(msg, k.Down, k.Right):
		s.show(min(len(s.sections)-1, s.section+1))
	case matches(msg, k.Kind):
		return s.enter(a)
	}
	return nil
}

func (s *bodyScreen) show(section int) {
	if section != s.section {
		s.section, s.at, s.top = section, 0, 0
	}
}

// rowKey is a key while a row of the section has the focus.
func (s *bodyScreen) rowKey(a *app, msg tea.KeyPressMsg) tea.Cmd {
	k, last := &a.keys, len(s.rows(a))-1
	switch {
	case matches(msg, k.Up):
		s.at = max(0, s.at-1)
	case matches(msg, k.Down):
		s.at = max(0, min(last, s.at+1))
	case matches(msg, k.NextItem):
		s.at = max(0, min(last, s.at+max(1, s.page-1)))
	case matches(msg, k.PrevItem):
		s.at = max(0, s.at-max(1, s.page-1))
	case matches(msg, k.MoveUp):
		return s.move(a, -1)
	case matches(msg, k.MoveDown):
		return s.move(a, 1)
	case matches(msg, k.Kind):
		s.begin(a)
	case matches(msg, k.KindBack):
		s.inside = false
	case printable(msg.Key()) != "":
		if s.begin(a) {
			s.edit.Key(a, msg)
		}
	}
	return nil
}

// begin takes the focused row in hand.
func (s *bodyScreen) begin(a *app) bool {
	r, ok := s.row(a)
	if ok {
		s.inside = true
		s.edit = newBodyEdit(s.sec(), r, -1)
	}
	return ok
}

// enter goes a step inward, or keeps the row in hand.
func (s *bodyScreen) enter(a *app) tea.Cmd {
	switch {
	case s.edit != nil:
		return s.keep(a)
	case s.inside || s.form():
		s.begin(a)
		if s.edit == nil {
			return s.fresh(a)
		}
	default:
		s.inside = true
		if len(s.rows(a)) == 0 {
			return s.fresh(a)
		}
	}
	return nil
}

// back goes a step outward.
func (s *bodyScreen) back(a *app) tea.Cmd {
	switch {
	case s.edit != nil:
		if s.edit.changed() {
			a.say("left as it was")
		}
		s.edit = nil
		s.inside = !s.form() && len(s.rows(a)) > 0
	case s.inside:
		s.inside = false
	case !s.known:
		return a.pop()
	default:
		return s.leave(a)
	}
	return nil
}

// fresh begins a new row below the focused one; a row in hand is kept first.
func (s *bodyScreen) fresh(a *app) tea.Cmd {
	var cmd tea.Cmd
	if s.edit != nil {
		if s.edit.blank() {
			return nil
		}
		if cmd = s.keep(a); s.edit != nil || a.top() != s {
			return cmd
		}
	}
	after := len(s.rows(a)) - 1
	if r, ok := s.row(a); ok && s.inside {
		after = r.at
	}
	s.inside = true
	values := s.sec().fresh(&s.body)
	s.edit = newBodyEdit(s.sec(), bodyRow{at: -1, values: values}, after)
	return cmd
}

// keep takes the row in hand into the body.
func (s *bodyScreen) keep(a *app) tea.Cmd {
	e := s.edit
	values := e.values()
	switch {
	case !e.changed():
		s.done(a)
		return nil
	case !s.form() && values[s.sec().main] == "" && e.row.at >= 0:
		return s.askDrop(a, e.row)
	case !s.form() && values[s.sec().main] == "":
		e.wrong(&fieldTrouble{s.sec().main, "“" + s.sec().fields[s.sec().main].label + "” is empty. esc leaves the " + s.sec().one + " out."})
		return nil
	case s.sec().zoned && values[zoneField] != e.row.values[zoneField] && e.zone != values[zoneField]:
		return answers(s, checkZone(values[zoneField]))
	}
	next, bad := s.sec().keep(bodyKeep{
		body: s.body, at: e.row.at, after: e.after, values: values, was: e.row.values, now: a.now(), others: s.others,
	})
	if bad != nil {
		e.wrong(bad)
		return nil
	}
	what := s.sec().name
	if !s.form() {
		what = s.sec().one + " " + (&bodyRow{values: values}).first()
	}
	cmd := s.change(next, what)
	s.arrive(a, e)
	s.done(a)
	return cmd
}

// arrive puts the focus on the row that was kept, wherever it went.
func (s *bodyScreen) arrive(a *app, e *bodyEdit) {
	at := e.row.at
	if at < 0 {
		at = e.after + 1
	}
	for i, r := range s.rows(a) {
		if r.at == at {
			s.at = i
		}
	}
}

// done puts the row in hand down.
func (s *bodyScreen) done(a *app) {
	s.edit = nil
	s.inside = !s.form() && len(s.rows(a)) > 0
}

// zoned is the answer whether there is a zone of that name.
func (s *bodyScreen) zoned(a *app, msg zoneMsg) tea.Cmd {
	e := s.edit
	if e == nil || !s.sec().zoned || e.values()[zoneField] != msg.zone {
		return nil
	}
	if msg.err != nil {
		e.wrong(&fieldTrouble{zoneField, noZone})
		return nil
	}
	e.zone = msg.zone
	return s.keep(a)
}
