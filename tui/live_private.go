package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// privacy makes the open item private business after a question, or public
// again at once.
func (l *live) privacy(a *app) tea.Cmd {
	it, ok := l.s.meeting().Item(l.target())
	switch {
	case !ok:
		return nil
	case !l.editing.none():
		a.say("keep or leave the entry first")
		return nil
	case !it.Titled():
		a.say("take the item first: " + l.itemWords(it.ID) + " is public")
		return nil
	case it.Exempt != nil && it.Private():
		return l.keepAndReopen(a, it.ID)
	case !l.comp.Empty():
		a.say("enter keeps your words first")
		return nil
	}
	return l.askPrivate(a, it)
}

// keepAndReopen makes an item public again. Words that were begun while it is
// private are kept as private first; where they cannot be kept as they stand,
// the item stays private.
func (l *live) keepAndReopen(a *app, item agenda.ID) tea.Cmd {
	if strings.TrimSpace(l.comp.words.Text()) == "" {
		it, _ := l.s.meeting().Item(item)
		return l.reopen(a, it)
	}
	stays := l.itemWords(item) + " stays private: enter keeps your words first"
	if l.comp.unfilled() || !l.secretly() || l.comp.mark == "" && strings.ContainsAny(l.comp.words.Text()[:1], "/#;=") {
		a.say(stays)
		return nil
	}
	kept := l.keepEntry(a, l.comp.Text())
	it, ok := l.s.meeting().Item(item)
	if !l.comp.Empty() || !ok || !it.Private() {
		a.say(stays)
		return kept
	}
	return tea.Batch(kept, l.reopen(a, it))
}

// askPrivate asks how much of the item is private business. Words that are typed
// at the question are the ground and the reason, in the composer.
func (l *live) askPrivate(a *app, it *agenda.Item) tea.Cmd {
	words := l.itemWords(it.ID)
	leave := choice{"Leave it public", "nothing changes", func(a *app) tea.Cmd {
		a.say(words + " stays public")
		return a.pop()
	}}
	begin := func(whole bool) func(a *app) tea.Cmd {
		return func(a *app) tea.Cmd { return l.beginPrivate(a, it.ID, whole) }
	}
	rows := []choice{leave, {"From here on", "what is written stays public; say why, then enter", begin(false)},
		{"The whole item, with what is written", "its title and paper too; who came and went stays public", begin(true)}}
	if len(it.Entries) == 0 {
		rows = []choice{leave, {"Make it private", "its title and its paper too; say why, then enter", begin(false)}}
	}
	c := newConfirm("Private business in "+words+"?", excludes, rows)
	c.typed = func(a *app, text string) tea.Cmd {
		return l.typedOn(l.beginPrivate(a, it.ID, c.at == 2), text)
	}
	return a.push(c)
}

// excludes is how the public is sent out.
const excludes = "The public is excluded by a resolution: ;that-excluded puts it in. /leave public says when they left."

// beginPrivate puts the /word into the composer, for the clerk to say why: no
// ground is stated that nobody typed.
func (l *live) beginPrivate(a *app, item agenda.ID, whole bool) tea.Cmd {
	back := a.pop()
	l.pickUp(pick{})
	l.comp.SetText("/exempt")
	l.comp.words.Insert(" ")
	if l.begunIn(); whole {
		l.begun.wholly = item
	}
	return back
}

// wholly is whether the line makes all of the open item private, with what is
// written in it already.
func (l *live) wholly() bool {
	return l.begun.wholly != 0 && l.begun.wholly == l.target() && ordered(l.comp.words.Text(), "/exempt")
}

// exempting says of an /exempt in the composer that its words are public, and
// what enter will do; false where there is none.
func (l *live) exempting(width int) (kind, then string, ok bool) {
	if l.comp.mark != "" || !l.editing.none() || !ordered(l.comp.words.Text(), "/exempt") {
		return "", "", false
	}
	kind = "ground and reason, public"
	words := l.itemWords(l.target())
	switch {
	case l.private(l.target()):
		then = "enter states them anew"
	case l.wholly():
		then = "enter makes all of " + words + " private"
	default:
		then = "enter makes " + words + " private"
	}
	if cells(kind)+cells(then)+6 > width {
		then = "enter: " + strings.TrimPrefix(words, "item ") + " private"
	}
	return kind, then, true
}

