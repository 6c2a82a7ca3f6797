package tui

import (
	"context"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// bodyScreen is where a body is set up: its sections, the rows of one of them,
// and the fields of a row. Each row that is kept is saved at once.
type bodyScreen struct {
	key      agenda.Key
	known    bool
	trouble  string // why the body could not be read
	body     agenda.Body
	others   []agenda.Body
	saver    *bodySaver
	past     []bodyStep
	future   []bodyStep
	sections []bodySection

	inside  bool      // the focus is in the section, not on the list of sections
	section int       // the section that is shown
	at      int       // the focused row of it
	top     int       // the first row that is shown
	edit    *bodyEdit // the row in hand; nil: none
	leaving bool      // as soon as all is saved
	hits    []bodyHit // where things stand, for the mouse
	page    int       // how many rows are shown

	made bodyMade // the rows of the body as it is
}

// bodyStep is a body before or after a change, what the change was, and where
// it was made.
type bodyStep struct {
	body         agenda.Body
	what         string
	section, row int
}

func newBodyScreen(body agenda.Key) *bodyScreen {
	return &bodyScreen{key: body, sections: bodySections()}
}

// Name is the name of the screen in its help.
func (s *bodyScreen) Name() string { return "a body" }

// bodyReadMsg answers readBody.
type bodyReadMsg struct {
	key    agenda.Key
	body   agenda.Body
	others []agenda.Body
	err    error
}

func (a *app) readBody(body agenda.Key) tea.Cmd {
	store := a.store
	return func() tea.Msg {
		m := bodyReadMsg{key: body}
		ctx := context.Background()
		if m.body, m.err = store.Body(ctx, body); m.err == nil {
			m.others, m.err = store.Bodies(ctx)
		}
		return m
	}
}

// zoneMsg answers checkZone.
type zoneMsg struct {
	zone string
	err  error
}

// noZone is what a zone that there is not is told.
const noZone = "No zone is called that. Europe/London is one."

// checkZone looks a zone up in the computer's list of them.
func checkZone(zone string) tea.Cmd {
	return func() tea.Msg {
		_, err := time.LoadLocation(zone)
		return zoneMsg{zone, err}
	}
}

// Init reads the body.
func (s *bodyScreen) Init(a *app) tea.Cmd {
	s.saver = newBodySaver(a)
	return a.readBody(s.key)
}

// Update takes keys and pastes, and the answers of the book.
func (s *bodyScreen) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case bodyReadMsg:
		if msg.key != s.key || s.known {
			return nil
		}
		s.others, s.known = msg.others, msg.err == nil
		s.set(msg.body)
		s.saver.base = msg.body
		if msg.err != nil {
			s.trouble = failed("The body could not be read", msg.err)
		}
	case bodySavedMsg:
		if s.leaving && a.top() == s {
			return s.leave(a)
		}
	case zoneMsg:
		return s.zoned(a, msg)
	case tea.PasteMsg:
		return s.paste(a, msg.Content)
	case tea.KeyPressMsg:
		s.leaving = false
		return s.press(a, msg)
	}
	return nil
}

// Pending is the row in hand, where it was changed.
func (s *bodyScreen) Pending() string {
	if s.edit == nil || !s.edit.changed() {
		return ""
	}
	for i, v := range s.edit.values() {
		if v != s.edit.row.values[i] && v != "" {
			return v
		}
	}
	return s.edit.row.first()
}

// Guards is the body, until the screen is left.
func (s *bodyScreen) Guards() guarded { return s.saver }

// leave goes back once everything kept is in the book.
func (s *bodyScreen) leave(a *app) tea.Cmd {
	switch why := s.saver.Stuck(); {
	case s.saver.Clean():
		return a.pop()
	case why == "":
		s.leaving = true
		return s.saver.Flush()
	default:
		return s.askUnsaved(a, why)
	}
}

func (s *bodyScreen) askUnsaved(a *app, why string) tea.Cmd {
	return a.push(newConfirm("Leave with changes that are not in the book?", why, []choice{
		{"Go back to it", "what was kept stays on the screen", func(a *app) tea.Cmd { return a.pop() }},
		{"Leave", "what was kept since the last save is lost", func(a *app) tea.Cmd {
			s.saver.tell(s.saver.base)
			return tea.Batch(a.pop(), a.pop())
		}},
	}))
}

func (s *bodyScreen) sec() *bodySection { return &s.sections[s.section] }

// form is whether the section is a form, which has one row and no list.
func (s *bodyScreen) form() bool { return s.sec().one == "" }

