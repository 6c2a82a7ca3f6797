package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// home is the first screen: the meeting of today, those that come, those that
// were, and the bodies. Typing finds. In an empty book it is three ways to
// begin.
type home struct {
	listedMsg
	known   bool // the lists have been read
	find    *editor
	last    int        // how many older meetings were asked for
	left    agenda.Key // the row to focus once it is listed
	seen    *session   // the session when home was last on top
	rows    []homeRow  // as filtered
	at      int        // the focused row
	lines   []homeLine // of the meetings, laid out
	beside  []homeLine // of the bodies, where they stand beside
	codes   int        // the widest code of a body
	split   int        // the column where the lists beside begin; 0: none do
	drawn   [2][]int   // the row on each line, of the lists at the left and beside
	tight   bool       // no blank rows between lists
	tops    [2]int     // the first line that is shown, left and beside
	first   int        // the focused way to begin
	trouble string
	begun   bool // the meeting of the command line was opened
}

// homeRow is a row one can take: a meeting, a body, or a way to something else.
type homeRow struct {
	section string
	meeting *agenda.Summary
	body    *agenda.Body
	jump    *homeJump
}

// The sections of home, in order.
const (
	sectionToday  = "Today"
	sectionComing = "Coming"
	sectionRecent = "Recent"
	sectionToDo   = "To do"
	sectionBodies = "Bodies"
	sectionBooks  = "Records"
)

func newHome() *home { return &home{find: newEditor(true)} }

// Name is the name of the screen in its help.
func (h *home) Name() string { return "home" }

func (h *home) Init(a *app) tea.Cmd {
	if a.meeting != "" && !h.begun {
		h.begun = true
		return tea.Batch(h.list(a), a.open(a.meeting, false))
	}
	return h.list(a)
}

// Resume reads the lists again, for a meeting may have begun or closed.
// What is on the screen until they come is what was there before: an empty book
// that has just got its first body is not offered as empty again.
func (h *home) Resume(a *app) tea.Cmd {
	if h.empty() {
		h.known = false
	}
	if s := a.session; s != nil && s != h.seen {
		h.seen, h.left = s, s.meeting().Key
		h.find.SetText("")
	}
	return h.list(a)
}

// list reads what is to be shown now.
func (h *home) list(a *app) tea.Cmd { return a.list(agenda.CleanLine(h.find.Text()), h.last) }

func (h *home) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case savedMsg, changesMsg, copyGoneMsg:
		return h.list(a) // the last entry of a meeting may come in after home
	case listedMsg:
		if msg.typed != agenda.CleanLine(h.find.Text()) {
			return nil
		}
		if msg.typed != "" && h.known {
			msg.bodies = h.bodies
		}
		h.listedMsg, h.known = msg, true
		h.trouble = ""
		if msg.err != nil {
			h.trouble = failed("The book could not be read", msg.err)
		}
		h.filter(a)
	case openedMsg:
		return h.opened(a, msg)
	case openExportMsg:
		return msg.shows(a, h)
	case exampleMsg:
		if msg.err != nil {
			h.trouble = failed("The example could not be made", msg.err)
			return nil
		}
		a.store, a.book, a.journal = msg.store, "example, nothing is kept", nil
		return a.replace(newHome())
	case tea.PasteMsg:
		h.find.Insert(msg.Content)
		return h.list(a)
	case tea.KeyPressMsg:
		h.trouble = ""
		return h.key(a, msg)
	}
	return nil
}

func (h *home) opened(a *app, msg openedMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		h.trouble = failed("The meeting could not be opened", msg.err)
		return nil
	case a.top() != h:
		return nil // something else was begun meanwhile
	case !msg.read && !a.changes.Clean():
		a.changes.then(func(a *app) tea.Cmd { return a.open(msg.snap.Record.Open.Key, false) })
		return nil // it may be one of those that are being changed
	case msg.read:
		return a.push(newReader(msg.body, msg.snap.Record.Open, msg.snap.Life))
	}
	return a.push(newLive(a, msg.snap, msg.body))
}

