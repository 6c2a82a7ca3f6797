package tui

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"minutebook/agenda"
	"minutebook/store"
)

// A place is a screen in a state: how to get there from home, from the live
// screen of northmoor, or from an empty book. A new screen is one line more.
type place struct {
	name string
	from string // home, live, secret or first
	keys []string
}

var allPlaces = []place{
	{"first run", "first", nil},
	{"home", "home", nil},
	{"found again", "found", nil},
	{"home, found", "home", []string{"wex"}},
	{"home, nothing found", "home", []string{"dredgng"}},
	{"new body", "home", []string{"alt+n"}},
	{"new body, named", "home", []string{"alt+n", "Skerry Fell Parish Council", "enter"}},
	{"new meeting", "home", []string{"ctrl+n"}},
	{"new meeting, agenda", "home", []string{"ctrl+n", "tab", "tab", "tab"}},
	{"import", "home", []string{"ctrl+o"}},
	{"reader", "home", []string{"ctrl+l"}},
	{"reader, find", "home", []string{"ctrl+l", "ctrl+f", "matter"}},
	{"live", "live", nil},
	{"live, minuted", "live", minuted},
	{"live, typing", "live", []string{"pgdown", "some words"}},
	{"live, looking", "live", []string{"pgdown", "down", "down"}},
	{"live, chosen", "live", append(slices.Clone(minuted), "alt+up", "alt+up")},
	{"live, editing", "live", append(slices.Clone(minuted), "alt+up", "alt+up", "enter")},
	{"live, own notes", "live", []string{"pgdown", "alt+h"}},
	{"live, private", "secret", []string{"/take 5", "enter"}},
	{"live, private in part", "secret", []string{"/take 6", "enter"}},
	{"live, looking at private", "secret", []string{"/take 4", "enter", "down"}},
	{"live, private or not", "live", []string{"/take 4", "enter", "One.", "enter", "f7"}},
	{"vote, stating", "live", []string{"pgdown", "f4"}},
	{"vote", "live", []string{"pgdown", "f4", "That it be so.", "enter"}},
	{"vote, by name", "live", []string{"pgdown", "f4", "That it be so.", "enter", "tp -jl"}},
	{"vote, no motion", "live", []string{"pgdown", "f4", "f4", "6-2-?"}},
	{"vote, other words", "live", []string{"pgdown", "f4", "f4", "shift+tab", "as the Chair ruled"}},
	{"motion", "live", []string{"pgdown", "/motion", "enter"}},
	{"read back", "live", append(slices.Clone(minuted), "f5")},
	{"room, roll", "live", []string{"f2"}},
	{"room, begun", "live", []string{"pgdown", "some words", "f2"}},
	{"room, nobody", "live", []string{"f2", "zebra"}},
	{"room, near", "live", []string{"f2", "Lunnt"}},
	{"room, something else", "live", []string{"pgdown", "f2", "reeve", "tab", "tab"}},
	{"room, for whom", "live", []string{"pgdown", "f2", "holt", "shift+tab", "enter"}},
	{"room, count", "live", []string{"f2", "public", "enter"}},
	{"live, quorum lost", "live", []string{"pgdown", "/leave Pike", "enter"}},
	{"live, interest", "interest", []string{"pgdown"}},
	{"live, interest over", "interest", []string{"pgdown", "down", "enter", "pgdown"}},
	{"live, who takes the chair", "chair", []string{"pgdown", "enter"}},
	{"live, late answer", "live", append(slices.Clone(minuted), "alt+up", "alt+up", "alt+up", "alt+up", "alt+up", "alt+up", "t")},
	{"live, find", "live", append(slices.Clone(minuted), "backspace", "ctrl+f", "the")},
	{"live, paper", "live", []string{"/take 4", "enter", "f3"}},
	{"live, people", "live", []string{"pgdown", "? @l"}},
	{"live, phrases", "live", []string{"pgdown", ";tha"}},
	{"live, words", "live", []string{"pgdown", "/ar"}},
	{"closing", "live", []string{"pgdown", "/close 20:41", "enter"}},
	{"export", "live", []string{"ctrl+x"}},
	{"agenda", "live", []string{"alt+a"}},
	{"agenda, details", "live", []string{"alt+a", "enter"}},
	{"body", "live", []string{"alt+e"}},
	{"body, seats", "live", []string{"alt+e", "enter"}},
	{"body, in hand", "live", []string{"alt+e", "enter", "enter"}},
	{"register", "home", []string{"ctrl+g"}},
	{"register, nothing found", "home", []string{"ctrl+g", "dredgng"}},
	{"actions", "home", []string{"ctrl+t"}},
	{"help", "home", []string{"f1"}},
	{"help of live", "live", []string{"f1"}},
	{"help, found", "home", []string{"f1", "body"}},
	{"messages", "home", []string{"f9"}},
	{"palette", "home", []string{"ctrl+p"}},
	{"palette of live", "live", []string{"ctrl+p"}},
	{"question", "live", []string{"pgdown", "some words", "ctrl+q"}},
}

