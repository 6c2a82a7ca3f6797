package tui

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"pgregory.net/rapid"

	"minutebook/store"
)

func TestKeysAreSound(t *testing.T) {
	k := newKeymap()
	owner := map[string]string{}
	v := reflect.ValueOf(k)
	n := 0
	for i := range v.NumField() {
		if !v.Type().Field(i).IsExported() {
			continue
		}
		b := v.Field(i).Interface().(key.Binding)
		n++
		name := v.Type().Field(i).Name
		if b.Help().Key == "" || len(b.Keys()) == 0 {
			t.Errorf("%s has no key or no label", name)
		}
		for _, s := range b.Keys() {
			if owner[s] != "" {
				t.Errorf("%s is %s and %s", s, owner[s], name)
			}
			owner[s] = name
			if s == "ctrl+s" || len([]rune(s)) == 1 {
				t.Errorf("%s uses %q, which freezes a terminal or prints", name, s)
			}
		}
		if msg, ok := pressOf(b); !ok || !matches(msg, b) || msg.String() != b.Keys()[0] {
			t.Errorf("the palette sends %q for %s", msg.String(), name)
		}
	}
	rows := 0
	for _, g := range k.groups {
		for _, r := range g.rows {
			rows++
			if r.long == "" || cells(r.long) > 27 {
				t.Errorf("%s: %q is empty or too long for two columns", r.binding.Help().Key, r.long)
			}
		}
	}
	if rows != n {
		t.Errorf("%d bindings, %d in the help", n, rows)
	}
}

func TestAKeyThatPrintsIsNoCommand(t *testing.T) {
	k := newKeymap()
	if matches(tea.KeyPressMsg{Code: tea.KeyEnter, Text: "enter"}, k.Keep) {
		t.Error("a text that is called like a key is taken for it")
	}
}

// TestScreensShareNoKey sees that no screen offers a key twice, nor one of
// those that work anywhere.
func TestScreensShareNoKey(t *testing.T) {
	for _, keys := range [][]string{{}, {"alt+n"}, {"ctrl+n"}, {"ctrl+n", "tab", "tab", "tab"}, {"ctrl+o"}, {"f1"}, {"ctrl+p"}, {"ctrl+l"}, {"ctrl+l", "ctrl+f"}, {"ctrl+g"}, {"ctrl+t"},
		{"alt+e"}, {"alt+e", "enter"}, {"alt+e", "enter", "enter"}, {"alt+e", "down", "enter", "enter", "shift+tab"}, {"alt+e", "up", "down", "down", "down", "down", "enter"}} {
		a := newTestApp(t, newTestBook(t), 80, 24)
		drive(t, a, keys...)
		seen := map[string]bool{}
		for _, b := range a.top().Keys(a) {
			for _, s := range b.Keys() {
				if seen[s] && b.Enabled() {
					t.Errorf("after %v, %s is offered twice", keys, s)
				}
				seen[s] = b.Enabled()
			}
		}
	}
}

