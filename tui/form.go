package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// form is fields under each other, one of them with the focus. Typing goes to
// it. A list is a field of many rows; a choice has words to change between and
// takes no typing.
type form struct {
	fields []*field
	at     int // the field with the focus
	top    int // the first row that is shown
}

// field is a field of a form.
type field struct {
	label   string
	hint    string // what to type, in grey below while it has the focus
	rows    []*formRow
	at      int  // the row with the focus
	many    bool // a list: rows come and go
	number  bool // a list whose rows are numbered
	options []string
	chosen  int
	width   int    // of its ground; 0: what there is
	gap     bool   // a blank row parts it from the field above
	upper   bool   // what is typed is in capitals
	act     string // no field but a row that does something
	touched bool   // by the clerk; what is proposed changes no more
	trouble string // what is wrong with it
}

// formRow is a row of a field; from is what it was made of, -1 for nothing.
type formRow struct {
	ed   *editor
	from int
	bad  bool // what the field's trouble is about
}

func newField(label, hint, text string) *field {
	f := &field{label: label, hint: hint}
	f.rows = []*formRow{newFormRow(text, -1)}
	return f
}

func newList(label, hint string, lines ...string) *field {
	f := newField(label, hint, "")
	f.many = true
	if len(lines) > 0 {
		f.rows = nil
		for i, l := range lines {
			f.rows = append(f.rows, newFormRow(l, i))
		}
	}
	return f
}

func newChoice(label, hint string, chosen int, options ...string) *field {
	return &field{label: label, hint: hint, options: options, chosen: chosen}
}

func newAct(verb, hint string) *field { return &field{act: verb, hint: hint} }

func newFormRow(text string, from int) *formRow {
	r := &formRow{ed: newEditor(true), from: from}
	r.ed.SetText(text)
	return r
}

// text is what a field of one row holds, without the blanks around it.
func (f *field) text() string {
	if len(f.options) > 0 {
		return f.options[f.chosen]
	}
	return strings.TrimSpace(f.rows[0].ed.Text())
}

// propose puts a text into a field that the clerk has not touched.
func (f *field) propose(text string) {
	if !f.touched && f.text() != text {
		f.rows[0].ed.SetText(text)
	}
}

func (f *field) row() *formRow {
	if len(f.rows) == 0 {
		return nil
	}
	return f.rows[f.at]
}

// wrong marks a field and a row of it as the one to mend and moves there.
func (fm *form) wrong(f *field, row int, words string) {
	f.trouble = words
	for i, r := range f.rows {
		r.bad = i == row
	}
	if row >= 0 && row < len(f.rows) {
		f.at = row
	}
	if at := slices.Index(fm.fields, f); at >= 0 {
		fm.at = at
	}
}

func (fm *form) sound() {
	for _, f := range fm.fields {
		f.trouble = ""
		for _, r := range f.rows {
			r.bad = false
		}
	}
}

func (fm *form) field() *field { return fm.fields[fm.at] }