// at is the interface at a place.
func (p place) at(t *testing.T, width, height int) *app {
	t.Helper()
	var a *app
	switch p.from {
	case "first":
		a = newTestApp(t, store.Memory(), width, height)
	case "home":
		a = newTestApp(t, newTestBook(t), width, height)
	case "interest":
		a, _ = openInterested(t, "Pike", "", width, height)
	case "chair":
		a, _ = openInterested(t, "Verma", "left", width, height)
	case "found":
		item := itemFour(t).ID
		a, _ = afterwards(t, nil, width, height, agenda.Draft{Item: item, Text: channel}, agenda.Draft{Item: item, Text: "words"})
	case "secret":
		var l *live
		a, l = openMeeting(t, northmoor, width, height)
		lease(t, a, l)
		debtor(t, a, l)
	default:
		a, _ = openMeeting(t, northmoor, width, height)
	}
	drive(t, a, p.keys...)
	return a
}

func everyPlace(t *testing.T, test func(t *testing.T, a *app)) {
	for _, p := range allPlaces {
		t.Run(p.name, func(t *testing.T) { test(t, p.at(t, 120, 40)) })
	}
}

// TestKeysAgree sees for every screen that its keys are those of the table,
// that help and palette have each of them, and that no two are one key.
func TestKeysAgree(t *testing.T) {
	everyPlace(t, func(t *testing.T, a *app) {
		top := a.top()
		rows, seen := a.keys.rows(), map[string]bool{}
		helped, listed := newHelp(a), a.commands(top)
		for _, b := range top.Keys(a) {
			if !b.Enabled() || b.Help().Key == "type" {
				continue
			}
			for _, k := range b.Keys() {
				if seen[k] {
					t.Errorf("%s is offered twice", k)
				}
				seen[k] = true
			}
			for _, r := range rows {
				if !slices.Contains(b.Keys(), r.binding.Keys()[0]) {
					continue
				}
				words := keyWords(r, top.Keys(a), nil)
				if !helped.has(words) {
					t.Errorf("the help has no line for %s, %s", r.binding.Help().Key, words)
				}
				known := func(c command) bool { return sameKeys(c.key, r.binding) && c.not == "" }
				if !a.keys.idle(r.binding) && !slices.ContainsFunc(listed, known) {
					t.Errorf("the palette has no row for %s", r.binding.Help().Key)
				}
			}
			if !slices.ContainsFunc(rows, func(r keyRow) bool { return sameKeys(r.binding, b) }) {
				t.Errorf("%v is not in the key table", b.Keys())
			}
		}
	})
}

func (h *help) has(words string) bool {
	for _, g := range h.groups {
		for _, r := range g.rows {
			if r[1] == words {
				return true
			}
		}
	}
	return false
}

// TestEveryCommandHasAWay sees that a command is reached from the palette and
// that what does not work says why.
func TestEveryCommandHasAWay(t *testing.T) {
	everyPlace(t, func(t *testing.T, a *app) {
		names := map[string]bool{}
		for _, c := range a.commands(a.top()) {
			switch {
			case c.name == "":
				t.Errorf("%v has no name", c.key.Keys())
			case c.not == "" && c.do == nil:
				t.Errorf("%s does nothing", c.name)
			}
			if id := c.name + c.word + c.key.Help().Key; names[id] {
				t.Errorf("%s is listed twice", c.name)
			} else {
				names[id] = true
			}
		}
		for _, b := range []key.Binding{a.keys.Help, a.keys.Quit, a.keys.Retry} {
			if !slices.ContainsFunc(a.commands(a.top()), func(c command) bool { return sameKeys(c.key, b) }) {
				t.Errorf("no row for %s", b.Help().Key)
			}
		}
	})
}

