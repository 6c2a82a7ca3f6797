package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// itemSheet is the details of one item of an agenda. Nothing is kept before the
// meeting is, so leaving it takes over what was typed; the agenda's undo takes
// it back.
type itemSheet struct {
	form
	list                                    *agendaList
	title, number, kind, purpose            *field
	paper, paperTitle, of, contact, wording *field
	recommends                              *field
}

func newItemSheet(g *agendaList) *itemSheet {
	r := g.row()
	it := r.item
	var p agenda.Paper
	if it.Paper != nil {
		p = *it.Paper
	}
	s := &itemSheet{list: g,
		title: newField("Title", "", it.Title),
		number: newField("Number", "Empty: by its place on the agenda. A dash: none.",
			numberTyped(r)),
		kind:       newField("Kind", "apologies, minutes, actions, next meeting, or any word.", it.Kind),
		purpose:    newField("Purpose", "For decision, for information: any words.", it.Purpose),
		paper:      newField("Paper", "The number of the paper, where it has one.", p.Number),
		paperTitle: newField("Its title", "Where it differs from the item’s.", p.Title),
		of:         newField("Report of", "Who reports, with ; between several.", strings.Join(p.Of, "; ")),
		contact:    newField("Contact", "Name, telephone, address, with ; between several.", strings.Join(p.Contacts, "; ")),
		recommends: newList("Recommends", "One recommendation a row.", p.Recommends...),
		wording:    newField("Wording", "What the minute usually says, offered and not yet part of it.", it.Wording),
	}
	s.fields = []*field{s.title, s.number, s.kind, s.purpose, s.paper, s.paperTitle, s.of, s.contact, s.recommends, s.wording}
	return s
}

// numberTyped is the number of a row as it is typed: nothing for one that
// follows from its place.
func numberTyped(r *agendaRow) string {
	if r.own && r.item.Number == "" {
		return "-"
	}
	if r.own {
		return r.item.Number
	}
	return ""
}

// Name is the name of the screen in its help.
func (s *itemSheet) Name() string { return "an item of the agenda" }

func (s *itemSheet) Init(*app) tea.Cmd { return nil }

func (s *itemSheet) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		s.Paste(msg.Content)
	case tea.KeyPressMsg:
		switch last := s.field() == s.wording; {
		case matches(msg, a.keys.Back), last && matches(msg, a.keys.Keep):
			s.keep()
			return a.pop()
		case matches(msg, a.keys.Keep):
			s.enter()
		default:
			s.Key(a, msg)
		}
	}
	return nil
}

// touched says whether the clerk has changed something.
func (s *itemSheet) touched() bool {
	return slices.ContainsFunc(s.fields, func(f *field) bool { return f.touched })
}

// Pending is what would be gone if the program ended now.
func (s *itemSheet) Pending() string {
	if !s.touched() {
		return ""
	}
	return "the details of " + s.title.text()
}

// keep takes what was typed into the row of the agenda.
func (s *itemSheet) keep() {
	if !s.touched() {
		return
	}
	s.list.note()
	r := s.list.row()
	it := &r.item
	if s.number.touched {
		number := agenda.CleanLine(s.number.text())
		r.own = number != ""
		it.Number = strings.TrimPrefix(number, "-")
	}
	it.Title, it.Kind = agenda.CleanLine(s.title.text()), agenda.CleanLine(s.kind.text())
	it.Purpose, it.Wording = agenda.CleanLine(s.purpose.text()), agenda.CleanLine(s.wording.text())
	var p agenda.Paper
	if it.Paper != nil {
		p = *it.Paper
	}
	p.Number, p.Title = agenda.CleanLine(s.paper.text()), agenda.CleanLine(s.paperTitle.text())
	p.Of, p.Contacts = several(s.of.text(), ";"), several(s.contact.text(), ";")
	var lines []string
	for _, row := range s.recommends.rows {
		lines = append(lines, row.ed.Text())
	}
	p.Recommends = several(strings.Join(lines, "\n"), "\n")
	it.Paper = nil
	if p.Says() {
		it.Paper = &p
	}
	s.list.show()
}

// several is the parts of a text that hold something.
func several(text, between string) []string {
	var out []string
	for _, part := range strings.Split(text, between) {
		if part = agenda.CleanLine(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

func (s *itemSheet) View(a *app, width, height int) page {
	return s.page(a, "Item", s.title.text(), width, height)
}

func (s *itemSheet) Keys(a *app) []key.Binding {
	enter := "next"
	if s.field() == s.wording {
		enter = "done"
	}
	return s.keys(&a.keys, enter, "back to the agenda")
}
