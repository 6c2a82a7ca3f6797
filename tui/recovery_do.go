package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// where names the item of a text as the public may know it.
func (l *lost) where() string {
	it, ok := l.snap.Record.Open.Item(l.Item)
	switch {
	case l.Field != "" && l.Item == 0:
		return "the meeting"
	case ok && it.Number != "":
		return "item " + it.Number
	case ok && it.Kind == agenda.KindOpening:
		return "the opening"
	}
	return "its item"
}

// later leaves a text in the journal: it waits at home, and is offered again at
// the next start.
func (f *recovery) later(a *app) tea.Cmd { return f.decided(a) }

// drop ends a text after a question.
func (f *recovery) drop(a *app) tea.Cmd {
	l := f.lost[f.at]
	return a.push(newConfirm("Drop the typed words?", "They are in no other place.", []choice{
		{"Go back", "nothing is dropped", func(a *app) tea.Cmd { return a.pop() }},
		{"Drop them", "they cannot be brought back", func(a *app) tea.Cmd {
			a.journalled(a.journal.End(l.Number))
			a.say("dropped")
			return tea.Batch(a.pop(), f.decided(a))
		}},
	}))
}

// keep puts a text back: into the composer of its item, one for each meeting, or
// into the minutes where it was kept already or another one waits.
func (f *recovery) keep(a *app) tea.Cmd {
	l := f.lost[f.at]
	s := l.session(a)
	if l.returns(a) {
		d := l.Draft
		s.found = &d
		f.open = s
		return f.decided(a)
	}
	if l.queues(a) {
		return f.later(a)
	}
	next, ok := l.placed(s)
	if !ok {
		return f.note(a)
	}
	return f.done(a, s, next)
}

// use has a text take the place of the entry it was to change.
func (f *recovery) use(a *app) tea.Cmd {
	l := f.lost[f.at]
	s := l.session(a)
	next, err := notes.Edit(s.record(), l.Entry, l.Text)
	if err != nil {
		a.say(plainError(err))
		return nil
	}
	return f.done(a, s, next)
}

// note keeps a text as a note of the clerk's own, which is never public.
func (f *recovery) note(a *app) tea.Cmd {
	l := f.lost[f.at]
	s := l.session(a)
	m, item := s.meeting(), l.Item
	if _, ok := m.Item(item); !ok && len(m.Items) > 0 {
		item = m.Items[0].ID
	}
	next, _, err := s.record().Add(item, agenda.Entry{Kind: agenda.Note, Text: strings.TrimSpace(strings.TrimPrefix(l.Text, "%"))})
	if err != nil {
		a.say(err.Error())
		return nil
	}
	a.say("kept as your note; " + a.keys.Notes.Help().Key + " shows it")
	return f.done(a, s, next)
}

// done starts to save what became of a text; the text ends when that is in the
// book.
func (f *recovery) done(a *app, s *session, next agenda.Record) tea.Cmd {
	l := f.lost[f.at]
	if f.open == nil {
		f.open = s
	}
	cmd := s.do(next, "words found again in "+l.where())
	s.hold(l.Number)
	return tea.Batch(cmd, f.decided(a))
}

// session is that of the meeting: the one that took an earlier text, or a new
// one.
func (l *lost) session(a *app) *session {
	if s := a.sessionWith(l.Meeting); s != nil {
		return s
	}
	return a.sessionOf(l.body, l.snap)
}

// fits is whether a text can go back into the composer.
func (l *lost) fits(r agenda.Record) bool {
	_, _, entry := r.Find(l.Entry)
	it, ok := r.Open.Item(l.Item)
	return entry || ok && (len(it.Entries) > 0 || it.ID == r.Open.Writing() || it.Number != "")
}

// placed is the record with a text as an entry: behind the one it was to change
// or was typed behind, else at the end of its item. What was typed in private
// business is placed where that goes on, or nowhere.
func (l *lost) placed(s *session) (agenda.Record, bool) {
	r, now := s.record(), s.meeting().MinutedAt(l.Typed.In(s.zone))
	var next agenda.Record
	var applied notes.Applied
	var err error
	if behind := l.behind(r); behind != 0 {
		next, applied, err = notes.ApplyBehind(r, behind, l.Text, now)
	} else {
		next, applied, err = notes.Apply(r, l.Item, l.Text, now)
	}
	return next, err == nil && (!l.Private || applied.Entry.Closed())
}

// behind is the entry that a text belongs behind; zero: the end of its item.
func (l *lost) behind(r agenda.Record) agenda.ID {
	for _, id := range []agenda.ID{l.Entry, l.After} {
		if _, _, ok := r.Find(id); ok {
			return id
		}
	}
	return 0
}

// findsAgain puts words that wait for this meeting into the composer, where they
// were typed: they are the same draft still.
func (l *live) findsAgain(a *app) {
	d := l.s.found
	if d == nil || !l.comp.Empty() {
		return
	}
	l.s.found = nil
	was := &lost{Rescued: agenda.Rescued{Draft: *d}}
	behind := was.behind(l.s.record())
	it, ok := l.s.meeting().Item(d.Item)
	text := d.Text
	if behind == 0 && ok && it.ID != l.target() {
		if n := len(it.Entries); n > 0 {
			behind = it.Entries[n-1].ID
		} else {
			text = "#" + it.Number + " " + text
		}
	}
	if behind != 0 {
		if ok && it.ID != l.target() {
			l.look = it.ID
		}
		l.pickUp(pick{id: behind, note: false})
	}
	l.comp.SetText(text)
	l.begun = begun{typing: true, secret: d.Private && l.comp.Kind() != agenda.Note}
	d.Entry = 0
	a.drafts = append(a.drafts, &drafted{fieldWords{field: l.s, s: l.s, Draft: *d}, l.s.change, l.s.record()})
	a.say("found again: enter keeps it")
}

// lower is a verb in the middle of a sentence.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
