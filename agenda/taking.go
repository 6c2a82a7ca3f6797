package agenda

import (
	"strconv"
	"strings"
)

// Writing is the item that words go to: the open one, else the last that was
// taken, else the opening.
func (m Meeting) Writing() ID {
	if n := len(m.Taken); n > 0 {
		return m.Taken[n-1].Item
	}
	return m.Opening()
}

// NextItem is the item to take next: the first of the agenda behind the open
// one that is still pending, else the first pending one, else zero.
func (m Meeting) NextItem() ID {
	var first ID
	open := m.Current()
	passed := open == 0
	for _, it := range m.Items {
		switch {
		case it.ID == open:
			passed = true
		case !it.Titled() || m.State(it.ID) != Pending:
		case passed:
			return it.ID
		case first == 0:
			first = it.ID
		}
	}
	return first
}

// ItemCalled finds the item with a number, in any case; "1#2" is the second one
// called 1.
func (m Meeting) ItemCalled(ref string) (ID, bool) {
	if id, ok := m.numbered(ref, 1); ok {
		return id, true
	}
	i := strings.LastIndexByte(ref, '#')
	if i < 1 {
		return 0, false
	}
	nth, err := strconv.Atoi(ref[i+1:])
	if err != nil {
		return 0, false
	}
	return m.numbered(ref[:i], nth)
}

// numbered is the nth item with a number, counted from one.
func (m Meeting) numbered(number string, nth int) (ID, bool) {
	for _, it := range m.Items {
		if it.Number != "" && strings.EqualFold(it.Number, number) {
			if nth--; nth == 0 {
				return it.ID, true
			}
		}
	}
	return 0, false
}
