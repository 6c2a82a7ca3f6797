package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// roomAsks are the questions about the room that come with an item: who left
// because of an interest, whether they are back, who takes the chair. They
// stand above the composer and hold nothing up: words typed go to the minute,
// and another item is taken as ever.
type roomAsks struct {
	from, item agenda.ID // the item that was left, and the one that was taken
	list       []roomQuestion
	drawn      map[int]int // the rows by where they were drawn
}

// roomQuestion is one of them.
type roomQuestion struct {
	title, about string
	rows         []choice
	at           int
}

// staying is those of whom it was said that they stay, by item and person, so
// that nobody is asked twice.
type staying map[[2]agenda.ID]bool

// askRoom makes the questions that taking an item brings, leaving another.
func (l *live) askRoom(a *app, from, item agenda.ID) {
	l.asks = roomAsks{from: from, item: item}
	if l.closed() != "" {
		return
	}
	m, now := l.s.meeting(), l.s.room()
	var concerned, leaving []agenda.ID
	var stakes []agenda.Stake
	for _, s := range m.InterestsIn(item) {
		if s.Who.ID == 0 {
			continue
		}
		concerned = append(concerned, s.Who.ID)
		if now.scene.Place(s.Who.ID).Here() && !l.stay[[2]agenda.ID{item, s.Who.ID}] {
			leaving, stakes = append(leaving, s.Who.ID), append(stakes, s)
		}
	}
	back := slices.DeleteFunc(now.scene.OutForInterest(), func(id agenda.ID) bool { return slices.Contains(concerned, id) })
	if len(back) > 0 && from != 0 {
		l.asks.list = append(l.asks.list, l.askBack(a, back))
	}
	if q, ok := l.askPublic(a); ok {
		l.asks.list = append(l.asks.list, q)
	}
	if len(leaving) > 0 {
		l.asks.list = append(l.asks.list, l.askLeaving(a, leaving, stakes))
	}
}

// askBack asks whether those who left an item are back. If one of them is the
// Chair, they take the chair again.
func (l *live) askBack(a *app, who []agenda.ID) roomQuestion {
	names := l.listed(who)
	q := roomQuestion{title: capital(l.itemWords(l.asks.from)) + " is over", about: names + " left because of an interest."}
	verb, does := oneOrMany(who, names+" is back", "They are back"), "minuted"
	chair := l.chairOf(who)
	if chair != 0 {
		does = "and " + l.s.meeting().Brief(chair) + " takes the chair"
	}
	q.rows = []choice{{verb, does + l.at(a), func(a *app) tea.Cmd {
		events := []agenda.Event{{What: agenda.Returned, Who: who}}
		if chair != 0 {
			events = append(events, agenda.Event{What: agenda.Presides, Who: []agenda.ID{chair}})
		}
		return l.happen(a, l.asks.from, events...)
	}}, {"Not yet", "nothing is minuted", nil}}
	return q
}

// askLeaving asks whether those with an interest leave. What the declaration
// says comes first.
func (l *live) askLeaving(a *app, who []agenda.ID, stakes []agenda.Stake) roomQuestion {
	names, item := l.listed(who), l.asks.item
	q := roomQuestion{title: capital(l.itemWords(item)) + ": an interest was declared", about: l.declared(stakes)}
	left := choice{oneOrMany(who, names+" left the room", "They left the room"), "minuted" + l.at(a), func(a *app) tea.Cmd {
		was := l.s.room().presides
		cmd := l.happen(a, item, agenda.Event{What: agenda.Left, How: agenda.Interested, Who: who})
		if slices.Contains(who, was) {
			l.asks.list = slices.Insert(l.asks.list, 1, l.askChair())
		}
		return cmd
	}}
	stay := choice{oneOrMany(who, names+" stays", "They stay"), "nothing is minuted", func(*app) tea.Cmd {
		if l.stay == nil {
			l.stay = staying{}
		}
		for _, id := range who {
			l.stay[[2]agenda.ID{item, id}] = true
		}
		return nil
	}}
	q.rows = []choice{stay, left}
	if slices.ContainsFunc(stakes, agenda.Stake.Leaves) {
		slices.Reverse(q.rows)
	}
	q.rows = append(q.rows, choice{"Not now", a.keys.Room.Help().Key + " when one of them goes", nil})
	return q
}

