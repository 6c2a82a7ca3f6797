package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// keymap is every key of the program, once. A screen says with Keys which of
// them work now, and may give one its own words with labelled.
//
// No key prints anything: typing always goes to the screen's one field. None
// is ctrl+s, which freezes a terminal that is not raw yet, nor alt with a
// punctuation mark, which terminals report differently.
type keymap struct {
	Keep, Newline, Kind, KindBack        key.Binding
	Resolution, Strike, Undo, Redo       key.Binding
	NextItem, PrevItem, Up, Down         key.Binding
	EntryUp, EntryDown, MoveUp, MoveDown key.Binding
	Find, Back, First, Last              key.Binding
	Room, Paper, LastTime                key.Binding
	Vote, ReadBack, Count                key.Binding
	PaperUp, PaperDown                   key.Binding
	Split, Merge                         key.Binding
	Minutes, New, Export, Agenda, Body   key.Binding
	Notes, Private, Retry, Erase         key.Binding
	Left, Right, NewBody, Import         key.Binding
	Register, Actions                    key.Binding
	Help, Commands, Quit                 key.Binding

	groups []keyGroup
}

// keyGroup is a heading of the help and what stands below it.
type keyGroup struct {
	title string
	rows  []keyRow
}

// keyRow is a line of the help: a binding, and what it does in full where the
// footer has room for a word or two only. word is the same command as people
// type it, where it has one.
type keyRow struct {
	binding key.Binding
	long    string
	word    string
}

// add makes a binding of the last group. label is how people write the key,
// short what the footer says, long what the help says.
func (k *keymap) add(label, short, long string, keys ...string) key.Binding {
	if len(keys) == 0 {
		keys = []string{label}
	}
	b := key.NewBinding(key.WithKeys(keys...), key.WithHelp(label, short))
	g := &k.groups[len(k.groups)-1]
	g.rows = append(g.rows, keyRow{binding: b, long: long})
	return b
}

// said gives the binding that was added last the word it has too.
func (k *keymap) said(word string) {
	g := &k.groups[len(k.groups)-1]
	g.rows[len(g.rows)-1].word = word
}

func (k *keymap) group(title string) {
	k.groups = append(k.groups, keyGroup{title: title})
}

func newKeymap() keymap {
	var k keymap
	k.minuteKeys()
	k.moveKeys()
	k.otherKeys()
	return k
}

func (k *keymap) minuteKeys() {
	k.group("Minute")
	k.Keep = k.add("enter", "keep", "keep the entry")
	k.Newline = k.add("alt+enter", "new line", "new line in the entry", "alt+enter", "shift+enter", "ctrl+j")
	k.Kind = k.add("tab", "kind", "next kind")
	k.KindBack = k.add("shift+tab", "kind before", "the kind before")
	k.Resolution = k.add("ctrl+r", "resolution", "words carried or proposed")
	k.said("/resolution")
	k.Strike = k.add("ctrl+d", "strike", "strike the chosen entry")
	k.said("/strike")
	k.Erase = k.add("backspace", "", "take away the mark", "backspace")
	k.Split = k.add("alt+s", "split", "split the entry here")
	k.said("/split")
	k.Merge = k.add("alt+j", "join", "join it to the one above")
	k.said("/join")
	k.Undo = k.add("ctrl+z", "undo", "undo")
	k.said("/undo")
	k.Redo = k.add("ctrl+y", "redo", "redo")
	k.said("/redo")
}

func (k *keymap) moveKeys() {
	k.group("Move")
	k.NextItem = k.add("pgdn", "next item", "take the next item", "pgdown")
	k.PrevItem = k.add("pgup", "page back", "a page back", "pgup")
	k.Up = k.add("↑", "look", "look at the item above", "up")
	k.Down = k.add("↓", "look", "look at the item below", "down")
	k.EntryUp = k.add("alt+↑", "choose", "choose the entry above", "alt+up")
	k.EntryDown = k.add("alt+↓", "choose", "choose the entry below", "alt+down")
	k.MoveUp = k.add("ctrl+↑", "move up", "move the entry up", "alt+shift+up", "ctrl+up")
	k.MoveDown = k.add("ctrl+↓", "move down", "move the entry down", "alt+shift+down", "ctrl+down")
	k.Left = k.add("←", "change", "the choice before", "left")
	k.Right = k.add("→", "change", "the next choice", "right")
	k.First = k.add("home", "first page", "to the beginning")
	k.Last = k.add("end", "last page", "to the end")
	k.Find = k.add("ctrl+f", "find", "find words")
	k.said("/find")
	k.Back = k.add("esc", "back", "back")
}

