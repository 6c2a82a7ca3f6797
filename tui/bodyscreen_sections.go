package tui

import "strconv"

// bodyMade is the rows of the sections, made once for as long as neither the
// body nor the day changes.
type bodyMade struct {
	day  string
	rows map[int][]bodyRow
}

// rowsOf is the rows of a section. They are for reading alone.
func (s *bodyScreen) rowsOf(a *app, section int) []bodyRow {
	if today := iso(a.now()); s.made.day != today {
		s.made = bodyMade{today, map[int][]bodyRow{}}
	}
	rows, ok := s.made.rows[section]
	if !ok {
		rows = s.sections[section].rows(&s.body, s.made.day)
		s.made.rows[section] = rows
	}
	return rows
}

// countOf is the figure behind a section's name: its rows but for the former.
func (s *bodyScreen) countOf(a *app, section int) string {
	if s.sections[section].one == "" {
		return ""
	}
	n := 0
	for _, r := range s.rowsOf(a, section) {
		n += boolInt(r.group == "")
	}
	return strconv.Itoa(n)
}

// sectionList is the sections under each other with their counts.
func (s *bodyScreen) sectionList(p *bodyPane) {
	a := p.a
	for i := range s.sections {
		sec := &s.sections[i]
		name := a.st.text
		if i == s.section {
			name = a.st.strong
		}
		n := s.countOf(a, i)
		l := a.pointer(p.width, i == s.section)
		l.add(name, sec.name).to(p.width-margin(a.width)-len(n)).add(a.st.muted, n)
		p.hit(hitSection, i, 0, p.width)
		p.add(a.st.row(l.String(), p.width-1, i == s.section && s.outside()))
	}
}

// outside is whether the list of sections has the focus.
func (s *bodyScreen) outside() bool { return !s.inside && s.edit == nil }

// sectionLine is the sections in one line; where they do not fit, the one that
// is shown.
func (s *bodyScreen) sectionLine(p *bodyPane) {
	a, m := p.a, margin(p.a.width)
	for _, counts := range []bool{true, false} {
		if l, hits, ok := s.sectionsIn(p, counts); ok {
			p.hits = append(p.hits, hits...)
			p.add(a.st.row(l, p.width, s.outside()))
			if a.height >= 16 {
				p.add("")
			}
			return
		}
	}
	l := a.pointer(p.width, true)
	l.add(a.st.strong, s.sec().name).to(l.n+1).add(a.st.muted, s.countOf(a, s.section))
	of := strconv.Itoa(s.section+1) + " of " + strconv.Itoa(len(s.sections))
	l.to(p.width-m-len(of)).add(a.st.muted, of)
	p.hit(hitSection, (s.section+1)%len(s.sections), 0, p.width)
	p.add(a.st.row(l.String(), p.width, s.outside()))
}

func (s *bodyScreen) sectionsIn(p *bodyPane, counts bool) (row string, hits []bodyHit, ok bool) {
	a := p.a
	var l line
	l.to(margin(a.width))
	for i := range s.sections {
		sec := &s.sections[i]
		from, name := l.n, a.st.muted
		if i == s.section {
			name = a.st.strong
			l.add(a.st.pointer, glyphOpen)
		}
		l.to(from+2).add(name, sec.short)
		if n := s.countOf(a, i); counts && n != "" {
			l.to(l.n+1).add(a.st.muted, n)
		}
		hits = append(hits, bodyHit{len(p.rows), from, l.n, hitSection, i})
		if i < len(s.sections)-1 {
			l.to(l.n + 1)
		}
	}
	return l.String(), hits, l.n <= p.width-margin(a.width)
}
