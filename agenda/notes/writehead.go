package notes

import (
	"reflect"
	"slices"
	"strings"

	"minutebook/agenda"
)

// opening writes the roll as header lines, then the rest of the opening.
func (w *writer) opening(p page) {
	var roll []*agenda.Entry
	n := 0
	for ; n < len(p.entries); n++ {
		if e := p.entries[n]; e.Kind != agenda.Note && !inRoll(e) {
			break
		} else if e.Kind != agenda.Note {
			roll = append(roll, e)
		}
	}
	lines := rollLines(w.m, roll)
	if !readsBack(w.m, roll, lines) {
		w.roster()
		lines = nil
		for _, e := range roll {
			lines = append(lines, rollLine(e, func(id agenda.ID) string { return referFull(w.m, id) }))
		}
	}
	for _, e := range p.entries[:n] {
		if e.Kind == agenda.Note {
			w.entry(e, nil, nil)
			continue
		}
		w.WriteString(lines[0] + "\n")
		lines = lines[1:]
	}
	w.head("public", w.m.Public)
	w.head("quorum", w.m.Quorum)
	it := p.header()
	w.fields(&it)
	w.entries(p, n)
}

// inRoll is whether an entry can be a header line: it is of the roll, and says
// nothing that a header has no room for.
func inRoll(e *agenda.Entry) bool {
	ev := e.Event
	if ev == nil || e.At != "" || e.Text != "" || e.Number != "" || e.Points != nil || ev.How != "" || len(ev.Who) == 0 {
		return false
	}
	if ev.What == agenda.Substitutes || ev.What == agenda.Proxy {
		return len(ev.Who) == 1
	}
	return agenda.OnRoll(ev.What) && ev.For == 0
}

// rollLine is "present: A; B", each name as call writes it.
func rollLine(e *agenda.Entry, call func(agenda.ID) string) string {
	names := make([]string, len(e.Event.Who))
	for i, id := range e.Event.Who {
		names[i] = call(id)
	}
	line := happeningWord(e.Event.What) + ": " + strings.Join(names, "; ")
	if e.Event.For != 0 {
		line += " for " + call(e.Event.For)
	}
	return line
}

// rollLines writes everybody in full where the roll first names them.
func rollLines(m *agenda.Meeting, roll []*agenda.Entry) (lines []string) {
	seen := map[agenda.ID]bool{}
	for _, e := range roll {
		lines = append(lines, rollLine(e, func(id agenda.ID) string {
			a, ok := m.Attendee(id)
			if !ok || seen[id] || e.Event.What == agenda.Presides {
				return referFull(m, id)
			}
			seen[id] = true
			voting := ""
			switch {
			case a.Voting && e.Event.What == agenda.Attending:
				voting = "voting"
			case !a.Voting && e.Event.What != agenda.Attending:
				voting = "non-voting"
			}
			return writePerson(a, voting, cameFor(m, a)...)
		}))
	}
	return lines
}

// roster names everybody first, where the roll alone would not give the same
// roster: somebody it does not name, another order, two of one name.
func (w *writer) roster() {
	for _, a := range w.m.Roster {
		voting := ""
		if !a.Voting {
			voting = "non-voting"
		}
		w.head("roster", writePerson(a, voting, cameFor(w.m, a)...))
	}
}

// cameFor is the words in brackets for whom somebody works and for which items
// they came.
func cameFor(m *agenda.Meeting, a agenda.Attendee) (words []string) {
	if a.Organisation != "" {
		words = append(words, "of "+escape(a.Organisation, inNames))
	}
	for _, ref := range a.Items {
		words = append(words, "for item "+writeItem(m, ref))
	}
	return words
}

// readsBack is whether the roll's lines by themselves give the roster and the
// events of the meeting.
func readsBack(m *agenda.Meeting, roll []*agenda.Entry, lines []string) bool {
	s := newSection(agenda.Body{})
	s.roll = split(strings.Join(lines, "\n"))
	s.scribe.r.Open.Items = append(s.items, m.Items[1:]...) // which those who came for one item name
	s.callRoll()
	got := s.scribe.r.Open
	if len(s.problems) > 0 || len(got.Roster) != len(m.Roster) || len(s.items[0].Entries) != len(roll) {
		return false
	}
	to := map[agenda.ID]agenda.ID{}
	for i, a := range got.Roster {
		to[a.ID] = m.Roster[i].ID
		a.ID = m.Roster[i].ID
		if !reflect.DeepEqual(a, m.Roster[i]) {
			return false
		}
	}
	for i, e := range s.items[0].Entries {
		want := roll[i].Event
		same := slices.EqualFunc(e.Event.Who, want.Who, func(a, b agenda.ID) bool { return to[a] == b })
		if !same || e.Event.What != want.What || to[e.Event.For] != want.For {
			return false
		}
	}
	return true
}
