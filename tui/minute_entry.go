package tui

import (
	"strings"

	"minutebook/agenda"
	"minutebook/exports"
)

// drawEntry draws an entry, the mark apart from the rows, so that a chosen one
// can show where it is instead.
func drawEntry(d drawing, e *agenda.Entry, width int) *block {
	b := &block{ink: d.st.muted, at: d.bearings[e.ID]}
	b.indent = gutter * b.at.depth
	switch e.Kind {
	case agenda.Response, agenda.Further:
		b.indent = gutter
	case agenda.Resolved, agenda.ToDo:
		b.ink = d.st.strong
	case agenda.Note:
		b.ink = d.st.private
	}
	if b.mark = markOf(e); e.Motion != nil {
		b.mark = b.at.label
	}
	width = max(8, width-b.indent)
	switch {
	case e.Event != nil && e.At == "" && rollWords[e.Event.What] != "":
		b.rows = drawRoll(d, e.Event, width)
	case e.Event != nil:
		b.rows = paint(d.st.muted, wrap(exports.Event(d.style, d.m, *e), width))
	case e.Motion != nil:
		b.rows = drawMotion(d, e, width)
	case e.Vote != nil:
		b.rows = drawVote(d, e, width)
	case e.Outcome != nil:
		b.rows = drawSettled(d, e, width)
	case e.Strike != nil:
		b.rows = drawStrike(d, e, width)
	case e.Election != nil:
		b.rows = drawElection(d, e, width)
	case e.Interest != nil:
		b.rows = drawInterest(d, e, width)
	case e.Correction != nil:
		b.rows = drawCorrection(d, e, width)
	case e.Resolution != nil:
		b.rows = drawResolution(d, e, width)
	case e.Action != nil:
		b.rows = drawAction(d, e, width)
	case e.Table != nil:
		b.rows = drawTable(d, e.Table, width)
	default:
		b.rows = drawText(d, e, width)
	}
	if len(b.rows) == 0 {
		b.rows = []string{""}
	}
	return b
}

// rollWords is how the roll is headed.
var rollWords = map[string]string{
	agenda.Present: "Present", agenda.Remote: "Remote", agenda.Apologies: "Apologies", agenda.Absent: "Absent",
	agenda.Attending: "In attendance", agenda.Substitutes: "Substitute", agenda.Proxy: "Proxy", agenda.Presides: "In the chair",
}

// drawRoll is a line of the roll: who is present, who sent apologies.
func drawRoll(d drawing, ev *agenda.Event, width int) []string {
	names := make([]string, 0, len(ev.Who))
	for _, id := range ev.Who {
		names = append(names, d.m.Call(agenda.Who{ID: id}))
	}
	text := strings.Join(names, ", ")
	if a, ok := d.m.Attendee(ev.For); ok {
		text += " for " + a.Full()
	}
	return led(d.st.muted, rollWords[ev.What], "  ", text, width)
}

func markOf(e *agenda.Entry) string {
	switch e.Kind {
	case agenda.Question:
		return "?"
	case agenda.Comment:
		return "*"
	case agenda.Response:
		return ">"
	case agenda.Further:
		return ">>"
	case agenda.Update:
		return "@"
	case agenda.Resolved:
		return "!"
	case agenda.ToDo:
		return "+"
	case agenda.Tabulation:
		return "|"
	case agenda.Declared:
		return glyphInterest
	case agenda.Note:
		return "%"
	}
	return ""
}

func paint(i ink, rows []string) []string {
	for n, row := range rows {
		rows[n] = i.s(shown(row))
	}
	return rows
}

// led wraps a text behind words of another ink: "Pike  Had the fleet…".
func led(i ink, lead, between, text string, width int) []string {
	rows := wrap(lead+between+text, width)
	for n, row := range rows {
		if len(lead) == 0 {
			rows[n] = shown(row)
			continue
		}
		took := min(len(lead), len(row))
		if row[:took] != lead[:took] {
			took = 0
		}
		rows[n] = i.s(shown(row[:took])) + shown(row[took:])
		lead = strings.TrimLeft(lead[took:], " ")
	}
	return rows
}

func drawText(d drawing, e *agenda.Entry, width int) []string {
	var lead []string
	if who := d.call(e.Speaker); who != "" {
		lead = append(lead, who)
	}
	between := "  "
	if e.Verb != "" && e.Verb != agenda.AsTyped {
		lead, between = append(lead, e.Verb), " "
	}
	words := strings.Join(lead, "  ")
	if words == "" || e.Text == "" {
		between = ""
	}
	rows := led(d.st.muted, words, between, e.Text, width)
	if e.Text == "" && words == "" {
		rows = nil
	}
	return append(rows, drawPoints(d, e.Points, 0, width)...)
}

// call is a person as the screen names them: briefly, for the room knows them.
func (d drawing) call(w agenda.Who) string {
	if w.ID != 0 {
		return d.m.Brief(w.ID)
	}
	return w.Words
}

func drawPoints(d drawing, points []agenda.Point, depth, width int) []string {
	var rows []string
	in := depth * 2
	for _, p := range points {
		for i, row := range wrap(p.Text, max(8, width-in-2)) {
			mark := "  "
			if i == 0 {
				mark = d.st.muted.s("- ")
			}
			rows = append(rows, blanks(in)+mark+shown(row))
		}
		rows = append(rows, drawPoints(d, p.Points, depth+1, width)...)
	}
	return rows
}

// drawResolution sets the parts as they will be printed, labels and all.
func drawResolution(d drawing, e *agenda.Entry, width int) []string {
	r := exports.Decision(d.style, d.m, *e)
	var rows []string
	for i, p := range r.Parts {
		lead, text := "", strings.Join(p.Text, "\n")
		if i == 0 {
			lead = strings.TrimSpace(r.Number + " " + r.Verb)
		}
		label := p.Label
		if label != "" {
			label += " "
		}
		between := ""
		if lead != "" {
			between = " – "
		}
		in := gutter * p.Depth
		for _, row := range led(d.st.strong, lead, between+label, text, max(8, width-in)) {
			rows = append(rows, blanks(in)+row)
		}
	}
	if r.By != "" {
		rows = append(rows, paint(d.st.muted, wrap(r.By, width))...)
	}
	return append(rows, drawBeneath(d, e, width)...)
}

func drawAction(d drawing, e *agenda.Entry, width int) []string {
	var owners []string
	for _, o := range e.Action.Owners {
		owners = append(owners, d.call(o))
	}
	lead, between := strings.Join(owners, ", "), "  "
	if lead == "" {
		between = ""
	}
	rows := led(d.st.strong, lead, between, e.Text, width)
	if e.Action.Due == "" {
		return rows
	}
	due := "due " + e.Action.Due
	if t, _, err := agenda.Clock(e.Action.Due).Time(); err == nil {
		due = "due " + t.Format("2 Jan 2006")
	}
	if last := len(rows) - 1; last >= 0 && visible(rows[last])+2+cells(due) <= width {
		rows[last] += "  " + d.st.muted.s(shown(due))
		return rows
	}
	return append(rows, paint(d.st.muted, wrap(due, width))...)
}
