package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// agendaList is the agenda of a meeting as rows one types in. One editor holds
// the title of the row with the focus.
type agendaList struct {
	rows    []agendaRow
	at, top int
	page    int // rows on the screen
	ed      *editor
	bare    bool // the agenda has no numbers to count on: new rows get none

	past, future []agendaStep
	typing       bool // the newest step is of typing in this row
}

// agendaRow is a row of an agenda. Rows are values, so that a step back is a
// copy of them.
type agendaRow struct {
	item agenda.Item // its number counts while it is its own
	// What is private of it, of a meeting that is being made. The sheet carries
	// it and never shows it: on the screen is the title for the public.
	closed agenda.ClosedItem
	own    bool   // the number was typed, or must not change
	from   string // where the row comes from, in grey
	stays  string // why it cannot be dropped; empty: it can
	asks   string // what would be gone with it; empty: nothing that matters
}

// agendaStep is the rows before a change.
type agendaStep struct {
	rows []agendaRow
	at   int
}

// set makes rows the agenda, with nothing to undo.
func (g *agendaList) set(rows []agendaRow, bare bool) {
	if g.ed == nil {
		g.ed = newEditor(true)
	}
	g.rows, g.at, g.top = rows, 0, 0
	g.past, g.future, g.typing = nil, nil, false
	g.bare = bare
	g.show()
}

// show puts the focused row's title into the editor.
func (g *agendaList) show() {
	g.typing = false
	if len(g.rows) == 0 {
		g.at = 0
		g.ed.SetText("")
		return
	}
	g.at = max(0, min(g.at, len(g.rows)-1))
	g.ed.SetText(g.rows[g.at].item.Title)
}

// row is the row with the focus, nil in an empty agenda.
func (g *agendaList) row() *agendaRow {
	if g.at >= len(g.rows) {
		return nil
	}
	return &g.rows[g.at]
}

// changed says whether the clerk has changed the agenda.
func (g *agendaList) changed() bool { return len(g.past) > 0 }

// mostSteps is how many steps back are kept: each holds all rows.
const mostSteps = 200

// note keeps the rows as they are, for undo.
func (g *agendaList) note() {
	if len(g.past) == mostSteps {
		g.past = slices.Delete(g.past, 0, 1)
	}
	g.past = append(g.past, agendaStep{slices.Clone(g.rows), g.at})
	g.future, g.typing = nil, false
}

// turn goes a step back or forth, and says whether there was one.
func (g *agendaList) turn(from, to *[]agendaStep) bool {
	n := len(*from)
	if n == 0 {
		return false
	}
	step := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, agendaStep{g.rows, g.at})
	g.rows, g.at = step.rows, step.at
	g.show()
	return true
}

// settle reads a number that was typed before a bar: "7a | Title".
func (g *agendaList) settle() {
	r := g.row()
	if r == nil {
		return
	}
	number, title, ok := strings.Cut(r.item.Title, "|")
	if !ok {
		return
	}
	r.own, r.item.Number, r.item.Title = true, strings.TrimSpace(number), strings.TrimSpace(title)
	g.show()
}

// focus moves to a row.
func (g *agendaList) focus(i int) {
	g.settle()
	g.at = i
	g.show()
}

// numbers is the number of every row, one that is being typed before a bar
// included.
func (g *agendaList) numbers() []string {
	items := make([]agenda.Item, len(g.rows))
	own := make([]bool, len(g.rows))
	for i := range g.rows {
		r := &g.rows[i]
		items[i] = agenda.Item{Level: r.item.Level}
		if typed, _, ok := strings.Cut(r.item.Title, "|"); ok && i == g.at {
			own[i], items[i].Number = true, strings.TrimSpace(typed)
		} else if r.own {
			own[i], items[i].Number = true, r.item.Number
		}
		own[i] = own[i] || r.blank()
	}
	return agenda.Numbers(items, func(i int) bool { return own[i] })
}

