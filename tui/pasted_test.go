package tui

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda/agendatest"
)

// pastesOf reads what the filter leaves as the framework would: the texts
// between the marks are redeemed, the rest is keys.
func pastesOf(t *testing.T, p *pastes, out string) (keys string, texts []string) {
	t.Helper()
	for {
		before, rest, ok := strings.Cut(out, pasteStart)
		keys += before
		if !ok {
			return keys, texts
		}
		ticket, after, ok := strings.Cut(rest, pasteEnd)
		if !ok {
			t.Fatalf("a paste does not end: %q", out)
		}
		if got := p.redeem(ticket); got.size == len(got.text) {
			texts = append(texts, got.text)
		} else {
			texts = append(texts, "too long")
		}
		out = after
	}
}

// TestPastesComeToTheByte cuts keys and pastes into reads at every place and at
// random ones: whatever is in a paste comes as it was, and no key is lost.
func TestPastesComeToTheByte(t *testing.T) {
	t.Parallel()
	nasty := "a\x00b\xff\xfe\r\n\x1b[31m\x1b[2\u202e\uFFFDpaste 1\x1b[200~"
	in := "x\x1b[A" + pasteStart + nasty + pasteEnd + "y\x1b" + pasteStart + pasteEnd + "\x1b[2~" + pasteStart + "two" + pasteEnd + "z"
	check := func(reads []string) {
		var p pastes
		var out strings.Builder
		for _, r := range reads {
			got := p.filter([]byte(r))
			if len(got) > max(3*len(r), len(r)+40) {
				t.Fatalf("%d bytes of a read of %d", len(got), len(r))
			}
			out.Write(got)
		}
		keys, texts := pastesOf(t, &p, out.String())
		if keys != "x\x1b[Ay\x1b\x1b[2~z" || len(texts) != 3 || texts[0] != nasty || texts[1] != "" || texts[2] != "two" {
			t.Fatalf("%q gives the keys %q and the texts %q", reads, keys, texts)
		}
	}
	check([]string{in})
	for i := range len(in) {
		// A mark cut right behind its first letters is left to the framework.
		if !strings.HasPrefix(in[max(0, i-1):], pasteStart) && !strings.HasPrefix(in[max(0, i-2):], pasteStart) {
			check([]string{in[:i], in[i:]})
		}
	}
}

// TestAPasteThatEndsItself stays one text where its true end comes with it.
func TestAPasteThatEndsItself(t *testing.T) {
	t.Parallel()
	var p pastes
	out := p.filter([]byte(pasteStart + "one\r" + pasteEnd + "\x11\rtwo" + pasteEnd + "k"))
	keys, texts := pastesOf(t, &p, string(out))
	if keys != "k" || len(texts) != 1 || texts[0] != "one\r"+pasteEnd+"\x11\rtwo" {
		t.Errorf("keys %q, texts %q", keys, texts)
	}
}

// TestPasteWholeOrRefused pastes what is too much and what is broken into the
// minuting screen. Afterwards a key is typed and the text is kept: none of it
// takes two seconds.
func TestPasteWholeOrRefused(t *testing.T) {
	const most = 2 * time.Second
	lines := func(n int, line string) string { return strings.TrimSuffix(strings.Repeat(line+"\r\n", n), "\r\n") }
	for _, c := range []struct {
		name, text string
		refused    string // words of the message
		says       string
	}{
		{name: "10 MB in one line", text: strings.Repeat("a word and more ", 10<<16), refused: "it is 10.0 MB, and an entry holds 256 KB; it is still where you copied it"},
		{name: "50,000 lines", text: lines(50_000, "line of text"), refused: "it is 684 KB"},
		{name: "the longest line", text: strings.Repeat("a word and more.", pasteMost/16)},
		{name: "one long word", text: strings.Repeat("x", pasteMost)},
		{name: "12,000 lines", text: lines(12_000, "line of text")},
		{name: "lines of points", text: lines(20_000, "- x")},
		{name: "lines of commands", text: lines(3_000, "/arrive Nobody")},
		{name: "many blank lines", text: "a" + lines(20_000, "") + "b"},
		{name: "accents upon accents", text: "e" + strings.Repeat("\u0301", pasteMost/4)},
		{name: "what cannot be shown", text: "a\x00b\x1b[2Jc\u202ed", says: "3 characters that cannot be shown were left out"},
		{name: "one of it", text: "a\u200eb\x00", says: "1 character that cannot be shown was left out"},
		{name: "broken UTF-8", text: "caf\xe9 cr\xe8me", says: "2 bytes that are no text stand as \uFFFD"},
		{name: "a paste that ends itself", text: "one" + pasteEnd + "two", says: "1 character that cannot be shown was left out"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, l := openMeeting(t, northmoor, 80, 24)
			drive(t, a, "pgdown")
			step := func(what string, do func()) {
				t.Helper()
				began := time.Now()
				do()
				a.frame()
				agendatest.Quick(t, what, time.Since(began), most)
			}
			step("the paste", func() { send(t, a, tea.PasteMsg{Content: c.text}) })
			if _, asks := a.top().(*confirm); asks {
				step("the answer", func() { drive(t, a, "enter") })
			} else if c.refused == "" && strings.Contains(c.text, "\n") {
				t.Error("nobody asks what the lines are")
			}
			if c.refused != "" {
				if !strings.Contains(a.message, c.refused) || !l.comp.Empty() {
					t.Errorf("says %q; the line holds %d bytes", a.message, len(l.comp.Text()))
				}
				return
			}
			if a.message != c.says {
				t.Errorf("says %q, not %q", a.message, c.says)
			}
			want := (&editor{}).clean(c.text)
			if got := l.comp.words.Text(); got != want && c.name != "lines of points" && c.name != "lines of commands" {
				t.Errorf("the line holds %d bytes of %d", len(got), len(want))
			}
			step("two keys", func() { drive(t, a, "x", "backspace") })
			if strings.HasPrefix(c.name, "lines of commands") {
				return
			}
			step("enter", func() { drive(t, a, "enter") })
			if texts(l.s.meeting(), "1") == "" {
				t.Errorf("nothing was kept: %s", l.problem)
			}
		})
	}
}

// TestPasteQuestionKnowsItsLimit: so many lines are one entry; as notes they
// are a file.
func TestPasteQuestionKnowsItsLimit(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "pgdown")
	before := entryCount(l.s.record())
	send(t, a, tea.PasteMsg{Content: strings.Repeat("line\n", notesMost+1)})
	drive(t, a, "down", "enter")
	if got := entryCount(l.s.record()); got != before || !strings.Contains(l.problem, "minutebook import") || l.comp.Empty() {
		t.Errorf("%d entries, problem %q", got, l.problem)
	}
}

// TestFuzzedPastes: no bytes stop the filter, and what is outside of pastes is
// never changed.
func TestFuzzedPastes(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(5, 9))
	pieces := []string{pasteStart, pasteEnd, "\x1b", "[", "2", "0", "~", "a", "\xff", "\x1b[2", "paste 1"}
	for range 20_000 {
		var p pastes
		var out []byte
		plain := ""
		for range random.IntN(4) {
			read := ""
			for range random.IntN(8) {
				read += pieces[random.IntN(len(pieces))]
			}
			out = append(out, p.filter([]byte(read))...)
			plain += read
		}
		out = append(out, p.held...)
		if !strings.Contains(plain, pasteStart) && string(out) != plain {
			t.Fatalf("%q became %q", plain, out)
		}
	}
}