func (k *keymap) otherKeys() {
	k.group("Room and papers")
	k.Room = k.add("f2", "room", "who is in the room")
	k.said("/room")
	k.Paper = k.add("f3", "paper", "the paper")
	k.said("/paper")
	k.Vote = k.add("f4", "vote", "a motion and its vote")
	k.said("/vote")
	k.Count = k.add("alt+c", "count as figures", "keep the count as figures")
	k.ReadBack = k.add("f5", "read back", "read the words back")
	k.said("/readback")
	k.PaperUp = k.add("alt+pgup", "turn the paper", "the paper, a page back", "alt+pgup")
	k.PaperDown = k.add("alt+pgdn", "turn the paper", "the paper, a page on", "alt+pgdown")
	k.LastTime = k.add("f6", "last time", "last meeting’s minute")
	k.said("/last")
	k.Minutes = k.add("ctrl+l", "read", "read as members will")
	k.said("/read")
	k.Private = k.add("f7", "private", "private, or public again")
	k.said("/private")
	k.Notes = k.add("alt+h", "notes", "your notes, or hide them")
	k.said("/notes")
	k.New = k.add("ctrl+n", "new", "put in something new")
	k.Agenda = k.add("alt+a", "agenda", "date, place and agenda")
	k.said("/agenda")
	k.Body = k.add("alt+e", "the body", "set up the body")
	k.said("/body")
	k.NewBody = k.add("alt+n", "new body", "a new body")
	k.Import = k.add("ctrl+o", "import", "take in minutes you have")
	k.Export = k.add("ctrl+x", "export", "minutes to a file")
	k.said("/export")

	k.group("Anywhere")
	k.Register = k.add("ctrl+g", "register", "every resolution")
	k.said("/register")
	k.Actions = k.add("ctrl+t", "actions", "every action that is owed")
	k.said("/owed")
	k.Help = k.add("f1", "help", "this page")
	k.Retry = k.add("f9", "messages", "messages, newest first")
	k.said("/messages")
	k.Commands = k.add("ctrl+p", "commands", "every command")
	k.Quit = k.add("ctrl+q", "quit", "quit, all is kept", "ctrl+q", "ctrl+c")
}

// anywhere is the bindings that work on every screen.
func (k *keymap) anywhere() []key.Binding {
	return []key.Binding{k.Help, k.Retry, k.Commands, k.Quit}
}

// matches is whether a key press is one of the bindings. A key that prints is
// none, whatever it is called.
func matches(msg tea.KeyPressMsg, bindings ...key.Binding) bool {
	return msg.Text == "" && key.Matches(msg, bindings...)
}

// labelled is a binding with the words a screen has for it.
func labelled(b key.Binding, words string) key.Binding {
	b.SetHelp(b.Help().Key, words)
	return b
}

// both is two bindings as one hint, "↑↓ choose".
func both(b, c key.Binding, words string) key.Binding {
	keys := append(append([]string(nil), b.Keys()...), c.Keys()...)
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(joined(b.Help().Key, c.Help().Key, ""), words))
}

// joined is two labels of keys as one; what both are held with stands once.
func joined(first, second, between string) string {
	if at := strings.LastIndexByte(first, '+'); at >= 0 && strings.HasPrefix(second, first[:at+1]) {
		second = second[at+1:] // alt+↑↓
	}
	return first + between + second
}

// pressOf is the key press that a binding stands for, for the palette.
func pressOf(b key.Binding) (tea.KeyPressMsg, bool) {
	if len(b.Keys()) == 0 {
		return tea.KeyPressMsg{}, false
	}
	var msg tea.KeyPressMsg
	words := strings.Split(b.Keys()[0], "+")
	for _, w := range words[:len(words)-1] {
		switch w {
		case "ctrl":
			msg.Mod |= tea.ModCtrl
		case "alt":
			msg.Mod |= tea.ModAlt
		case "shift":
			msg.Mod |= tea.ModShift
		}
	}
	last := words[len(words)-1]
	if code, ok := keyCodes[last]; ok {
		msg.Code = code
	} else if r := []rune(last); len(r) == 1 {
		msg.Code = r[0]
	}
	return msg, msg.Code != 0
}

// keyCodes is the keys that have a name instead of a letter.
var keyCodes = map[string]rune{
	"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "pgdn": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
	"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6,
	"f7": tea.KeyF7, "f9": tea.KeyF9,
	"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "space": tea.KeySpace,
}
