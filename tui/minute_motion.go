package tui

import (
	"fmt"
	"slices"
	"strings"

	"minutebook/agenda"
)

// drawMotion is movers in grey, then the words. The label stands in the gutter;
// a long one pushes the first row, and the words give way to it.
func drawMotion(d drawing, e *agenda.Entry, width int) []string {
	lead := d.moved(e.Motion.Movers, e.Motion.Seconders)
	if e.Motion.Class == agenda.Substantive {
		lead = strings.TrimSpace("substantive  " + lead)
	}
	between := ""
	if lead != "" && e.Text != "" {
		between = "  "
	}
	push := strings.Repeat("\u202f", max(0, cells(d.bearings[e.ID].label)+1-gutter)) // never broken
	rows := inked(width, span{ink{}, push}, span{d.st.muted, lead}, span{d.st.text, between + e.Text})
	if len(rows) > 0 {
		rows[0] = strings.Replace(rows[0], push, "", 1)
	}
	rows = append(rows, drawPoints(d, e.Points, 0, width)...)
	if items := d.items(e.Motion.Items); items != "" {
		rows = append(rows, paint(d.st.muted, wrap("decides "+items, width))...)
	}
	return rows
}

// about is the motion that something is about, where it does not stand below it.
func (d drawing) about(e *agenda.Entry) span {
	if label := d.bearings[e.ID].label; label != "" {
		return span{d.st.muted, label + "  "}
	}
	return span{}
}

// drawVote is the result in bold and the figures in grey, in words; below them
// how people voted by name.
func drawVote(d drawing, e *agenda.Entry, width int) []string {
	v, at := e.Vote, d.bearings[e.ID]
	result := span{d.st.strong, v.Result}
	if at.back == "taken back" {
		result.ink = d.st.muted // it binds no more
	}
	facts := figures(d, v)
	if len(facts) == 0 && v.Result == "" && len(v.Named) == 0 {
		facts = []string{"voted"}
	}
	spans := joinSpans(span{ink{}, "  "}, []span{result}, []span{{d.st.muted, strings.Join(facts, ", ")}}, []span{{d.st.strong, at.back}})
	rows := inked(width, append([]span{d.about(e)}, spans...)...)
	rows = append(rows, inked(width, namedVotes(d, v)...)...)
	return append(rows, drawWords(d, e, width)...)
}

// figures is a vote as it was counted: how, then each tally. What nobody knows
// is a question mark.
func figures(d drawing, v *agenda.Vote) []string {
	var facts []string
	if v.Method != "" {
		method, ok := d.style.Short.Methods[v.Method]
		if !ok {
			method = v.Method
		}
		facts = append(facts, method)
	}
	for _, t := range v.Tallies {
		count := t.Count
		if count == "" {
			count = "?"
		}
		facts = append(facts, t.Choice+" "+count)
	}
	if c := v.Casting; c != nil {
		facts = append(facts, strings.TrimSpace("casting vote "+d.call(c.Who)+" "+c.Choice))
	}
	if v.Held != "" {
		facts = append(facts, "by "+strings.TrimPrefix(v.Held, "by "))
	}
	return facts
}

// namesMost is how many names one choice lists where others were made too: in a
// vote of forty it is the exceptions that people look for.
const namesMost = 8

// namedVotes is the names by choice, the exceptions first.
func namedVotes(d drawing, v *agenda.Vote) []span {
	var choices []string
	names := map[string][]string{}
	for _, b := range v.Named {
		choice := b.Choice
		if b.Asked {
			choice = strings.TrimSpace(choice + ", at their request")
		}
		if names[choice] == nil {
			choices = append(choices, choice)
		}
		name := d.call(b.Who)
		if b.Weight != "" {
			name += " (" + b.Weight + ")"
		}
		names[choice] = append(names[choice], name)
	}
	slices.SortStableFunc(choices, func(a, b string) int { return boolInt(len(names[a]) > namesMost) - boolInt(len(names[b]) > namesMost) })
	var parts [][]span
	for i, c := range choices {
		label, words := strings.TrimPrefix(c, ", "), strings.Join(names[c], ", ")
		if n := len(names[c]); n > namesMost && i > 0 {
			words = fmt.Sprintf("%d by name", n)
		}
		parts = append(parts, []span{{d.st.muted, strings.TrimSpace(label) + " "}, {d.st.text, words}})
	}
	return joinSpans(span{d.st.muted, " " + glyphDot + " "}, parts...)
}

// drawWords is the words of an entry that is more than words, and its points.
func drawWords(d drawing, e *agenda.Entry, width int) []string {
	return append(inked(width, span{d.st.text, e.Text}), drawPoints(d, e.Points, 0, width)...)
}

// drawSettled is what became of a motion that was not voted on.
func drawSettled(d drawing, e *agenda.Entry, width int) []string {
	o, back := *e.Outcome, d.bearings[e.ID].back
	spans := joinSpans(span{ink{}, "  "}, []span{{d.st.strong, o.Said()}}, []span{{d.st.text, o.Reason}}, []span{{d.st.strong, back}})
	return append(inked(width, append([]span{d.about(e)}, spans...)...), drawWords(d, e, width)...)
}

// drawStrike says what was taken back and why; what was stays above it.
func drawStrike(d drawing, e *agenda.Entry, width int) []string {
	what := "the vote"
	if who := d.call(e.Strike.Who); who != "" {
		what = who + "’s vote"
	}
	if label := d.bearings[e.ID].label; label != "" {
		what += " on " + label
	}
	spans := joinSpans(span{ink{}, "  "}, []span{{d.st.muted, what + " was taken back"}}, []span{{d.st.text, e.Text}})
	return append(inked(width, spans...), drawPoints(d, e.Points, 0, width)...)
}
