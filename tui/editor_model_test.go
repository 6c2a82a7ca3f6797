package tui

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// editorModel is the plain thing the editor must equal.
type editorModel struct {
	text string
	at   int
}

func (m *editorModel) replace(from, to int, s string) {
	head := norm.NFC.String(m.text[:from] + s)
	m.text = norm.NFC.String(m.text[:from] + s + m.text[to:])
	i, _ := slices.BinarySearch(editorEdges(m.text), len(head))
	m.at = editorEdges(m.text)[min(i, len(editorEdges(m.text))-1)]
}

func (m *editorModel) step(by int) int {
	all := editorEdges(m.text)
	i, _ := slices.BinarySearch(all, m.at)
	return all[max(min(i+by, len(all)-1), 0)]
}

type editorBench struct {
	e     *editor
	m     editorModel
	heard string
	trail []string // every text there has been
}

func (b *editorBench) check(t *rapid.T) {
	e := b.e
	if got := e.Text(); got != b.m.text {
		t.Fatalf("text %q, want %q", got, b.m.text)
	}
	if editorOffset(e) != b.m.at {
		t.Fatalf("cursor %d, want %d in %q", editorOffset(e), b.m.at, b.m.text)
	}
	if b.heard != b.m.text {
		t.Fatalf("the journal heard %q, not %q", b.heard, b.m.text)
	}
	if !slices.Contains(editorEdges(b.m.text), b.m.at) {
		t.Fatalf("cursor %d inside a grapheme of %q", b.m.at, b.m.text)
	}
	if e.Len() != len(b.m.text) || e.Empty() != (b.m.text == "") || e.AtStart() != (b.m.at == 0) || e.AtEnd() != (b.m.at == len(b.m.text)) {
		t.Fatalf("Len, Empty, AtStart or AtEnd of %q at %d", b.m.text, b.m.at)
	}
	if !strings.HasSuffix(b.m.text[:b.m.at], e.Before()) || !strings.HasPrefix(b.m.text[b.m.at:], e.After()) {
		t.Fatalf("Before %q, After %q of %q at %d", e.Before(), e.After(), b.m.text, b.m.at)
	}
	b.trail = append(b.trail, b.m.text)
	b.checkRows(t)
}

// checkRows compares the cached rows with rows made anew.
func (b *editorBench) checkRows(t *rapid.T) {
	e := b.e
	fresh := &editor{}
	fresh.SetWidth(e.width)
	fresh.SetText(e.Text())
	if got, want := e.Rows(0, 1<<20), fresh.Rows(0, 1<<20); !slices.Equal(got, want) {
		t.Fatalf("rows at %d\n%q\nwant\n%q", e.width, got, want)
	}
	if got, want := e.Rows(0, 1<<20), wrap(e.Text(), e.width); !slices.Equal(got, want) {
		t.Fatalf("rows at %d\n%q\nwrap\n%q", e.width, got, want)
	}
	for i := range e.paras {
		if got, want := e.paras[i].more, fresh.paras[i].more; !slices.Equal(got, want) {
			t.Fatalf("row starts of %q: %v, want %v", e.paras[i].text, got, want)
		}
	}
	row, col := e.Cursor()
	here, _ := e.find(row)
	if r, n := rapid.IntRange(0, e.Height()).Draw(t, "row"), 3; !slices.Equal(e.Rows(r, n), someRows(fresh.Rows(0, 1<<20), r, n)) || here != e.cur.para {
		t.Fatalf("rows from %d: %q; row %d is in paragraph %d, not %d", r, e.Rows(r, n), row, here, e.cur.para)
	}
	if e.Height() != fresh.Height() || row < 0 || row >= e.Height() || col < 0 || col > e.width {
		t.Fatalf("height %d, want %d; cursor %d, %d", e.Height(), fresh.Height(), row, col)
	}
}

func someRows(rows []string, from, n int) []string {
	return rows[min(from, len(rows)):min(from+n, len(rows))]
}

