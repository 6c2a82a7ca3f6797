package tui

import (
	"cmp"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// newMeeting is the sheet that makes a meeting of a body. Its date is proposed
// from how often the body meets, its agenda from the body and from what the
// last meeting left.
type newMeeting struct {
	sheet
	bodies   []agenda.Body
	body     *field
	known    proposedMsg // what the agenda was proposed from
	usual    agenda.Body // the body, or what its last meetings show of it
	asked    int         // counts proposals asked for: older answers are late
	keeping  bool
	dayMoved bool // the clerk went to another date
	made     *meetingKeptMsg
}

func newMeetingForm(bodies []agenda.Body, body agenda.Key) *newMeeting {
	n := &newMeeting{sheet: newSheet(), bodies: bodies}
	at, names := 0, []string(nil)
	for i, b := range bodies {
		names = append(names, b.Name)
		if b.Key == body {
			at = i
		}
	}
	n.body = newChoice("Body", "", at, names...)
	n.kind.propose(kindsOf[0])
	n.fields = append([]*field{n.body}, n.fields...)
	n.at = 2
	return n
}

// Name is the name of the screen in its help.
func (n *newMeeting) Name() string { return "a new meeting" }

func (n *newMeeting) Init(a *app) tea.Cmd { return n.begin(a) }

// begin proposes what the chosen body says of itself and asks for its meetings.
func (n *newMeeting) begin(a *app) tea.Cmd {
	n.known, n.dayMoved, n.said = proposedMsg{}, false, ""
	n.usual = n.bodies[n.body.chosen]
	if n.date.text() == "" {
		n.date.propose(longDay(agenda.Clock(iso(a.now()))))
	}
	n.propose(a)
	return n.ask(a, "")
}

// ask asks for the meetings of the body before a day; empty: before the day
// that its cadence proposes.
func (n *newMeeting) ask(a *app, day string) tea.Cmd {
	n.asked++
	return answers(n, a.propose(n.bodies[n.body.chosen], day, n.asked))
}

// proposed takes in what the meetings of the body show.
func (n *newMeeting) proposed(a *app, msg proposedMsg) {
	if msg.asked != n.asked {
		return
	}
	n.known, n.meets = msg, msg.all
	b := n.bodies[n.body.chosen]
	if msg.err != nil {
		n.said = failed("The last meeting could not be read", msg.err) + " The agenda holds the standing items alone."
	}
	n.usual = b.From(msg.before)
	usual, _ := agenda.Usual(b.Cadence, msg.met)
	n.meetsBy(usual)
	if msg.kind != "" {
		n.kind.propose(msg.kind)
	}
	if !n.date.touched && !n.dayMoved {
		n.why = cmp.Or(msg.why, "today: nothing says yet when it meets")
		n.date.propose(longDay(agenda.Clock(msg.day)))
	}
	n.propose(a)
}

// propose makes time, place and agenda anew where the clerk has not changed
// them.
func (n *newMeeting) propose(a *app) {
	n.time.propose(n.usual.Time)
	n.place.propose(n.usual.Place)
	n.taken = ""
	switch before, b := n.known.before, n.bodies[n.body.chosen]; {
	case len(before) == 0:
	case b.Imported():
		n.taken = count(len(n.usual.Seats), "person", "people") + ", place and items as on " + longDay(before[0].Start)
	case len(b.Seats) == 0 && len(n.usual.Seats) > 0:
		n.taken = count(len(n.usual.Seats), "person", "people") + " as at the last meeting"
	}
	n.settled()
	if n.list.changed() {
		return
	}
	day, _ := n.day(a)
	made := agenda.NewMeeting(n.usual, "", agenda.Clock(day), "", n.known.last, n.known.before...)
	var rows []agendaRow
	for _, it := range made.Open.Items {
		if it.Titled() {
			rows = append(rows, n.row(made.PartsOf(it)))
		}
	}
	n.list.set(rows, false)
}

// row is a row of an item that is proposed, with where it comes from.
func (n *newMeeting) row(p agenda.Parts) agendaRow {
	it := fresh(p.Face)
	r := agendaRow{item: it, closed: p.Closed, from: "usual"}
	if n.taken != "" && n.bodies[n.body.chosen].Imported() {
		r.from = "as on " + dayMonth(n.known.before[0].Start)
	}
	standing := false
	for _, s := range n.usual.Standing {
		standing = standing || s.Is(&it)
	}
	switch {
	case len(it.Entries) > 0:
		r.from = count(len(it.Entries), "open action", "open actions")
		r.asks = r.from + " would not be on the agenda"
	case !standing && n.known.last != nil:
		r.from = "deferred " + dayMonth(n.known.last.Open.Start)
		switch {
		case it.Exempt != nil:
			r.asks = "it was put off, and what is private of it goes with it"
		case it.Paper != nil:
			r.asks = "its paper goes with it"
		}
	}
	return r
}

func (n *newMeeting) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case proposedMsg:
		n.proposed(a, msg)
	case meetingKeptMsg:
		return n.kept(a, msg)
	case tea.PasteMsg:
		n.sheet.take(a, msg.Content)
	case tea.KeyPressMsg:
		return n.press(a, msg)
	}
	return nil
}

