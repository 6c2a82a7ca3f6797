package tui

import (
	"errors"
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// paste takes a pasted block. One of tabs into an empty line becomes a table;
// one of many lines stands in the composer as one entry, and a question offers
// to read each line as notes. Inside running text a block is text.
func (l *live) paste(a *app, content string) tea.Cmd {
	if l.finding.on {
		l.finding.words.Insert(content)
		l.search()
		return nil
	}
	empty := l.comp.words.Empty() && (l.comp.predicted || l.comp.mark == "" || l.comp.mark == "|") && l.editing.none()
	block := strings.Trim(l.comp.words.clean(content), "\n")
	if rows := tableRows(block); empty && rows != nil {
		l.comp.SetText(strings.Join(rows, "\n"))
		a.say(fmt.Sprintf("a table of %s", counted(len(rows), "row")))
		return nil
	}
	empty = empty && l.comp.mark != "|"
	l.comp.Paste(content)
	if !empty || !strings.Contains(block, "\n") {
		return nil
	}
	return a.push(&pasteAsk{over: l, block: block, entries: l.entriesIn(a, block)})
}

// tableRows is a block of tabs as rows of the notation; nil where it is none.
func tableRows(block string) []string {
	lines := strings.Split(block, "\n")
	if len(lines) < 2 {
		return nil
	}
	var rows []string
	for _, line := range lines {
		if !strings.Contains(line, "\t") {
			return nil
		}
		row := "|"
		for cell := range strings.SplitSeq(line, "\t") {
			cell = strings.ReplaceAll(agenda.CleanLine(cell), `\`, `\\`)
			row += " " + strings.ReplaceAll(cell, "|", `\|`) + " |"
		}
		rows = append(rows, row)
	}
	return rows
}

// entriesIn is how many entries a block would be if its lines were read as
// notes; 0 where they cannot be.
func (l *live) entriesIn(a *app, block string) int {
	r, _, err := l.apply(a, block)
	if err != nil {
		return 0
	}
	return entryCount(r) - entryCount(l.s.record())
}

func entryCount(r agenda.Record) (n int) {
	for _, it := range r.Open.Items {
		n += len(it.Entries)
	}
	for _, it := range r.Closed.Items {
		n += len(it.Entries)
	}
	return n
}

// takeNotes keeps each line of a block as notes, all or nothing.
func (l *live) takeNotes(a *app, block string) tea.Cmd {
	next, applied, err := l.apply(a, block)
	var problems notes.Problems
	switch {
	case errors.As(err, &problems) && len(problems) > 0:
		l.problem = fmt.Sprintf("Line %d: %s. Nothing was taken; the paste stands here as one entry.", problems[0].Line, problems[0].Words())
		return nil
	case err != nil:
		l.problem = plainError(err)
		return nil
	}
	n := entryCount(next) - entryCount(l.s.record())
	cmd := l.s.do(next, fmt.Sprintf("paste of %s in %s", counted(max(n, 1), "line"), l.itemWords(applied.Item)))
	l.letGo()
	a.say(fmt.Sprintf("kept: %d entries", n))
	return cmd
}

// pasteAsk asks what a pasted block is. The words stand in the composer
// already: esc leaves them there.
type pasteAsk struct {
	over    *live
	block   string
	entries int
	at      int
}

func (p *pasteAsk) Init(*app) tea.Cmd { return nil }

// choices is a verb each, and what it does.
func (p *pasteAsk) choices() [][2]string {
	second := [2]string{"Each line as notation", counted(p.entries, "entry")}
	switch {
	case p.entries == 0:
		second[1] = "a line cannot be read"
	case p.entries > 1:
		second[1] = fmt.Sprintf("%d entries", p.entries)
	}
	return [][2]string{{"One entry", "the block stands in the line as it is"}, second}
}

// Update chooses.
func (p *pasteAsk) Update(a *app, msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch {
	case matches(press, a.keys.Up):
		p.at = 0
	case matches(press, a.keys.Down):
		p.at = 1
	case matches(press, a.keys.Keep):
		cmd := a.pop()
		if p.at == 1 {
			return tea.Batch(cmd, p.over.takeNotes(a, p.block))
		}
		return cmd
	case matches(press, a.keys.Back):
		return a.pop()
	}
	return nil
}

// View lays the question over the live screen.
func (p *pasteAsk) View(a *app, width, height int) page {
	under := p.over.View(a, width, height)
	wide, left, top := min(60, width-4), (width-min(60, width-4))/2, 3
	if width < 60 {
		wide, left, top = width, 0, 0
	}
	var rows []string
	for i, c := range p.choices() {
		var r line
		if i == p.at {
			r.add(a.st.pointer, glyphOpen)
		}
		r.to(2).add(a.st.strong, c[0]).to(r.n + 2)
		r.add(a.st.muted, cut(c[1], wide-4-r.n))
		rows = append(rows, a.st.row(r.String(), wide-4, i == p.at))
	}
	title := fmt.Sprintf("What are these %d lines?", strings.Count(p.block, "\n")+1)
	under.Rows = a.overlay(under.Rows, a.framed(title, "", rows, wide), left, top, width, height)
	under.Cursor = nil
	return a.dimmed(under)
}

// Keys is what works now.
func (p *pasteAsk) Keys(a *app) []key.Binding {
	return []key.Binding{labelled(a.keys.Keep, "do it"), both(a.keys.Up, a.keys.Down, "choose"), labelled(a.keys.Back, "leave it as one entry")}
}