// blank is a row that is not to be an item: nothing is in it.
func (r *agendaRow) blank() bool {
	return r.item.ID == 0 && strings.TrimSpace(r.item.Title) == "" && r.item.Exempt == nil && r.item.Paper == nil && len(r.item.Entries) == 0
}

// items is the agenda as it is typed.
func (g *agendaList) items() []agenda.Item {
	var out []agenda.Item
	for _, p := range g.parts() {
		out = append(out, p.Face)
	}
	return out
}

// parts is the agenda as it is typed, numbered, with what is private of it; rows
// left empty are none.
func (g *agendaList) parts() []agenda.Parts {
	g.settle()
	numbers := g.numbers()
	var out []agenda.Parts
	for i, r := range g.rows {
		if r.blank() {
			continue
		}
		it := r.item
		it.Number, it.Title = agenda.CleanLine(numbers[i]), agenda.CleanLine(it.Title)
		if it.ID == 0 && it.Kind == "" {
			it.Kind = agenda.UsualItemKind(it.Title)
		}
		out = append(out, agenda.Parts{Face: it, Closed: r.closed})
	}
	return out
}

// key takes a key that changes the agenda or moves in it; what it has no use
// for is the screen's.
func (g *agendaList) key(a *app, msg tea.KeyPressMsg) bool {
	k := &a.keys
	switch {
	case matches(msg, k.New):
		g.insert()
	case matches(msg, k.MoveUp), matches(msg, k.MoveDown):
		if !g.move(map[bool]int{true: -1, false: 1}[matches(msg, k.MoveUp)]) {
			a.say("it cannot go further")
		}
	case matches(msg, k.Kind):
		if !g.level(1) {
			a.say("nothing above it that it could be a part of")
		}
	case matches(msg, k.KindBack) && g.level(-1):
	case matches(msg, k.Erase) && len(g.rows) > 1 && g.row().blank():
		g.drop()
		g.focus(max(0, g.at-1))
	case matches(msg, k.Undo):
		if !g.turn(&g.past, &g.future) {
			a.say("nothing to undo")
		}
	case matches(msg, k.Redo):
		if !g.turn(&g.future, &g.past) {
			a.say("nothing to do again")
		}
	case matches(msg, k.Up) && g.at > 0:
		g.focus(g.at - 1)
	case matches(msg, k.Down):
		g.focus(min(g.at+1, len(g.rows)-1))
	case matches(msg, k.NextItem):
		g.focus(min(g.at+max(1, g.page-1), len(g.rows)-1))
	case matches(msg, k.PrevItem):
		g.focus(max(g.at-max(1, g.page-1), 0))
	case matches(msg, k.Up), matches(msg, k.KindBack), matches(msg, k.Keep), matches(msg, k.Back), matches(msg, k.Strike):
		return false
	default:
		g.typed(msg)
	}
	return true
}

// typed gives a key to the editor.
func (g *agendaList) typed(msg tea.KeyPressMsg) {
	if g.row() == nil {
		if printable(msg.Key()) == "" {
			return
		}
		g.insert()
	}
	was := g.ed.Text()
	if _, changed := g.ed.Update(msg); changed {
		g.retitle(was)
	}
}

// retitle takes the editor's words into the row; was is what they were.
func (g *agendaList) retitle(was string) {
	if !g.typing {
		g.rows[g.at].item.Title = was
		g.note()
		g.typing = true
	}
	g.rows[g.at].item.Title = g.ed.Text()
}

// keys is what works in the agenda, for the footer; enter, esc and ctrl+d are
// the screen's.
func (g *agendaList) keys(k *keymap) []key.Binding {
	return []key.Binding{
		labelled(k.Keep, "details"), labelled(k.New, "new"), labelled(k.Back, "done"), both(k.MoveUp, k.MoveDown, "move"),
		labelled(k.Strike, "drop"), labelled(k.Kind, "deeper"), labelled(k.KindBack, "shallower"), k.Undo, k.Redo,
		both(k.Up, k.Down, "choose"), labelled(k.NextItem, "page"), labelled(k.PrevItem, "page back"), k.Commands, k.Quit,
	}
}
