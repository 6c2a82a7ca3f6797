package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"minutebook/agenda/agendatest"
)

// minuteLines is a text of n lines of about 16 words.
func minuteLines(n int) string {
	const line = "The Harbour Master reported that dredging of the approach channel would be finished before the winter tides."
	return strings.TrimSuffix(strings.Repeat(line+"\n", n), "\n")
}

func BenchmarkEditorKey(b *testing.B) {
	texts := []struct {
		name string
		text string
	}{
		{"50 lines", minuteLines(50)},
		{"2000 lines", minuteLines(2000)},
		{"one paragraph of 10000 words", strings.ReplaceAll(minuteLines(600), "\n", " ")},
		{"wide paragraph", strings.Repeat("世界你好港口委員會", 600)},
		{"10 MB", minuteLines(93000)},
	}
	for _, c := range texts {
		for _, where := range []string{"start", "end"} {
			b.Run(fmt.Sprintf("%s/%s", c.name, where), func(b *testing.B) { benchKeys(b, c.text, where == "start") })
		}
	}
}

func benchKeys(b *testing.B, text string, start bool) {
	e := newEditor(false)
	e.SetWidth(100)
	e.SetText(text)
	from := max(e.Height()-30, 0)
	if start {
		editorPress(e, "ctrl+home")
		from = 0
	}
	back, keys := editorKeyNamed("backspace"), "the tide turned "
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		if n := i % 32; n < 16 {
			e.Update(editorTyping(keys[n : n+1]))
		} else {
			e.Update(back)
		}
		e.Rows(from, 30)
		e.Cursor()
	}
}

// BenchmarkEditorJournal is a key with a hook that takes the whole text.
func BenchmarkEditorJournal(b *testing.B) {
	e := newEditor(false)
	e.OnChange(func(string) {})
	benchOn(b, e, minuteLines(2000))
}

func benchOn(b *testing.B, e *editor, text string) {
	e.SetWidth(100)
	e.SetText(text)
	for b.Loop() {
		e.Update(editorTyping("x"))
		e.Rows(e.Height()-30, 30)
	}
}

func BenchmarkEditorPaste(b *testing.B) {
	for _, n := range []int{2000, 93000} {
		for _, kind := range []string{"plain", "accents"} {
			text := minuteLines(n)
			if kind == "accents" {
				text = strings.ReplaceAll(text, "tides", "ti\u0301des\r")
			}
			b.Run(fmt.Sprintf("%d lines/%s", n, kind), func(b *testing.B) {
				for b.Loop() {
					e := newEditor(false)
					e.SetWidth(100)
					e.Insert(text)
					e.Rows(e.Height()-30, 30)
				}
			})
		}
	}
}

// TestEditorIsQuickEnough keeps the order of magnitude: the limits are many
// times what is measured, for a busy machine.
func TestEditorIsQuickEnough(t *testing.T) {
	e := newEditor(false)
	e.SetWidth(100)
	text := minuteLines(93000)
	start := time.Now()
	e.Insert(text)
	e.Rows(0, 30)
	agendatest.Quick(t, "10 MB", time.Since(start), 2*time.Second)
	if e.Text() != text {
		t.Error("10 MB did not arrive whole")
	}
	e.SetText(strings.ReplaceAll(minuteLines(600), "\n", " "))
	best := time.Hour
	for range 50 {
		start = time.Now()
		e.Update(editorTyping("x"))
		e.Rows(e.Height()-30, 30)
		best = min(best, time.Since(start))
	}
	if best > 300*time.Microsecond {
		t.Errorf("a key in 10,000 words took %v", best)
	}
}