// TestNoKeyIsSwallowed keeps out what multiplexers, terminals and keyboards
// take for themselves or cannot tell from another key.
func TestNoKeyIsSwallowed(t *testing.T) {
	swallowed := regexp.MustCompile(`^(ctrl\+[bas]|ctrl\+[imh\[]|ctrl\+\d|alt\+[^a-z0-9]|f1[01])$`)
	for _, r := range newKeymap().rows() {
		only := true
		for _, k := range r.binding.Keys() {
			only = only && swallowed.MatchString(k)
		}
		if only {
			t.Errorf("%v can be swallowed on the way", r.binding.Keys())
		}
	}
	for _, k := range []string{"ctrl+b", "ctrl+s", "alt+.", "ctrl+i", "ctrl+1", "f10"} {
		if !swallowed.MatchString(k) {
			t.Errorf("%s is thought safe", k)
		}
	}
}

// typingWins is keys that a screen takes before the editor of its field does,
// because what they do there is said on the screen.
var typingWins = map[string]string{
	"up": "leaves the first row", "down": "leaves the last row", "left": "turns a choice that takes no typing",
	"right": "turns a choice that takes no typing", "backspace": "takes the mark away where there are no words",
	"home": "turns the page of a reader while nothing is typed", "end": "turns the page of a reader while nothing is typed",
}

// TestNoCommandIsAKeyOfTheEditor sees that what edits text does nothing else.
func TestNoCommandIsAKeyOfTheEditor(t *testing.T) {
	k := stdEditorKeys
	var edits []string
	for _, b := range []key.Binding{k.Left, k.Right, k.WordLeft, k.WordRight, k.Up, k.Down, k.Home, k.End, k.TextStart, k.TextEnd,
		k.Backspace, k.Delete, k.EraseWord, k.DeleteWord, k.EraseToLineStart, k.DeleteToLineEnd} {
		edits = append(edits, b.Keys()...)
	}
	for _, r := range newKeymap().rows() {
		for _, s := range r.binding.Keys() {
			if slices.Contains(edits, s) && typingWins[s] == "" {
				t.Errorf("%s is %q, and edits text", s, r.long)
			}
		}
	}
}

