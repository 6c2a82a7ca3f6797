package tui

import (
	"strings"

	"minutebook/agenda"
)

// people is who is meant by names parted by commas. A name that is nobody's, or
// several people's, stays as it was typed.
func (v *vote) people(text string) (out []agenda.Who) {
	for _, name := range strings.Split(text, ",") {
		if name = agenda.CleanLine(strings.TrimSpace(name)); name == "" {
			continue
		}
		if ids := v.calledBy(name); len(ids) == 1 {
			out = append(out, agenda.Who{ID: ids[0]})
		} else {
			out = append(out, agenda.Who{Words: name})
		}
	}
	return out
}

// calledBy is everybody whom a name can mean: those who vote here first.
func (v *vote) calledBy(name string) (ids []agenda.ID) {
	roll := v.facts().roll
	for _, i := range roll.find(name) {
		ids = append(ids, roll.voters[i].ID)
	}
	if len(ids) == 0 {
		ids = v.l.s.meeting().Named(name)
	}
	return ids
}

// severally says which people a name of a field can mean; empty: none means
// several.
func (v *vote) severally(text string) string {
	m := v.l.s.meeting()
	for _, w := range v.people(text) {
		ids := v.calledBy(w.Words)
		if w.ID != 0 || len(ids) < 2 {
			continue
		}
		var names []string
		for _, id := range ids[:min(len(ids), 4)] {
			if a, ok := m.Attendee(id); ok {
				names = append(names, a.Full())
			}
		}
		return "“" + w.Words + "” can be " + strings.Join(names, " or ")
	}
	return ""
}

// inDoubt is what is asked before a motion is put or kept; empty: nothing.
func (v *vote) inDoubt() string {
	s := &v.stated
	if s.asMoved() {
		return "These are the words before the amendment " + glyphDot + " enter again keeps them."
	}
	for i := 1; i < len(s.fields); i++ {
		if words := v.severally(s.fields[i].Text()); words != "" {
			s.at = i
			return words + ": write more of the name. Enter again keeps it as typed."
		}
	}
	return ""
}
