package store

import (
	"errors"
	"path/filepath"
	"testing"

	"minutebook/agenda"
)

// Two copies that went on apart each have a change of the same number, and
// neither holds that of the other.
func TestCopiesThatWentOnApart(t *testing.T) {
	b := madeBook(t)
	at := saved(t, b, agenda.Snapshot{}, 3)
	from := filepath.Join(t.TempDir(), "copy.book")
	if err := b.Backup(ctx, from); err != nil {
		t.Fatal(err)
	}
	var told string
	b.OnCommit(func(_ uint64, mark string) { told = mark })
	other, err := Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = other.Close() }()
	common, err := b.Mark(ctx)
	if err != nil || common == "" {
		t.Fatalf("no mark: %v", err)
	}
	saved(t, b, at, 4)
	theirs, err := other.Load(ctx, at.Record.Open.Key)
	if err != nil {
		t.Fatal(err)
	}
	saved(t, other, theirs, 5)
	mine, err := b.Mark(ctx)
	its, bad := other.Mark(ctx)
	if err := errors.Join(err, bad); err != nil || mine == its || mine != told {
		t.Fatalf("%v: the marks are %q (told %q) and %q", err, mine, told, its)
	}
	for mark, want := range map[string][2]bool{common: {true, true}, mine: {true, false}, its: {false, true}, "": {}} {
		here, _ := b.Holds(ctx, mark)
		there, _ := other.Holds(ctx, mark)
		if here != want[0] || there != want[1] {
			t.Errorf("%q is held %v, %v", mark, here, there)
		}
	}
}
