package tui

import tea "charm.land/bubbletea/v2"

// Click takes what is under the mouse: a section, a row, or a field of the row
// in hand. A row that has the focus already is taken in hand.
func (s *bodyScreen) Click(a *app, x, y int) tea.Cmd {
	hit, ok := bodyHit{}, false
	for _, h := range s.hits {
		if h.y == y && x >= h.from && x < h.to {
			hit, ok = h, true // a field lies over its row
		}
	}
	if !ok || !s.known {
		return nil
	}
	if s.edit != nil && hit.kind == hitField {
		s.edit.at = hit.i
		return nil
	}
	var cmd tea.Cmd
	if s.edit != nil {
		if cmd = s.keep(a); s.edit != nil || a.top() != s {
			return cmd // it is wrong, or asked about
		}
	}
	switch hit.kind {
	case hitSection:
		s.inside = false
		s.show(hit.i)
	case hitRow:
		if s.inside && s.at == hit.i {
			s.begin(a)
		}
		s.inside, s.at = true, hit.i
		s.settle(a)
	case hitField:
		if s.begin(a) {
			s.edit.at = hit.i
		}
	}
	return cmd
}

// Wheel moves the focus over the rows.
func (s *bodyScreen) Wheel(a *app, _, _, by int) tea.Cmd {
	if s.known && s.edit == nil && !s.form() {
		s.inside = true
		s.at += by
		s.settle(a)
	}
	return nil
}