func TestEditorIsThePlainModel(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		b := &editorBench{e: newEditor(false)}
		b.e.OnChange(func(s string) { b.heard = s })
		b.e.SetWidth(rapid.IntRange(2, 30).Draw(t, "width"))
		b.trail = []string{""}
		t.Repeat(map[string]func(*rapid.T){
			"":       b.check,
			"paste":  b.paste,
			"type":   b.typeOne,
			"sides":  b.sides,
			"erase":  b.erase,
			"move":   b.move,
			"words":  b.wordErase,
			"resize": func(t *rapid.T) { b.e.SetWidth(rapid.IntRange(2, 30).Draw(t, "width")) },
			"undo":   b.undo,
			"select": b.selects,
			"yank":   b.yank,
			"whole":  b.whole,
		})
		b.unwind(t)
	})
}

func (b *editorBench) paste(t *rapid.T) {
	s := editorText(t, "paste", 12)
	b.m.replace(b.m.at, b.m.at, b.e.clean(s))
	b.e.Insert(s)
}

func (b *editorBench) typeOne(t *rapid.T) {
	s := rapid.SampledFrom(editorPieces).Draw(t, "key")
	b.m.replace(b.m.at, b.m.at, b.e.clean(s))
	if handled, _ := b.e.Update(editorTyping(s)); !handled {
		t.Fatalf("%q not taken", s)
	}
}

func (b *editorBench) sides(t *rapid.T) {
	if rapid.Bool().Draw(t, "left") {
		b.m.at = b.m.step(-1)
		editorPress(b.e, "left")
		return
	}
	b.m.at = b.m.step(1)
	editorPress(b.e, "right")
}

func (b *editorBench) erase(t *rapid.T) {
	at := b.m.at
	switch name := rapid.SampledFrom([]string{"backspace", "delete", "ctrl+u", "ctrl+k"}).Draw(t, "key"); name {
	case "backspace":
		b.m.replace(b.m.step(-1), at, "")
		editorPress(b.e, name)
	case "delete":
		b.m.replace(at, b.m.step(1), "")
		editorPress(b.e, name)
	case "ctrl+u":
		b.m.replace(strings.LastIndexByte(b.m.text[:at], '\n')+1, at, "")
		editorPress(b.e, name)
	case "ctrl+k":
		n := strings.IndexByte(b.m.text[at:], '\n')
		if n < 0 {
			n = len(b.m.text) - at
		}
		b.m.replace(at, at+n, "")
		editorPress(b.e, name)
	}
}

func (b *editorBench) move(t *rapid.T) {
	if rapid.IntRange(0, 4).Draw(t, "click") == 0 {
		b.click(t)
		return
	}
	names := []string{"home", "end", "ctrl+a", "ctrl+e", "up", "down", "ctrl+left", "ctrl+right", "alt+b", "alt+f", "ctrl+home", "ctrl+end"}
	name := rapid.SampledFrom(names).Draw(t, "key")
	row, _ := b.e.Cursor()
	handled, changed := editorPress(b.e, name)
	if changed {
		t.Fatalf("%s changed the text", name)
	}
	now, _ := b.e.Cursor()
	at := editorOffset(b.e)
	wrong := false
	switch name {
	case "up":
		wrong = handled != (row > 0) || handled && now != row-1
	case "down":
		wrong = handled != (row < b.e.Height()-1) || handled && now != row+1
	case "home", "ctrl+a", "ctrl+left", "alt+b":
		wrong = at > b.m.at
	case "end", "ctrl+e", "ctrl+right", "alt+f":
		wrong = at < b.m.at
	}
	if wrong {
		t.Fatalf("%s in row %d at %d: handled %v, row %d at %d of %q", name, row, b.m.at, handled, now, at, b.m.text)
	}
	b.m.at = at
}

// selects goes a few steps with shift held, then types over what is selected,
// cuts it or lets go of it.
func (b *editorBench) selects(t *rapid.T) {
	anchor := b.m.at
	for range rapid.IntRange(1, 4).Draw(t, "steps") {
		if rapid.Bool().Draw(t, "left") {
			b.m.at = b.m.step(-1)
			editorPress(b.e, "shift+left")
		} else {
			b.m.at = b.m.step(1)
			editorPress(b.e, "shift+right")
		}
	}
	from, to := min(anchor, b.m.at), max(anchor, b.m.at)
	if got := b.e.Selected(); got != b.m.text[from:to] {
		t.Fatalf("selected %q, want %q", got, b.m.text[from:to])
	}
	switch rapid.IntRange(0, 2).Draw(t, "then") {
	case 0:
		b.m.replace(from, to, "x")
		b.e.Update(editorTyping("x"))
	case 1:
		if to > from {
			b.m.replace(from, to, "")
			editorPress(b.e, "ctrl+k")
		}
	}
	b.e.settle(b.e.cur)
}

