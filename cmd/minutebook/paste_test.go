package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// TestPasteOfTenMegabytes pastes into the real program what is far too long:
// it says so, keeps nothing of it, and takes keys again within two seconds.
// What is as long as an entry may be comes whole, with what is broken in it.
func TestPasteOfTenMegabytes(t *testing.T) {
	book := harbourBook(t)
	c := live(t, 80, 24, book, true)
	timed := func(what string, do func()) {
		t.Helper()
		began := time.Now()
		do()
		took := time.Since(began)
		for range 3 { // a machine that does something else at the time proves nothing
			if took <= 2*time.Second {
				break
			}
			c.press("ctrl+z", "ctrl+z")
			c.until("an empty line", func(screen string) bool { return !strings.Contains(screen, "here") })
			began = time.Now()
			do()
			took = time.Since(began)
		}
		t.Logf("%s: %v", what, took.Round(time.Millisecond))
		if !testing.Short() {
			agendatest.Quick(t, what, took, 2*time.Second)
		}
	}
	timed("10 MB in one line", func() {
		c.paste(strings.Repeat("a word and more ", 10<<16))
		c.typing("still here")
		c.shows("still here")
	})
	timed("50,000 lines", func() {
		c.paste(strings.Repeat("line of text\r\n", 50_000))
		c.shows("nothing was pasted: it is 684 KB")
	})
	c.press("ctrl+z", "ctrl+z")
	c.until("an empty line", func(screen string) bool { return !strings.Contains(screen, "here") })
	longest := strings.Repeat("a word and more ", agenda.EntryMost/16-1) + "caf\xe9 at\x00 last"
	timed("256 KB", func() {
		c.paste(longest)
		c.shows("at last")
	})
	c.press("enter")
	c.until("the entry, saved", func(screen string) bool {
		return strings.Contains(screen, "● saved") && !strings.Contains(lastRows(screen), "at last")
	})
	c.press("ctrl+q")
	c.ends()
	entries := entriesOf(t, book, "NHC/2026-03-12")
	want := strings.NewReplacer("\xe9", "\uFFFD", "\x00", "").Replace(longest)
	if len(entries) != 1 || entries[0].Text != want {
		t.Errorf("%d entries; the first holds %d bytes, want %d", len(entries), len(entries[0].Text), len(want))
	}
}

// TestFiveThousandKeys types as a terminal without bracketed paste pastes:
// every key comes.
func TestFiveThousandKeys(t *testing.T) {
	book := harbourBook(t)
	c := live(t, 80, 24, book, true)
	text := strings.Repeat("nine keys ", 499) + "and ended."
	began := time.Now()
	c.typing(text)
	c.shows("ended.")
	t.Logf("%d keys in %v", len(text), time.Since(began).Round(time.Millisecond))
	c.press("enter", "ctrl+q")
	c.ends()
	if entries := entriesOf(t, book, "NHC/2026-03-12"); len(entries) != 1 || entries[0].Text != text {
		t.Errorf("kept %+v", entries)
	}
}

// TestLongFilesAndLines: import and take refuse an entry that is too long, say
// where it is and keep what they say they keep; 12,000 lines come whole.
func TestLongFilesAndLines(t *testing.T) {
	book := harbourBook(t)
	long := strings.Repeat("a word and more ", 10<<16)
	file := filepath.Join(t.TempDir(), "long.notes")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte("body: Skerry Fell Parish Council\ncode: SFP\nmeeting: 2026-03-12\n\n== 1 | Dues\n"+text+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(long)
	out, err := command(t, book, "import", file).CombinedOutput()
	if err == nil || !strings.Contains(string(out), file+":6:1: found an entry of 10240 KB; expected 256 KB at most") || len(out) > 2000 {
		t.Errorf("import: %v, %d bytes: %.300s", err, len(out), out)
	}
	write(strings.Repeat("line of text\r\n", 12_000))
	began := time.Now()
	run(t, book, "import", file)
	t.Logf("import of 12,000 lines: %v", time.Since(began).Round(time.Millisecond))
	if got := len(entriesOf(t, book, "SFP/2026-03-12")); got != 12_000 {
		t.Errorf("%d entries came of 12,000 lines", got)
	}
	cmd := command(t, book, "take", "NHC/2026-03-12")
	cmd.Stdin = strings.NewReader("/take 1\nbefore.\n" + long[:agenda.EntryMost+16] + "\nafter.\n" + long)
	out, err = cmd.CombinedOutput()
	for _, want := range []string{"line 3, column 1: found an entry of 257 KB", "line 5 is longer than a million letters"} {
		if err == nil || !strings.Contains(string(out), want) {
			t.Errorf("take does not say %q: %v, %.600s", want, err, out)
		}
	}
	if entries := entriesOf(t, book, "NHC/2026-03-12"); len(entries) != 2 || entries[1].Text != "after." {
		t.Errorf("take kept %d entries", len(entries))
	}
}
