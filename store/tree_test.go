package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"minutebook/agenda"
)

// TestKnot: pages that lead to each other in a circle would use up the stack of
// the program, which nothing can catch.
func TestKnot(t *testing.T) {
	b, _, _ := minuted(t)
	r := sitting(400)
	r.Open.Key = "long"
	_, err := b.Save(ctx, agenda.Snapshot{}, r)
	whole, readErr := os.ReadFile(b.path)
	last, metaErr := newestMeta(bytes.NewReader(whole))
	if err := errors.Join(err, readErr, metaErr); err != nil {
		t.Fatal(err)
	}
	if fault, knot, overlap := walkTree(bytes.NewReader(whole), last); fault != nil || knot != nil || overlap != nil {
		t.Fatalf("a sound book: %v, %v, %v", fault, knot, overlap)
	}
	order, knots, path := binary.NativeEndian, 0, filepath.Join(t.TempDir(), "b.book")
	for id := uint64(2); id < last.pages; id++ {
		page := whole[id*last.page:][:last.page]
		if order.Uint16(page[8:]) != branchPage || order.Uint64(page) != id {
			continue
		}
		for i := range int(order.Uint16(page[10:])) {
			tied := bytes.Clone(whole)
			order.PutUint64(tied[id*last.page+pageHeader+uint64(i)*elementSize+8:], id)
			if err := os.WriteFile(path, tied, 0o600); err != nil {
				t.Fatal(err)
			}
			if fault, knot, _ := walkTree(bytes.NewReader(tied), last); !errors.Is(knot, errKnot) {
				t.Logf("page %d is in no use: %v, %v", id, fault, knot)
				break
			}
			knots++
			for _, open := range []func(string) (*Book, error){Open, OpenReadOnly} {
				if _, err := open(path); !errors.Is(err, ErrNotBook) || !strings.Contains(err.Error(), "circle") {
					t.Errorf("open: %v", err)
				}
			}
		}
	}
	if knots == 0 {
		t.Error("the book has no page that leads to others")
	}
}

// TestPageInUseAndFree: such a book is viewed, not written, because the next
// save would write over what it holds.
func TestPageInUseAndFree(t *testing.T) {
	b, at, _ := minuted(t)
	if _, err := b.Save(ctx, at, spoken(at.Record)); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(b.path)
	last, metaErr := newestMeta(bytes.NewReader(whole))
	if err := errors.Join(err, metaErr); err != nil {
		t.Fatal(err)
	}
	binary.NativeEndian.PutUint64(whole[last.freelist*last.page+pageHeader:], last.root)
	path := filepath.Join(t.TempDir(), "b.book")
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); !errors.Is(err, ErrNotBook) || !strings.Contains(err.Error(), "can be viewed") {
		t.Errorf("open: %v", err)
	}
	v, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = v.Close() }()
	if got, err := v.Load(ctx, at.Record.Open.Key); err != nil || got.Damage != nil {
		t.Errorf("view: %v, %v", err, got.Damage)
	}
}
