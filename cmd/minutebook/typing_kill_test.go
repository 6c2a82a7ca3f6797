package main_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"minutebook/agenda/notes"
	"minutebook/store"
	"minutebook/store/journal"
)

const typedAgenda = `body: Northmoor Harbour Committee
code: NHC
meeting: Ordinary, 2026-03-12 18:00, Guildhall, Northmoor

== 1 Buoys
`

// typingRuns is how often the program is killed while somebody types.
func typingRuns() int {
	if n, err := strconv.Atoi(os.Getenv("MINUTEBOOK_KILLS")); err == nil {
		return n
	}
	if testing.Short() {
		return 10
	}
	return 100
}

// TestKillWhileTyping kills the program at random moments while words are typed
// and kept. What its screen had shown is in the book or offered at the next
// start.
func TestKillWhileTyping(t *testing.T) {
	template := killTemplate(t)
	var mu sync.Mutex
	shown, offered := 0, 0
	t.Run("runs", func(t *testing.T) {
		for i := range typingRuns() {
			t.Run(strconv.Itoa(i), func(t *testing.T) {
				t.Parallel()
				k := killTyping(t, template, uint64(i), "killed.book")
				if k.missing != "" {
					t.Errorf("%q was on the screen and is neither in the book nor in the journal:\n%s\nthere is: %s", k.missing, k.screen, k.have)
				}
				if i%4 == 0 {
					k.restarts(t)
				}
				mu.Lock()
				defer mu.Unlock()
				shown += k.shown
				if k.due > 0 {
					offered++
				}
			})
		}
	})
	t.Logf("%d kills: %d words had been shown, 0 lost; %d runs left something to offer", typingRuns(), shown, offered)
	if offered == 0 {
		t.Error("no run left anything in the journal: the test tests nothing")
	}
}

// TestKillWhileTypingLosesWithoutJournal is the control: with no place for a
// journal the same runs lose words, and the test above would see it.
func TestKillWhileTypingLosesWithoutJournal(t *testing.T) {
	template := killTemplate(t)
	for i := range 20 {
		// No file can be called so and have ".journal" behind it.
		k := killTyping(t, template, uint64(i), strings.Repeat("k", 245)+".book")
		if k.missing != "" {
			return
		}
	}
	t.Error("nothing was lost without a journal")
}

func killTemplate(t *testing.T) []byte {
	t.Helper()
	dir := t.TempDir()
	book, notes := filepath.Join(dir, "killed.book"), filepath.Join(dir, "agenda.notes")
	if err := os.WriteFile(notes, []byte(typedAgenda), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("minutebook", "--book", book, "import", notes).CombinedOutput(); err != nil {
		t.Fatalf("import: %v\n%s", err, out)
	}
	data, err := os.ReadFile(book)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// killed is what one run left.
type killed struct {
	book, screen, have, missing string
	shown, due                  int
}

func killTyping(t *testing.T, template []byte, seed uint64, name string) *killed {
	t.Helper()
	k := &killed{book: filepath.Join(t.TempDir(), name)}
	if err := os.WriteFile(k.book, template, 0o600); err != nil {
		t.Fatal(err)
	}
	c := open(t, 80, 24, k.book, "open", "NHC")
	c.shows("the opening")
	c.press("pgdn")
	c.shows("item 1 ")
	random := rand.New(rand.NewPCG(seed, 1))
	words := map[string]bool{}
	for i := range 2 + random.IntN(20) {
		word := fmt.Sprintf("w%04d", i)
		c.typing(word + " ")
		if random.IntN(6) == 0 {
			c.press("enter")
		}
		if random.IntN(2) == 0 {
			c.shows(word)
			words[word] = true
		}
	}
	_ = c.cmd.Process.Kill()
	<-c.gone
	_ = c.cmd.Wait()
	k.screen = c.screen()
	for _, word := range regexp.MustCompile(`w\d{4}`).FindAllString(k.screen, -1) {
		words[word] = true
	}
	k.shown = len(words)
	k.read(t)
	for word := range words {
		if !strings.Contains(k.have, word) {
			k.missing = word
		}
	}
	if line := composerLine(k.screen); !strings.Contains(k.have, line) {
		k.missing = line
	}
	return k
}

// composerLine is the words in the composer, without blanks.
func composerLine(screen string) string {
	rows := strings.Split(screen, "\n")
	from := 0
	for i, r := range rows {
		if strings.Contains(r, "├") {
			from = i + 1
		}
	}
	var b strings.Builder
	for _, r := range rows[from:] {
		if _, right, ok := strings.Cut(r, "│"); ok && strings.Contains(right, "w0") {
			b.WriteString(strings.Join(strings.Fields(right), ""))
		}
	}
	return b.String()
}

// read takes what there is from the files, as the next start would.
func (k *killed) read(t *testing.T) {
	t.Helper()
	book, err := store.Open(k.book)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	ctx := context.Background()
	list, err := book.Meetings(ctx)
	if err != nil || len(list) != 1 {
		t.Fatalf("%d meetings, %v", len(list), err)
	}
	snap, err := book.Load(ctx, list[0].Key)
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for _, it := range snap.Record.Open.Items {
		for _, e := range it.Entries {
			have = append(have, e.Text)
		}
	}
	id, seq, err := book.Identity(ctx)
	if err != nil {
		t.Fatal(err)
	}
	j, _ := journal.Open(journal.Options{Path: k.book, Book: id, Seq: seq, State: filepath.Join(filepath.Dir(k.book), "state", "minutebook")})
	defer j.Close()
	for _, r := range j.Rescued() {
		have = append(have, r.Text)
		if !r.In(snap.Record, notes.TextOf) {
			k.due++
		}
	}
	k.have = strings.ReplaceAll(strings.Join(have, "\n"), " ", "")
}

// restarts starts the program again: it offers what is due, and nothing else.
func (k *killed) restarts(t *testing.T) {
	t.Helper()
	c := open(t, 80, 24, k.book)
	c.until("home or what was found again", func(screen string) bool {
		return strings.Contains(screen, "Keep ") || strings.Contains(screen, "Bodies")
	})
	if offers := strings.Contains(c.screen(), "Found again"); offers != (k.due > 0) {
		t.Errorf("%d texts are due, and the screen is\n%s", k.due, c.screen())
	}
}
