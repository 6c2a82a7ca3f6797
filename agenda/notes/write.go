package notes

import (
	"io"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// Write writes the minutes of a meeting as a file of notes, the clerk's notes
// and the offered wordings in it: [Parse] gives back an equal record.
func Write(w io.Writer, b agenda.Body, r agenda.Record, life agenda.Life) error {
	return write(w, b, r.Open, life, "full", r.Notes)
}

// WriteMeeting writes the public copy. It says that it is one, and nothing
// closed can reach it.
func WriteMeeting(w io.Writer, b agenda.Body, m agenda.Meeting, life agenda.Life) error {
	b, m = agenda.PublicFace(b, m)
	none := func(agenda.ID) map[agenda.ID][]*agenda.ClosedEntry { return nil }
	return write(w, b, m, life, "public", none)
}

// writer holds one meeting while it is written.
type writer struct {
	strings.Builder
	m      *agenda.Meeting
	behind map[agenda.ID][]*agenda.ClosedEntry // the clerk's notes of the item being written
}

func write(out io.Writer, b agenda.Body, m agenda.Meeting, life agenda.Life, kind string,
	closed func(item agenda.ID) map[agenda.ID][]*agenda.ClosedEntry) error {
	w := writer{m: &m}
	w.head("body", b.Name)
	w.head("code", b.Code)
	w.styleLines(b.Style)
	w.head("copy", kind)
	if life.Draft != 0 {
		w.head("draft", strconv.Itoa(life.Draft))
	}
	w.head("meeting", writeCall(&m))
	w.head("zone", m.Zone)
	w.styleLines(m.Style)
	for i, it := range m.Items {
		w.behind = closed(it.ID)
		if i == 0 {
			w.opening(it)
			continue
		}
		w.item(it)
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
func (w *writer) item(it *agenda.Item) {
	head := writeHeading(it)
	if head == "==" && len(it.Entries) == 0 && it.Outcome == (agenda.Outcome{}) && it.Rendering == "" && it.Late == "" &&
		len(w.behind) == 0 {
		return // what stands in it is what makes an interlude
	}
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
	w.fields(it)
	w.notes(0)
	w.entries(it, 0)
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

// entries writes the entries of an item from index i, and the clerk's notes
// where they stand.
func (w *writer) entries(it *agenda.Item, i int) {
	for ; i < len(it.Entries); i++ {
		e := it.Entries[i]
		list := e.Kind == agenda.Narrative && e.Text == ""
		if e.Table != nil || list {
			w.WriteByte('\n') // nothing above it takes its rows or points
		}
		first := "!"
		if e.Resolution != nil && e.Number == "" && rowAbove(it.Entries[:i]) != nil {
			first = "!!"
		}
		writeEntry(&w.Builder, w.m, e, first)
		w.notes(e.ID)
	}
}

// notes writes the clerk's notes behind an entry.
func (w *writer) notes(after agenda.ID) {
	for _, n := range w.behind[after] {
		writeEntry(&w.Builder, w.m, &n.Entry, "!")
	}
}
