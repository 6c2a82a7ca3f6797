package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// outOfTurn says, of an item that is taken before others of the agenda, how to
// say so; in the minutes of this book the order follows by itself. Empty: it was
// its turn.
func (l *live) outOfTurn(id agenda.ID) string {
	m := l.s.meeting()
	it, ok := m.Item(id)
	next, _ := m.Item(m.NextItem())
	if !ok || next == nil || !m.Begun() || next.ID == id || m.State(id) != agenda.Pending {
		return ""
	}
	const short = 12
	name, before := it.Number, next.Number
	if name == "" || before == "" || cells(name+before) > short {
		return "taken out of its turn · /taken says why"
	}
	return "taken out of its turn · /taken " + name + " before " + before + ": WORDS says why"
}

// otherDay says once, of a meeting whose day is past, that no times are minuted;
// empty: they are, or it was said.
func (l *live) otherDay(a *app) string {
	m, today := l.s.meeting(), l.s.clock(a).Date()
	day := m.Start.Date()
	if l.daySaid || day == "" || day >= today || l.s.minuted(a) != "" {
		return ""
	}
	l.daySaid = true
	t, _, err := m.Start.Time()
	if err != nil {
		return ""
	}
	was := t.Format("2 January")
	if day[:4] != today[:4] {
		was = t.Format("2 January 2006")
	}
	return "it was on " + was + ": no times are minuted"
}

// resumeAt is /resume, at a time or now. A time that says no day is of the day
// the meeting was adjourned to.
func (l *live) resumeAt(a *app, at string) tea.Cmd {
	e := l.s.meeting().Adjournment()
	text := l.comp.Text()
	if day := l.s.clock(a).Date(); at != "" && e != nil && e.Event.To.Date() > day {
		if dated := "/resume " + e.Event.To.Date() + " " + at; l.resumes(a, dated) != "" {
			text = dated
		}
	}
	_, _, err := l.apply(a, text)
	switch {
	case at != "" && err != nil:
		l.problem = plainError(err)
		return nil
	case at != "" && e == nil && l.closed() == "":
		l.problem = "The meeting is open: there is nothing to resume."
		return nil
	case at == "" && e != nil && e.Event.To.Date() > l.s.clock(a).Date():
		return l.askEarly(a)
	case at == "" || e == nil:
		l.clear()
		return l.resume(a)
	case e.Follows(l.resumes(a, text)):
		l.problem = "The meeting was adjourned at " + e.At.TimeOfDay() + ", after that."
		return nil
	}
	return l.keepEntry(a, text)
}

// askEarly asks whether a meeting goes on before the day it was adjourned to.
func (l *live) askEarly(a *app) tea.Cmd {
	to := strings.Join(adjournedWords(l.s.meeting())[1:], " ")
	today := dayMonth(l.s.clock(a))
	return a.push(newConfirm("Does the meeting go on today, "+today+"?", "It was adjourned "+to+".", []choice{
		{"It stays adjourned", "nothing is minuted", func(a *app) tea.Cmd { l.clear(); return a.pop() }},
		{"It goes on now", "minuted" + l.at(a), func(a *app) tea.Cmd {
			back := a.pop()
			l.clear()
			return tea.Batch(back, l.resume(a))
		}},
	}))
}

// resumes is when a line has the meeting go on; empty: it does not say, or
// would not be taken.
func (l *live) resumes(a *app, text string) agenda.Clock {
	r, applied, err := l.apply(a, text)
	if err != nil {
		return ""
	}
	if _, e, ok := r.Find(applied.Entry); ok {
		return e.At
	}
	return ""
}

// waits says of an adjourned meeting whose time has not come how it goes on;
// empty: it may.
func (l *live) waits(a *app) string {
	m := l.s.meeting()
	e := m.Waits(l.s.clock(a))
	if e == nil {
		return ""
	}
	words := "adjourned at " + e.At.TimeOfDay()
	if to := adjournedWords(m); len(to) > 1 {
		words = "adjourned " + strings.Join(to[1:], " ")
	}
	return words + " · /resume TIME goes on"
}

