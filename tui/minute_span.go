package tui

import (
	"strings"

	"minutebook/agenda"
)

// span is words in one ink.
type span struct {
	ink  ink
	text string
}

// inked wraps spans as one text; what is empty is left out.
func inked(width int, spans ...span) []string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.text)
	}
	all := b.String()
	if strings.TrimSpace(all) == "" {
		return nil
	}
	rows := wrap(all, width)
	at, n, used := 0, 0, 0 // byte of the text, span it is in, bytes of that span behind us
	for i, row := range rows {
		if skip := strings.Index(all[at:], row); skip > 0 {
			at, n, used = pass(spans, at, n, used, skip)
		}
		var out strings.Builder
		for left := len(row); left > 0 && n < len(spans); {
			take := min(left, len(spans[n].text)-used)
			out.WriteString(spans[n].ink.s(shown(row[len(row)-left : len(row)-left+take])))
			left -= take
			at, n, used = pass(spans, at, n, used, take)
		}
		rows[i] = out.String()
	}
	return rows
}

// pass goes on by n bytes.
func pass(spans []span, at, i, used, n int) (int, int, int) {
	at, used = at+n, used+n
	for i < len(spans) && used >= len(spans[i].text) {
		used -= len(spans[i].text)
		i++
	}
	return at, i, used
}

// joinSpans puts words between those lists of spans that hold any.
func joinSpans(between span, parts ...[]span) []span {
	var out []span
	for _, p := range parts {
		words := ""
		for _, s := range p {
			words += s.text
		}
		if words == "" {
			continue
		}
		if len(out) > 0 {
			out = append(out, between)
		}
		out = append(out, p...)
	}
	return out
}

// calls is people as the screen names them, by commas.
func (d drawing) calls(who []agenda.Who) string {
	names := make([]string, len(who))
	for i, w := range who {
		names[i] = d.call(w)
	}
	return strings.Join(names, ", ")
}

// moved is movers and seconders: "Verma / Lunt", and "/ Lunt" where nobody is
// said to have moved.
func (d drawing) moved(movers, seconders []agenda.Who) string {
	words := d.calls(movers)
	if len(seconders) > 0 {
		words = strings.TrimSpace(words + " / " + d.calls(seconders))
	}
	return words
}

// items is items of the agenda by number: "item 5", "items 5, 6".
func (d drawing) items(refs []agenda.ItemRef) string {
	if len(refs) == 0 {
		return ""
	}
	names := make([]string, len(refs))
	for i, ref := range refs {
		names[i] = ref.Words
		if it, ok := d.m.Item(ref.ID); ok {
			if names[i] = it.Number; names[i] == "" {
				names[i] = "“" + titleOf(it) + "”"
			}
		}
	}
	word := "item "
	if len(refs) > 1 {
		word = "items "
	}
	return word + strings.Join(names, ", ")
}
