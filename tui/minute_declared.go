package tui

import (
	"strings"

	"minutebook/agenda"
)

// drawElection is a step of filling an office: who is nominated, a round of the
// ballot with a candidate a row, who was elected.
func drawElection(d drawing, e *agenda.Entry, width int) []string {
	v := e.Election
	office := func(verb string) string {
		if v.Office == "" {
			return verb
		}
		return verb + " for " + v.Office
	}
	names := func(elected bool) string {
		var all []agenda.Who
		for _, c := range v.Candidates {
			if !elected || c.Elected {
				all = append(all, c.Who)
			}
		}
		return d.calls(all)
	}
	gap := span{ink{}, "  "}
	var rows []string
	switch v.What {
	case agenda.Balloted:
		head := facts(office("ballot"), d.bearings[e.ID].label, v.How)
		rows = inked(width, joinSpans(gap, []span{{d.st.muted, head}})...)
		rows = append(rows, ballotRows(d, v.Candidates, width)...)
		if back := d.bearings[e.ID].back; back != "" {
			rows = append(rows, inked(width, span{d.st.strong, back})...)
		}
	case agenda.ElectedNow:
		as := ""
		if v.Office != "" {
			as = "as " + v.Office
		}
		rows = inked(width, joinSpans(gap, []span{{d.st.strong, "elected"}}, []span{{d.st.text, names(false)}}, []span{{d.st.muted, commas(as, v.How)}})...)
	default:
		by := ""
		if moved := d.moved(v.Movers, v.Seconders); moved != "" {
			by = "by " + moved
		}
		rows = inked(width, joinSpans(gap, []span{{d.st.muted, office(v.What)}}, []span{{d.st.text, names(false)}}, []span{{d.st.muted, commas(by, v.How)}})...)
	}
	return append(rows, drawWords(d, e, width)...)
}

// ballotRows is the candidates below each other, their figures at the right of
// the widest name.
func ballotRows(d drawing, all []agenda.Candidate, width int) []string {
	wide := 0
	for _, c := range all {
		wide = max(wide, cells(shown(d.call(c.Who))))
	}
	wide = min(wide, max(8, width-12))
	var rows []string
	for _, c := range all {
		count, won := c.Count, ""
		if count == "" {
			count = "?"
		}
		if c.Elected {
			won = "  elected"
		}
		name := d.call(c.Who)
		if cells(shown(name)) > wide {
			rows = append(rows, inked(width, span{d.st.text, name})...)
			name = ""
		}
		figure := strings.Repeat(" ", max(0, 4-cells(count))) + count
		rows = append(rows, pad(d.st.text.s(shown(name)), wide)+d.st.text.s(shown(figure))+d.st.strong.s(won))
	}
	return rows
}

// commas joins what is not empty.
func commas(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, ", ")
}

// drawInterest is who declared which interest in what; nobody: that nobody has
// one.
func drawInterest(d drawing, e *agenda.Entry, width int) []string {
	v := e.Interest
	if len(v.Holders) == 0 {
		words := "No interests were declared."
		if items := d.items(v.Items); items != "" {
			words = "No interests were declared in " + items + "."
		}
		return append(inked(width, span{d.st.muted, words}), drawWords(d, e, width)...)
	}
	var spans []span
	for i, h := range v.Holders {
		if i > 0 {
			spans = append(spans, span{d.st.text, ", "})
		}
		spans = append(spans, span{d.st.text, d.call(h.Who)})
		if h.Kind != "" {
			spans = append(spans, span{d.st.muted, " (" + h.Kind + ")"})
		}
	}
	gap := span{ink{}, "  "}
	spans = joinSpans(gap, spans, []span{{d.st.muted, d.items(v.Items)}})
	nature := strings.Trim(v.Nature+"\n"+e.Text, "\n")
	rows := inked(width, joinSpans(gap, spans, []span{{d.st.text, nature}}, []span{{d.st.muted, v.Effect}})...)
	return append(rows, drawPoints(d, e.Points, 0, width)...)
}

// drawCorrection is what was put right in the minutes of another meeting.
func drawCorrection(d drawing, e *agenda.Entry, width int) []string {
	c := e.Correction
	where := "correction"
	if c.Minute != "" {
		where += " of " + c.Minute
	}
	if c.Meeting != "" {
		where += " of " + c.Meeting
	}
	var parts [][]span
	for _, ch := range c.Changes {
		var change [][]span
		if ch.Delete != "" {
			change = append(change, []span{{d.st.muted, "delete "}, {d.st.text, "“" + ch.Delete + "”"}})
		}
		if ch.Insert != "" {
			change = append(change, []span{{d.st.muted, "insert "}, {d.st.text, "“" + ch.Insert + "”"}})
		}
		parts = append(parts, joinSpans(span{d.st.muted, ", "}, change...))
	}
	gap := span{ink{}, "  "}
	rows := inked(width, joinSpans(gap, []span{{d.st.muted, where}}, joinSpans(span{d.st.muted, "; "}, parts...))...)
	return append(rows, drawWords(d, e, width)...)
}

// drawBeneath is what stands under a resolution: what it hangs on, why it was
// made, and what it does to others.
func drawBeneath(d drawing, e *agenda.Entry, width int) []string {
	res := e.Resolution
	var rows []string
	put := func(label, text string) {
		if text != "" {
			rows = append(rows, inked(width, span{d.st.muted, label + "  "}, span{d.st.text, text})...)
		}
	}
	if label := d.bearings[e.ID].label; label != "" {
		rows = append(rows, inked(width, span{d.st.muted, "by " + label})...)
	}
	put("condition", res.Condition)
	put("reasons", res.Reasons)
	put("alternatives", res.Alternatives)
	if items := d.items(res.Items); items != "" {
		rows = append(rows, inked(width, span{d.st.muted, "decides " + items})...)
	}
	for _, link := range res.Links {
		put(link.Kind, link.To)
	}
	put("thanks", res.Thanks)
	return rows
}
