package tui

import (
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
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
		return l.reopen(a, it)
	case !l.comp.Empty():
		a.say("enter keeps your words first")
		return nil
	}
	return l.askPrivate(a, it)
}

// askPrivate asks how much of the item is private business.
func (l *live) askPrivate(a *app, it *agenda.Item) tea.Cmd {
	words := l.itemWords(it.ID)
	leave := choice{"Leave it public", "nothing changes", func(a *app) tea.Cmd { return a.pop() }}
	here := choice{"From here on", "what is written stays public; say why, then enter", func(a *app) tea.Cmd { return l.beginPrivate(a) }}
	if len(it.Entries) == 0 {
		here.verb, here.does = "Make it private", "its title and its paper too; say why, then enter"
		return a.push(newConfirm("Private business in "+words+"?", excludes, []choice{leave, here}))
	}
	whole := choice{"The whole item, with what is written", "its title and paper too; who came and went stays public",
		func(a *app) tea.Cmd { return tea.Batch(a.pop(), l.closeWhole(a, it.ID)) }}
	return a.push(newConfirm("Private business in "+words+"?", excludes, []choice{leave, here, whole}))
}

// excludes is how the public is sent out.
const excludes = "The public is excluded by a resolution: ;that-excluded puts it in. /leave public says when they left."

// beginPrivate puts the /word into the composer, for the clerk to say why.
func (l *live) beginPrivate(a *app) tea.Cmd {
	back := a.pop()
	l.pickUp(pick{})
	l.comp.SetText("/exempt " + agenda.UsualGround + ":")
	l.comp.words.Insert(" ")
	return back
}

// closeWhole makes an item private business with all that is in it.
func (l *live) closeWhole(a *app, item agenda.ID) tea.Cmd {
	next, err := l.s.record().CloseAll(item, agenda.UsualGround, "")
	if err != nil {
		a.say(err.Error())
		return nil
	}
	words := l.itemWords(item)
	cmd := l.s.do(next, "making "+words+" private")
	l.letGo()
	a.say(words + " is private now · /exempt GROUND: REASON says why")
	return cmd
}

// reopen ends the private business of an item. Where the public left, the clerk
// is asked whether it is back.
func (l *live) reopen(a *app, it *agenda.Item) tea.Cmd {
	next, err := l.s.record().Reopen(it.ID)
	if err != nil {
		a.say(err.Error())
		return nil
	}
	cmd := l.s.do(next, "ending the private business of "+l.itemWords(it.ID))
	l.pickUp(pick{})
	a.say(l.itemWords(it.ID) + " is public again · " + a.keys.Undo.Help().Key + " takes it back")
	if l.s.room().scene.Public().What != agenda.Left {
		return cmd
	}
	return tea.Batch(cmd, a.push(l.askReturned(a, it.ID)))
}

// askReturned asks whether the public is back in the room.
func (l *live) askReturned(a *app, item agenda.ID) *confirm {
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
		said = append(said, "No public title")
	}
	if it.Exempt != nil {
		how := "exempt"
		if !it.Exempt.Whole {
			how = "exempt in part"
		}
		said = append(said, commas(how, groundWords(face.Ground())))
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
