package notes

import (
	"io"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// WriteBody writes a body as a file of notes, so that a test can read it back.
// No command writes one yet.
func WriteBody(out io.Writer, b agenda.Body) error {
	var w writer
	w.head("body", b.Name)
	w.head("code", b.Code)
	w.head("parent", b.Parent)
	w.head("zone", b.Zone)
	w.styleLines(b.Style)
	w.head("quorum", b.Quorum)
	w.head("place", b.Place)
	w.head("time", b.Time)
	w.head("cadence", b.Cadence)
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
	_, err := io.WriteString(out, w.String())
	return err
}