func (n *newMeeting) press(a *app, msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case matches(msg, a.keys.Back):
		return n.back(a)
	case matches(msg, a.keys.Keep) && !n.inList:
		return n.make(a)
	}
	body, day := n.body.chosen, n.date.text()
	cmd := n.sheet.key(a, msg)
	n.settled()
	switch {
	case n.body.chosen != body:
		return tea.Batch(cmd, n.begin(a))
	case n.date.text() != day:
		n.dayMoved = true
		return tea.Batch(cmd, n.across(a))
	}
	return cmd
}

// across asks anew when the date has moved past a meeting of the body, because
// another meeting is then the last.
func (n *newMeeting) across(a *app) tea.Cmd {
	day, ok := n.day(a)
	if !ok || n.known.day == "" || n.list.changed() {
		return nil
	}
	lo, hi := min(day, n.known.day), max(day, n.known.day)
	for _, c := range n.known.all {
		if d := c.Date(); lo <= d && d < hi {
			return n.ask(a, day)
		}
	}
	if day[:4] != n.known.day[:4] {
		return n.ask(a, day) // what comes once a year is due or not
	}
	return nil
}

// back leaves the agenda for the head, and the head for where one came from;
// what was typed only after a question.
func (n *newMeeting) back(a *app) tea.Cmd {
	if n.leaveList() {
		return nil
	}
	if !n.changed() {
		return a.pop()
	}
	return a.push(newConfirm("Leave this meeting unmade?", "", []choice{
		{"Go back to it", "", func(a *app) tea.Cmd { return a.pop() }},
		{"Leave it", "what was typed here is gone", func(a *app) tea.Cmd { return a.leaveUnder(n) }},
	}))
}

// make reads the sheet and keeps the meeting, or says what is wrong beside it.
func (n *newMeeting) make(a *app) tea.Cmd {
	if n.keeping || n.made != nil {
		return nil
	}
	n.sound()
	start, ok := n.start(a)
	if !ok {
		return nil
	}
	r := agenda.NewMeeting(n.usual, a.newKey(), start, agenda.CleanLine(n.place.text()), nil)
	m := r.Open
	m.Kind = agenda.CleanLine(n.kind.text())
	m.Next = 0
	n.keeping = true
	return answers(n, a.keepMeeting(agenda.Convene(m, n.list.parts()), n.bodies[n.body.chosen]))
}

// fresh is an item without IDs, for the agenda it is put on to give out.
func fresh(it agenda.Item) agenda.Item {
	it.ID = 0
	entries := it.Entries
	it.Entries = nil
	for _, e := range entries {
		copied := *e
		copied.ID = 0
		it.Entries = append(it.Entries, &copied)
	}
	return it
}

func (n *newMeeting) kept(a *app, msg meetingKeptMsg) tea.Cmd {
	n.keeping = false
	if msg.err != nil {
		n.mend(n.date, failed("The meeting was not kept", msg.err)+" What you typed is still here.")
		return nil
	}
	n.made = &msg
	if a.top() != n {
		return nil // help or commands lie over it
	}
	return n.Resume(a)
}

// Resume goes on to the meeting that was made while something lay over the
// sheet.
func (n *newMeeting) Resume(a *app) tea.Cmd {
	if n.made == nil {
		return nil
	}
	return a.replace(newLive(a, n.made.snap, n.made.body))
}

func (n *newMeeting) View(a *app, width, height int) page {
	where := n.body.text()
	if last := n.known.last; last != nil {
		where += " · last met " + longDay(last.Open.Start)
	}
	return n.draw(a, page{Title: "New meeting", Where: strings.TrimSpace(where)}, width, height)
}

func (n *newMeeting) Keys(a *app) []key.Binding {
	return n.footer(a, "make the meeting", "make it")
}
