package tui

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// palette is every command that works on the screen it covers, by name. Enter
// closes it and sends the command's key to that screen.
type palette struct {
	over screen
	find *editor
	all  []command
	at   int
}

// command is a key by the name of what it does.
type command struct {
	name string
	key  key.Binding
}

func newPalette(a *app) *palette {
	p := &palette{over: a.top(), find: newEditor(true)}
	here := p.over.Keys(a)
	for _, g := range a.keys.groups {
		for _, r := range g.rows {
			for _, row := range helpRows(keyGroup{rows: []keyRow{r}}, here, a.keys.anywhere()) {
				if !p.idle(&a.keys, r.binding) {
					p.all = append(p.all, command{capital(row[1]), r.binding})
				}
			}
		}
	}
	return p
}

// idle is whether a key is no command to look for: the palette's own, and
// those that only move.
func (p *palette) idle(k *keymap, b key.Binding) bool {
	for _, c := range []key.Binding{k.Commands, k.Up, k.Down, k.Left, k.Right, k.Erase} {
		if sameKeys(b, c) {
			return true
		}
	}
	return false
}

// capital is words as they begin a line.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func (p *palette) Init(*app) tea.Cmd { return nil }

func (p *palette) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		p.find.Insert(msg.Content)
		p.at = 0
	case tea.KeyPressMsg:
		switch hits := p.hits(); {
		case matches(msg, a.keys.Back):
			return a.pop()
		case matches(msg, a.keys.Up):
			p.at = max(0, p.at-1)
		case matches(msg, a.keys.Down):
			p.at = max(0, min(len(hits)-1, p.at+1))
		case matches(msg, a.keys.Keep):
			if len(hits) == 0 {
				return nil
			}
			return p.run(a, hits[p.at])
		default:
			if _, changed := p.find.Update(msg); changed {
				p.at = 0
			}
		}
	}
	return nil
}

func (p *palette) run(a *app, c command) tea.Cmd {
	cmd := a.pop()
	if press, ok := pressOf(c.key); ok {
		return tea.Batch(cmd, a.key(press))
	}
	return cmd
}

// hits is the commands that hold what was typed, those that begin with it
// first.
func (p *palette) hits() []command {
	find := strings.ToLower(strings.TrimSpace(p.find.Text()))
	var first, then []command
	for _, c := range p.all {
		name := strings.ToLower(c.name)
		switch {
		case strings.HasPrefix(name, find):
			first = append(first, c)
		case strings.Contains(name, find), strings.HasPrefix(c.key.Help().Key, find):
			then = append(then, c)
		}
	}
	return slices.Concat(first, then)
}

func (p *palette) View(a *app, width, height int) page {
	under := p.over.View(a, width, height)
	hits := p.hits()
	wide := min(66, width-4)
	left, top := (width-wide)/2, 2
	if width < 60 {
		wide, left, top = width, 0, 0
	}
	inside := wide - 4 // one column of air on both sides of the frame's insides
	low := height < 12
	rows, typing := []string{"", p.field(a, inside), ""}, top+2
	listed := min(len(hits), height-top-6)
	if low {
		rows, typing = rows[1:2], top+1
		listed = min(len(hits), height-top-3)
	}
	from := max(0, p.at-listed+1)
	for i := from; i < min(len(hits), from+listed); i++ {
		rows = append(rows, p.row(a, hits[i], inside, i == p.at))
	}
	if len(hits) == 0 {
		rows = append(rows, a.st.muted.s(cut("  No command is called that.", inside)))
	}
	if !low {
		rows = append(rows, "")
	}
	box := a.framed("Commands", fmt.Sprintf("%d of %d", len(hits), len(p.all)), rows, wide)
	_, col := p.find.Cursor()
	under.Cursor = tea.NewCursor(left+5+col, typing)
	under.Rows = a.overlay(under.Rows, box, left, top, width, height)
	return a.dimmed(under)
}

func (p *palette) field(a *app, width int) string {
	p.find.SetWidth(width - 4)
	return a.st.field.over(pad(" "+a.st.accent.s("/")+" "+shown(p.find.Rows(0, 1)[0]), width))
}

func (p *palette) row(a *app, c command, width int, focused bool) string {
	var l line
	l.to(1)
	if focused {
		l.add(a.st.pointer, glyphOpen)
	}
	keyed := c.key.Help().Key
	l.to(3).add(a.st.text, cut(c.name, width-5-cells(keyed)))
	l.to(width-1-cells(keyed)).add(a.st.text, keyed)
	return a.st.row(l.String(), width, focused)
}

func (p *palette) Keys(a *app) []key.Binding {
	return []key.Binding{
		labelled(a.keys.Keep, "do it"),
		both(a.keys.Up, a.keys.Down, "choose"),
		labelled(a.keys.Back, "close"),
	}
}
