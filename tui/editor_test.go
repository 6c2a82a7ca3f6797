package tui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"
)

// editorAfter is an editor of 20 cells after some keys; "|" names printed text.
func editorAfter(text string, keys ...string) *editor {
	e := newEditor(false)
	e.SetWidth(20)
	e.SetText(text)
	for _, k := range keys {
		if typed, ok := strings.CutPrefix(k, "|"); ok {
			e.Update(editorTyping(typed))
			continue
		}
		editorPress(e, k)
	}
	return e
}

func TestEditorKeys(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		keys       []string
		want       string // "^" is the cursor
	}{
		{"typing", "", []string{"|t", "|i", "|d", "|e"}, "tide^"},
		{"several runes at once", "a", []string{"|日本", "|👩\u200d👩\u200d👧"}, "a日本👩\u200d👩\u200d👧^"},
		{"an accent on its own key", "cafe", []string{"|\u0301"}, "café^"},
		{"a word that is a key's name", "", []string{"|end", "|home"}, "endhome^"},
		{"backspace takes the family", "a👩\u200d👩\u200d👧", []string{"backspace"}, "a^"},
		{"backspace takes one flag", "🇬🇧🇫🇷", []string{"backspace"}, "🇬🇧^"},
		{"backspace takes letter and mark", "q\u0301", []string{"backspace"}, "^"},
		{"backspace takes the conjunct", "क्षि", []string{"backspace"}, "^"},
		{"delete", "tide", []string{"ctrl+home", "delete"}, "^ide"},
		{"delete joins", "a\nb", []string{"ctrl+home", "right", "delete"}, "a^b"},
		{"join composes", "e\n\u0301a", []string{"left", "left", "backspace"}, "é^a"},
		{"left over a name in Hebrew", "שלום", []string{"left"}, "שלו^ם"},
		{"word left", "the Harbour Master’s report", []string{"ctrl+left", "alt+b"}, "the Harbour ^Master’s report"},
		{"word right", "the Harbour Master", []string{"ctrl+home", "alt+f", "ctrl+right"}, "the Harbour^ Master"},
		{"words over lines", "tide\n\n – turns", []string{"ctrl+left", "ctrl+left"}, "^tide\n\n – turns"},
		{"figures are one word", "£3.5m", []string{"ctrl+w"}, "£^"},
		{"ctrl+w", "the tide turns ", []string{"ctrl+w"}, "the tide ^"},
		{"alt+backspace", "the tide", []string{"alt+backspace"}, "the ^"},
		{"alt+d", "the tide", []string{"home", "alt+d"}, "^ tide"},
		{"ctrl+u", "one\ntwo three", []string{"ctrl+u"}, "one\n^"},
		{"ctrl+k", "one\ntwo", []string{"ctrl+home", "right", "ctrl+k"}, "o^\ntwo"},
		{"home in a soft row", "the tide turns at six in the evening", []string{"home"}, "the tide turns at ^six in the evening"},
		{"home again", "the tide turns at six in the evening", []string{"ctrl+a", "ctrl+a"}, "^the tide turns at six in the evening"},
		{"end in a soft row", "the tide turns at six in the evening", []string{"ctrl+home", "end"}, "the tide turns at^ six in the evening"},
		{"end again", "the tide turns at six in the evening", []string{"ctrl+home", "ctrl+e", "ctrl+e"}, "the tide turns at six in the evening^"},
		{"up keeps the column", "abcdef\nx\nabcdef", []string{"left", "up", "up"}, "abcde^f\nx\nabcdef"},
		{"down over wide text", "abcd\n世界世", []string{"ctrl+home", "right", "right", "right", "down"}, "abcd\n世^界世"},
		{"alt and a letter", "", []string{"alt+x"}, "^"},
		{"tab is the screen's", "a", []string{"ctrl+i"}, "a^"},
	} {
		e := editorAfter(c.text, c.keys...)
		at := editorOffset(e)
		if got := e.Text()[:at] + "^" + e.Text()[at:]; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestEditorHandled(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text             string
		msg              tea.KeyPressMsg
		handled, changed bool
	}{
		{"a\nb", editorKeyNamed("down"), false, false},
		{"a\nb", editorKeyNamed("up"), true, false},
		{"a", editorKeyNamed("up"), false, false},
		{"a", tea.KeyPressMsg{Code: tea.KeyEnter}, false, false},
		{"a", tea.KeyPressMsg{Code: tea.KeyTab}, false, false},
		{"a", editorKeyNamed("ctrl+z"), false, false},
		{"a", tea.KeyPressMsg{Code: 'b', Text: "b"}, true, true},
		{"a", tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}, true, true},
		{"a", tea.KeyPressMsg{Code: 'b', Text: "B", Mod: tea.ModShift | tea.ModCapsLock}, true, true},
		{"a", tea.KeyPressMsg{Code: 'q', Text: "q", Mod: tea.ModAlt}, false, false},
		{"a", tea.KeyPressMsg{Code: 'q', Text: "@", Mod: tea.ModAlt | tea.ModCtrl}, true, true},
		{"a", tea.KeyPressMsg{Code: 'v', Mod: tea.ModCtrl}, false, false},
		{"a", editorKeyNamed("delete"), true, false},
		{"", editorKeyNamed("backspace"), true, false},
	} {
		if handled, changed := editorAfter(c.text).Update(c.msg); handled != c.handled || changed != c.changed {
			t.Errorf("%q in %q: handled %v, changed %v", c.msg, c.text, handled, changed)
		}
	}
}

