package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// live is the room: the agenda at the left, the minute of one item, and the
// composer below it. Looking at an item is not taking it: words go to the open
// item whatever is looked at.
type live struct {
	s       *session
	comp    *composer
	minute  minute
	outline outline

	look    agenda.ID // the item looked at; zero: the open one
	chosen  pick      // the entry chosen in the minute; zero: none
	editing pick      // the entry in the composer; zero: a new one
	private bool      // the clerk's notes are on the screen
	problem string    // why the line was not kept
	damaged int       // parts of the meeting that could not be read
}

// newLive opens a meeting for minuting.
func newLive(a *app, snap agenda.Snapshot, body agenda.Body) screen {
	l := &live{s: newSession(a.store, body, snap), damaged: len(snap.Damage)}
	a.session = l.s
	l.comp = newComposer(func(text string) { l.write(a, text) })
	l.predict()
	return l
}

// write gives the journal what is being typed.
func (l *live) write(a *app, text string) {
	if a.journal == nil {
		return
	}
	d := agenda.Draft{Meeting: l.s.meeting().Key, Item: l.target(), Entry: l.editing.id, Text: text}
	if err := a.journal.Write(d); err != nil {
		a.say("what you type is not in the journal: " + err.Error())
	}
}

// Name is what the help calls the screen.
func (l *live) Name() string { return "minuting" }

// Help is what the keys do not say: the marks an entry begins with.
func (l *live) Help(*app) []helpGroup {
	return []helpGroup{{"Marks", [][2]string{
		{"?", "question"}, {">", "response to it"}, {">>", "further comment"}, {"*", "comment"},
		{"@Name", "update by somebody"}, {"-", "point of a list"},
		{"!", "resolution, one part a line"}, {"!-", "sub-point"}, {"!!", "another resolution"},
		{"+", "action: OWNER: text; due DATE"}, {"|", "table row"}, {"%", "note of your own, never public"},
		{">said", "a verb of your own"}, {">=", "exactly as typed"}, {"#7 ?", "into item 7"},
		{"/arrive", "also /leave /return NAME"}, {"/by A / B", "proposed and seconded"},
		{"/take 7", "take item 7"}, {"== Title", "new item"}, {"/close", "the meeting closes"},
	}}}
}

// Init starts nothing: the record is there already.
func (l *live) Init(*app) tea.Cmd { return nil }

// Restyle drops the rows drawn in the old styles.
func (l *live) Restyle(*app) { l.minute.forget() }

// Resume is called when the screen is on top again.
func (l *live) Resume(*app) tea.Cmd {
	l.minute.forget()
	l.afterTurn() // the room may have taken back what is chosen here
	return nil
}

// target is the item that words go to.
func (l *live) target() agenda.ID { return l.s.meeting().Writing() }

// shownItem is the item whose minute is on the screen.
func (l *live) shownItem() agenda.ID {
	if l.look != 0 {
		return l.look
	}
	return l.target()
}

func (l *live) predict() { l.comp.Predict(notes.Predict(l.s.meeting(), l.target())) }

// Pending is the words that were typed and not kept; the way out asks about
// them.
func (l *live) Pending() string {
	if l.comp.Empty() {
		return ""
	}
	return l.comp.Text()
}

// Update takes keys and pastes.
func (l *live) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case exportedMsg:
		if a.top() == l {
			a.say(msg.words())
		}
	case tea.PasteMsg:
		l.problem = ""
		l.comp.Paste(msg.Content)
	case tea.KeyPressMsg:
		l.problem = ""
		return l.key(a, msg)
	}
	return nil
}

func (l *live) key(a *app, msg tea.KeyPressMsg) tea.Cmd {
	k := &a.keys
	switch {
	case matches(msg, k.Keep):
		return l.keep(a)
	case matches(msg, k.Newline):
		l.comp.Paste("\n")
	case matches(msg, k.Kind), matches(msg, k.KindBack):
		return l.turn(a, matches(msg, k.KindBack))
	case matches(msg, k.NextItem):
		return l.takeNext(a)
	case matches(msg, k.PrevItem):
		l.choose(a, -l.minute.page)
	case matches(msg, k.EntryUp):
		l.choose(a, -1)
	case matches(msg, k.EntryDown):
		l.choose(a, 1)
	case matches(msg, k.MoveUp):
		return l.move(a, -1)
	case matches(msg, k.MoveDown):
		return l.move(a, 1)
	case !l.chosen.none() && l.comp.Empty() && matches(msg, k.Strike):
		return l.strike(a)
	case matches(msg, k.Undo):
		return l.undo(a)
	case matches(msg, k.Redo):
		return l.redo(a)
	case matches(msg, k.Back):
		return l.back(a)
	default:
		return l.otherKey(a, msg)
	}
	return nil
}

// otherKey is the keys that lead elsewhere, and typing.
func (l *live) otherKey(a *app, msg tea.KeyPressMsg) tea.Cmd {
	k := &a.keys
	switch {
	case matches(msg, k.Resolution):
		l.resolution(a)
	case matches(msg, k.Room):
		return a.push(newRoom(l.s))
	case matches(msg, k.Minutes):
		return l.read(a)
	case matches(msg, k.Export):
		return a.export(l.s.body, l.s.meeting(), l.s.base.Life)
	case matches(msg, k.Notes):
		l.private = !l.private
		if l.chosen.note && l.editing.none() {
			l.chosen = pick{}
		}
	case matches(msg, k.Retry):
		return l.s.Flush() // which knows from the last error whether to reopen
	case l.comp.Update(msg, matches(msg, k.Erase)):
	case matches(msg, k.Up):
		l.lookBy(-1)
	case matches(msg, k.Down):
		l.lookBy(1)
	}
	return nil
}

func (l *live) read(a *app) tea.Cmd {
	s := l.s
	return a.push(newReader(s.body, s.meeting(), s.base.Life))
}

// itemWords names an item in a message: "item 4", or its title.
func (l *live) itemWords(id agenda.ID) string {
	it, ok := l.s.meeting().Item(id)
	switch {
	case !ok:
		return "an item"
	case it.Number != "":
		return "item " + it.Number
	case it.Title != "":
		return it.Title
	case it.Kind == agenda.KindOpening:
		return "the opening"
	}
	return "between items"
}

// Keys is what works now, likeliest first.
func (l *live) Keys(a *app) []key.Binding {
	k := &a.keys
	item := l.itemWords(l.target())
	switch {
	case !l.editing.none():
		return []key.Binding{labelled(k.Keep, "keep the change"), k.Newline, k.Kind, labelled(k.Back, "leave as it was")}
	case !l.chosen.none() && l.comp.Empty():
		return l.ChosenKeys(a)
	case l.look != 0:
		return []key.Binding{labelled(k.Keep, "keep in "+item), labelled(k.NextItem, "take "+l.itemWords(l.look)),
			both(k.Up, k.Down, "look"), labelled(k.Back, "back to "+item), k.Commands}
	}
	next := labelled(k.NextItem, "next item")
	if len(l.s.meeting().Taken) == 0 {
		next = labelled(k.NextItem, "begin")
	}
	out := []key.Binding{k.Keep, k.Kind, next, k.Room, both(k.EntryUp, k.EntryDown, "choose"), k.Minutes, k.Resolution,
		k.Undo, k.Redo, both(k.Up, k.Down, "look"), k.Newline, k.Notes,
		labelled(k.PrevItem, "earlier entries"), k.Export, k.Commands, k.Back}
	if l.s.Stuck() != "" {
		out = append([]key.Binding{labelled(k.Retry, "try again")}, out...)
	}
	return out
}
