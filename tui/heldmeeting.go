package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// heldMeeting is the sheet of a meeting that is in the book. The one that is
// being minuted is changed through its session, in one step.
type heldMeeting struct {
	sheet
	meeting agenda.Key
	s       *session // the open meeting; nil: it is not open
	snap    agenda.Snapshot
	of      agenda.Body
	loaded  bool
	keeping bool   // the book has not answered: nothing can be typed
	trouble string // why it could not be read
}

// newHeldMeeting is the sheet of a meeting that is read from the book.
func newHeldMeeting(meeting agenda.Key) *heldMeeting {
	return &heldMeeting{sheet: newSheet(), meeting: meeting}
}

// heldIn is the sheet of the meeting that is open.
func heldIn(s *session) *heldMeeting {
	h := newHeldMeeting(s.meeting().Key)
	h.s, h.of = s, s.body
	h.fill(s.record())
	return h
}

// Name is the name of the screen in its help.
func (h *heldMeeting) Name() string { return "the set-up of a meeting" }

// heldMsg answers a sheet that asked for its meeting.
type heldMsg struct {
	sheet *heldMeeting
	snap  agenda.Snapshot
	body  agenda.Body
	err   error
}

func (h *heldMeeting) Init(a *app) tea.Cmd {
	if h.s != nil {
		return nil
	}
	load := a.loading(h.meeting)
	return func() tea.Msg {
		m := heldMsg{sheet: h}
		m.snap, m.body, m.err = load()
		return m
	}
}

// fill shows a meeting.
func (h *heldMeeting) fill(r agenda.Record) {
	m := r.Open
	h.kind.propose(m.Kind)
	h.date.propose(longDay(m.Start))
	h.time.propose(m.Start.TimeOfDay())
	h.place.propose(m.Place)
	h.head = h.typed()
	usual, _ := agenda.Usual(h.of.Cadence, []agenda.Clock{m.Start})
	h.meetsBy(usual)
	var items []agenda.Item
	for _, it := range m.Items {
		if it.Titled() {
			items = append(items, *it)
		}
	}
	own := agenda.OwnNumbers(items)
	bare := len(own) > 0 && !slices.Contains(own, false)
	rows := make([]agendaRow, len(items))
	for i, it := range items {
		rows[i] = h.row(r, it)
		rows[i].own = own[i] || it.Number != "" && (len(it.Entries) > 0 || m.State(it.ID) != agenda.Pending)
	}
	h.list.set(rows, bare)
	h.list.focus(max(0, slices.IndexFunc(rows, func(row agendaRow) bool { return row.item.ID == m.Current() })))
	h.loaded, h.inList = true, true
	h.at = slices.Index(h.fields, h.date)
}

// row is a row of an item with what there is of it.
func (h *heldMeeting) row(r agenda.Record, it agenda.Item) agendaRow {
	row := agendaRow{item: it, stays: r.Stays(it.ID)}
	switch {
	case it.Exempt != nil && it.Exempt.Whole:
		row.from = "exempt: its public title"
	case r.Open.Current() == it.ID:
		row.from = "open"
	case len(it.Entries) > 0:
		row.from = count(len(it.Entries), "entry", "entries")
	case it.Outcome.Said() != "":
		row.from = it.Outcome.Said()
	case it.Paper != nil:
		row.from = "paper"
	}
	if it.Paper != nil {
		row.asks = "its paper goes with it"
	}
	return row
}

// Pending is what would be gone if the program ended now. What is on its way
// into the book is waited for.
func (h *heldMeeting) Pending() string {
	if h.keeping {
		return ""
	}
	return h.sheet.Pending()
}

func (h *heldMeeting) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case heldMsg:
		if msg.sheet != h {
			return nil
		}
		if msg.err != nil {
			h.trouble = failed("The meeting could not be opened", msg.err)
			return nil
		}
		h.snap, h.of = msg.snap, msg.body
		h.fill(msg.snap.Record)
	case tea.PasteMsg:
		if h.loaded && !h.keeping {
			h.sheet.take(a, msg.Content)
		}
	case tea.KeyPressMsg:
		switch {
		case matches(msg, a.keys.Back):
			return h.back(a)
		case !h.loaded, h.keeping:
		case matches(msg, a.keys.Keep) && !h.inList:
			return h.keep(a)
		default:
			return h.sheet.key(a, msg)
		}
	}
	return nil
}