// yank kills to both ends of the line in a row and puts all of it back.
func (b *editorBench) yank(t *rapid.T) {
	if b.e.killed != "" && rapid.Bool().Draw(t, "old") {
		b.m.replace(b.m.at, b.m.at, b.e.killed)
		editorPress(b.e, "alt+y")
		return
	}
	editorPress(b.e, "right") // so that no earlier kill grows
	before, after := b.e.Before(), b.e.After()
	for _, name := range []string{"ctrl+u", "ctrl+k"} {
		editorPress(b.e, name)
		b.trail = append(b.trail, b.e.Text())
	}
	want := norm.NFC.String(before + after)
	if got := norm.NFC.String(b.e.killed); before+after != "" && got != want {
		t.Fatalf("killed %q, want %q", got, want)
	}
	if before+after != "" {
		editorPress(b.e, "alt+y")
	}
	b.trail = append(b.trail, b.e.Text())
	b.m = editorModel{b.e.Text(), editorOffset(b.e)}
}

func (b *editorBench) click(t *rapid.T) {
	row, col := rapid.IntRange(0, b.e.Height()).Draw(t, "row"), rapid.IntRange(0, 31).Draw(t, "col")
	b.e.MoveTo(row, col)
	if r, c := b.e.Cursor(); row < b.e.Height() && (r != row || c > col) {
		t.Fatalf("clicked at %d, %d, cursor at %d, %d", row, col, r, c)
	}
	b.m.at = editorOffset(b.e)
}

func (b *editorBench) wordErase(t *rapid.T) {
	e, at := b.e, b.m.at
	probe := *e
	if rapid.Bool().Draw(t, "before") {
		probe.cur = e.wordLeft(e.cur)
		b.m.replace(editorOffset(&probe), at, "")
		editorPress(e, "ctrl+w")
		return
	}
	probe.cur = e.wordRight(e.cur)
	b.m.replace(at, editorOffset(&probe), "")
	editorPress(e, "alt+d")
}

func (b *editorBench) whole(t *rapid.T) {
	s := editorText(t, "whole", 5)
	if rapid.Bool().Draw(t, "all") {
		if b.e.clean(s) != b.m.text {
			b.m.text, b.m.at = b.e.clean(s), len(b.e.clean(s))
		}
		b.e.ReplaceAll(s)
		return
	}
	back := b.m.step(-1)
	if b.m.at > 0 && b.m.text[back] == '\n' {
		back = b.m.at
	}
	n := b.m.at - back
	b.m.replace(back, b.m.at, b.e.clean(s))
	b.e.ReplaceBefore(n, s)
}

// undo goes back and forth: back to a text there has been, forth to here.
func (b *editorBench) undo(t *rapid.T) {
	was := b.m.text
	if !b.e.Undo() {
		return
	}
	if !slices.Contains(b.trail, b.e.Text()) {
		t.Fatalf("undo gave %q, which never was", b.e.Text())
	}
	if rapid.Bool().Draw(t, "again") {
		if !b.e.Redo() || b.e.Text() != was {
			t.Fatalf("redo gave %q, want %q", b.e.Text(), was)
		}
	}
	b.m = editorModel{b.e.Text(), editorOffset(b.e)}
}

// unwind goes all the way back and all the way forth.
func (b *editorBench) unwind(t *rapid.T) {
	was := b.e.Text()
	for b.e.Redo() {
	}
	latest := b.e.Text()
	steps := []string{latest}
	for b.e.Undo() {
		steps = append(steps, b.e.Text())
		if !slices.Contains(b.trail, b.e.Text()) && b.e.Text() != was {
			t.Fatalf("undo gave %q, which never was", b.e.Text())
		}
	}
	if b.e.Text() != "" {
		t.Fatalf("all undone leaves %q", b.e.Text())
	}
	for i := len(steps) - 2; b.e.Redo(); i-- {
		if b.e.Text() != steps[i] {
			t.Fatalf("redo gave %q, want %q", b.e.Text(), steps[i])
		}
	}
	if b.e.Text() != latest {
		t.Fatalf("all redone gives %q, want %q", b.e.Text(), latest)
	}
}
