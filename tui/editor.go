package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
)

// editor is the text editing core of the composer and of every one-line input.
// It holds paragraphs with their soft wraps cached, so that a key costs the
// paragraph it changed and drawing costs the rows on the screen. The cursor
// always stands at the edge of a grapheme. The zero value is an empty editor
// of many lines that does not wrap.
type editor struct {
	paras   []para
	cur     spot
	tail    bool // the cursor stands at a row's end, not at the start of the next one
	oneLine bool
	width   int // 0: not yet known, nothing wraps
	meter   meter
	height  int // rows of all paragraphs
	scroll  int // one line: the first byte that is shown

	goal    int // the column that up and down keep to
	keeping bool

	anchor    spot // the other end of what is selected
	selecting bool
	killed    string // what yank puts back
	killing   bool   // the last key took text away: the next may add to it

	text  string // Text, while known
	known bool

	past, future []change
	growing      bool // the newest change may take the next key too
	hook         func(text string)
	keys         *editorKeys
}

// spot is a place in the text: a paragraph and a byte in it.
type spot struct{ para, at int }

// newEditor returns an empty editor. One of one line never holds a line break
// and scrolls sideways instead of wrapping.
func newEditor(oneLine bool) *editor {
	e := &editor{oneLine: oneLine}
	e.ready()
	return e
}

// ready gives the zero value its one empty paragraph and its keys.
func (e *editor) ready() {
	if len(e.paras) == 0 {
		e.paras = []para{{}}
		e.height = 1
	}
	if e.keys == nil {
		e.keys = &stdEditorKeys
	}
}

// Text is the whole text, a "\n" between paragraphs.
func (e *editor) Text() string {
	if !e.known {
		e.text, e.known = joinParas(e.paras), true
	}
	return e.text
}

func joinParas(paras []para) string {
	if len(paras) == 1 {
		return paras[0].text
	}
	n := len(paras)
	for i := range paras {
		n += len(paras[i].text)
	}
	var b strings.Builder
	b.Grow(n)
	for i := range paras {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(paras[i].text)
	}
	return b.String()
}

// SetText puts another text in, with the cursor at its end. What could be
// undone is forgotten and the journal is not told: the screen loads, nobody
// typed.
func (e *editor) SetText(s string) {
	e.ready()
	s = e.clean(s)
	lines := strings.Split(s, "\n")
	e.paras = make([]para, len(lines))
	for i, l := range lines {
		e.paras[i].text = l
	}
	e.text, e.known = s, true
	e.rewrapAll()
	e.past, e.future, e.growing = nil, nil, false
	e.scroll = 0
	e.settle(e.end())
}

// OnChange sets the hook that hears the whole text after every change made by
// a person (typing, pasting, deleting, undoing), before the screen shows it.
func (e *editor) OnChange(hook func(text string)) { e.hook = hook }

// Len is the length of the text in bytes.
func (e *editor) Len() int {
	n := max(len(e.paras)-1, 0)
	for i := range e.paras {
		n += len(e.paras[i].text)
	}
	return n
}

// AtStart reports whether the cursor stands before the whole text.
func (e *editor) AtStart() bool { return e.cur == spot{} }

// AtEnd reports whether the cursor stands behind the whole text.
func (e *editor) AtEnd() bool { return e.cur == e.end() }

// Empty reports whether there is no text.
func (e *editor) Empty() bool { return e.end() == spot{} }

// Before is the text of the cursor's paragraph in front of the cursor: what a
// completion is looked up for.
func (e *editor) Before() string {
	if len(e.paras) == 0 {
		return ""
	}
	return e.paras[e.cur.para].text[:e.cur.at]
}

// After is the text of the cursor's paragraph behind the cursor.
func (e *editor) After() string {
	if len(e.paras) == 0 {
		return ""
	}
	return e.paras[e.cur.para].text[e.cur.at:]
}

func (e *editor) end() spot {
	if len(e.paras) == 0 {
		return spot{}
	}
	last := len(e.paras) - 1
	return spot{last, len(e.paras[last].text)}
}

// settle puts the cursor down and forgets what belonged to its last place.
func (e *editor) settle(to spot) {
	e.cur, e.tail, e.keeping, e.selecting = to, false, false, false
}

// tell lets the journal know.
func (e *editor) tell() {
	if e.hook != nil {
		e.hook(e.Text())
	}
}

// editorKeys are the keys of an editor. Undo, redo and the key that makes a
// new line belong to the screen.
type editorKeys struct {
	Left, Right, WordLeft, WordRight  key.Binding
	Up, Down, Home, End               key.Binding
	TextStart, TextEnd                key.Binding
	Backspace, Delete                 key.Binding
	EraseWord, DeleteWord             key.Binding
	EraseToLineStart, DeleteToLineEnd key.Binding
	Select, Yank                      key.Binding // Select stands for shift with any movement
}

func bind(help, what string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(help, what))
}

var stdEditorKeys = editorKeys{
	Left:             bind("←", "left", "left"),
	Right:            bind("→", "right", "right"),
	WordLeft:         bind("ctrl+←", "a word left", "ctrl+left", "alt+left", "alt+b"),
	WordRight:        bind("ctrl+→", "a word right", "ctrl+right", "alt+right", "alt+f"),
	Up:               bind("↑", "up", "up"),
	Down:             bind("↓", "down", "down"),
	Home:             bind("home", "start of the line", "home", "ctrl+a"),
	End:              bind("end", "end of the line", "end", "ctrl+e"),
	TextStart:        bind("ctrl+home", "start of the text", "ctrl+home"),
	TextEnd:          bind("ctrl+end", "end of the text", "ctrl+end"),
	Backspace:        bind("backspace", "erase", "backspace", "shift+backspace", "ctrl+h"),
	Delete:           bind("delete", "delete", "delete"),
	EraseWord:        bind("ctrl+w", "erase the word before", "ctrl+w", "alt+backspace", "ctrl+backspace"),
	DeleteWord:       bind("ctrl+delete", "delete the word after", "ctrl+delete", "alt+delete", "alt+d"),
	EraseToLineStart: bind("ctrl+u", "erase to the start of the line", "ctrl+u"),
	DeleteToLineEnd:  bind("ctrl+k", "delete to the end of the line", "ctrl+k"),
	Select:           bind("shift+←", "select, with any movement", "shift+left", "shift+right"),
	Yank:             bind("alt+y", "put back what was erased", "alt+y"),
}