// closeWhole makes an item private business with all that is in it; the line says
// on which ground and why.
func (l *live) closeWhole(a *app, text string) tea.Cmd {
	item := l.target()
	next, err := l.s.record().CloseAll(item, "", "")
	if err == nil {
		next, _, err = notes.Apply(next, item, text, l.s.minuted(a))
	}
	if err != nil {
		l.problem = plainError(err)
		return nil
	}
	words := l.itemWords(item)
	cmd := l.s.do(next, "making "+words+" private")
	l.letGo()
	a.say(words + " is private now, all of it")
	return cmd
}

// reopen ends the private business of an item. Where the public left, the clerk
// is asked whether it is back.
func (l *live) reopen(a *app, it *agenda.Item) tea.Cmd {
	next, err := l.s.record().Reopened(it.ID)
	if err != nil {
		a.say(err.Error())
		return nil
	}
	cmd := l.s.do(next, "ending the private business of "+l.itemWords(it.ID))
	l.pickUp(pick{})
	said := l.itemWords(it.ID) + " is public again"
	if l.comp.Empty() { // else it takes back what is typed
		said += " · " + a.keys.Undo.Help().Key + " takes it back"
	}
	a.say(said)
	if l.s.room().scene.Public().What != agenda.Left {
		return cmd
	}
	return tea.Batch(cmd, a.push(l.askReturned(a, it.ID)))
}

// askReturned asks whether the public is back in the room.
func (l *live) askReturned(a *app, item agenda.ID) *confirm {
	l.outAsked = item
	at := l.s.minuted(a)
	does := "it stands in the minutes"
	if t := at.TimeOfDay(); t != "" {
		does = "at " + t + ", in the minutes"
	}
	why := capital(l.itemWords(item)) + " is public again: what you write from now on is published."
	return newConfirm("Is the public back in the room?", why, []choice{
		{"Not yet", "/return public says it later", func(a *app) tea.Cmd { return a.pop() }},
		{"The public is back", does, func(a *app) tea.Cmd {
			back := a.pop()
			next, _, err := l.s.record().Add(item, agenda.Entry{Kind: agenda.Happening, At: at, Event: &agenda.Event{What: agenda.Returned}})
			if err != nil {
				a.say(plainError(err))
				return back
			}
			return tea.Batch(back, l.s.do(next, "return of the public"))
		}},
	})
}

// exemptLine is what the public sees of an item that is private business; empty
// where it sees all of it.
func (l *live) exemptLine(it *agenda.Item) string {
	face := l.sight.face
	if face == nil || face.ID != it.ID || it == face && it.Exempt == nil {
		return ""
	}
	var said []string
	switch hidden := it.Exempt != nil && it.Exempt.Whole; {
	case face.Title != "" && face.Title != it.Title:
		said = append(said, "Public title: "+face.Title)
	case hidden && face.Title == "":
		said = append(said, "No public title: type public title: "+glyphCut)
	}
	if it.Exempt != nil {
		how, why := "exempt", it.Exempt.Reason
		if !it.Exempt.Whole {
			how, why = "exempt in part", ""
		}
		if how = commas(how, groundWords(face.Ground())); why != "" {
			how += ": " + agenda.CleanLine(why)
		}
		said = append(said, how)
		if face.Exempt.Summary != "" {
			said = append(said, "with a summary")
		}
	}
	return facts(said...)
}

// veiled is a screen that knows whether its words are private business.
type veiled interface{ Veiled() bool }

// Veiled is whether the words being typed are private business.
func (l *live) Veiled() bool { return l.secretly() }

// pendingIn is the words that wait in a screen, as another may show them.
func pendingIn(s, top screen) string {
	p, ok := s.(pending)
	if !ok || p.Pending() == "" {
		return ""
	}
	if v, ok := s.(veiled); ok && s != top && v.Veiled() {
		return "words of private business, not shown here"
	}
	return p.Pending()
}

// refuse says why something was not done. Of a private entry it is said on this
// screen alone: messages are remembered.
func (l *live) refuse(a *app, err error) {
	switch {
	case err == nil:
	case l.chosen.id.Closed():
		l.problem = plainError(err)
	default:
		a.say(plainError(err))
	}
}
