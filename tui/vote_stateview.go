package tui

import (
	"strings"

	"minutebook/agenda"
)

// stateView draws the page on which a motion is stated.
func (v *vote) stateView(a *app, p *page, width, height int) {
	s, m := &v.stated, margin(width)
	if p.Title = "Motion"; s.class == agenda.Substantive {
		p.Title = "Motion as amended"
	}
	if a.airy() {
		p.Rows = append(p.Rows, "")
	}
	for i := range s.fields {
		v.stateField(a, p, i, width, height)
		if i == 0 && height > 8 {
			p.Rows = append(p.Rows, "")
		}
	}
	if v.problem != "" {
		for _, row := range wrap(shown(v.problem), width-2*m) {
			p.Rows = append(p.Rows, blanks(m)+a.st.caution.s(row))
		}
	}
	if s.class == agenda.Substantive && height > 10 {
		words := "The amendment was carried. Make these the words of the motion as amended."
		p.Rows = append(p.Rows, "", blanks(m)+a.st.muted.s(cut(words, width-2*m)))
	}
	if s.source >= 0 && s.fields[0].Text() == s.given && height > 10 {
		list := v.l.recommendations(v.facts().item)
		words := capital(list[s.source].from) + ". " + a.keys.Resolution.Help().Key + " goes through what is proposed."
		p.Rows = append(p.Rows, "", blanks(m)+a.st.muted.s(cut(words, width-2*m)))
	}
}

// stateField draws a field: the words under their label, a name beside it.
func (v *vote) stateField(a *app, p *page, i, width, height int) {
	s, m := &v.stated, margin(width)
	ed, label, room, at := s.fields[i], a.st.muted, 1, m+10
	if i == s.at {
		label = a.st.pointer
	}
	if i == 0 {
		room, at = max(2, height-8), m
		words := blanks(m) + label.s(stateLabels[0])
		if s.asMoved() {
			words += "  " + a.st.caution.s(cut("as moved – change them", max(0, width-2*m-7)))
		}
		p.Rows = append(p.Rows, words)
	}
	measure := min(72, width-2*m-1) - (at - m)
	if i > 0 {
		measure = min(measure, max(24, width/2-at))
	}
	ed.SetWidth(measure)
	row, col := ed.Cursor()
	from := max(0, row-room+1)
	if i == s.at {
		p.Cursor = newBar(at+col, len(p.Rows)+row-from)
	}
	for n, text := range ed.Rows(from, room) {
		var l line
		if l.to(m); i > 0 {
			l.add(label, stateLabels[i]).to(at)
		}
		if i == 0 {
			text = a.st.strong.over(selected(a, ed, from+n, text)) + blanks(max(0, measure-cells(shown(text))))
		} else {
			text = pad(shown(text), measure)
		}
		if l.put(a.st.field.over(text)); n == 0 && i > 0 {
			words, how := v.meant(a, ed.Text())
			l.to(l.n+2).add(how, cut(words, max(0, width-m-l.n-2)))
		}
		p.Rows = append(p.Rows, l.String())
	}
}

// meant is who the names of a field are taken for, where that says more than the
// names; what is nobody's name, or several people's, stands out.
func (v *vote) meant(a *app, text string) (string, ink) {
	if words := v.severally(text); words != "" {
		return words, a.st.caution
	}
	how, out := a.st.muted, []string(nil)
	for _, w := range v.people(text) {
		if w.ID == 0 {
			how, out = a.st.caution, append(out, "“"+w.Words+"” as typed")
			continue
		}
		out = append(out, shortNames(v.l.s.meeting(), []agenda.Who{w}))
	}
	return strings.Join(out, ", "), how
}

// selected is a row of a field with what is selected in it standing out.
func selected(a *app, ed *editor, row int, text string) string {
	from, to := ed.SelectedIn(row)
	if to <= from {
		return shown(text)
	}
	first, rest := head(text, from), tail(text, to)
	return shown(first) + a.st.foundHere.s(shown(text[len(first):len(text)-len(rest)])) + shown(rest)
}
