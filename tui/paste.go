package tui

import (
	"errors"
	"fmt"
	"strings"

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
	return l.askPaste(a, block)
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

// askPaste asks what a pasted block is. The words stand in the composer
// already: esc leaves them there.
func (l *live) askPaste(a *app, block string) tea.Cmd {
	entries, count := "a line cannot be read", strings.Count(block, "\n")+1
	if count > notesMost {
		return l.askLongPaste(a, count)
	}
	switch n := l.entriesIn(a, block); {
	case n == 1:
		entries = "one entry"
	case n > 1:
		entries = fmt.Sprintf("%d entries", n)
	}
	return a.push(newConfirm(linesAsked(count), "They stand in the composer as they are.", []choice{
		{"One entry", "the block stays in the line", func(a *app) tea.Cmd { return a.pop() }},
		{"Each line as notation", entries, func(a *app) tea.Cmd { return tea.Batch(a.pop(), l.takeNotes(a, block)) }},
	}))
}

func linesAsked(count int) string { return fmt.Sprintf("What are these %d lines?", count) }

// notesMost is how many lines are read as notes while one waits. Each is an
// entry that is checked against all before it.
const notesMost = 2000

// askLongPaste is askPaste for so many lines that they are a file.
func (l *live) askLongPaste(a *app, count int) tea.Cmd {
	return a.push(newConfirm(linesAsked(count), "They stand in the composer as they are.", []choice{
		{"One entry", "the block stays in the line", func(a *app) tea.Cmd { return a.pop() }},
		{"Each line as notation", fmt.Sprintf("up to %d lines", notesMost), func(a *app) tea.Cmd {
			l.problem = fmt.Sprintf("%d lines are too many to read here; %d at most. Save them in a file: minutebook import reads it.", count, notesMost)
			return a.pop()
		}},
	}))
}
