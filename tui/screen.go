// Package tui is the interface of Minutebook in the terminal: what a clerk
// sees and types. It changes an open meeting through its session and reaches
// the book through agenda.Store alone; it must not know which store that is,
// nor how minutes are laid out in a file.
package tui

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// screen is what the terminal shows now. It changes itself in Update and moves
// on with a.push, a.pop and a.replace.
type screen interface {
	// Init is called when the screen is put on the stack.
	Init(a *app) tea.Cmd
	// Update takes keys and pastes only while the screen is on top; every other
	// message reaches all screens of the stack, so that an answer finds the one
	// that asked.
	Update(a *app, msg tea.Msg) tea.Cmd
	// View draws the rows between the rule and the footer.
	View(a *app, width, height int) page
	// Keys is what works now, likeliest first: the footer, the help and the
	// palette are drawn from it.
	Keys(a *app) []key.Binding
}

// resumer is a screen that wants to know when it is on top again.
type resumer interface {
	Resume(a *app) tea.Cmd
}

// cached is a screen that keeps styled rows and must drop them when the styles
// change.
type cached interface {
	Restyle(a *app)
}

// pending is a screen with words that were typed and not kept. The way out
// asks about them.
type pending interface{ Pending() string }

// pointed is a screen that takes the mouse. x and y are cells of the rows
// between the rule and the footer.
type pointed interface {
	// Click is a press of the left button.
	Click(a *app, x, y int) tea.Cmd
	// Wheel is a turn of the wheel: by is -1 up, 1 down.
	Wheel(a *app, x, y, by int) tea.Cmd
}

// speaker is a screen that takes words as well as keys: the palette lists them.
type speaker interface {
	// Words is every command that has a word, those of keys included.
	Words(a *app) []word
	// Speak does what a word says. Where the word needs more behind it, it is
	// put into the screen's field for that.
	Speak(a *app, w word) tea.Cmd
}

// word is a command as people type it.
type word struct {
	text string // "/take"
	name string // what it does, for the palette: "Take an item"
	more bool   // something must be typed behind it
	not  string // why it does not work now; empty: it does
}

// page is what a screen shows.
type page struct {
	Title, Where string // header: bold, then grey; no title, no header's rule
	Window       string // the title of the window, where that is another
	Right        []part // header's right end
	Band         *band  // replaces the rule
	Joins        []int  // columns of a ┬ in the rule
	Rows         []string
	Cursor       *tea.Cursor // relative to Rows
	Told         bool        // the page shows a.message itself
	Dim          bool        // an overlay lies over it
	Foot         string      // the last row, drawn already; empty: the footer
}

// part is a word or two at the right of the header.
type part struct {
	mark  string // a glyph before the text, muted
	text  string
	style ink
	keep  bool // stays however narrow it gets: the clock, saved
}

// bandKind says what a band is about; the greater one wins the row.
type bandKind int

const (
	bandLooking bandKind = iota
	bandPrivate
	bandNotSaved
)

// band is a row that says a state nobody may miss.
type band struct {
	Word, Text, Right string
	kind              bandKind
	waits             bool // how many entries wait for the book is said where there is room
}

// app is what all screens share, and the root model of the program.
type app struct {
	store   agenda.Store
	book    string // the name of the book, as shown
	now     func() time.Time
	zone    func() string // the name of the computer's zone, empty: not known
	newKey  func() agenda.Key
	journal agenda.Journal
	example func() (agenda.Store, error)
	imports func(path string) (string, error)
	pastes  pastes
	meeting agenda.Key // to open at once; empty: home

	saving   func(full bool, work func() error) error // runs what makes a file for others
	exported exported

	st            styles
	theme         theme
	keys          keymap
	width, height int
	message       string   // until the next key
	stood         string   // the message that stood when the key was pressed
	told          []told   // every message of this run, the oldest first
	stuck         string   // what was told last about a book that takes no change
	used          []string // names of commands of the palette, the newest first
	hints         []hint   // where the footer has them
	seen          theme    // what the terminal said of itself
	look          string   // the theme that was chosen; empty: auto
	stack         []screen
	session       *session      // of the meeting that is open, or was last; nil: none
	sessions      []*session    // of this run, for what can be undone in each
	drafts        []*drafted    // what stands in the fields, as the journal has it
	rescue        string        // the folder for copies of what the book does not take
	copies        []Copy        // such copies from earlier runs
	newer         func() string // the newest snapshot that says what the book lacks
	waiting       bool          // a save is tried again after pause
	pause         time.Duration
	after         func(time.Duration, tea.Msg) tea.Cmd // sends a message later; nil: never
	answers       bool                                 // the clerk asked to save again, and waits to hear of it
	damaged       bool                                 // some of the book could not be read
	stuckBox      *confirm                             // why the book takes nothing, while that is open
	loose         string                               // why the journal takes nothing; empty: it does
	changes       *changes                             // of meetings that are not open
	asked         screen                               // the question whether to leave, while it is put

	leaving bool // quitting as soon as all is in the book
	forced  bool // quitting now: asked to, or there is nothing to wait for
	signal  bool // asked to leave from outside, where no question can be put
}

// push shows s on top of the screen that is shown now.
func (a *app) push(s screen) tea.Cmd {
	a.stack = append(a.stack, s)
	return s.Init(a)
}

// pop goes back to the screen below. The last one stays.
func (a *app) pop() tea.Cmd {
	if len(a.stack) < 2 {
		return nil
	}
	a.stack[len(a.stack)-1] = nil
	a.stack = a.stack[:len(a.stack)-1]
	if r, ok := a.top().(resumer); ok {
		return r.Resume(a)
	}
	return nil
}

// replace shows s in place of the screen on top.
func (a *app) replace(s screen) tea.Cmd {
	a.stack[len(a.stack)-1] = s
	return s.Init(a)
}

// top is the screen that is shown, or nil before there is one.
func (a *app) top() screen {
	if len(a.stack) == 0 {
		return nil
	}
	return a.stack[len(a.stack)-1]
}

// say shows words in the one place for messages, until the next key.
func (a *app) say(words string) {
	a.message = words
	a.remember(words)
}
