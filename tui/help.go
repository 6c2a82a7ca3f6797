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
}

// helpGroup is a heading and its lines: a key or a mark, and what it does.
type helpGroup struct {
	title string
	rows  [][2]string
}

// helper is a screen that has more to explain than its keys: the marks of the
// notation.
type helper interface {
	Help(a *app) []helpGroup
}

// named is a screen with a name for the header of its help.
type named interface{ Name() string }

func newHelp(a *app) *help {
	h := &help{over: a.top(), find: newEditor(true)}
	if n, ok := h.over.(named); ok {
		h.where = n.Name()
	}
	here := h.over.Keys(a)
	for _, g := range a.keys.groups {
		if rows := helpRows(g, here, a.keys.anywhere()); len(rows) > 0 {
			h.groups = append(h.groups, helpGroup{g.title, rows})
		}
	}
	if m, ok := h.over.(helper); ok {
		h.groups = append(h.groups, m.Help(a)...)
	}
	return h
}

// helpRows is the lines of a group that work on a screen, in the screen's own
// words where it has some.
func helpRows(g keyGroup, here, anywhere []key.Binding) [][2]string {
	var rows [][2]string
	for _, r := range g.rows {
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
			if own := b.Help().Desc; own != r.binding.Help().Desc {
				words = own
			}
		}
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
	p := page{Title: "Help", Where: h.where, Right: []part{{text: h.count(find), style: a.st.muted}}}
	if !h.find.Empty() {
		var l line
		l.to(m).add(a.st.muted, "Find").to(m + 6)
		h.find.SetWidth(min(40, width-m-l.n-m))
		_, col := h.find.Cursor()
		p.Cursor = tea.NewCursor(l.n+col, 0)
		l.put(a.st.field.s(pad(shown(h.find.Rows(0, 1)[0]), min(40, width-m-l.n-m))))
		rows = append([]string{l.String()}, rows...)
	}
	h.top = max(0, min(h.top, len(rows)-(height-1)))
	p.Rows = rows[h.top:min(len(rows), h.top+height-1)]
	if h.top > 0 {
		p.Cursor = nil
	}
	return p
}

func (h *help) count(find string) string {
	n := 0
	for _, g := range h.groups {
		for _, r := range g.rows {
			if matchesFind(r, find) {
				n++
			}
		}
	}
	return fmt.Sprintf("%d keys and marks", n)
}

func matchesFind(r [2]string, find string) bool {
	return find == "" || strings.Contains(strings.ToLower(r[0]+" "+r[1]), find)
}

// blocks is the groups as rows of one column each.
func (h *help) blocks(a *app, find string, width int) [][]string {
	var out [][]string
	for _, g := range h.groups {
		var rows []string
		for _, r := range g.rows {
			if !matchesFind(r, find) {
				continue
			}
			var l line
			l.add(a.st.text, r[0]).to(l.n+1).to(11).add(a.st.muted, cut(shown(r[1]), width-11))
			rows = append(rows, l.String())
		}
		if len(rows) > 0 {
			out = append(out, append([]string{a.st.strong.s(g.title)}, rows...))
		}
	}
	return out
}

// beside sets blocks in columns, in order, each column as short as it can be.
func beside(blocks [][]string, columns, width, left int) []string {
	total := 0
	for _, b := range blocks {
		total += len(b) + 1
	}
	tall := (total + columns - 1) / columns
	var cols [][]string
	for {
		if cols = stacked(blocks, tall); len(cols) <= columns {
			break
		}
		tall++
	}
	var rows []string
	for i := range tall {
		row := blanks(left)
		for c, col := range cols {
			if i < len(col) {
				row = pad(row, left+c*width) + col[i]
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// stacked puts blocks under each other until a column of that height is full.
func stacked(blocks [][]string, tall int) [][]string {
	var cols [][]string
	for _, b := range blocks {
		n := len(cols) - 1
		if n < 0 || len(cols[n])+1+len(b) > max(tall, len(b)) {
			cols = append(cols, b)
			continue
		}
		cols[n] = slices.Concat(cols[n], []string{""}, b)
	}
	return cols
}

func (h *help) Keys(a *app) []key.Binding {
	typing := key.NewBinding(key.WithKeys("type"), key.WithHelp("type", "to find a key"))
	return []key.Binding{
		labelled(a.keys.Back, "back"), typing,
		labelled(a.keys.NextItem, "page"), a.keys.Commands, labelled(a.keys.PrevItem, "page back"),
		labelled(a.keys.Help, "back"),
	}
}