// set makes a body the one that is shown.
func (s *bodyScreen) set(b agenda.Body) { s.body, s.made = b, bodyMade{} }

func (s *bodyScreen) rows(a *app) []bodyRow { return s.rowsOf(a, s.section) }

// row is the focused row.
func (s *bodyScreen) row(a *app) (bodyRow, bool) {
	rows := s.rows(a)
	if s.at >= len(rows) {
		return bodyRow{}, false
	}
	return rows[s.at], true
}

// change makes body the newest, to be undone and saved.
func (s *bodyScreen) change(body agenda.Body, what string) tea.Cmd {
	s.past = append(s.past, bodyStep{s.body, what, s.section, s.at})
	s.future = nil
	s.set(body)
	return s.saver.save(body)
}

// turn takes the last change of one list back and puts it on the other.
func (s *bodyScreen) turn(a *app, from, to *[]bodyStep, said string) tea.Cmd {
	n := len(*from)
	if n == 0 {
		a.say("nothing to take back or do again")
		return nil
	}
	step := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, bodyStep{s.body, step.what, step.section, step.row})
	s.set(step.body)
	s.section, s.at = step.section, step.row
	s.settle(a)
	a.say(said + ": " + step.what)
	return s.saver.save(s.body)
}

// Keys is what works now, likeliest first.
func (s *bodyScreen) Keys(a *app) []key.Binding {
	k := &a.keys
	var out []key.Binding
	switch {
	case !s.known:
		return []key.Binding{k.Back, k.Commands, k.Quit}
	case s.edit != nil:
		out = s.editKeys(a)
	case s.inside:
		out = s.rowKeys(a)
	default:
		move := both(k.Up, k.Down, "choose")
		out = []key.Binding{labelled(k.Keep, "change it"), move, k.Back}
		if !s.form() {
			out = append(out, labelled(k.New, "new "+s.sec().one))
		}
		out = append(out, labelled(k.Kind, "into it"), labelled(k.KindBack, "section before"), both(k.Left, k.Right, "choose"))
	}
	if a.guards().Stuck() != "" {
		out = append([]key.Binding{labelled(k.Retry, "what to do")}, out...)
	}
	undo, redo := k.Undo, k.Redo
	undo.SetEnabled(len(s.past) > 0 || s.edit != nil)
	redo.SetEnabled(len(s.future) > 0 || s.edit != nil)
	return append(out, undo, redo, k.Commands, k.Quit)
}

func (s *bodyScreen) editKeys(a *app) []key.Binding {
	k, f := &a.keys, s.edit.fields[s.edit.at]
	out := []key.Binding{k.Keep, labelled(k.Kind, "next field")}
	switch {
	case f.only:
		out = append(out, both(k.Left, k.Right, "change"))
	case len(f.choices) > 0:
		out = append(out, both(k.Up, k.Down, "change"))
	default:
		out = append(out, both(k.Up, k.Down, "field"))
	}
	out = append(out, labelled(k.Back, "leave as it was"))
	if f.only {
		out = append(out, both(k.Up, k.Down, "change"))
	}
	if f.long {
		out = append(out, k.Newline)
	}
	if !s.form() {
		strike := labelled(k.Strike, s.strikeWords())
		strike.SetEnabled(s.edit.row.at >= 0)
		out = append(out, labelled(k.New, "new "+s.sec().one), strike)
	}
	return append(out, labelled(k.KindBack, "field before"))
}

func (s *bodyScreen) rowKeys(a *app) []key.Binding {
	k := &a.keys
	change, strike, move := labelled(k.Keep, "change it"), labelled(k.Strike, s.strikeWords()), both(k.MoveUp, k.MoveDown, "move it")
	if r, ok := s.row(a); !ok {
		for _, b := range []*key.Binding{&change, &strike, &move} {
			b.SetEnabled(false)
		}
	} else if s.sec().inline && s.body.Seats[r.at].To != "" {
		strike = labelled(k.Strike, "no end")
	}
	return []key.Binding{change, both(k.Up, k.Down, "choose"), labelled(k.Back, "sections"), labelled(k.New, "new "+s.sec().one), strike,
		move, labelled(k.Kind, "its fields"), labelled(k.KindBack, "sections"), labelled(k.NextItem, "page"), labelled(k.PrevItem, "page back")}
}

// strikeWords is what ctrl+d does to a row.
func (s *bodyScreen) strikeWords() string {
	if s.sec().inline {
		return "end the seat"
	}
	return "drop the " + s.sec().one
}