// sequences is what xterm sends for the keys that are no ctrl or alt letter.
var sequences = map[string]string{
	"enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "esc": "\x1b", "backspace": "\x7f",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "pgup": "\x1b[5~", "pgdown": "\x1b[6~",
	"alt+up": "\x1b[1;3A", "alt+down": "\x1b[1;3B", "ctrl+up": "\x1b[1;5A", "ctrl+down": "\x1b[1;5B",
	"alt+shift+up": "\x1b[1;4A", "alt+shift+down": "\x1b[1;4B", "alt+pgup": "\x1b[5;3~", "alt+pgdown": "\x1b[6;3~",
	"alt+enter": "\x1b\r", "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~",
	"f6": "\x1b[17~", "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~", "home": "\x1b[H", "end": "\x1b[F",
}

// TestKeysSurviveTheTerminal decodes what a terminal sends for each key with
// the decoder of the framework.
func TestKeysSurviveTheTerminal(t *testing.T) {
	for _, r := range newKeymap().rows() {
		k := r.binding.Keys()[0]
		sent := sequences[k]
		if letter, ok := strings.CutPrefix(k, "ctrl+"); ok && sent == "" && len(letter) == 1 {
			sent = string(letter[0] - 'a' + 1)
		}
		if letter, ok := strings.CutPrefix(k, "alt+"); ok && sent == "" && len(letter) == 1 {
			sent = "\x1b" + letter
		}
		if sent == "" {
			t.Errorf("nobody knows what a terminal sends for %s", k)
			continue
		}
		var decoder uv.EventDecoder
		n, event := decoder.Decode([]byte(sent))
		press, ok := event.(uv.KeyPressEvent)
		if !ok || n != len(sent) || !matches(tea.KeyPressMsg(press), r.binding) {
			t.Errorf("%q for %s is read as %v", sent, k, event)
		}
	}
}

var colourSequence = regexp.MustCompile(`\x1b\[[0-9;]*\b(3[0-8]|4[0-8]|9[0-7]|10[0-7])\b`)

// TestNothingIsSaidByColourAlone draws every place without colours.
func TestNothingIsSaidByColourAlone(t *testing.T) {
	everyPlace(t, func(t *testing.T, a *app) {
		send(t, a, tea.ColorProfileMsg{Profile: 1})
		a.wear("none")
		content, _, _ := a.frame()
		if at := colourSequence.FindString(content); at != "" {
			t.Errorf("a colour in a frame without: %q", at)
		}
		here, bold := 0, 0
		for _, row := range strings.Split(content, "\n") {
			here += boolInt(strings.Contains(row, glyphOpen))
			bold += boolInt(strings.Contains(row, glyphOpen) && strings.Contains(row, "\x1b[1"))
		}
		if _, ok := a.top().(*help); ok {
			return // which lists the glyph
		}
		if here > 0 && bold == 0 { // an overlay dims the one below it
			t.Errorf("where one is is not bold:\n%s", content)
		}
	})
}

// TestStatesWithoutColour wants each state that nobody may miss as a word and
// as a shape.
func TestStatesWithoutColour(t *testing.T) {
	without := func(keys ...string) (*app, *live) {
		a, l := openMeeting(t, northmoor, 120, 40)
		a.wear("none")
		drive(t, a, keys...)
		return a, l
	}
	rows := func(a *app) []string {
		content, _, _ := a.frame()
		return strings.Split(content, "\n")
	}
	reversed := regexp.MustCompile(`^\x1b\[7?;?7?m? *`)
	a, _ := without("pgdown", "down")
	if r := rows(a); !strings.Contains(r[1], "LOOKING") || !strings.Contains(r[1], "\x1b[7") || !strings.Contains(strings.Join(r, "\n"), glyphLook) {
		t.Errorf("looking: %q", r[1])
	}
	a, _ = without("pgdown", "alt+h")
	if r := rows(a); !strings.Contains(r[1], "PRIVATE") || !reversed.MatchString(r[1]) || !strings.Contains(strings.Join(r, "\n"), glyphPrivate) {
		t.Errorf("private: %q", r[1])
	}
	a, l := without()
	lease(t, a, l)
	drive(t, a, "/take 5", "enter")
	if r := rows(a); !strings.Contains(r[1], "PRIVATE") || !reversed.MatchString(r[1]) || strings.Count(strings.Join(r, "\n"), glyphPrivate) != len(r)-3 ||
		!strings.Contains(strings.Join(r, "\n"), "item 5, private") || !strings.Contains(strings.Join(r, "\n"), glyphExempt) {
		t.Errorf("private business: %q", r[1])
	}
	a, l = without("pgdown")
	if r := rows(a); !strings.Contains(r[0], glyphSaved) || !strings.Contains(bare(r[0]), "saved") {
		t.Errorf("saved: %q", r[0])
	}
	l.s.store = &failing{Store: a.store, broken: errors.New("the disk is full")}
	drive(t, a, "words that matter.", "enter")
	if r := rows(a); !strings.Contains(r[1], "NOT SAVED") || !strings.Contains(r[1], "\x1b[7") || !strings.Contains(r[0], glyphSaving) {
		t.Errorf("not saved: %q, %q", r[0], r[1])
	}
	a = place{"", "home", []string{"ctrl+l", "ctrl+f", "matter"}}.at(t, 120, 40)
	a.wear("none")
	if r := strings.Join(rows(a), "\n"); !strings.Contains(r, "\x1b[4") && !strings.Contains(r, "\x1b[1;4") {
		t.Error("what was found is not underlined")
	}
}

// TestPaletteFits wants the best hit first, and to forgive left out letters.
func TestPaletteFits(t *testing.T) {
	for _, c := range []struct {
		text, typed string
		how         int
	}{
		{"Record a vote", "rec", fitStart}, {"Record a vote", "vot", fitWord}, {"Record a vote", "ote", fitWithin},
		{"Record a vote", "rdv", fitLetters}, {"Record a vote", "voter", fitNot}, {"İstanbul ŐSZI", "ősz", fitWord},
	} {
		if how, at := fit(c.text, []rune(c.typed)); how != c.how || how != fitNot && len(at) != len([]rune(c.typed)) {
			t.Errorf("%q in %q fits %d at %v, want %d", c.typed, c.text, how, at, c.how)
		}
	}
}

// wordy is a screen with words.
type wordy struct {
	screen
	said []string
}

func (s *wordy) Words(*app) []word {
	return []word{{text: "/read", name: "Read as members will"}, {text: "/vote", name: "Record a vote"},
		{text: "/approve", name: "Approve the minutes", not: "the meeting is still open"}}
}

func (s *wordy) Speak(_ *app, w word) tea.Cmd {
	s.said = append(s.said, w.text)
	return nil
}

func TestPaletteSpeaksWords(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 10}} {
		a := newTestApp(t, newTestBook(t), size[0], size[1])
		s := &wordy{screen: a.top()}
		a.push(s)
		read := 0
		for _, c := range a.commands(s) {
			if c.word == "/read" && sameKeys(c.key, a.keys.Minutes) {
				read++
			}
		}
		if read != 1 {
			t.Errorf("%d rows are /read and its key", read)
		}
		drive(t, a, "ctrl+p", "approve")
		if _, not := a.top().(*palette).hits(a); len(not) != 1 {
			t.Errorf("not now: %v", not)
		}
		drive(t, a, "enter", "ctrl+u", "vot")
		golden(t, a, "palette-words")
		drive(t, a, "enter")
		if fmt.Sprint(s.said) != "[/vote]" || a.top() != screen(s) {
			t.Errorf("said %v, at %T", s.said, a.top())
		}
		drive(t, a, "ctrl+p")
		if now, _ := a.top().(*palette).hits(a); now[0].name != "Record a vote" {
			t.Errorf("what was used last is not first, but %s", now[0].name)
		}
	}
}

