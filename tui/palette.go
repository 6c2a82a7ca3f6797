package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// palette is every command of the screen it covers, by name. Enter closes it
// and does the command on that screen.
type palette struct {
	over  screen
	find  *editor
	all   []command
	at    int
	drawn map[int]int // the hits by the row they were drawn in
}

// usedMost is how many commands are remembered as used.
const usedMost = 5

func newPalette(a *app) *palette {
	p := &palette{over: a.top(), find: newEditor(true)}
	p.all = a.commands(p.over)
	return p
}

// Init starts nothing.
func (p *palette) Init(*app) tea.Cmd { return nil }

// Update takes keys and pastes.
func (p *palette) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		p.find.Insert(msg.Content)
		p.at = 0
	case tea.KeyPressMsg:
		switch hits, _ := p.hits(a); {
		case matches(msg, a.keys.Back):
			return a.pop()
		case matches(msg, a.keys.Up):
			p.at = max(0, p.at-1)
		case matches(msg, a.keys.Down):
			p.at = max(0, min(len(hits)-1, p.at+1))
		case matches(msg, a.keys.NextItem):
			p.at = max(0, min(len(hits)-1, p.at+a.step(msg)/2))
		case matches(msg, a.keys.PrevItem):
			p.at = max(0, p.at-a.step(msg)/2)
		case matches(msg, a.keys.Keep):
			return p.run(a, p.at)
		default:
			if _, changed := p.find.Update(msg); changed {
				p.at = 0
			}
		}
	}
	return nil
}

// run does a hit on the screen below.
func (p *palette) run(a *app, n int) tea.Cmd {
	hits, _ := p.hits(a)
	if n >= len(hits) {
		return nil
	}
	c := hits[n].command
	a.used = slices.DeleteFunc(a.used, func(name string) bool { return name == c.name })
	a.used = slices.Insert(a.used, 0, c.name)
	a.used = a.used[:min(len(a.used), usedMost)]
	return tea.Batch(a.pop(), c.do(a))
}

// Click does the command of a row; beside the frame it closes the palette.
func (p *palette) Click(a *app, _, y int) tea.Cmd {
	if n, ok := p.drawn[y]; ok {
		return p.run(a, n)
	}
	return nil
}

// Wheel chooses.
func (p *palette) Wheel(a *app, _, _, by int) tea.Cmd {
	hits, _ := p.hits(a)
	p.at = max(0, min(len(hits)-1, p.at+by))
	return nil
}

// commandHit is a command and what of its name and word was typed.
type commandHit struct {
	command
	how            int
	inName, inWord []int
}

// hits is the commands that fit what was typed, the best first, and those of
// them that do not work now. With nothing typed, what was used last is first.
func (p *palette) hits(a *app) (now, not []commandHit) {
	letters := []rune(strings.ToLower(strings.TrimSpace(p.find.Text())))
	for _, c := range p.all {
		h := commandHit{command: c}
		if len(letters) > 0 {
			var byWord int
			h.how, h.inName = fit(c.name, letters)
			byWord, h.inWord = fit(c.word, letters)
			if h.how = min(h.how, byWord); h.how == fitNot && strings.HasPrefix(c.key.Help().Key, string(letters)) {
				h.how = fitWithin
			}
			if h.how == fitNot {
				continue
			}
		} else if at := slices.Index(a.used, c.name); at >= 0 {
			h.how = at - usedMost
		}
		if c.not != "" {
			not = append(not, h)
		} else {
			now = append(now, h)
		}
	}
	byFit := func(x, y commandHit) int { return x.how - y.how }
	slices.SortStableFunc(now, byFit)
	slices.SortStableFunc(not, byFit)
	return now, not
}

