package notes

import (
	"strconv"
	"strings"

	"minutebook/agenda"
)

// body writes whose minutes they are; whole also what all meetings of the body
// share, with which a book that has no such body can be given it.
func (w *writer) body(b agenda.Body, whole bool) {
	w.head("body", b.Name)
	w.head("code", b.Code)
	if whole {
		w.head("parent", b.Parent)
		w.head("zone", b.Zone)
	}
	w.styleLines(b.Style)
	if whole {
		w.shared(b)
	}
}

func (w *writer) shared(b agenda.Body) {
	w.head("quorum", b.Quorum)
	w.head("place", b.Place)
	w.head("time", b.Time)
	w.head("cadence", b.Cadence)
	w.head("number", b.Number)
	for _, s := range b.Seats {
		w.head("seat", WriteSeat(s))
	}
	for _, s := range b.Standing {
		line := escape(s.Title, inBars)
		if s.Wording != "" {
			line += " | " + s.Wording
		}
		w.head("standing", line)
		w.head("kind", s.Kind)
		w.head("lead", s.Lead)
		if s.Every != 0 {
			w.head("every", strconv.Itoa(s.Every))
		}
		if s.Yearly {
			w.head("every", "year")
		}
		for _, r := range s.Recommends {
			w.head("recommends", r)
		}
	}
	for _, p := range b.Phrases {
		w.head("phrase", strings.Trim(escape(p.Name, inBars)+" | "+p.Text, " "))
	}
}
