package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// waits is the words of earlier runs that nobody has decided about: not those
// that stand in a field again, wait for their composer, or were kept and are on
// their way into the book.
func (a *app) waits() []agenda.Rescued {
	if a.journal == nil {
		return nil
	}
	decided := map[uint64]bool{}
	for _, d := range a.drafts {
		decided[d.Number] = true
	}
	for _, s := range a.sessions {
		if s.found != nil {
			decided[s.found.Number] = true
		}
		for _, h := range s.held {
			decided[h.number] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(a.journal.Rescued()), func(r agenda.Rescued) bool { return decided[r.Number] })
}

// openWaiting shows the words that wait, over whatever screen is shown.
func (a *app) openWaiting() tea.Cmd {
	all := a.waits()
	if len(all) == 0 {
		a.say("no words wait to be decided")
		return nil
	}
	return a.push(newRecovery(all))
}

// notWaiting is why there is nothing to open; empty: there is.
func (a *app) notWaiting() string {
	if len(a.waits()) == 0 {
		return "none wait"
	}
	return ""
}

// waitingJump is the row of home for words that wait, with the meeting they
// were typed in where that is one and listed.
func (h *home) waitingJump(a *app) (homeJump, bool) {
	all := a.waits()
	n := len(all)
	if n == 0 {
		return homeJump{}, false
	}
	words := plural(n, "text found again", "texts found again")
	in := map[agenda.Key]bool{}
	for _, r := range all {
		in[r.Meeting] = true
	}
	at := slices.IndexFunc(h.meetings, func(m agenda.Summary) bool { return in[m.Key] })
	switch {
	case len(in) > 1:
		words += ", of " + count(len(in), "meeting", "meetings")
	case at >= 0:
		words += ", " + h.meetings[at].Name + " " + shortDay(h.meetings[at].Start, a.now())
	}
	return homeJump{n, words, "", "decide", func(a *app) tea.Cmd { return a.openWaiting() }}, true
}

// sessionWith is the session of a meeting of this run; nil: there is none.
func (a *app) sessionWith(meeting agenda.Key) *session {
	at := slices.IndexFunc(a.sessions, func(s *session) bool { return s.store == a.store && s.meeting().Key == meeting })
	if at < 0 {
		return nil
	}
	return a.sessions[at]
}

// liveOf is the screen on which a meeting is minuted; nil: it is not open.
func (a *app) liveOf(s *session) *live {
	for _, on := range a.stack {
		if l, ok := on.(*live); ok && l.s == s {
			return l
		}
	}
	return nil
}

// laterWords is what esc does.
func (f *recovery) laterWords(a *app) string {
	switch {
	case a.width < 60:
		return "later"
	case len(f.lost) > 1:
		return "decide all later"
	}
	return "decide later"
}

// leave goes on to where the person wanted to be: back to the screen from which
// this one was opened, the meeting that was asked for, or the one whose words
// wait in the composer.
func (f *recovery) leave(a *app) tea.Cmd {
	var cmd tea.Cmd
	if len(a.stack) > 1 {
		cmd = a.pop()
	} else {
		if s := a.sessionWith(a.meeting); a.meeting != "" {
			f.open = s
		}
		h := newHome()
		h.begun = f.open != nil
		cmd = a.replace(h)
	}
	if f.open == nil {
		return cmd
	}
	if _, home := a.top().(*home); home {
		return tea.Batch(cmd, a.push(newLive(a, f.open.base, f.open.body)))
	}
	if f.open.found != nil && a.liveOf(f.open) == nil {
		a.say("they wait in the composer of " + f.open.body.Name + ", " + longDay(f.open.meeting().Start))
	}
	return cmd
}

// tellsWaiting says, where a meeting is opened, that words of it wait.
func (l *live) tellsWaiting(a *app) {
	n := 0
	for _, r := range a.waits() {
		if r.Meeting == l.s.meeting().Key {
			n++
		}
	}
	if n > 0 {
		a.say(count(n, "text found again waits", "texts found again wait") + ": /found")
	}
}
