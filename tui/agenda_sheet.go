package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// sheet is the set-up of a meeting on one screen: kind, date, time and place,
// and below them the agenda. It is what a new meeting and one that is in the
// book have in common.
type sheet struct {
	form
	kind, date, time, place *field
	list                    agendaList
	inList                  bool           // the focus is in the agenda
	cadence                 agenda.Cadence // dates for ← and →; zero: none
	after                   *sheetNext     // what comes after the date in the field
	why                     string         // why the date is proposed
	taken                   string         // what was taken over from where, above the agenda
	said                    string         // what went wrong, above the agenda
	head                    string         // the head as it was before the clerk typed in it
	meets                   []agenda.Clock // when the body meets already
	headAt, listAt          int            // the first rows of both on the screen, for the mouse; headAt -1: none
}

func newSheet() sheet {
	s := sheet{
		kind:  newField("Kind", "← → change it; any other word can be typed.", ""),
		date:  newField("Date", "", ""),
		time:  newField("Time", "When it begins: 18:00.", ""),
		place: newField("Place", "All that follows the time in the call.", ""),
	}
	s.list.set(nil, false)
	s.fields = []*field{s.kind, s.date, s.time, s.place}
	return s
}

// kindsOf is the kinds that ← and → go through.
var kindsOf = []string{"Ordinary", "Extraordinary", "Annual", "Special"}

// day is the date as it is understood.
func (s *sheet) day(a *app) (string, bool) { return readDay(s.date.text(), a.now()) }

// start is when the meeting begins, as typed; where that cannot be read, the
// field is marked and ok is false.
func (s *sheet) start(a *app) (start agenda.Clock, ok bool) {
	day, ok := s.day(a)
	clock, timed := readTime(s.time.text())
	switch {
	case !ok:
		s.mend(s.date, "This is no date. 12 Mar or 2026-03-12 is one.")
		return "", false
	case !timed:
		s.mend(s.time, "This is no time of day. 18:00 is one.")
		return "", false
	case clock != "":
		return agenda.Clock(day + "T" + clock), true
	}
	return agenda.Clock(day), true
}

// mend marks a field of the head and moves there.
func (s *sheet) mend(f *field, words string) {
	s.inList = false
	s.wrong(f, 0, words)
}

// key takes what the screen itself has no use for.
func (s *sheet) key(a *app, msg tea.KeyPressMsg) tea.Cmd {
	k := &a.keys
	s.said = ""
	if s.inList {
		return s.listKey(a, msg)
	}
	last := s.at == len(s.fields)-1
	switch {
	case matches(msg, k.New):
		s.inList = true
		s.list.insertLast()
	case last && (matches(msg, k.Down) || matches(msg, k.Kind)):
		s.inList = true
		s.list.focus(0)
	case s.at == 0 && matches(msg, k.KindBack):
		s.inList = true
		s.list.focus(max(0, len(s.list.rows)-1))
	case matches(msg, k.Left) && s.turn(a, -1), matches(msg, k.Right) && s.turn(a, 1):
	default:
		s.Key(a, msg)
	}
	s.hint(a)
	return nil
}

func (s *sheet) listKey(a *app, msg tea.KeyPressMsg) tea.Cmd {
	k := &a.keys
	switch {
	case s.list.key(a, msg):
	case matches(msg, k.Keep) && s.list.row() != nil:
		s.list.settle()
		return a.push(newItemSheet(&s.list))
	case matches(msg, k.Strike):
		return s.drop(a)
	case matches(msg, k.Up), matches(msg, k.KindBack):
		s.list.settle()
		s.inList = false
		s.at = len(s.fields) - 1
	}
	return nil
}

// leaveList puts the focus back on the date, and says whether it was below.
func (s *sheet) leaveList() bool {
	if !s.inList {
		return false
	}
	s.list.settle()
	s.inList, s.at = false, slices.Index(s.fields, s.date)
	return true
}

// drop takes the focused item off; with it goes a paper only after a question,
// and minutes never.
func (s *sheet) drop(a *app) tea.Cmd {
	r := s.list.row()
	if r == nil {
		return nil
	}
	name := strings.TrimSpace(r.item.Title)
	if name == "" {
		name = "this item"
	} else {
		name = "“" + cut(name, 40) + "”"
	}
	switch {
	case r.stays != "":
		a.say(name + " cannot be dropped: " + r.stays)
	case r.asks != "":
		return a.push(newConfirm("Drop "+name+"?", "", []choice{
			{"Leave it", "", func(a *app) tea.Cmd { return a.pop() }},
			{"Drop it", r.asks, func(a *app) tea.Cmd { s.list.drop(); return a.pop() }},
		}))
	default:
		s.list.drop()
		a.say("dropped: " + name + " · " + a.keys.Undo.Help().Key + " brings it back")
	}
	return nil
}