// goOn has an adjourned meeting go on.
func (l *live) goOn(a *app) tea.Cmd {
	if e := l.s.meeting().Adjournment(); e != nil && e.Follows(l.s.minuted(a)) {
		a.say(l.waits(a))
		return nil
	}
	next, err := l.s.record().GoesOn(l.s.minuted(a))
	if err != nil {
		a.say(plainError(err))
		return nil
	}
	cmd := l.s.do(next, "the meeting going on")
	l.afterTurn()
	a.say("the meeting goes on · " + a.keys.Undo.Help().Key + " takes it back")
	return cmd
}

// orderWords are the words of the order of business, in time and on the agenda.
func orderWords() []liveWord {
	return []liveWord{
		{text: "/adjourn", form: "[TIME | to DATE TIME]", name: "The meeting adjourns", like: "/adjourn to 19 March 19:00: the hour was late"},
		{text: "/next", form: "DATE [TIME][, PLACE]", name: "When the next meeting is", like: "/next 16 April 2026 18:00, Guildhall", more: true,
			alone: "/next DATE says when the next meeting is; PgDn takes the next item."},
		{text: "/taken", form: "ITEM [before ITEM][: WORDS]", name: "Why an item was taken out of its turn", like: "/taken 6 before 4: members of the public were there for it", more: true, parts: partItem},
		{text: "/together", form: "ITEM, ITEM", name: "Items taken together", like: "/together 7, 8", more: true},
		{text: "/urgent", form: "REASON", name: "Why the item was taken with no notice", like: "/urgent the tender closes on Friday", more: true},
		{text: "/minutes", form: "MEETING, MEETING", name: "Which minutes were before the body", like: "/minutes 15 January 2026", more: true},
		{text: "/correct", form: "MINUTE of MEETING: CHANGES", name: "Correct earlier minutes", like: "/correct 4 of 15 January: delete “nine”, insert “ten”", more: true},
		{text: "/actions", name: "The list of actions stands here"},
		{text: "/exempt", form: "[GROUND][: REASON]", name: "Private business from here on", like: "/exempt 3: the terms of a lease"},
		{text: "/public", name: "Public again from here on"},
	}
}

// declaredWords are the words of interests, offices and what stands under a
// resolution.
func declaredWords() []liveWord {
	under := (*live).notUnderResolution
	return []liveWord{
		{text: "/interest", form: "NAME (KIND) on ITEM: NATURE; EFFECT", name: "An interest is declared, or none", like: "/interest Pike (pecuniary) on 5: tenant of a shed; left", more: true, parts: partNames},
		{text: "/nominate", form: "NAME for OFFICE by A / B", name: "Somebody is nominated", like: "/nominate Lunt for Vice-Chair by Pike / Verma", more: true, parts: partNames},
		{text: "/elect", form: "NAME: OFFICE[; unopposed]", name: "Somebody is elected", like: "/elect Lunt: Vice-Chair; unopposed", more: true, parts: partNames},
		{text: "/ballot", form: "OFFICE: NAME FIGURES; NAME FIGURES", name: "A round of a ballot", like: "/ballot Chair: Pike 6 elected; Lunt 3", more: true},
		{text: "/condition", form: "WORDS", name: "A condition of the resolution", like: "/condition subject to the survey", more: true, not: under},
		{text: "/reasons", form: "WORDS", name: "Reasons of the resolution", like: "/reasons it was the lowest tender", more: true, not: under},
		{text: "/alternatives", form: "WORDS", name: "Alternatives that were rejected", like: "/alternatives to wait until June", more: true, not: under},
		{text: "/link", form: "KIND REF", name: "What the resolution does to another", like: "/link rescinds NHC/2026-01-15 4", more: true, not: under},
		{text: "/thanks", form: "WORDS", name: "Thanks are recorded", like: "/thanks the crew of the lifeboat", more: true},
	}
}

// wordsHelp is an example of each word that has one.
func wordsHelp() helpGroup {
	g := helpGroup{title: "Words, for example"}
	for _, w := range liveWords {
		if w.like != "" {
			_, behind, _ := strings.Cut(w.like, " ")
			g.rows = append(g.rows, [2]string{w.text, behind})
		}
	}
	return g
}
