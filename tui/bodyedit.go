package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// bodyEdit is a row in hand: an editor for each of its fields. Nothing of it is
// in the body before the row is kept.
type bodyEdit struct {
	fields    []bodyField
	row       bodyRow
	after     int // a new row comes behind this one
	eds       []*editor
	at        int // the field with the focus
	top       int // the first row of the form that is shown
	touched   []bool
	trouble   *fieldTrouble
	zone      string // a zone that is being looked up
	voteField int    // follows the role until it is touched; -1: none
}

func newBodyEdit(sec *bodySection, row bodyRow, after int) *bodyEdit {
	e := &bodyEdit{fields: sec.fields, row: row, after: after, touched: make([]bool, len(sec.fields)), voteField: -1}
	if sec.inline {
		e.voteField = seatVotes
	}
	for i, f := range sec.fields {
		ed := newEditor(!f.long && !f.wrap)
		ed.SetText(row.values[i])
		e.eds = append(e.eds, ed)
	}
	return e
}

// values is the fields as typed, cleaned.
func (e *bodyEdit) values() []string {
	out := make([]string, len(e.eds))
	for i, ed := range e.eds {
		if e.fields[i].long {
			out[i] = agenda.Clean(ed.Text())
		} else {
			out[i] = agenda.CleanLine(ed.Text())
		}
	}
	return out
}

// changed is whether anything differs from what the row was made of.
func (e *bodyEdit) changed() bool { return !slices.Equal(e.values(), e.row.values) }

// blank is whether nothing was typed into a new row.
func (e *bodyEdit) blank() bool { return e.row.at < 0 && !e.changed() }

func (e *bodyEdit) to(i int) {
	n := len(e.fields)
	e.at = (i + n) % n
}

func (e *bodyEdit) wrong(t *fieldTrouble) {
	e.trouble, e.at = t, t.field
}

// Paste puts a pasted text into the field.
func (e *bodyEdit) Paste(text string) {
	f, ed := e.fields[e.at], e.eds[e.at]
	if f.only {
		return
	}
	ed.Insert(text)
	e.changedAt()
}

// Key takes a key and says whether the row had a use for it.
func (e *bodyEdit) Key(a *app, msg tea.KeyPressMsg) bool {
	k, f, ed := &a.keys, &e.fields[e.at], e.eds[e.at]
	switch {
	case matches(msg, k.Kind):
		e.to(e.at + 1)
	case matches(msg, k.KindBack):
		e.to(e.at - 1)
	case f.long && matches(msg, k.Newline):
		ed.NewLine()
		e.changedAt()
	case matches(msg, k.Undo):
		ed.Undo()
	case matches(msg, k.Redo):
		ed.Redo()
	case len(f.choices) > 0 && matches(msg, k.Up), f.only && matches(msg, k.Left):
		e.choose(-1)
	case len(f.choices) > 0 && matches(msg, k.Down), f.only && matches(msg, k.Right):
		e.choose(1)
	case f.only:
		return e.letter(msg)
	default:
		return e.write(k, msg)
	}
	return true
}

// write is typing, and the arrows that leave a field.
func (e *bodyEdit) write(k *keymap, msg tea.KeyPressMsg) bool {
	f, ed := &e.fields[e.at], e.eds[e.at]
	typed := map[string]string{"<": f.less, ">": f.more}[msg.Text]
	if typed != "" {
		ed.Insert(typed)
		e.changedAt()
		return true
	}
	if f.upper {
		msg.Text = strings.ToUpper(msg.Text)
	}
	if msg.Text != "" && !e.touched[e.at] && slices.ContainsFunc(f.choices, func(c string) bool { return strings.EqualFold(c, e.text()) }) {
		ed.SetText("") // typing takes the place of a choice
	}
	handled, changed := ed.Update(msg)
	switch {
	case changed:
		e.changedAt()
	case handled:
	case matches(msg, k.Up):
		e.at = max(0, e.at-1)
	case matches(msg, k.Down):
		e.at = min(len(e.fields)-1, e.at+1)
	default:
		return false
	}
	return true
}

// choose goes to the choice before or after the one the field holds.
func (e *bodyEdit) choose(by int) {
	choices := e.fields[e.at].choices
	i := slices.IndexFunc(choices, func(c string) bool { return strings.EqualFold(c, e.text()) })
	switch n := len(choices); {
	case i < 0 && by < 0:
		i = n - 1
	case i < 0:
		i = 0
	default:
		i = (i + by + n) % n
	}
	e.set(choices[i])
}

// letter goes to the choice that begins with what is typed.
func (e *bodyEdit) letter(msg tea.KeyPressMsg) bool {
	if msg.Text == "" {
		return false
	}
	for _, c := range e.fields[e.at].choices {
		if strings.HasPrefix(strings.ToLower(c), strings.ToLower(msg.Text)) {
			e.set(c)
			break
		}
	}
	return true
}

func (e *bodyEdit) text() string { return strings.TrimSpace(e.eds[e.at].Text()) }

func (e *bodyEdit) set(text string) {
	e.eds[e.at].SetText(text)
	e.changedAt()
}

// changedAt notes that the field was changed. Whether a seat votes follows its
// role until the clerk says otherwise.
func (e *bodyEdit) changedAt() {
	e.trouble = nil
	e.touched[e.at] = true
	if e.voteField < 0 || e.at != seatRole || e.touched[e.voteField] || e.row.at >= 0 {
		return
	}
	votes := "yes"
	if agenda.SitsWithoutVote(e.text()) {
		votes = "no"
	}
	e.eds[e.voteField].SetText(votes)
}