func TestEditorUndoGoesByTheWord(t *testing.T) {
	t.Parallel()
	e := newEditor(false)
	var heard []string
	for _, r := range "the tide  turns" {
		e.Update(editorTyping(string(r)))
	}
	for range 4 {
		editorPress(e, "backspace")
	}
	e.OnChange(func(s string) { heard = append(heard, s) })
	for e.Undo() {
	}
	for e.Redo() {
	}
	want := []string{"the tide  turns", "the tide  ", "the ", "", "the ", "the tide  ", "the tide  turns", "the tide  t"}
	if !slices.Equal(heard, want) {
		t.Fatalf("%q, want %q", heard, want)
	}
	e.Undo()
	e.Update(editorTyping("!"))
	if e.Redo() {
		t.Fatal("something to redo behind a new key")
	}
	if e.SetText("x"); e.Undo() {
		t.Fatal("something to undo in a new text")
	}
}

func TestEditorMovingEndsAStep(t *testing.T) {
	t.Parallel()
	e := editorAfter("", "|a", "|b", "left", "|c", "right", "|d")
	for _, want := range []string{"acb", "ab", ""} {
		if e.Undo(); e.Text() != want {
			t.Fatalf("%q, want %q", e.Text(), want)
		}
	}
}

func TestEditorCursor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text     string
		keys     []string
		row, col int
	}{
		{"", nil, 0, 0},
		{"twenty cells of text", nil, 0, 20},
		{"twenty cells of text   ", nil, 0, 20},
		{"twenty cells of text and", nil, 1, 3},
		{"twenty cells of text and", []string{"up", "end"}, 0, 20},
		{"twenty cells of text and", []string{"home"}, 1, 0},
		{"abcdefghijklmnopqrstuvw", []string{"ctrl+home", "end"}, 0, 20},
		{"abcdefghijklmnopqrstuvw", []string{"ctrl+home", "end", "right"}, 1, 1},
		{"abcdefghijklmnopqrstuvw", []string{"ctrl+home", "end", "home"}, 0, 0},
		{"世界", []string{"left"}, 0, 2},
		{"a\n\n", nil, 2, 0},
		{"a\tb", []string{"left"}, 0, 4},
	} {
		if row, col := editorAfter(c.text, c.keys...).Cursor(); row != c.row || col != c.col {
			t.Errorf("%q %v: %d, %d, want %d, %d", c.text, c.keys, row, col, c.row, c.col)
		}
	}
}

func TestEditorZeroValue(t *testing.T) {
	t.Parallel()
	var e editor
	if e.Text() != "" || !e.Empty() || !e.AtStart() || !e.AtEnd() || e.Height() != 1 || e.Before() != "" || e.Undo() {
		t.Fatal("not an empty editor")
	}
	if rows := e.Rows(0, 5); !slices.Equal(rows, []string{""}) {
		t.Fatalf("rows %q", rows)
	}
	var f editor
	f.Update(editorTyping("tide"))
	if f.NewLine(); f.Text() != "tide\n" || f.Height() != 2 {
		t.Fatalf("%q", f.Text())
	}
}

// TestEditorOneLine: a line longer than its field scrolls, its cursor is
// always seen and no room is wasted.
func TestEditorOneLine(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		e := newEditor(true)
		e.SetWidth(rapid.IntRange(8, 16).Draw(t, "width"))
		names := []string{"left", "right", "home", "end", "backspace", "delete", "ctrl+left", "ctrl+right"}
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			if rapid.Bool().Draw(t, "type") {
				e.Insert(editorText(t, "text", 4))
				e.NewLine()
			} else {
				editorPress(e, rapid.SampledFrom(names).Draw(t, "key"))
			}
			if up, _ := editorPress(e, "up"); up {
				t.Fatal("up taken")
			}
			row, col := e.Cursor()
			shown := e.Rows(0, 3)
			if row != 0 || e.Height() != 1 || len(shown) != 1 || strings.Contains(e.Text(), "\n") {
				t.Fatalf("more than one line: %q", e.Text())
			}
			if cells(shown[0]) > e.width || col > e.width || !strings.HasPrefix(e.Text()[e.scroll:], shown[0]) {
				t.Fatalf("%q, cursor %d, in %d", shown[0], col, e.width)
			}
			if cells(e.Text()) <= e.width && shown[0] != e.Text() {
				t.Fatalf("%q shown of %q", shown[0], e.Text())
			}
			if got := cells(e.Text()[e.scroll:editorOffset(e)]); got != col {
				t.Fatalf("column %d, want %d", col, got)
			}
		}
	})
}
