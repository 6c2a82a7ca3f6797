package tui

import (
	"fmt"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// heading is the number, the title, and a grey line of what is known of the
// paper. above says how many entries the minute goes on upward.
func (l *live) heading(a *app, it *agenda.Item, measure, above int) []string {
	more := ""
	if above > 0 {
		more = glyphUp + " " + strconv.Itoa(above) + " more"
	}
	var h line
	if it.Number != "" {
		h.add(a.st.strong, it.Number).to(max(gutter, h.n+2))
	}
	h.to(gutter)
	left := h.n
	// The measure is the same with and without "more", so that nothing moves.
	title := wrap(shown(titleOf(it)), max(8, measure-left-len("↑ 999 more")))
	h.add(a.st.strong, strings.TrimRight(title[0], " ")).to(measure-cells(more)).add(a.st.muted, more)
	rows := []string{h.String()}
	for _, t := range title[1:] {
		rows = append(rows, blanks(left)+a.st.strong.s(t))
	}
	if words := l.exemptLine(it); words != "" {
		for _, row := range paint(a.st.muted, wrap(words, measure-gutter)) {
			rows = append(rows, blanks(gutter)+row)
		}
	}
	if facts := l.factLine(a, it, measure-gutter); facts != "" {
		rows = append(rows, blanks(gutter)+a.st.muted.s(facts))
	}
	return rows
}

// factLine is the facts, and the key of the paper at their end whatever must
// give way.
func (l *live) factLine(a *app, it *agenda.Item, width int) string {
	facts := itemFacts(it)
	if it.Paper == nil {
		return cut(shown(strings.Join(facts, " "+glyphDot+" ")), width)
	}
	end := a.keys.Paper.Help().Key + " paper"
	if l.side.what == asidePaper {
		end = a.keys.Paper.Help().Key + " close"
	}
	if len(facts) == 0 {
		return end
	}
	end = " " + glyphDot + " " + end
	for {
		line := shown(strings.Join(facts, " "+glyphDot+" "))
		if len(facts) == 1 || cells(line)+cells(end) <= width {
			return cut(line, max(0, width-cells(end))) + end
		}
		facts = facts[:len(facts)-1]
	}
}

// itemFacts is what is known of an item, three facts at most.
func itemFacts(it *agenda.Item) []string {
	var facts []string
	if p := it.Paper; p != nil {
		if len(p.Of) > 0 {
			facts = append(facts, "Report of "+strings.Join(p.Of, ", "))
		}
		if p.Number != "" {
			facts = append(facts, p.Number)
		}
		if n := len(p.Recommends); n == 1 {
			facts = append(facts, "1 recommendation")
		} else if n > 1 {
			facts = append(facts, fmt.Sprintf("%d recommendations", n))
		}
	}
	if said := it.Outcome.Said(); said != "" {
		facts = append(facts, said)
	}
	if it.Late != "" {
		facts = append(facts, "urgent: "+it.Late)
	}
	return facts[:min(len(facts), 3)]
}

// emptyItem is what an item without entries shows: its usual wording in grey,
// then what the last meeting minuted.
func (l *live) emptyItem(a *app, it *agenda.Item, measure int) []string {
	var rows []string
	if it.Wording != "" {
		for _, row := range wrap(it.Wording, measure-gutter) {
			rows = append(rows, blanks(gutter)+a.st.muted.s(shown(row)))
		}
	}
	if it.Kind == agenda.KindOpening && len(l.s.meeting().Taken) == 0 {
		hint := a.keys.Room.Help().Key + " says who is here; " + a.keys.NextItem.Help().Key + " takes the first item."
		rows = append(rows, blanks(gutter)+a.st.muted.s(hint))
	}
	if last := l.lastTime(a, it, measure); len(last) > 0 && l.look != 0 {
		if len(rows) > 0 {
			rows = append(rows, "")
		}
		rows = append(rows, last...)
	}
	return rows
}