// empty is whether the book holds nothing yet.
func (h *home) empty() bool {
	return h.known && h.err == nil && h.find.Empty() && len(h.meetings) == 0 && len(h.bodies) == 0
}

func (h *home) key(a *app, msg tea.KeyPressMsg) tea.Cmd {
	if h.empty() {
		return h.firstKey(a, msg)
	}
	switch {
	case matches(msg, a.keys.Up):
		return h.move(a, -1)
	case matches(msg, a.keys.Down):
		return h.move(a, 1)
	case matches(msg, a.keys.NextItem):
		return h.move(a, a.step(msg))
	case matches(msg, a.keys.PrevItem):
		return h.move(a, -a.step(msg))
	case matches(msg, a.keys.Kind):
		h.nextSection(1)
	case matches(msg, a.keys.KindBack):
		h.nextSection(-1)
	case matches(msg, a.keys.Back):
		h.find.SetText("")
		return h.list(a)
	case matches(msg, a.keys.Keep):
		return h.enter(a)
	case matches(msg, a.keys.Minutes):
		if r := h.row(); r != nil && r.meeting != nil {
			return a.open(r.meeting.Key, true)
		}
	case matches(msg, a.keys.Export):
		if r := h.row(); r != nil && r.meeting != nil {
			return openExport(h, a.loading(r.meeting.Key))
		}
	case matches(msg, a.keys.New):
		return h.newMeeting(a)
	case matches(msg, a.keys.Agenda):
		if r := h.row(); r != nil && r.meeting != nil {
			return a.push(newHeldMeeting(r.meeting.Key))
		}
	case matches(msg, a.keys.Body):
		return h.setUp(a)
	case matches(msg, a.keys.NewBody):
		return a.push(newBodyForm())
	case matches(msg, a.keys.Import):
		return a.push(newImporter())
	default:
		if _, changed := h.find.Update(msg); changed {
			h.narrow(a)
			return h.list(a)
		}
	}
	return nil
}

// newMeeting begins a meeting of the focused row's body.
func (h *home) newMeeting(a *app) tea.Cmd {
	if len(h.bodies) == 0 {
		a.say("a meeting needs a body first")
		return nil
	}
	body := h.bodies[0].Key
	if r := h.row(); r != nil && r.meeting != nil {
		body = r.meeting.Body
	} else if r != nil && r.body != nil {
		body = r.body.Key
	}
	return a.push(newMeetingForm(h.bodies, body))
}

func (h *home) Keys(a *app) []key.Binding {
	k := &a.keys
	if h.empty() {
		return h.firstKeys(a)
	}
	enter := labelled(k.Keep, "set it up")
	read := labelled(k.Minutes, "read")
	export := k.Export
	read.SetEnabled(false)
	onMeeting := h.row() != nil && h.row().meeting != nil
	setUp := labelled(k.Agenda, "its agenda")
	setUp.SetEnabled(onMeeting)
	export.SetEnabled(onMeeting)
	next := "to do"
	if r := h.row(); r == nil {
		enter.SetEnabled(false)
	} else if r.jump != nil {
		enter = labelled(k.Keep, r.jump.does)
		enter.SetEnabled(r.jump.do != nil)
	} else if m := r.meeting; m != nil {
		read.SetEnabled(m.Closed == "")
		enter = labelled(k.Keep, map[bool]string{true: "read it", false: "minute it"}[m.Closed != ""])
		if m.Open && m.Closed == "" {
			enter = labelled(k.Keep, "carry on minuting")
		}
	}
	if at := h.group(h.at); at != 0 || !h.has(sectionToDo) {
		next = "next list"
	}
	clear := labelled(k.Back, "show all")
	clear.SetEnabled(!h.find.Empty())
	return []key.Binding{
		enter, clear, both(k.Up, k.Down, "choose"), labelled(k.Kind, next), labelled(k.New, "new meeting"), k.Register, k.Actions,
		k.Commands, read, setUp, export, k.Body, k.NewBody, k.Import, k.Quit, labelled(k.KindBack, "list before"),
		labelled(k.NextItem, "page"), labelled(k.PrevItem, "page back"),
	}
}