func TestClicks(t *testing.T) {
	a := newTestApp(t, newTestBook(t), 80, 24)
	click := func(words string) {
		t.Helper()
		for y, row := range strings.Split(plainFrame(a), "\n") {
			if at := strings.Index(row, words); at >= 0 {
				send(t, a, tea.MouseClickMsg{X: cells(row[:at]), Y: y, Button: tea.MouseLeft})
				return
			}
		}
		t.Fatalf("no %q on\n%s", words, plainFrame(a))
	}
	click("f1 help")
	if _, ok := a.top().(*help); !ok {
		t.Fatalf("a click on f1 led to %T", a.top())
	}
	click("esc back")
	drive(t, a, "ctrl+p", "body")
	click("A new body")
	if _, ok := a.top().(*newBody); !ok {
		t.Fatalf("a click in the palette led to %T", a.top())
	}
	a, _ = openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "some words", "ctrl+q")
	click("Go back to them")
	if _, ok := a.top().(*live); !ok {
		t.Errorf("a click on the safe row led to %T", a.top())
	}
}

func TestMessagesAreRemembered(t *testing.T) {
	a := newTestApp(t, newTestBook(t), 80, 24)
	for i := range toldMost + 10 {
		a.say(fmt.Sprintf("message %d", i))
	}
	drive(t, a, "f9")
	got := plainFrame(a)
	if len(a.told) != toldMost || !strings.Contains(got, "18:47  message 209") || strings.Index(got, "message 208") < strings.Index(got, "message 209") {
		t.Errorf("%d are kept\n%s", len(a.told), got)
	}
}

func TestHomeFromThePaletteLosesNothing(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown", "not kept", "f2", "ctrl+p", "Home", "enter")
	if a.top() == a.stack[0] || l.Pending() != "not kept" {
		t.Error("went home with words that are not kept")
	}
	drive(t, a, "esc", "enter", "f2", "ctrl+p", "Home", "enter")
	if a.top() != a.stack[0] {
		t.Errorf("not at home but at %T: %s", a.top(), a.message)
	}
}

// TestHelpIsWhole sees that no line of the help is cut or missing at any width.
func TestHelpIsWhole(t *testing.T) {
	for _, width := range []int{40, 60, 80, 100, 120, 160} {
		a, _ := openMeeting(t, northmoor, width, 200)
		drive(t, a, "f1")
		frame := plainFrame(a)
		if strings.Contains(frame, glyphCut) {
			t.Errorf("at %d something is cut:\n%s", width, frame)
		}
		words := map[string]bool{}
		for _, w := range strings.Fields(frame) {
			words[w] = true
		}
		for _, g := range a.top().(*help).groups {
			for _, r := range g.rows {
				for _, w := range strings.Fields(r[0] + " " + r[1]) {
					if !words[w] {
						t.Errorf("at %d %q of %v is missing", width, w, r)
					}
				}
			}
		}
	}
}
