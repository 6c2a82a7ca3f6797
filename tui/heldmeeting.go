package tui

import (
	"context"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// heldMeeting is the sheet of a meeting that is in the book. The one that is
// being minuted is changed through its session, in one step; any other is read
// and saved here.
type heldMeeting struct {
	sheet
	meeting agenda.Key
	s       *session // the open meeting; nil: it is not open
	snap    agenda.Snapshot
	of      agenda.Body
	loaded  bool
	keeping bool
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

// heldMsg answers a sheet that asked for its meeting, or to keep it.
type heldMsg struct {
	sheet *heldMeeting
	snap  agenda.Snapshot
	body  agenda.Body
	kept  bool
	err   error
}

func (h *heldMeeting) Init(a *app) tea.Cmd {
	if h.s != nil {
		return nil
	}
	store, meeting := a.store, h.meeting
	return func() tea.Msg {
		m := heldMsg{sheet: h}
		ctx := context.Background()
		if m.snap, m.err = store.Load(ctx, meeting); m.err == nil {
			m.body, m.err = store.Body(ctx, m.snap.Record.Open.Body)
		}
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
	case r.Open.Current() == it.ID:
		row.from = "open"
	case len(it.Entries) > 0:
		row.from = count(len(it.Entries), "entry", "entries")
	case it.Outcome.Words != "":
		row.from = it.Outcome.Words
	case it.Paper != nil:
		row.from = "paper"
	}
	if it.Paper != nil {
		row.asks = "its paper goes with it"
	}
	return row
}

func (h *heldMeeting) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case heldMsg:
		if msg.sheet == h {
			return h.answered(a, msg)
		}
	case tea.PasteMsg:
		if h.loaded {
			h.sheet.take(a, msg.Content)
		}
	case tea.KeyPressMsg:
		switch {
		case matches(msg, a.keys.Back):
			return h.back(a)
		case !h.loaded:
		case matches(msg, a.keys.Keep) && !h.inList:
			return h.keep(a)
		default:
			return h.sheet.key(a, msg)
		}
	}
	return nil
}

func (h *heldMeeting) answered(a *app, msg heldMsg) tea.Cmd {
	h.keeping = false
	switch {
	case msg.kept && msg.err != nil:
		h.mend(h.date, failed("The meeting was not kept", msg.err)+" What you typed is still here.")
	case msg.kept && a.top() != h: // help or commands lie over it
		h.snap = msg.snap
		h.fill(msg.snap.Record)
	case msg.kept:
		cmd := a.pop()
		a.say("kept: date, place and agenda")
		return cmd
	case msg.err != nil:
		h.trouble = failed("The meeting could not be opened", msg.err)
	default:
		h.snap, h.of = msg.snap, msg.body
		h.fill(msg.snap.Record)
	}
	return nil
}

// back leaves the agenda for the head, and the head for where one came from;
// changes only after a question.
func (h *heldMeeting) back(a *app) tea.Cmd {
	switch {
	case h.loaded && h.leaveList():
		return nil
	case !h.loaded || !h.changed():
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
	if h.keeping {
		return nil
	}
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
	next, err := was.EditMeeting(func(m *agenda.Meeting) {
		m.Kind, m.Start, m.Place = agenda.CleanLine(h.kind.text()), start, agenda.CleanLine(h.place.text())
	}).SetAgenda(h.list.items())
	switch {
	case err != nil:
		h.said = err.Error()
		return nil
	case h.s != nil:
		cmd := h.s.do(next, "change of the agenda")
		back := a.pop()
		a.say("kept: date, place and agenda · " + a.keys.Undo.Help().Key + " takes it back")
		return tea.Batch(cmd, back)
	}
	h.keeping = true
	store, base := a.store, h.snap
	return func() tea.Msg {
		snap, err := store.Save(context.Background(), base, next)
		return heldMsg{sheet: h, snap: snap, kept: true, err: err}
	}
}

func (h *heldMeeting) View(a *app, width, height int) page {
	p := page{Title: "Meeting", Where: h.of.Name}
	if h.loaded && h.changed() {
		p.Right = []part{{text: "not kept yet", style: a.st.muted, keep: true}}
	}
	if h.s != nil && h.s.Stuck() != "" {
		p.Band = &band{Word: "NOT SAVED", Text: h.s.Stuck() + " What you keep stays here, and is tried again.", kind: bandNotSaved}
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
	if !h.loaded {
		return []key.Binding{a.keys.Back, a.keys.Commands, a.keys.Quit}
	}
	return h.footer(a, "keep the changes", "keep")
}
