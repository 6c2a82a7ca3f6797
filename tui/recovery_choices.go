package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"
)

// choices is what can become of the text that is shown. The first writes over
// nothing and needs no thought.
func (f *recovery) choices(a *app) []choice {
	rows := f.choicesOf(a, f.lost[f.at])
	if n := len(f.lost); n > 1 {
		all := choice{"Keep all " + fmt.Sprint(n), "what is half typed goes on waiting", f.keepAll}
		rows = slices.Insert(rows, 1, all)
	}
	return rows
}

func (f *recovery) choicesOf(a *app, l *lost) []choice {
	later := choice{"Decide later", "it waits at home, under " + sectionToDo, f.later}
	drop := choice{"Drop the typed words", "asks once more", f.drop}
	if l.err != nil {
		return []choice{later, drop}
	}
	note := choice{"Keep as your note", "never public; " + a.keys.Notes.Help().Key + " shows it", f.note}
	switch {
	case l.Field != "" && l.goesBack(a):
		return []choice{{"Go back to where you typed it", "opens that screen with these words in it", f.goBack}, note, later, drop}
	case l.Field != "":
		return []choice{note, later, drop}
	}
	both := choice{"Keep both", f.becomes(a, l), f.keep}
	if l.book() == "" {
		both.verb = "Keep the words"
	}
	// Nobody makes private words public without having seen them.
	if _, _, there := l.snap.Record.Find(l.Entry); there && (l.Entry.Closed() || !f.hides(l)) {
		use := choice{"Use the typed words", "the kept entry changes; undo brings it back", f.use}
		return []choice{both, use, note, later, drop}
	}
	return []choice{both, note, later, drop}
}

// becomes is what keeping a text makes of it.
func (f *recovery) becomes(a *app, l *lost) string {
	_, _, there := l.snap.Record.Find(l.Entry)
	it, _ := l.snap.Record.Open.Item(l.Item)
	closed := it != nil && it.Private() || l.Entry.Closed() || l.After.Closed()
	switch returns := l.returns(a); {
	case l.queues(a):
		return "they wait until the composer is free: other words are in it"
	case !returns && l.secret() && !closed:
		return "they become your own note: " + l.where() + " is public"
	case !returns && there:
		return "they become a new entry below the kept one"
	case !returns && l.secret():
		return "they become an entry of " + l.where() + ", private"
	case !returns:
		return "they become an entry of " + l.where()
	case there:
		return "they wait below the kept entry, as a new one"
	}
	return "they go back to where you typed them, in " + l.where()
}

// returns is whether a text goes back into the composer, which takes one. What is
// private goes there only where the band says so.
func (l *lost) returns(a *app) bool { return l.composes(a) && l.free(a) }

// queues is whether a text belongs into the composer and finds other words there.
// It goes on waiting: what nobody has accepted enters no minutes.
func (l *lost) queues(a *app) bool { return l.composes(a) && !l.free(a) }

func (l *lost) composes(a *app) bool {
	r := l.snap.Record
	if s := a.sessionWith(l.Meeting); s != nil {
		r = s.record()
	}
	it, ok := r.Open.Item(l.Item)
	return l.Field == "" && !l.Kept && l.fits(r) && (!l.secret() || ok && it.Exempt != nil)
}

// free is whether no words stand in the composer of the meeting, nor are on their
// way there.
func (l *lost) free(a *app) bool {
	s := a.sessionWith(l.Meeting)
	if s == nil {
		return true
	}
	on := a.liveOf(s)
	return s.found == nil && (on == nil || on.comp.Empty())
}

// stays is whether a text goes on waiting where all are kept: its place takes one
// text at a time, or it is to be placed by a person.
func (l *lost) stays(a *app) bool {
	switch {
	case l.err != nil, l.Field != "" && l.goesBack(a), l.queues(a):
		return true
	case l.Field != "", l.Kept, l.returns(a):
		return false
	}
	return !l.secret() // what is private and has no place becomes a note
}

// keepAll does with each text what its first choice does, and leaves those that
// nobody has accepted where they are.
func (f *recovery) keepAll(a *app) tea.Cmd {
	var cmds []tea.Cmd
	for _, l := range slices.Clone(f.lost) {
		f.turn(slices.Index(f.lost, l))
		if l.stays(a) {
			cmds = append(cmds, f.later(a))
		} else {
			cmds = append(cmds, f.choicesOf(a, l)[0].do(a)) // the last one leaves the screen
		}
	}
	return tea.Batch(cmds...)
}