// Click takes nothing while the book has not answered.
func (h *heldMeeting) Click(a *app, x, y int) tea.Cmd {
	if h.keeping {
		return nil
	}
	return h.sheet.Click(a, x, y)
}

// kept says what became of the changes. The sheet may be gone, or help or
// commands lie over it.
func (h *heldMeeting) kept(a *app, snap agenda.Snapshot, err error) tea.Cmd {
	h.keeping = false
	there := slices.Contains(a.stack, screen(h))
	switch {
	case err != nil && there:
		h.mend(h.date, failed("The meeting was not kept", err)+" What you typed is still here.")
		return nil
	case err != nil:
		a.say(failed("The meeting was not kept", err))
		return nil
	case there && a.top() != h:
		h.snap = snap
		h.fill(snap.Record)
		return nil
	}
	var back tea.Cmd
	if there {
		back = a.pop()
	}
	undo := ""
	if h.s != nil {
		undo = " · " + a.keys.Undo.Help().Key + " takes it back"
	}
	a.say("kept: date, place and agenda" + undo)
	return back
}

// back leaves the agenda for the head, and the head for where one came from;
// changes only after a question.
func (h *heldMeeting) back(a *app) tea.Cmd {
	switch {
	case h.loaded && !h.keeping && h.leaveList():
		return nil
	case !h.loaded || h.keeping || !h.changed():
		return a.pop()
	}
	return a.push(newConfirm("Leave these changes?", "", []choice{
		{"Go back to them", "", func(a *app) tea.Cmd { return a.pop() }},
		{"Keep them", "the meeting has this date, place and agenda", func(a *app) tea.Cmd { return tea.Batch(a.pop(), h.keep(a)) }},
		{"Leave it as it was", "the changes made here are gone", func(a *app) tea.Cmd { return tea.Batch(a.pop(), a.pop()) }},
	}))
}

// keep makes what is typed the meeting, or says what is wrong beside it.
func (h *heldMeeting) keep(a *app) tea.Cmd {
	h.sound()
	if !h.changed() {
		return a.pop()
	}
	was := h.snap.Record
	if h.s != nil {
		was = h.s.record()
	}
	start := was.Open.Start
	if h.date.text() != longDay(start) || h.time.text() != start.TimeOfDay() {
		var ok bool
		if start, ok = h.start(a); !ok {
			return nil
		}
	}
	kind, place, items := agenda.CleanLine(h.kind.text()), agenda.CleanLine(h.place.text()), h.list.items()
	edit := func(r agenda.Record) (agenda.Record, error) {
		return r.EditMeeting(func(m *agenda.Meeting) { m.Kind, m.Start, m.Place = kind, start, place }).SetAgenda(items)
	}
	if _, err := edit(was); err != nil {
		h.said = err.Error()
		return nil
	}
	save := a.amend(amendment{meeting: h.meeting, what: "change of the agenda", base: h.snap.Revision, edit: edit, done: h.kept})
	if h.s != nil {
		return tea.Batch(save, a.pop()) // the minutes have it, and say when it is saved
	}
	h.keeping = true
	return save
}

func (h *heldMeeting) View(a *app, width, height int) page {
	p := page{Title: "Meeting", Where: h.of.Name, Band: a.stuckBand()}
	if h.loaded && h.changed() {
		p.Right = []part{{text: "not kept yet", style: a.st.muted, keep: true}}
	}
	switch {
	case h.trouble != "":
		p.Rows = []string{"", blanks(margin(width)+2) + a.st.text.s(cut(shown(h.trouble), width-2*margin(width)-2))}
		return p
	case !h.loaded:
		return p
	}
	return h.draw(a, p, width, height)
}

func (h *heldMeeting) Keys(a *app) []key.Binding {
	if !h.loaded || h.keeping {
		return []key.Binding{a.keys.Back, a.keys.Commands, a.keys.Quit}
	}
	return h.footer(a, "keep the changes", "keep")
}
