package tui

import (
	"slices"
	"strings"

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
	rows    []homeRow  // as filtered
	at      int        // the focused row
	lines   []homeLine // of the meetings, laid out
	beside  []homeLine // of the bodies, where they stand beside
	codes   int        // the widest code of a body
	wide    bool
	tight   bool // no blank rows between lists
	top     int  // the first line that is shown
	first   int  // the focused way to begin
	trouble string
	want    agenda.Key // the row to focus once it is listed
	begun   bool       // the meeting of the command line was opened
}

// homeRow is a row one can take: a meeting or a body.
type homeRow struct {
	section string
	meeting *agenda.Summary
	body    *agenda.Body
}

// The sections of home, in order.
const (
	sectionToday  = "Today"
	sectionComing = "Coming"
	sectionRecent = "Recent"
	sectionBodies = "Bodies"
)

func newHome() *home { return &home{find: newEditor(true)} }

// Name is the name of the screen in its help.
func (h *home) Name() string { return "home" }

func (h *home) Init(a *app) tea.Cmd {
	if a.meeting != "" && !h.begun {
		h.begun = true
		return tea.Batch(a.list(), a.open(a.meeting, false))
	}
	return a.list()
}

// Resume reads the lists again, for a meeting may have begun or closed.
// What is on the screen until they come is what was there before: an empty book
// that has just got its first body is not offered as empty again.
func (h *home) Resume(a *app) tea.Cmd {
	if h.empty() {
		h.known = false
	}
	return a.list()
}

func (h *home) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case listedMsg:
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
		a.store, a.book = msg.store, "example, nothing is kept"
		return a.replace(newHome())
	case tea.PasteMsg:
		h.find.Insert(msg.Content)
		h.filter(a)
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
	case msg.read:
		return a.push(newReader(msg.body, msg.snap.Record.Open, msg.snap.Life))
	}
	return a.push(newLive(a, msg.snap, msg.body))
}

// empty is whether the book holds nothing yet.
func (h *home) empty() bool {
	return h.known && h.err == nil && len(h.meetings) == 0 && len(h.bodies) == 0
}

func (h *home) key(a *app, msg tea.KeyPressMsg) tea.Cmd {
	if h.empty() {
		return h.firstKey(a, msg)
	}
	switch {
	case matches(msg, a.keys.Up):
		h.at = max(0, h.at-1)
	case matches(msg, a.keys.Down):
		h.at = max(0, min(len(h.rows)-1, h.at+1))
	case matches(msg, a.keys.NextItem):
		h.at = max(0, min(len(h.rows)-1, h.at+a.step(msg)))
	case matches(msg, a.keys.PrevItem):
		h.at = max(0, h.at-a.step(msg))
	case matches(msg, a.keys.Kind):
		h.nextSection(1)
	case matches(msg, a.keys.KindBack):
		h.nextSection(-1)
	case matches(msg, a.keys.Back):
		h.find.SetText("")
		h.filter(a)
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
			h.filter(a)
		}
	}
	return nil
}

// enter does to the focused row what the footer says.
func (h *home) enter(a *app) tea.Cmd {
	r := h.row()
	switch {
	case r == nil:
		return nil
	case r.meeting != nil:
		return a.open(r.meeting.Key, r.meeting.Closed != "")
	}
	return a.push(newMeetingForm(h.bodies, r.body.Key))
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
	} else if r != nil {
		body = r.body.Key
	}
	return a.push(newMeetingForm(h.bodies, body))
}

func (h *home) row() *homeRow {
	if h.at >= len(h.rows) {
		return nil
	}
	return &h.rows[h.at]
}

// nextSection moves to the first row of the section after or before.
func (h *home) nextSection(by int) {
	r := h.row()
	if r == nil {
		return
	}
	n := len(h.rows)
	i := h.at
	for range n {
		i = (i + by + n) % n
		if h.rows[i].section != r.section {
			break
		}
	}
	for i > 0 && h.rows[i-1].section == h.rows[i].section {
		i--
	}
	h.at = i
}

// filter makes the rows: by section, or all that hold what was typed. The
// focus stays on the row it is on where that is still there.
func (h *home) filter(a *app) {
	was := h.want
	if r := h.row(); r != nil && was == "" {
		was = r.key()
	}
	h.rows, h.codes = h.rows[:0], 3
	today := iso(a.now())
	words := strings.Fields(strings.ToLower(h.find.Text()))
	var past, coming []homeRow
	for i := range h.meetings {
		m := &h.meetings[i]
		switch day := m.Start.Date(); {
		case !holds(words, m.Name, m.Code, m.Kind, m.Place, string(m.Start), longDay(m.Start)):
		case day == today || m.Open:
			h.rows = append(h.rows, homeRow{section: sectionToday, meeting: m})
		case day > today:
			coming = append(coming, homeRow{section: sectionComing, meeting: m})
		default:
			past = append(past, homeRow{section: sectionRecent, meeting: m})
		}
	}
	slices.Reverse(coming) // the list is newest first, and the next meeting is the nearest
	h.rows = append(append(h.rows, coming...), past...)
	for i := range h.bodies {
		if b := &h.bodies[i]; holds(words, b.Name, b.Code) {
			h.rows = append(h.rows, homeRow{section: sectionBodies, body: b})
			h.codes = max(h.codes, min(11, cells(shown(b.Code))))
		}
	}
	h.at, h.top, h.lines = 0, 0, nil
	for i := range h.rows {
		if h.rows[i].key() == was {
			h.at, h.want = i, ""
		}
	}
}

func (r *homeRow) key() agenda.Key {
	if r.meeting != nil {
		return r.meeting.Key
	}
	return r.body.Key
}

// holds is whether every word is in one of the texts.
func holds(words []string, texts ...string) bool {
	all := strings.ToLower(strings.Join(texts, "\n"))
	for _, w := range words {
		if !strings.Contains(all, w) {
			return false
		}
	}
	return true
}

func (h *home) Keys(a *app) []key.Binding {
	k := &a.keys
	if h.empty() {
		return h.firstKeys(a)
	}
	enter := labelled(k.Keep, "new meeting")
	read := labelled(k.Minutes, "read")
	export := k.Export
	read.SetEnabled(false)
	setUp := labelled(k.Agenda, "its agenda")
	setUp.SetEnabled(h.row() != nil && h.row().meeting != nil)
	export.SetEnabled(h.row() != nil && h.row().meeting != nil)
	if r := h.row(); r == nil {
		enter.SetEnabled(false)
	} else if m := r.meeting; m != nil {
		read.SetEnabled(m.Closed == "")
		enter = labelled(k.Keep, map[bool]string{true: "read it", false: "minute it"}[m.Closed != ""])
		if m.Open {
			enter = labelled(k.Keep, "carry on minuting")
		}
	}
	clear := labelled(k.Back, "show all")
	clear.SetEnabled(!h.find.Empty())
	return []key.Binding{
		enter, clear, both(k.Up, k.Down, "choose"), labelled(k.New, "new meeting"), k.Commands, read, setUp, export,
		k.Body, k.NewBody, k.Import, k.Quit, labelled(k.Kind, "next list"), labelled(k.KindBack, "list before"),
		labelled(k.NextItem, "page"), labelled(k.PrevItem, "page back"),
	}
}
