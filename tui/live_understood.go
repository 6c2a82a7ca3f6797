package tui

import (
	"strings"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// understood is what the rule says of the line before it is kept: its kind, or
// what a /word will record.
func (l *live) understood(a *app) string {
	text := l.comp.words.Text()
	switch {
	case l.comp.mark == "" && strings.HasPrefix(text, "/"):
		return l.orderWords(a, text)
	case strings.HasPrefix(text, ";"):
		return "phrase"
	case l.comp.mark == "+":
		if owner := l.unnamedOwner(text); owner != "" {
			return "action, no owner: write " + owner + ": …"
		}
	}
	return kindWords(l.comp)
}

// orderWords is what a /word will do, as far as it is typed.
func (l *live) orderWords(a *app, text string) string {
	name, rest, more := strings.Cut(text, " ")
	w, ok := wordCalled(name)
	if kind, _, exempting := l.exempting(0); exempting {
		return kind
	}
	switch {
	case !ok && !more:
		for _, w := range liveWords {
			if strings.HasPrefix(w.text, strings.ToLower(name)) {
				return "command"
			}
		}
		fallthrough
	case !ok:
		if near := nearestWord(name); near != "" {
			return "no command " + name + ": " + near + "?"
		}
		return "no command " + name
	case w.act != nil && !(w.entry && strings.TrimSpace(rest) != "") || w.key != nil || w.more && strings.TrimSpace(rest) == "":
		return "command: " + strings.ToLower(w.name[:1]) + w.name[1:]
	}
	if what := l.tried(a, text); what != "" {
		return what
	}
	return "command: " + strings.ToLower(w.name[:1]) + w.name[1:]
}

// tried is what a line would record, in words; empty where it would not be
// taken as it stands.
func (l *live) tried(a *app, text string) string {
	r, applied, err := l.apply(a, text)
	if err != nil {
		return ""
	}
	_, e, ok := r.Find(applied.Entry)
	if !ok || e.Resolution == nil || e.Resolution.By == nil {
		return applied.What
	}
	by, facts := e.Resolution.By, []string(nil)
	if len(by.Movers) > 0 {
		facts = append(facts, "moved "+whoWords(r.Open, by.Movers))
	}
	if len(by.Seconders) > 0 {
		facts = append(facts, "seconded "+whoWords(r.Open, by.Seconders))
	}
	if v := by.Vote; v != nil {
		facts = append(facts, strings.TrimSpace(v.Method+" "+talliesWords(v.Tallies)+" "+v.Result))
	}
	return strings.Join(facts, ", ")
}

func talliesWords(tallies []agenda.Tally) string {
	var out []string
	for _, t := range tallies {
		count := t.Count
		if count == "" {
			count = "?"
		}
		out = append(out, t.Choice+" "+count)
	}
	return strings.Join(out, " ")
}

func whoWords(m agenda.Meeting, who []agenda.Who) string {
	var out []string
	for _, w := range who {
		if a, ok := m.Attendee(w.ID); ok {
			w.Words = a.Surname()
		}
		out = append(out, w.Words)
	}
	return strings.Join(out, ", ")
}

// unnamedOwner is the person an action begins with where no colon names them
// as its owner; empty: there is none.
func (l *live) unnamedOwner(text string) string {
	first, rest, more := strings.Cut(text, " ")
	if !more || strings.TrimSpace(rest) == "" || strings.Contains(text, ": ") || strings.HasSuffix(text, ":") {
		return ""
	}
	if notes.Owns(l.s.meeting(), first) {
		return first
	}
	return ""
}

// destination is the item that the words will go to.
func (l *live) destination() string {
	here, to := l.itemWords(l.target()), l.addressed()
	switch {
	case !l.toElsewhere():
		return here
	case l.exposes():
		return "goes to " + l.itemWords(to) + ", PUBLIC"
	}
	return "goes to " + l.itemWords(to)
}

// addressed is the item that the line names with a "#" before its words, else
// the open one.
func (l *live) addressed() agenda.ID {
	text := l.comp.words.Text()
	if l.comp.mark != "" || !strings.HasPrefix(text, "#") {
		return l.target()
	}
	ref, _, _ := strings.Cut(text[1:], " ")
	if id, ok := l.s.meeting().ItemCalled(ref); ok {
		return id
	}
	return l.target()
}

// toElsewhere is whether the line names an item that it goes to.
func (l *live) toElsewhere() bool { return l.editing.none() && l.addressed() != l.target() }

// exposes is whether the line goes from private business to a public item.
func (l *live) exposes() bool {
	return l.toElsewhere() && l.private(l.target()) && !l.private(l.addressed())
}

// private is whether what is written in an item now is private business.
func (l *live) private(item agenda.ID) bool {
	it, ok := l.s.meeting().Item(item)
	return ok && it.Exempt != nil && it.Private()
}

// toPublic is whether the line is words that the public sees whatever the item
// is: why there is private business, and what the public is told of it.
func (l *live) toPublic() bool {
	text := strings.ToLower(l.comp.words.Text())
	return l.comp.mark == "" && (ordered(text, "/exempt") || strings.HasPrefix(text, "public title:") || strings.HasPrefix(text, "public summary:"))
}

// ordered is whether a line begins with a /word.
func ordered(text, word string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(text), " ")
	first, _, _ = strings.Cut(first, ":")
	return strings.EqualFold(first, word)
}
