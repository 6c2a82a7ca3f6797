package notes

import (
	"io"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// Write writes the minutes of a meeting as a file of notes, with all that is
// closed and the offered wordings in it: [Parse] gives back an equal record.
func Write(w io.Writer, b agenda.Body, r agenda.Record, life agenda.Life) error {
	return write(w, b, r, life, "full")
}

// WriteMeeting writes the public copy. It says that it is one, and nothing
// closed can reach it.
func WriteMeeting(w io.Writer, b agenda.Body, m agenda.Meeting, life agenda.Life) error {
	b, m = agenda.PublicFace(b, m)
	return write(w, b, agenda.Record{Open: m}, life, "public")
}

// clerks is a meeting whose items are whole. It is closed text.
func clerks(r agenda.Record) agenda.Meeting {
	m := r.Open
	m.Items = make([]*agenda.Item, len(r.Open.Items))
	for i, it := range r.Open.Items {
		m.Items[i] = it
		if it.Exempt != nil || r.Closed.Items[it.ID] != nil {
			m.Items[i] = unnoted(r, it.ID)
		}
	}
	return m
}

// writer holds one meeting while it is written.
type writer struct {
	strings.Builder
	r     agenda.Record
	m     *agenda.Meeting // the public one
	face  *view           // of it, by which public entries are written
	whole *view           // of the meeting by which closed entries are written
}

func write(out io.Writer, b agenda.Body, r agenda.Record, life agenda.Life, kind string) error {
	whole := clerks(r)
	w := writer{r: r, m: &r.Open, face: &view{Meeting: &r.Open}, whole: &view{Meeting: &whole}}
	w.body(b, kind == "full")
	w.head("copy", kind)
	if life.Draft != 0 {
		w.head("draft", strconv.Itoa(life.Draft))
	}
	w.head("meeting", writeCall(w.m))
	w.head("zone", r.Open.Zone)
	w.styleLines(r.Open.Style)
	var pages []page
	var written []*agenda.Item
	for i, it := range r.Open.Items {
		if p := w.page(it); i == 0 || !p.nothing() {
			pages, written = append(pages, p), append(written, it)
		}
	}
	w.taken(written, kind == "full")
	for i, p := range pages {
		if i == 0 {
			w.opening(p)
			continue
		}
		w.item(p)
	}
	_, err := io.WriteString(out, w.String())
	return err
}

// head writes a header line; nothing where there is no value.
func (w *writer) head(word, value string) {
	if value != "" {
		writeText(&w.Builder, word+": "+value)
	}
}

// writeCall is the value of "meeting:".
func writeCall(m *agenda.Meeting) string {
	call := escape(m.Kind, inCommas) + ", " + m.Start.Date()
	if t := m.Start.TimeOfDay(); t != "" {
		call += " " + t
	}
	if m.Place != "" {
		call += ", " + m.Place
	}
	return call
}

// item writes an item with its header lines and entries.
func (w *writer) item(p page) {
	it := p.header()
	head := writeHeading(&it)
	w.WriteString("\n" + head + "\n")
	if head != "==" {
		w.head("kind", it.Kind)
	}
	w.head("purpose", it.Purpose)
	if p := it.Paper; p != nil {
		if p.Number != "" || p.Title != "" {
			w.head("paper", writePaper(p))
		}
		w.head("report of", writeList(p.Of))
		w.head("lead", writeList(p.Leads))
		w.head("sponsor", writeList(p.Sponsors))
		w.head("contact", writeList(p.Contacts))
		for _, words := range p.Recommends {
			w.head("recommends", words)
		}
		for _, words := range p.Asks {
			w.head("asks", words)
		}
	}
	w.head("wording", it.Wording)
	w.fields(&it)
	w.exemption(p)
	w.entries(p, 0)
}

// fields writes what /words say of an item.
func (w *writer) fields(it *agenda.Item) {
	if it.Late != "" {
		writeText(&w.Builder, "/urgent "+it.Late)
	}
	if it.Rendering != "" {
		w.WriteString("/style " + string(it.Rendering) + "\n")
	}
	if it.Outcome != (agenda.Outcome{}) {
		writeText(&w.Builder, writeOutcome(it.Outcome))
	}
}

func writeList(values []string) string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = escape(v, inLists)
	}
	return strings.Join(out, "; ")
}