// hint says how the date is understood, and why it is proposed.
func (s *sheet) hint(a *app) {
	day, ok := s.day(a)
	full := longDay(agenda.Clock(day))
	switch {
	case !ok:
		s.date.hint = "12 Mar, 2026-03-12, tomorrow, Thursday."
	case s.date.touched:
		s.date.hint = full
	case s.why == "":
		s.date.hint = ""
		if s.date.text() != full {
			s.date.hint = full
		}
	default:
		s.date.hint = s.why
		if s.turns(a) {
			s.date.hint += " · ← → others"
		}
	}
	if ok && slices.ContainsFunc(s.meets, func(c agenda.Clock) bool { return c.Date() == day }) {
		s.date.hint = strings.TrimPrefix(s.date.hint+" · there is a meeting on that day already", " · ")
	}
}

// take puts a pasted text where the focus is.
func (s *sheet) take(a *app, text string) {
	if s.inList {
		s.list.paste(text)
		return
	}
	s.Paste(text)
	s.hint(a)
}

// Help is what the keys do not say.
func (s *sheet) Help(*app) []helpGroup {
	return []helpGroup{{"Agenda", [][2]string{
		{"7a | Title", "a number of its own"}, {" | Title", "no number"}, {"pasted lines", "a row each, sub-items indented"},
	}}}
}

// Click puts the focus on a field, or on a row of the agenda.
func (s *sheet) Click(a *app, _, y int) tea.Cmd {
	row := s.headAt
	for i, f := range s.fields {
		if row == y && s.headAt >= 0 {
			s.list.settle()
			s.inList, s.at = false, i
			s.hint(a)
			return nil
		}
		row += 1 + len(f.below(a, a.width, !s.inList && i == s.at))
	}
	if i := s.list.top + y - s.listAt; y >= s.listAt && i < len(s.list.rows) {
		s.inList = true
		s.list.focus(i)
	}
	return nil
}

// Wheel goes through the agenda.
func (s *sheet) Wheel(_ *app, _, _ int, by int) tea.Cmd {
	if len(s.list.rows) > 0 {
		s.inList = true
		s.list.focus(max(0, min(len(s.list.rows)-1, s.list.at+by)))
	}
	return nil
}

// typed is the head as it stands in the fields.
func (s *sheet) typed() string {
	return strings.Join([]string{s.kind.text(), s.date.text(), s.time.text(), s.place.text()}, "\n")
}

// settled takes what is proposed for the head as it was; what the clerk has
// typed stays a change.
func (s *sheet) settled() {
	if !s.kind.touched && !s.date.touched && !s.time.touched && !s.place.touched {
		s.head = s.typed()
	}
}

func (s *sheet) changed() bool { return s.list.changed() || s.typed() != s.head }

// Pending is what would be gone if the program ended now.
func (s *sheet) Pending() string {
	switch {
	case !s.changed():
		return ""
	case !s.list.changed():
		return s.kind.text() + ", " + s.date.text() + " " + s.time.text() + ", " + s.place.text()
	}
	var titles []string
	for _, r := range s.list.rows {
		if r.item.Title != "" {
			titles = append(titles, r.item.Title)
		}
	}
	return "the agenda: " + strings.Join(titles, "; ")
}

// footer is what works now; enter as the screen calls it, in few words where
// there is no room.
func (s *sheet) footer(a *app, enter, short string) []key.Binding {
	k := &a.keys
	if s.inList {
		return s.list.keys(k)
	}
	if a.width < 60 {
		enter = short
	}
	out := []key.Binding{labelled(k.Keep, enter), labelled(k.New, "new item")}
	if s.turns(a) {
		out = append(out, both(k.Left, k.Right, "change"))
	}
	return append(out, both(k.Up, k.Down, "next field"), labelled(k.Back, "leave"), k.Commands, k.Quit,
		labelled(k.Kind, "next field"), labelled(k.KindBack, "field before"))
}
