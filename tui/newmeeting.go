package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// newMeeting is the form that makes a meeting of a body: its head, and the
// agenda, proposed from the body and from what the last meeting left.
type newMeeting struct {
	form
	bodies                              []agenda.Body
	body, kind, date, time, place, list *field
	last                                *agenda.Record // the meeting before
	made                                agenda.Record  // what the agenda was proposed from
	keeping, stale                      bool
}

func newMeetingForm(bodies []agenda.Body, body agenda.Key) *newMeeting {
	n := &newMeeting{bodies: bodies}
	at, names := 0, []string(nil)
	for i, b := range bodies {
		names = append(names, b.Name)
		if b.Key == body {
			at = i
		}
	}
	n.body = newChoice("Body", "", at, names...)
	n.kind = newField("Kind", "Ordinary, Extraordinary, Annual: any word.", "Ordinary")
	n.date = newField("Date", "", "")
	n.time = newField("Time", "When it begins: 18:00.", "")
	n.place = newField("Place", "All that follows the time in the call.", "")
	n.list = newList("Agenda", "ctrl+n a new line, ctrl+d drops one, ctrl+↑↓ moves it. A number of its own: 7a | Title.")
	n.list.number = true
	n.fields = []*field{n.body, n.kind, n.date, n.time, n.place, n.list}
	n.at = 2
	return n
}

// Name is the name of the screen in its help.
func (n *newMeeting) Name() string { return "a new meeting" }

func (n *newMeeting) Init(a *app) tea.Cmd {
	n.date.propose(iso(a.now()))
	return n.take(a)
}

// take proposes what the chosen body usually does and asks for its last
// meeting.
func (n *newMeeting) take(a *app) tea.Cmd {
	b := n.bodies[n.body.chosen]
	n.time.propose(b.Time)
	n.place.propose(b.Place)
	n.last = nil
	n.propose(a)
	n.stale = true
	return a.propose(b.Key, n.day(a))
}

func (n *newMeeting) day(a *app) string {
	if day, ok := readDay(n.date.text(), a.now()); ok {
		return day
	}
	return iso(a.now())
}

// propose makes the agenda anew unless the clerk has changed it.
func (n *newMeeting) propose(a *app) {
	if n.list.touched {
		return
	}
	b := n.bodies[n.body.chosen]
	n.made = agenda.NewMeeting(b, "", agenda.Clock(n.day(a)), "", n.last)
	n.list.rows, n.list.at = nil, 0
	for i, it := range n.made.Open.Items {
		if it.Titled() {
			n.list.rows = append(n.list.rows, newFormRow(it.Title, i))
		}
	}
	if len(n.list.rows) == 0 {
		n.list.rows = []*formRow{newFormRow("", -1)}
	}
}

func (n *newMeeting) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case proposedMsg:
		if msg.body == n.bodies[n.body.chosen].Key && n.stale {
			n.stale = false
			n.last = msg.last
			n.propose(a)
			if msg.err != nil {
				n.wrong(n.list, -1, failed("The last meeting could not be read", msg.err)+" The agenda holds the standing items alone.")
			}
		}
	case meetingKeptMsg:
		return n.kept(a, msg)
	case tea.PasteMsg:
		n.Paste(msg.Content)
	case tea.KeyPressMsg:
		return n.key(a, msg)
	}
	return nil
}

func (n *newMeeting) key(a *app, msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case matches(msg, a.keys.Back):
		if !n.list.touched {
			return a.pop()
		}
		return a.push(newConfirm("Leave this meeting unmade?", "", []choice{
			{"Go back to it", "", func(a *app) tea.Cmd { return a.pop() }},
			{"Leave it", "the agenda typed here is gone", func(a *app) tea.Cmd { return tea.Batch(a.pop(), a.pop()) }},
		}))
	case matches(msg, a.keys.Keep):
		return n.make(a)
	}
	body := n.body.chosen
	n.Key(a, msg)
	n.date.hint = n.dateHint(a)
	if n.body.chosen != body {
		return n.take(a)
	}
	return nil
}

// dateHint says how the date is understood.
func (n *newMeeting) dateHint(a *app) string {
	if day, ok := readDay(n.date.text(), a.now()); ok {
		return longDay(agenda.Clock(day))
	}
	return "12 Mar, 2026-03-12, tomorrow, Thursday."
}

// make reads the form and keeps the meeting, or says what is wrong beside it.
func (n *newMeeting) make(a *app) tea.Cmd {
	if n.keeping {
		return nil
	}
	n.sound()
	day, ok := readDay(n.date.text(), a.now())
	clock, timed := readTime(n.time.text())
	switch {
	case !ok:
		n.wrong(n.date, 0, "This is no date. 12 Mar or 2026-03-12 is one.")
		return nil
	case !timed:
		n.wrong(n.time, 0, "This is no time of day. 18:00 is one.")
		return nil
	}
	start := agenda.Clock(day)
	if clock != "" {
		start += agenda.Clock("T" + clock)
	}
	b := n.bodies[n.body.chosen]
	r := agenda.NewMeeting(b, a.newKey(), start, agenda.CleanLine(n.place.text()), n.last)
	m := r.Open
	m.Kind = agenda.CleanLine(n.kind.text())
	m.Items = n.items(m)
	m.Next = 0
	n.keeping = true
	return a.keepMeeting(agenda.New(m), b)
}

// items is the agenda as the list has it, on what the lines were proposed from.
func (n *newMeeting) items(m agenda.Meeting) []*agenda.Item {
	out := m.Items[:1:1] // the opening
	count := 0
	for _, r := range n.list.rows {
		text := agenda.CleanLine(r.ed.Text())
		number, title, own := strings.Cut(text, "|")
		if !own {
			if text == "" {
				continue
			}
			number, count = numberOf(text, count)
			title = text
		}
		it := agenda.Item{Level: 1, Kind: kindOf(title)}
		if r.from >= 0 && r.from < len(n.made.Open.Items) {
			it = fresh(*n.made.Open.Items[r.from])
		}
		it.Number, it.Title = strings.TrimSpace(number), strings.TrimSpace(title)
		out = append(out, &it)
	}
	return out
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
		n.wrong(n.date, 0, failed("The meeting was not kept", msg.err)+" What you typed is still here.")
		return nil
	}
	return a.replace(newLive(a, msg.snap, msg.body))
}

func (n *newMeeting) View(a *app, width, height int) page {
	where := n.body.text()
	if n.last != nil {
		where += " · last met " + longDay(n.last.Open.Start)
	}
	p := page{Title: "New meeting", Where: where}
	if a.airy() {
		p.Rows = []string{""}
	}
	n.date.hint = n.dateHint(a)
	rows, cursor := n.view(a, width, height-1-len(p.Rows))
	if cursor != nil {
		cursor.Y += len(p.Rows)
	}
	p.Rows, p.Cursor = append(p.Rows, rows...), cursor
	return p
}

func (n *newMeeting) Keys(a *app) []key.Binding {
	return n.keys(&a.keys, "make the meeting", "leave")
}
