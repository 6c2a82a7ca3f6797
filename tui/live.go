package tui

import (
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// live is the room: the agenda at the left, the minute of one item, and the
// composer below it. Looking at an item is not taking it: words go to the open
// item whatever is looked at.
type live struct {
	s       *session
	comp    *composer
	minute  minute
	outline outline
	side    sidePane
	drawn   drawn
	sight   seenItem
	finding finding

	look agenda.ID // the item looked at; zero: the open one
	aimed
	begun   begun        // where what is being typed was begun
	noted   bool         // the clerk's notes are on the screen
	problem string       // why the line was not kept
	damaged int          // parts of the meeting that could not be read
	lost    []string     // where they are
	seeking bool         // a copy in which it is whole
	style   agenda.Style // of the house, and what it was made from
	styled  agenda.StyleRef
	daySaid bool // that it is a meeting of another day
	// asOpened is the entry in the composer as it was, to tell a change.
	asOpened string
	list     completion
	asks     roomAsks // about the room, at the item that was taken
	stay     staying
	outAsked agenda.ID // the item at which it was asked whether the public is back
	proposed proposed  // what ctrl+r put into the composer
}

// newLive opens a meeting for minuting.
func newLive(a *app, snap agenda.Snapshot, body agenda.Body) screen {
	l := &live{s: a.sessionOf(body, snap), damaged: len(snap.Damage)}
	l.notesDamage(a, snap)
	a.session = l.s
	l.comp = newComposer()
	l.comp.openers = agenda.StyleNamed(body.Style).Openers
	l.predict()
	if l.findsAgain(a); l.comp.Empty() {
		l.tellsWaiting(a)
	}
	return l
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
		{"/take 7", "take item 7"}, {"== Title", "new item"}, {"/close", "the meeting closes"}, {"/resume", "it goes on"},
		{";", "a phrase"},
	}}, wordsHelp(), editorHelp()}
}

// Init reads whom the book knows; the record is there already.
func (l *live) Init(a *app) tea.Cmd { return l.readFolk(a) }

// Restyle drops the rows drawn in the old styles.
func (l *live) Restyle(*app) {
	l.minute.forget()
	l.side.forget()
}

// Resume is called when the screen is on top again.
func (l *live) Resume(a *app) tea.Cmd {
	l.minute.forget()
	l.afterTurn() // the room may have taken back what is chosen here
	l.findsAgain(a)
	l.asksAgain(a)
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
	case folkMsg:
		l.folkRead(a, msg)
	case copyMsg:
		return l.askMend(a, msg)
	case theirsMsg:
		l.settled(a, msg)
	case lastMsg:
		l.fetchedLast(a, msg)
	case tea.PasteMsg:
		l.problem = ""
		defer l.begunIn()
		return l.paste(a, msg.Content)
	case tea.KeyPressMsg:
		l.problem = ""
		l.still()
		if printable(msg.Key()) == "" && !matches(msg, a.keys.Erase, a.keys.Undo) {
			l.comp.settleDue()
		}
		return l.s.minding(a, func() tea.Cmd {
			defer l.begunIn()
			return l.press(a, msg)
		})
	}
	return nil
}

// press is a key for the list, for the question that stands, or for the screen.
func (l *live) press(a *app, msg tea.KeyPressMsg) tea.Cmd {
	l.overProposal(a, msg)
	if cmd, ok := l.completes(a, msg); ok {
		return cmd
	}
	if cmd, ok := l.asksKey(a, msg); ok {
		return cmd
	}
	return l.key(a, msg)
}

func (l *live) key(a *app, msg tea.KeyPressMsg) tea.Cmd {
	k := &a.keys
	if l.comp.Empty() {
		l.proposed = proposed{} // what is typed next is the clerk's own
	}
	switch {
	case l.finding.on:
		l.findKey(a, msg)
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
	case l.comp.Empty() && matches(msg, k.Strike):
		return l.strike(a)
	case matches(msg, k.Split):
		return l.split(a)
	case l.comp.Empty() && matches(msg, k.Merge):
		return l.merge(a)
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
	case matches(msg, k.Find):
		l.find()
	case matches(msg, k.Room):
		return a.push(newRoom(l.s))
	case matches(msg, k.Vote):
		return a.push(newVote(l))
	case matches(msg, k.ReadBack):
		return l.readBack(a)
	case matches(msg, k.Agenda):
		return a.push(heldIn(l.s))
	case matches(msg, k.Minutes):
		return l.read(a)
	case matches(msg, k.Export):
		return a.push(newExporter(l.s.body, l.s.whole()))
	case matches(msg, k.Body):
		return a.push(newBodyScreen(l.s.body.Key))
	case matches(msg, k.Notes):
		l.showNotes(a)
	case matches(msg, k.Private):
		return l.privacy(a)
	case matches(msg, k.Paper):
		return l.openAside(a, asidePaper)
	case matches(msg, k.LastTime):
		return l.openAside(a, asideLast)
	case matches(msg, k.PaperUp):
		l.turnAside(a, -1)
	case matches(msg, k.PaperDown):
		l.turnAside(a, 1)
	case l.comp.Update(msg, matches(msg, k.Erase)):
	case matches(msg, k.Up):
		return l.lookBy(a, -1)
	case matches(msg, k.Down):
		return l.lookBy(a, 1)
	}
	return nil
}

func (l *live) read(a *app) tea.Cmd {
	s := l.s
	r, snap := newReader(s.body, s.meeting(), s.base.Life), s.whole()
	r.load = func() (agenda.Snapshot, agenda.Body, error) { return snap, s.body, nil }
	return a.push(r)
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
