package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// strike ends a seat, or asks whether to drop what else a row may be.
func (s *bodyScreen) strike(a *app) tea.Cmd {
	var cmd tea.Cmd
	if s.edit != nil {
		if s.edit.row.at < 0 {
			return nil // it is not there yet; esc leaves it out
		}
		if cmd = s.keep(a); s.edit != nil || a.top() != s {
			return cmd
		}
	}
	r, ok := s.row(a)
	switch {
	case !ok:
		return cmd
	case !s.sec().inline:
		return tea.Batch(cmd, s.askDrop(a, r))
	}
	next, what := endSeat(s.body, r.at, iso(a.now()))
	a.say(what)
	return tea.Batch(cmd, s.change(next, what))
}

// askDrop asks whether a row is to go altogether.
func (s *bodyScreen) askDrop(a *app, r bodyRow) tea.Cmd {
	why := "Nothing that was minuted changes. ctrl+z brings it back."
	if s.sec().inline {
		why = "It will not stand among the former; ctrl+d ends a seat and keeps it there. " + why
	}
	return a.push(newConfirm("Drop the "+s.sec().one+" “"+cut(r.first(), 60)+"”?", why, []choice{
		{"Leave it", "", func(a *app) tea.Cmd { return a.pop() }},
		{"Drop it", "", func(a *app) tea.Cmd {
			back := a.pop()
			save := s.change(s.sec().drop(s.body, r.at), s.sec().one+" "+r.first())
			s.edit = nil
			s.settle(a)
			return tea.Batch(back, save)
		}},
	}))
}

// settle puts the focus on a row that is there.
func (s *bodyScreen) settle(a *app) {
	n := len(s.rows(a))
	s.at = max(0, min(s.at, n-1))
	s.inside = s.inside && n > 0
}

// move changes the order of rows; those who sit stay above those who did.
func (s *bodyScreen) move(a *app, by int) tea.Cmd {
	rows := s.rows(a)
	to := s.at + by
	if s.at >= len(rows) || to < 0 || to >= len(rows) || rows[to].group != rows[s.at].group {
		return nil
	}
	next := s.sec().swap(s.body, rows[s.at].at, rows[to].at)
	cmd := s.change(next, "moved "+rows[s.at].first())
	s.at = to
	return cmd
}

// paste puts a pasted text into the field. Names on lines of their own become
// seats, one each, because that is how people have them.
func (s *bodyScreen) paste(a *app, text string) tea.Cmd {
	text = agenda.Clean(text)
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' })
	switch {
	case s.known && s.sec().inline && len(lines) > 1 && (s.edit == nil || s.edit.blank()):
		return s.pasteSeats(a, lines)
	case s.edit != nil:
		s.edit.Paste(text)
	case s.inside && s.begin(a):
		s.edit.Paste(text)
	}
	return nil
}

func (s *bodyScreen) pasteSeats(a *app, lines []string) tea.Cmd {
	next := s.body
	list := seats.own(&next)
	for _, l := range lines {
		seat, err := readSeat(l)
		if err != nil {
			a.say("nothing was kept: “" + cut(l, 30) + "”: " + err.Error())
			return nil
		}
		*list = append(*list, seat)
	}
	s.edit, s.inside = nil, true
	return s.change(next, count(len(lines), "seat", "seats"))
}
