package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// help is every key of the screen it covers, drawn from the key table.
type help struct {
	over   screen
	where  string
	groups []helpGroup
	find   *editor
	top    int

	commands int // how many the palette lists
}

// helpGroup is a heading and its lines: a key or a mark, and what it does.
type helpGroup struct {
	title string
	rows  [][2]string
}

// safeWords is what a clerk may rely on.
const safeWords = "What stands on the screen after " + glyphSaved + " saved is in the book."

// helper is a screen that has more to explain than its keys: the marks of the
// notation.
type helper interface {
	Help(a *app) []helpGroup
}

// legend is a screen with glyphs that no words stand beside.
type legend interface{ Legend() []helpGroup }

// named is a screen with a name for the header of its help.
type named interface{ Name() string }

func newHelp(a *app) *help {
	h := &help{over: a.top(), find: newEditor(true)}
	if n, ok := h.over.(named); ok {
		h.where = n.Name()
	}
	here := h.over.Keys(a)
	var last helpGroup // what works anywhere is known best, and comes last
	for _, g := range a.keys.groups {
		if rows := helpRows(g, here, a.keys.anywhere()); len(rows) > 0 {
			h.groups = append(h.groups, helpGroup{g.title, rows})
		}
	}
	if n := len(h.groups) - 1; n >= 0 {
		last, h.groups = h.groups[n], h.groups[:n]
	}
	if c, ok := h.over.(chooser); ok {
		if rows := chosenRows(a, c.ChosenKeys(a), here); len(rows) > 0 {
			h.groups = append(h.groups, helpGroup{"With an entry chosen", rows})
		}
	}
	for _, c := range a.commands(h.over) {
		if c.not == "" {
			h.commands++
		}
	}
	if m, ok := h.over.(legend); ok {
		h.groups = append(h.groups, m.Legend()...)
	}
	if m, ok := h.over.(helper); ok {
		h.groups = append(h.groups, m.Help(a)...)
	}
	h.groups = append(h.groups, last)
	return h
}

// chosenRows is the lines of the keys that do something else, or anything at
// all, once an entry is chosen.
func chosenRows(a *app, chosen, here []key.Binding) [][2]string {
	chosen = slices.DeleteFunc(chosen, func(b key.Binding) bool {
		return slices.ContainsFunc(here, func(h key.Binding) bool { return sameKeys(h, b) && h.Help() == b.Help() })
	})
	return helpRows(keyGroup{rows: a.keys.rows()}, chosen, nil)
}

// keyWords is what a key does on a screen, in the screen's own words where it
// has some; empty: nothing.
func keyWords(r keyRow, here, anywhere []key.Binding) string {
	words := ""
	for _, b := range anywhere {
		if sameKeys(b, r.binding) {
			words = r.long
		}
	}
	for _, b := range here {
		if !b.Enabled() || !slices.Contains(b.Keys(), r.binding.Keys()[0]) {
			continue
		}
		words = r.long
		if own := b.Help().Desc; own != r.binding.Help().Desc && (len(b.Keys()) == len(r.binding.Keys()) || own == "choose") {
			words = own
		}
	}
	return words
}

// helpRows is the lines of a group that work on a screen; keys that do the
// same share a line.
func helpRows(g keyGroup, here, anywhere []key.Binding) [][2]string {
	var rows [][2]string
	for _, r := range g.rows {
		words := keyWords(r, here, anywhere)
		keyed, n := r.binding.Help().Key, len(rows)
		switch {
		case words == "":
		case n > 0 && rows[n-1][1] == words: // ↑ ↓, alt+↑ ↓
			rows[n-1][0] = joined(rows[n-1][0], keyed, " ")
		default:
			rows = append(rows, [2]string{keyed, words})
		}
	}
	return rows
}

func (h *help) Init(*app) tea.Cmd { return nil }

func (h *help) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		h.find.Insert(msg.Content)
		h.top = 0
	case tea.KeyPressMsg:
		switch {
		case matches(msg, a.keys.Back) && !h.find.Empty():
			h.find.SetText("")
		case matches(msg, a.keys.Back, a.keys.Keep):
			return a.pop()
		case matches(msg, a.keys.NextItem, a.keys.Down):
			h.top += a.step(msg)
		case matches(msg, a.keys.PrevItem, a.keys.Up):
			h.top = max(0, h.top-a.step(msg))
		default:
			if _, changed := h.find.Update(msg); changed {
				h.top = 0
			}
		}
	}
	return nil
}