// Paste puts a pasted text into the field; in a list each line gets a row.
func (fm *form) Paste(text string) {
	f := fm.field()
	r := f.row()
	if r == nil {
		return
	}
	f.touched, f.trouble = true, ""
	lines := strings.Split(strings.TrimRight(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n"), "\n")
	r.ed.Insert(lines[0])
	if !f.many {
		for _, l := range lines[1:] {
			r.ed.Insert(" " + l)
		}
		return
	}
	for _, l := range lines[1:] {
		f.insert("")
		f.row().ed.Insert(l)
	}
}

// insert puts an empty row below the focused one.
func (f *field) insert(text string) {
	f.rows = slices.Insert(f.rows, f.at+1, newFormRow(text, -1))
	f.at++
}

// drop takes the focused row out; a list keeps one row.
func (f *field) drop() {
	if len(f.rows) == 1 {
		f.rows[0] = newFormRow("", -1)
		return
	}
	f.rows = slices.Delete(f.rows, f.at, f.at+1)
	f.at = min(f.at, len(f.rows)-1)
}

func (f *field) move(by int) {
	to := f.at + by
	if to < 0 || to >= len(f.rows) {
		return
	}
	f.rows[f.at], f.rows[to] = f.rows[to], f.rows[f.at]
	f.at = to
}

// enter moves on: to a new row of a list that is not empty at its end, else to
// the next field.
func (fm *form) enter() {
	f := fm.field()
	if f.many && !f.row().ed.Empty() {
		if f.at == len(f.rows)-1 || f.row().ed.AtEnd() && !f.rows[f.at+1].ed.Empty() {
			f.insert("")
		} else {
			f.at++
		}
		return
	}
	fm.to(fm.at+1, false)
}

// Key takes a key and says whether the form had a use for it. Enter is the
// screen's business.
func (fm *form) Key(a *app, msg tea.KeyPressMsg) bool {
	k, f := &a.keys, fm.field()
	switch {
	case matches(msg, k.Up):
		if f.many && f.at > 0 {
			f.at--
		} else {
			fm.to(fm.at-1, true)
		}
	case matches(msg, k.Down):
		if f.many && f.at < len(f.rows)-1 {
			f.at++
		} else {
			fm.to(fm.at+1, false)
		}
	case matches(msg, k.Kind):
		fm.to((fm.at+1)%len(fm.fields), false)
	case matches(msg, k.KindBack):
		fm.to((fm.at+len(fm.fields)-1)%len(fm.fields), false)
	case len(f.options) > 0:
		return f.choose(k, msg)
	case f.act != "":
		return false
	default:
		return f.key(k, msg)
	}
	return true
}

func (f *field) choose(k *keymap, msg tea.KeyPressMsg) bool {
	n := len(f.options)
	switch {
	case matches(msg, k.Left):
		f.chosen = (f.chosen + n - 1) % n
	case matches(msg, k.Right):
		f.chosen = (f.chosen + 1) % n
	default:
		return false
	}
	f.touched = true
	return true
}

// key is the keys of a list, and typing.
func (f *field) key(k *keymap, msg tea.KeyPressMsg) bool {
	switch {
	case f.many && matches(msg, k.New):
		f.insert("")
	case f.many && matches(msg, k.Strike):
		f.drop()
	case f.many && matches(msg, k.MoveUp):
		f.move(-1)
	case f.many && matches(msg, k.MoveDown):
		f.move(1)
	case f.many && matches(msg, k.Erase) && f.row().ed.Empty() && len(f.rows) > 1:
		f.drop()
		f.at = max(0, f.at-1)
	default:
		if ed := f.row().ed; msg.Text != "" && !f.many && !f.touched && !ed.Empty() {
			ed.SetText("") // typing takes the place of what was proposed
		}
		if f.upper {
			msg.Text = strings.ToUpper(msg.Text)
		}
		handled, changed := f.row().ed.Update(msg)
		if !changed {
			return handled
		}
	}
	f.touched, f.trouble = true, ""
	return true
}

// to moves the focus to a field, from below to its last row.
func (fm *form) to(i int, fromBelow bool) {
	if i < 0 || i >= len(fm.fields) {
		return
	}
	fm.at = i
	if f := fm.field(); f.many {
		f.at = 0
		if fromBelow {
			f.at = len(f.rows) - 1
		}
	}
}

// keys is what the form does with keys, for the footer and the help: enter and
// esc are the screen's, and what it says of them stands among the others.
func (fm *form) keys(k *keymap, enter, esc string) []key.Binding {
	f := fm.field()
	list := []key.Binding{labelled(k.Keep, enter), both(k.Up, k.Down, "next field")}
	if len(f.options) > 0 {
		list = append(list, both(k.Left, k.Right, "change"))
	}
	if f.many {
		list = append(list, labelled(k.New, "new row"), labelled(k.Strike, "drop"), both(k.MoveUp, k.MoveDown, "move"))
	}
	return append(list, labelled(k.Back, esc), k.Commands, k.Quit, labelled(k.Kind, "next field"), labelled(k.KindBack, "field before"))
}
