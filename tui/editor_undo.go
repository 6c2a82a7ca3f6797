package tui

import "strings"

// motive says which changes may grow into one step of undo.
type motive int

const (
	apart   motive = iota // a step of its own
	typed                 // grows by the word
	erased                // backwards, by the word
	deleted               // forwards, by the word
)

// change is one step of undo: at this spot old became new.
type change struct {
	at            spot
	old, new      string
	before, after spot // the cursor
	why           motive
}

// keep remembers a change, in the newest step if it belongs to it.
func (e *editor) keep(c change) {
	e.future = nil
	if n := len(e.past); n > 0 && e.growing && e.past[n-1].grow(c) {
		return
	}
	e.past = append(e.past, c)
	e.growing = c.why != apart
}

// grow takes the next change into the step. A word and the blanks behind it
// are one step.
func (c *change) grow(next change) bool {
	if c.why != next.why || c.after != next.before || strings.Contains(c.old+c.new+next.old+next.new, "\n") {
		return false
	}
	switch c.why {
	case typed:
		end := spot{c.at.para, c.at.at + len(c.new)}
		gone := strings.HasSuffix(c.new, next.old) && next.at.at+len(next.old) == end.at && c.after == end
		if !gone || endsBlank(c.new) && !startsBlank(next.new) {
			return false
		}
		c.new = c.new[:len(c.new)-len(next.old)] + next.new
	case erased:
		plain := c.new == "" && next.new == "" && next.at.at+len(next.old) == c.at.at
		if !plain || !startsBlank(c.old) && startsBlank(next.old) {
			return false
		}
		c.at, c.old = next.at, next.old+c.old
	case deleted:
		plain := c.new == "" && next.new == "" && next.at == c.at
		if !plain || endsBlank(c.old) && !startsBlank(next.old) {
			return false
		}
		c.old += next.old
	default:
		return false
	}
	c.after = next.after
	return true
}

func startsBlank(s string) bool { return s != "" && (s[0] == ' ' || s[0] == '\t') }

func endsBlank(s string) bool {
	return s != "" && (s[len(s)-1] == ' ' || s[len(s)-1] == '\t')
}

// Undo takes the last step back and reports whether there was one.
func (e *editor) Undo() bool {
	n := len(e.past)
	if n == 0 {
		return false
	}
	c := e.past[n-1]
	e.past = e.past[:n-1]
	e.future = append(e.future, c)
	e.turn(c.at, c.new, c.old, c.before)
	return true
}

// Redo makes the last step again that Undo took back.
func (e *editor) Redo() bool {
	n := len(e.future)
	if n == 0 {
		return false
	}
	c := e.future[n-1]
	e.future = e.future[:n-1]
	e.past = append(e.past, c)
	e.turn(c.at, c.old, c.new, c.after)
	return true
}

// turn changes text back or forth without keeping it as a new step.
func (e *editor) turn(at spot, old, new string, cursor spot) {
	e.growing = false
	e.splice(at, at.plus(old), new)
	e.settle(cursor)
	e.tell()
}
