package tui

import (
	"context"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/exports"
)

// actions is what is owed, by whom and when. How far an action is, is kept in
// the minutes of the meeting it comes from.
type actions struct {
	list   recordList[agenda.Task]
	noting *editor      // the state of the focused action; nil: not being typed
	of     *agenda.Task // the action it is of, as it was then
	last   []*stateStep // changes that can be taken back, the newest last
}

func newActions() screen {
	s := &actions{}
	s.list.find = newEditor(true)
	s.list.base = func(a *app) []recordFilter {
		yesterday := iso(a.now().AddDate(0, 0, -1))
		return []recordFilter{
			{"open", func(*agenda.Query) {}},
			{"overdue", func(q *agenda.Query) { q.To = yesterday }},
			{"open and done", func(q *agenda.Query) { q.State = agenda.Whatever }},
			{"done", func(q *agenda.Query) { q.State = agenda.Finished }},
		}
	}
	s.list.read = func(ctx context.Context, store agenda.Store, q agenda.Query) (agenda.Page[agenda.Task], error) {
		q.Private = true
		return store.Actions(ctx, q)
	}
	return s
}

// newOverdue is the actions with those alone that are overdue.
func newOverdue() screen {
	s := newActions().(*actions)
	s.list.filter = 1
	return s
}

// Name is what the help calls the screen.
func (s *actions) Name() string { return "the actions" }

func (s *actions) Init(a *app) tea.Cmd { return s.list.load(a) }

// Resume reads again: the minute that was looked at may have been changed.
func (s *actions) Resume(a *app) tea.Cmd { return s.list.load(a) }

// Pending is words about progress that were typed and not kept.
func (s *actions) Pending() string {
	if s.noting == nil || s.noting.Text() == s.of.State {
		return ""
	}
	return s.noting.Text()
}

func (s *actions) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case recordsMsg[agenda.Task]:
		return s.loaded(a, msg)
	case passageMsg:
		return a.passage(s, msg)
	case savedMsg:
		return s.list.load(a) // the open meeting is in the book anew
	case listWrittenMsg:
		if a.top() == s {
			a.say(msg.words())
		}
	case tea.PasteMsg:
		if s.noting != nil {
			s.noting.Insert(msg.Content)
			return nil
		}
		return s.list.paste(a, msg.Content)
	case tea.KeyPressMsg:
		if s.noting != nil {
			return s.noteKey(a, msg)
		}
		return s.key(a, msg)
	}
	return nil
}

func (s *actions) key(a *app, msg tea.KeyPressMsg) tea.Cmd {
	t, ok := s.list.chosen()
	switch {
	case matches(msg, a.keys.Undo):
		return s.undo(a)
	case matches(msg, a.keys.Keep, a.keys.Strike, a.keys.New, a.keys.Export) && !ok:
		return nil
	case matches(msg, a.keys.Keep):
		return a.openPassage(s, t.Ref)
	case matches(msg, a.keys.New) && t.Ref.Closed:
		a.say("agreed in private: its words are in its minutes · " + a.keys.Strike.Help().Key + " says it is done")
		return nil
	case matches(msg, a.keys.Strike):
		if agenda.Finished.Is(t.State) {
			a.say("it is done already: ctrl+n says otherwise")
			return nil
		}
		return s.set(a, t.Ref, "done")
	case matches(msg, a.keys.New):
		s.noting, s.of = newEditor(true), t
		s.noting.SetText(t.State)
		s.noting.MoveEnd()
		return nil
	case matches(msg, a.keys.Export):
		return s.write(a)
	}
	return s.list.key(a, msg)
}

// loaded takes the list in and keeps the focus on its action, wherever it went.
// While progress is noted the list stands still.
func (s *actions) loaded(a *app, msg recordsMsg[agenda.Task]) tea.Cmd {
	if s.noting != nil {
		return nil
	}
	was, ok := s.list.chosen()
	cmd := s.list.loaded(a, msg)
	if ok {
		if i := slices.IndexFunc(s.list.page.Rows, func(t agenda.Task) bool { return t.Ref == was.Ref }); i >= 0 {
			s.list.at = s.list.from + i
		}
	}
	return cmd
}

// Click focuses a row; a click on the focused one opens it.
func (s *actions) Click(a *app, _, y int) tea.Cmd {
	if s.noting != nil || !s.list.click(y) {
		return nil
	}
	if t, ok := s.list.chosen(); ok {
		return a.openPassage(s, t.Ref)
	}
	return nil
}

// Wheel moves the focus.
func (s *actions) Wheel(a *app, _, _, by int) tea.Cmd {
	if s.noting != nil {
		return nil
	}
	return s.list.move(a, by*wheelRows)
}

// write puts the actions that are listed into a file, for anybody: none that
// was agreed in private.
func (s *actions) write(a *app) tea.Cmd {
	q, store := s.list.query(), a.store
	about := facts(s.what(), agenda.CleanLine(s.list.find.Text()))
	return a.writeList("actions", func(ctx context.Context) (exports.Document, error) {
		all, err := wholeList(q, func(q agenda.Query) (agenda.Page[agenda.Task], error) { return store.Actions(ctx, q) })
		table := exports.Table{Head: []string{"Due", "Owner", "Action", "From", "State"}, Right: make([]bool, 5)}
		for _, t := range all {
			due := t.Due
			if agenda.Clock(due).Date() != "" {
				due = strings.TrimSpace(recordDay(due))
			}
			from := strings.TrimSpace(strings.Join([]string{t.Code, strings.TrimSpace(recordDay(t.Date)), t.Item}, " "))
			table.Rows = append(table.Rows, []string{due, strings.Join(t.Owners, "; "), t.Text, from, stateOf(t.State)})
		}
		return exports.Document{Blocks: []exports.Block{
			exports.Heading{Level: 1, Text: "Actions"}, exports.Paragraph{{Text: about}}, table,
		}}, err
	})
}

// what is which actions are listed: "every body · open".
func (s *actions) what() string {
	if s.list.filter >= 4 {
		return s.list.filterName() + " · open"
	}
	if name := s.list.filterName(); name != "" {
		return "every body · " + name
	}
	return "every body · open"
}

// stateOf is the state of an action in words.
func stateOf(state string) string {
	if state == "" {
		return "open"
	}
	return state
}

func (s *actions) Keys(a *app) []key.Binding {
	k := &a.keys
	if s.noting != nil {
		return []key.Binding{labelled(k.Keep, "keep"), labelled(k.Back, "leave as it was"), k.Quit}
	}
	there := s.list.page.Hits > 0
	row := func(b key.Binding, words string) key.Binding {
		b = labelled(b, words)
		b.SetEnabled(there)
		return b
	}
	back, undo := labelled(k.Back, "back"), k.Undo
	if s.list.filtered() {
		back = labelled(k.Back, "show open")
	}
	undo.SetEnabled(len(s.last) > 0)
	return []key.Binding{row(k.Keep, "open in its minute"), row(k.Strike, "done"), row(k.New, "note progress"),
		labelled(k.Kind, "filters"), row(k.Export, "list to a file"), back, undo, both(k.Up, k.Down, "choose"),
		labelled(k.NextItem, "page"), labelled(k.PrevItem, "page back"), labelled(k.KindBack, "filter before"), k.Register, k.Commands, k.Quit}
}