// askChair asks who takes the chair, whoever would first.
func (l *live) askChair() roomQuestion {
	m, now := l.s.meeting(), l.s.room()
	q := roomQuestion{title: "Who takes the chair?"}
	row := func(id agenda.ID, does string) choice {
		p, _ := m.Attendee(id)
		return choice{p.Short(), does, func(a *app) tea.Cmd {
			return l.happen(a, l.asks.item, agenda.Event{What: agenda.Presides, Who: []agenda.ID{id}})
		}}
	}
	if now.presides != 0 {
		p, _ := m.Attendee(now.presides)
		q.rows = append(q.rows, row(now.presides, strings.Join(p.Roles, ", ")))
	}
	const most = 4
	for _, v := range now.scene.Voters() {
		if len(q.rows) < most && v.Who != now.presides && !v.Proxy {
			q.rows = append(q.rows, row(v.Who, ""))
		}
	}
	q.rows = append(q.rows, choice{"Nobody yet", "/chair NAME says who", nil})
	return q
}

// happen minutes what was asked about, as one change.
func (l *live) happen(a *app, item agenda.ID, events ...agenda.Event) tea.Cmd {
	next, words := l.s.record(), []string(nil)
	for _, ev := range events {
		var err error
		if next, _, err = next.Happen(item, ev, l.s.minuted(a)); err != nil {
			a.say(err.Error())
			return nil
		}
		words = append(words, eventWords(next.Open, &ev))
	}
	a.say(strings.Join(words, ", "))
	return l.s.do(next, strings.Join(words, ", "))
}

// question is the one that stands, or nil: it makes way for whatever is being
// typed, changed or looked for, and comes back on an empty line.
func (l *live) question() *roomQuestion {
	if len(l.asks.list) == 0 || l.finding.on || !l.comp.Empty() || !l.editing.none() || !l.chosen.none() || l.asks.item != l.target() {
		return nil
	}
	return &l.asks.list[0]
}

// asksKey takes a key that belongs to the question.
func (l *live) asksKey(a *app, msg tea.KeyPressMsg) (tea.Cmd, bool) {
	q := l.question()
	if q == nil {
		return nil, false
	}
	k := &a.keys
	switch {
	case matches(msg, k.Up):
		q.at = max(0, q.at-1)
	case matches(msg, k.Down):
		q.at = min(len(q.rows)-1, q.at+1)
	case matches(msg, k.Keep):
		return l.asksDo(a, q.at), true
	case matches(msg, k.Back):
		l.asks.list = l.asks.list[1:]
	default:
		return nil, false
	}
	return nil, true
}

// asksDo does what a row of the question says, and goes on to the next one.
func (l *live) asksDo(a *app, row int) (cmd tea.Cmd) {
	if do := l.asks.list[0].rows[row].do; do != nil {
		cmd = do(a)
	}
	l.asks.list = l.asks.list[1:]
	return cmd
}

// asksKeys is what works while a question stands; nil: none does.
func (l *live) asksKeys(a *app) []key.Binding {
	q := l.question()
	if q == nil {
		return nil
	}
	k := &a.keys
	return []key.Binding{labelled(k.Keep, "it is so"), both(k.Up, k.Down, "choose"), labelled(k.Back, "not now"), l.nextKey(a), k.Room}
}

// asksAgain makes the questions anew, where some stood: the room may have
// answered them.
func (l *live) asksAgain(a *app) {
	if len(l.asks.list) > 0 {
		l.askRoom(a, l.asks.from, l.asks.item)
	}
}

// chairOf is the one of some people who is in the chair as a rule, or zero.
func (l *live) chairOf(who []agenda.ID) agenda.ID {
	for _, id := range who {
		if p, ok := l.s.meeting().Attendee(id); ok && p.Chairs(l.s.room().chairs) {
			return id
		}
	}
	return 0
}

// listed is people by name: "Cllr Carrow and Cllr Pike".
func (l *live) listed(who []agenda.ID) string {
	var names []string
	for _, id := range who {
		p, _ := l.s.meeting().Attendee(id)
		names = append(names, p.Short())
	}
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

// declared is who declared an interest, and of which kind.
func (l *live) declared(stakes []agenda.Stake) string {
	var out []string
	for _, s := range stakes {
		words := l.listed([]agenda.ID{s.Who.ID})
		if s.Kind != "" {
			words += " (" + s.Kind + ")"
		}
		out = append(out, words)
	}
	return strings.Join(out, ", ")
}

// at is when it happens, for the end of a line.
func (l *live) at(a *app) string {
	if t := l.s.minuted(a).TimeOfDay(); t != "" {
		return " at " + t
	}
	return ""
}

func oneOrMany[T any](of []T, one, many string) string {
	if len(of) == 1 {
		return one
	}
	return many
}