// View draws the palette over its screen.
func (p *palette) View(a *app, width, height int) page {
	under := p.over.View(a, width, height)
	wide, left, top := boxed(width, 66)
	inside := wide - 4 // one column of air on both sides of the frame's insides
	now, not := p.hits(a)
	rows := []string{"", p.field(a, inside), ""}
	foot := []string{"", p.footer(a)}
	switch {
	case height < 12:
		rows, foot = rows[1:2], nil
	case width < 60:
		foot = nil // the last row of the terminal has them
	}
	typing := top + len(rows)
	if height >= 12 {
		typing--
	}
	list, place := p.list(a, now, not, inside)
	space := max(1, height-top-2-len(rows)-len(foot))
	from := 0
	if at := slices.Index(place, p.at); p.at == len(now)-1 && len(list)-space <= at {
		from = max(0, len(list)-space) // the end of the list, with what does not work now
	} else {
		from = max(0, at-space+1)
	}
	to := min(len(list), from+space)
	for to < len(list) && to > from+1 && place[to-1] < 0 && to <= len(now)+2 {
		to-- // no heading without a row below it
	}
	p.drawn = map[int]int{}
	for i := from; i < to; i++ {
		if place[i] >= 0 {
			p.drawn[top+1+len(rows)] = place[i]
		}
		rows = append(rows, list[i])
	}
	box := a.framed("Commands", fmt.Sprintf("%d of %d", len(now), p.working()), append(rows, foot...), wide)
	_, col := p.find.Cursor()
	under.Cursor = tea.NewCursor(left+5+col, typing)
	under.Rows = a.overlay(under.Rows, box, left, top, width, height)
	if foot != nil {
		under.Foot = a.st.dim.s(bare(a.footer(p.over.Keys(a))))
	}
	return a.dimmed(under)
}

// working is how many commands there are now.
func (p *palette) working() int {
	n := 0
	for _, c := range p.all {
		if c.not == "" {
			n++
		}
	}
	return n
}

// list is the rows of the hits, and which hit each is; -1: none.
func (p *palette) list(a *app, now, not []commandHit, width int) (rows []string, place []int) {
	for i, h := range now {
		rows, place = append(rows, p.row(a, h, width, i == p.at)), append(place, i)
	}
	if len(now) == 0 {
		rows, place = append(rows, a.st.muted.s(cut("  No command is called that.", width))), append(place, -1)
	}
	if len(not) == 0 {
		return rows, place
	}
	rows, place = append(rows, "", " "+a.st.muted.s("Not now")), append(place, -1, -1)
	for _, h := range not {
		var l line
		why := cut(h.not, width-5-min(cells(h.name), width/2))
		l.to(3).add(a.st.muted, cut(h.name, width-5-cells(why))).to(width-1-cells(why)).add(a.st.muted, why)
		rows, place = append(rows, l.String()), append(place, -1)
	}
	return rows, place
}

func (p *palette) field(a *app, width int) string {
	p.find.SetWidth(width - 4)
	return a.st.field.over(pad(" "+a.st.accent.s("/")+" "+shown(p.find.Rows(0, 1)[0]), width))
}

// footer is the keys of the palette, in the frame's last row.
func (p *palette) footer(a *app) string {
	var l line
	l.to(1)
	for i, b := range p.Keys(a)[:3] {
		if i > 0 {
			l.to(l.n + 3)
		}
		l.add(a.st.text, b.Help().Key).to(l.n+1).add(a.st.muted, b.Help().Desc)
	}
	return l.String()
}

// wordColumn is where the /words stand in a frame that has room for them.
const wordColumn = 38

func (p *palette) row(a *app, h commandHit, width int, focused bool) string {
	var l line
	l.to(1)
	if focused {
		l.add(a.st.pointer, glyphOpen)
	}
	keyed := h.key.Help().Key
	space := width - 5 - cells(keyed)
	withWord := width >= 60 && h.word != ""
	if withWord {
		space = wordColumn - 4
	}
	l.to(3).addFound(a.st.text, a.st.strong, cut(h.name, space), h.inName)
	if withWord {
		l.to(wordColumn).addFound(a.st.muted, a.st.strong, cut(h.word, width-3-wordColumn-cells(keyed)), h.inWord)
	}
	l.to(width-1-cells(keyed)).add(a.st.text, keyed)
	return a.st.row(l.String(), width, focused)
}

// Keys is what works here.
func (p *palette) Keys(a *app) []key.Binding {
	k := &a.keys
	return []key.Binding{labelled(k.Keep, "do it"), both(k.Up, k.Down, "choose"), labelled(k.Back, "close"),
		labelled(k.NextItem, "page"), labelled(k.PrevItem, "page back")}
}