// step is how many rows a key moves a page: one, or almost a page.
func (a *app) step(msg tea.KeyPressMsg) int {
	if matches(msg, a.keys.NextItem, a.keys.PrevItem) {
		return max(1, a.height-frameRows-4)
	}
	return 1
}

func (h *help) View(a *app, width, height int) page {
	m := margin(width)
	find := strings.ToLower(strings.TrimSpace(h.find.Text()))
	columns := 3
	switch {
	case width < 80 || find != "":
		columns = 1
	case width < 120:
		columns = 2
	}
	wide := (width - 2*m) / columns
	blocks := h.blocks(a, find, wide-2)
	rows := beside(blocks, columns, wide, m)
	if height > 12 {
		rows = append([]string{""}, rows...)
	}
	p := page{Title: "Help", Where: h.where, Right: []part{{text: h.count(a, find), style: a.st.muted}}}
	if !h.find.Empty() {
		var l line
		l.to(m).add(a.st.muted, "Find").to(m + 6)
		h.find.SetWidth(min(40, width-m-l.n-m))
		_, col := h.find.Cursor()
		p.Cursor = tea.NewCursor(l.n+col, 0)
		l.put(a.st.field.s(pad(shown(h.find.Rows(0, 1)[0]), min(40, width-m-l.n-m))))
		rows = append([]string{l.String()}, rows...)
	}
	if room := height - 3; len(rows) < room && find == "" && width >= 80 {
		rows = append(rows, slices.Repeat([]string{""}, room-len(rows))...)
		rows = append(rows, blanks(m)+a.st.muted.s(safeWords))
	}
	h.top = max(0, min(h.top, len(rows)-(height-1)))
	p.Rows = rows[h.top:min(len(rows), h.top+height-1)]
	if h.top > 0 {
		p.Cursor = nil
	}
	return p
}

// count is how many lines hold what was typed, or how many commands the
// palette has when nothing was.
func (h *help) count(a *app, find string) string {
	if find == "" {
		return fmt.Sprintf("%d commands: %s", h.commands, a.keys.Commands.Help().Key)
	}
	n := 0
	for _, g := range h.groups {
		for _, r := range g.rows {
			if matchesFind(r, find) {
				n++
			}
		}
	}
	if n == 0 {
		return "nothing is called that here"
	}
	return fmt.Sprintf("%d found", n)
}

func matchesFind(r [2]string, find string) bool {
	return find == "" || strings.Contains(strings.ToLower(r[0]+" "+r[1]), find)
}

// blocks is the groups as rows of one column each.
func (h *help) blocks(a *app, find string, width int) [][]string {
	var out [][]string
	for _, g := range h.groups {
		var rows []string
		edge := 9
		for _, r := range g.rows {
			edge = min(13, max(edge, cells(r[0])))
		}
		edge += 2
		for _, r := range g.rows {
			if !matchesFind(r, find) {
				continue
			}
			rows = append(rows, h.lines(a, r, edge, width)...)
		}
		if len(rows) > 0 {
			out = append(out, append([]string{a.st.strong.s(g.title)}, rows...))
		}
	}
	return out
}

// lines is a key and what it does, which goes on below itself where the column
// is narrow.
func (h *help) lines(a *app, r [2]string, edge, width int) []string {
	var l line
	l.add(a.st.text, r[0])
	rows := []string{}
	for _, words := range wrap(shown(r[1]), width-edge) {
		if l.n >= edge {
			rows, l = append(rows, l.String()), line{}
		}
		rows, l = append(rows, l.to(edge).add(a.st.muted, words).String()), line{}
	}
	return rows
}

// Click does nothing: the page is only read.
func (h *help) Click(*app, int, int) tea.Cmd { return nil }

// Wheel turns the page.
func (h *help) Wheel(_ *app, _, _, by int) tea.Cmd {
	h.top = max(0, h.top+by)
	return nil
}

func (h *help) Keys(a *app) []key.Binding {
	typing := key.NewBinding(key.WithKeys("type"), key.WithHelp("type", "to find a key"))
	return []key.Binding{
		labelled(a.keys.Back, "back"), typing,
		labelled(a.keys.NextItem, "page"), a.keys.Commands, labelled(a.keys.PrevItem, "page back"),
		labelled(a.keys.Help, "back"),
	}
}
