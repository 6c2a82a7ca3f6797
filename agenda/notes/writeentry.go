package notes

import (
	"strings"

	"minutebook/agenda"
)

// Text is a public entry in the notation, as it would be typed: what the
// composer shows when an entry is edited. [Edit] reads it back.
func Text(m agenda.Meeting, e agenda.Entry) string {
	var b strings.Builder
	writeEntry(&b, &view{Meeting: &m}, &e, "!")
	return strings.TrimSuffix(b.String(), "\n")
}

// TextOf is [Text] of any entry of a record. Of a closed one it is closed text.
func TextOf(r agenda.Record, e agenda.Entry) string {
	if e.ID.Closed() {
		r.Open = clerks(r)
	}
	return Text(r.Open, e)
}

// writeEntry writes an entry and ends its last line. first is the mark that a
// resolution begins with.
func writeEntry(b *strings.Builder, v *view, e *agenda.Entry, first string) {
	m := v.Meeting
	b.WriteString(writeNumber(e))
	switch {
	case e.Table != nil:
		writeTable(b, e.Table)
		return
	case e.Resolution != nil:
		writeResolution(b, v, e, first)
		return
	case e.Motion != nil || e.Vote != nil || e.Outcome != nil || e.Strike != nil:
		writeText(b, writeMotion(v, e))
		writePoints(b, e.Points, "")
		b.WriteString(writeDecided(m, e))
		return
	case e.Interest != nil || e.Election != nil:
		writeText(b, writeDeclared(m, e))
	case e.Correction != nil:
		writeText(b, writeCorrection(m, e))
	case writeExempt(e) != "":
		writeText(b, writeExempt(e))
	case e.Event != nil:
		writeText(b, writeEvent(m, e))
	case e.Action != nil:
		writeText(b, writeAction(m, e))
	case e.Kind == agenda.Narrative && e.Text == "":
	case e.Kind == agenda.Narrative:
		writeText(b, plainLine(e.Text))
	case e.Kind == agenda.Note:
		writeText(b, strings.TrimRight("% "+e.Text, " "))
	case e.Kind == agenda.Update && e.Speaker == agenda.Who{}:
		writeText(b, strings.TrimRight(`@"" `+e.Text, " "))
	case e.Kind == agenda.Update:
		writeText(b, strings.TrimRight(writeSpeaker(m, e.Speaker)+e.Text, " "))
	default:
		text := e.Text
		if e.Speaker == (agenda.Who{}) && (strings.HasPrefix(text, "@") || strings.HasPrefix(text, `\@`) || strings.HasPrefix(text, `\\`)) {
			text = `\` + text
		}
		mark := exchangeMarks[e.Kind] + e.Verb + " "
		writeText(b, strings.TrimRight(mark+writeSpeaker(m, e.Speaker)+text, " "))
	}
	writePoints(b, e.Points, "")
}

// writeNumber is the number of an entry's own, which a table has above it.
func writeNumber(e *agenda.Entry) string {
	switch {
	case e.Number == "":
		return ""
	case e.Table != nil:
		return "/number " + escape(e.Number, " ") + "\n"
	}
	return "/number " + escape(e.Number, " ") + " "
}

var exchangeMarks = map[agenda.Kind]string{
	agenda.Question: "?", agenda.Response: ">", agenda.Further: ">>", agenda.Comment: "*",
}

// plainLine is a paragraph that begins with no mark, or with the \ that makes
// it plain.
func plainLine(s string) string {
	if strings.IndexByte(`?>*-!+|@%/#\`, s[0]) >= 0 || strings.HasPrefix(s, "==") {
		return `\` + s
	}
	if _, _, ok := header(frag{s: s}, anyWords); ok {
		return `\` + s
	}
	return s
}

// writeText writes the first line of an entry and its further paragraphs.
func writeText(b *strings.Builder, text string) { writeIndented(b, text, "  ") }

func writeIndented(b *strings.Builder, text, indent string) {
	for i, line := range strings.Split(text, "\n") {
		if i == 0 {
			b.WriteString(line + "\n")
			continue
		}
		b.WriteString(indent + "\\\n")
		if line == "" {
			continue
		}
		if line[0] == '-' || line[0] == '\\' {
			line = `\` + line
		}
		b.WriteString(indent + line + "\n")
	}
}

func writePoints(b *strings.Builder, points []agenda.Point, indent string) {
	for _, p := range points {
		b.WriteString(indent + "- ")
		writeIndented(b, p.Text, indent+"  ")
		writePoints(b, p.Points, indent+"  ")
	}
}

func writeTable(b *strings.Builder, t *agenda.Table) {
	if t.Caption != "" {
		b.WriteString("/caption " + agenda.CleanLine(t.Caption) + "\n")
	}
	for _, row := range t.Rows {
		b.WriteString(writeRow(row) + "\n")
	}
}

func writeResolution(b *strings.Builder, v *view, e *agenda.Entry, first string) {
	for i, p := range e.Resolution.Parts {
		mark := "! "
		if i == 0 {
			mark = first + e.Verb + " "
		}
		writeText(b, strings.TrimRight(mark+p.Text, " "))
		writeSubPoints(b, p.Points, "!-")
	}
	b.WriteString(writeBy(v, e))
	writeResolved(b, v.Meeting, e.Resolution)
}

func writeSubPoints(b *strings.Builder, points []agenda.Point, mark string) {
	for _, p := range points {
		writeText(b, strings.TrimRight(mark+" "+p.Text, " "))
		writeSubPoints(b, p.Points, mark+"-")
	}
}

// writeEvent is the /word of an event.
func writeEvent(m *agenda.Meeting, e *agenda.Entry) string {
	ev := e.Event
	if write := orderWriters[ev.What]; write != nil {
		return write(m, e)
	}
	line := "/" + happeningWord(ev.What)
	switch {
	case ofMeeting(ev.What):
	case len(ev.Who) == 0:
		line += " public"
	default:
		names := make([]string, len(ev.Who))
		for i, id := range ev.Who {
			names[i] = refer(m, id)
		}
		line += " " + strings.Join(names, ", ")
	}
	if ev.For != 0 {
		line += " for " + refer(m, ev.For)
	}
	line += when(e.At, m.Start.Date())
	if ev.To != "" {
		line += " to" + when(ev.To, m.Start.Date())
	}
	if ev.How != "" {
		line += "; " + escape(ev.How, inFields)
	}
	if e.Text != "" {
		line += ": " + e.Text
	}
	return line
}