func TestShown(t *testing.T) {
	for in, want := range map[string]string{
		"plain – ‘text’ é": "plain – ‘text’ é",
		"\x1b[31mred":      "␛[31mred",
		"a\x07b\x7fc":      "a␇b␡c",
		"tab\tand\nline":   "tab and line",
		"c1\u009b2J":       "c1\ufffd2J",
		"a\u202eb\u2066c":  "abc",
		"t\U000e0041ag":    "tag",
		"\xffbad":          "\ufffdbad",
	} {
		if got := shown(in); got != want {
			t.Errorf("shown(%q) = %q, want %q", in, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := shown(rapid.String().Draw(t, "text"))
		for _, r := range s {
			if unsafe(r) || unicode.Is(unicode.Cc, r) {
				t.Fatalf("%q comes through in %q", r, s)
			}
		}
		if shown(s) != s {
			t.Fatalf("%q is not the same the second time", s)
		}
	})
}

// TestHostileNames puts a name that drives terminals on every screen.
func TestHostileNames(t *testing.T) {
	book := newTestBook(t)
	evil := "E\x1b]0;owned\x07vil\u202e\x1b[2JName"
	a := newTestApp(t, book, 80, 24)
	a.book = evil
	h := a.top().(*home)
	for i := range h.meetings {
		h.meetings[i].Name, h.meetings[i].Place = evil, evil
	}
	for i := range h.bodies {
		h.bodies[i].Name, h.bodies[i].Code = evil, evil
	}
	for _, keys := range [][]string{{}, {"ctrl+n"}, {"esc", "ctrl+p"}} {
		drive(t, a, keys...)
		content, _, title := a.frame()
		for _, r := range bare(content) + title {
			if r != '\n' && unsafe(r) {
				t.Fatalf("%q reaches the terminal after %v", r, keys)
			}
		}
	}
}

func TestPlainTerminals(t *testing.T) {
	for env, want := range map[string]string{
		"LANG=en_GB.UTF-8 TERM=xterm": "true true", "LANG=C TERM=xterm": "false false",
		"LC_ALL=C LANG=en_GB.UTF-8 TERM=xterm": "false false", "LANG=C.utf8 TERM=linux": "true false", "TERM=dumb": "false false",
	} {
		vars := map[string]string{}
		for _, v := range strings.Fields(env) {
			name, value, _ := strings.Cut(v, "=")
			vars[name] = value
		}
		u, g := unicodeFrom(func(n string) string { return vars[n] })
		if got := fmt.Sprint(u, g); got != want {
			t.Errorf("%s: %s, want %s", env, got, want)
		}
	}
	a := newTestApp(t, newTestBook(t), 80, 24)
	content, _, _ := a.frame()
	before, after := strings.Split(content, "\n"), strings.Split(plainly(content, false), "\n")
	for i := range before {
		if visible(before[i]) != visible(after[i]) {
			t.Errorf("row %d moves: %q, %q", i, bare(before[i]), bare(after[i]))
		}
		for _, r := range after[i] {
			if r > '~' {
				t.Errorf("row %d holds %q", i, r)
			}
		}
	}
}

func TestThemesAreWhole(t *testing.T) {
	for _, th := range []theme{{}, {light: true}} {
		for _, c := range []colour{mutedColour, strongColour, faintColour, dimColour, accentColour, tintColour, fieldColour, cautionColour, alarmColour, privateColour, onBandColour} {
			if inkOf(th.paint(lipgloss.NewStyle(), c)).opens == "" {
				t.Errorf("%+v has no sequence in %+v", c, th)
			}
		}
	}
	none := newStyles(theme{depth: depthNone})
	for name, i := range map[string]ink{"looking": none.looking, "private": none.privately, "not saved": none.unsaved, "field": none.field, "found": none.found} {
		if i.opens == "" || strings.Contains(i.opens, "8;") {
			t.Errorf("without colour %s is %q", name, i.opens)
		}
	}
	if got := none.row("x", 3, true); got == none.row("x", 3, false) {
		t.Error("without colour the focused row looks like the others")
	}
}

func TestBands(t *testing.T) {
	a := newTestApp(t, newTestBook(t), 60, 24)
	for _, b := range []band{
		{Word: "LOOKING", Text: "at item 9. Item 4 is open and its clock runs.", Right: "esc back to 4", kind: bandLooking},
		{Word: "PRIVATE", kind: bandPrivate},
		{Word: "NOT SAVED", Text: "The disk is full.", Right: "f9 what to do", kind: bandNotSaved},
	} {
		got := a.band(b)
		if visible(got) != 60 || !strings.Contains(bare(got), b.Word) || !strings.Contains(bare(got), b.Right) {
			t.Errorf("%q", bare(got))
		}
	}
}

// fakeSession is an open meeting that is saved when a test says so.
type fakeSession struct {
	clean   bool
	stuck   string
	flushed int
}

func (s *fakeSession) Update(*app, tea.Msg) tea.Cmd { return nil }
func (*fakeSession) Running() bool                  { return false }

func (s *fakeSession) Clean() bool    { return s.clean }
func (s *fakeSession) Flush() tea.Cmd { s.flushed++; return nil }
func (s *fakeSession) Stuck() string  { return s.stuck }
func (s *fakeSession) Settle() error {
	if !s.clean {
		return errors.New("not in the book")
	}
	return nil
}

// savedBy is a screen that saves as a test says.
type savedBy struct {
	screen
	by guarded
}

func (s savedBy) Guards() guarded { return s.by }

func TestLeavingWaitsForTheBook(t *testing.T) {
	a := newTestApp(t, store.Memory(), 80, 24)
	s := &fakeSession{}
	a.stack[0] = savedBy{a.stack[0], s}
	r := &root{a: a}
	if drive(t, a, "ctrl+q") || s.flushed != 1 {
		t.Fatal("left before all was saved")
	}
	if _, ok := r.filter(r, tea.QuitMsg{}).(leaveMsg); !ok {
		t.Error("the filter lets the program end")
	}
	s.clean = true
	if !run(t, a, a.update(savedMsg{})) {
		t.Error("does not leave once all is saved")
	}
	if _, ok := r.filter(r, tea.QuitMsg{}).(tea.QuitMsg); !ok {
		t.Error("the filter holds a clean program")
	}
}

func TestLeavingAStuckBookAsks(t *testing.T) {
	a := newTestApp(t, store.Memory(), 80, 24)
	s := &fakeSession{stuck: "The disk is full."}
	a.stack[0] = savedBy{a.stack[0], s}
	if drive(t, a, "ctrl+q", "ctrl+q") || len(a.stack) != 2 {
		t.Fatal("left, or asked twice")
	}
	golden(t, a, "leave-stuck")
	if drive(t, a, "esc") || s.flushed != 1 || len(a.stack) != 1 {
		t.Error("the safe row left, or did not try again")
	}
	if !drive(t, a, "ctrl+q", "down", "enter") || !a.mayQuit() || a.settle() != nil {
		t.Error("could not leave")
	}
	a.forced = false
	if !run(t, a, a.update(leaveMsg{})) {
		t.Error("a signal waits for a disk that refuses")
	}
}

// withWords is a screen with words in its composer.
type withWords struct{ screen }

func (withWords) Pending() string { return "residents should be told" }

func TestLeavingWithWordsAsks(t *testing.T) {
	a := newTestApp(t, store.Memory(), 80, 24)
	a.push(withWords{newHome()})
	if drive(t, a, "ctrl+c") {
		t.Fatal("left with words that are not kept")
	}
	golden(t, a, "leave-words")
	if drive(t, a, "enter") || len(a.stack) != 2 {
		t.Error("the safe row left")
	}
	if !drive(t, a, "ctrl+c", "down", "enter") {
		t.Error("could not leave")
	}
}

func BenchmarkFrame(b *testing.B) {
	a := newTestApp(b, newTestBook(b), 100, 30)
	for b.Loop() {
		a.frame()
	}
}
