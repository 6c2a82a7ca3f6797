package store_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"minutebook/agenda"
	"minutebook/store"
)

// childBook names the book to a child process of the test, which writes it
// until it is killed.
const childBook = "MINUTEBOOK_TEST_CHILD_BOOK"

func TestMain(m *testing.M) {
	if path := os.Getenv(childBook); path != "" {
		fmt.Fprintln(os.Stderr, write(path))
		os.Exit(1)
	}
	if file := os.Getenv("MINUTEBOOK_TEST_CHILD_CHECK"); file != "" {
		os.Exit(store.CheckPages(file, os.Stdout))
	}
	os.Exit(m.Run())
}

// write makes or opens a book, keeps one entry after another, and says of each
// that it is kept. It returns only if something fails.
func write(path string) error {
	fmt.Println(-1) // so that it can be killed while it opens or makes the book
	b, err := store.Open(path)
	if err != nil {
		if b, err = store.Create(path); err != nil {
			return err
		}
	}
	at, err := b.Load(ctx, "m1")
	next := at.Record
	if err != nil {
		next = agenda.New(agenda.Meeting{Key: "m1", Start: "2026-03-12", Items: []*agenda.Item{{Kind: agenda.KindOpening}, {Level: 1, Number: "1"}}})
	}
	for n := len(next.Open.Items[1].Entries); ; n++ {
		if at, err = b.Save(ctx, at, more(next, fmt.Sprintf("entry %d", n))); err != nil {
			return err
		}
		next = at.Record
		fmt.Println(n)
	}
}

// TestKill: whatever moment the program is killed at, the making of the book
// included, what it said it had kept is there, and the file is sound.
func TestKill(t *testing.T) {
	rounds := 50
	if n, err := strconv.Atoi(os.Getenv("MINUTEBOOK_KILLS")); err == nil {
		rounds = n
	} else if testing.Short() {
		rounds = 5
	}
	random := rand.New(rand.NewPCG(3, 4))
	path := filepath.Join(t.TempDir(), "killed.book")
	kept, acknowledged := 0, 0
	for round := range rounds {
		wait := 1 + random.IntN(30)
		if round%5 == 0 { // a new one, killed while it is made
			kept, wait, path = 0, 1, filepath.Join(t.TempDir(), "killed.book")
		}
		said := killed(t, path, wait)
		acknowledged += len(said)
		for _, n := range said {
			kept = max(kept, n+1)
		}
		if _, err := os.Stat(path); err != nil && kept == 0 {
			continue
		}
		b, err := store.Open(path)
		if err != nil {
			t.Fatalf("round %d, %d entries kept: %v", round, kept, err)
		}
		if at, err := b.Load(ctx, "m1"); kept > 0 {
			if err != nil || len(at.Damage) > 0 {
				t.Fatalf("round %d: %v, damage %v", round, err, at.Damage)
			}
			for n, e := range at.Record.Open.Items[1].Entries {
				if e.Text != fmt.Sprintf("entry %d", n) {
					t.Fatalf("round %d: entry %d is %q", round, n, e.Text)
				}
			}
			if got := len(at.Record.Open.Items[1].Entries); got < kept {
				t.Fatalf("round %d: %d entries, but %d were said to be kept", round, got, kept)
			}
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		consistent(t, path)
	}
	t.Logf("%d rounds, %d entries acknowledged", rounds, acknowledged)
}

// killed runs the writer until it has said wait words, kills it, and returns
// all it said.
func killed(t *testing.T, path string, wait int) (said []int) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childBook+"="+path)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err == nil {
		err = child.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for i := 0; ; i++ {
		if i == wait {
			_ = child.Process.Kill() // what was said until then is still read
		}
		if !lines.Scan() {
			break
		}
		n, err := strconv.Atoi(lines.Text())
		if err != nil {
			break
		}
		said = append(said, n)
	}
	_ = child.Wait()
	return said
}
