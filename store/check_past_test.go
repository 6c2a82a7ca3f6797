package store

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"minutebook/agenda"
)

// kept is a book in a file with a meeting of some changes, and the item that was
// spoken to.
func kept(t *testing.T, changes int) (b *Book, meeting agenda.Key, item string) {
	t.Helper()
	b, err := Create(filepath.Join(t.TempDir(), "a.book"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	at := saved(t, b, agenda.Snapshot{}, changes)
	return b, at.Record.Open.Key, number(at.Record.Open.Items[4].ID)
}

// TestCheckTellsOfTheHistory: damage in the history is told with the meeting and
// the change, whether something in it is damaged or gone.
func TestCheckTellsOfTheHistory(t *testing.T) {
	for name, tt := range map[string]struct {
		tail, where string
		gone        bool
	}{
		"a change":                {"", "change 3 in the history", false},
		"what it wrote over":      {"record/i/", "what stood there before change 3, in the history", false},
		"a change gone":           {"", "change 3 in the history", true},
		"what it wrote over gone": {"record/i/", "the history of the meetings", true},
	} {
		b, meeting, item := kept(t, 5)
		key := changeKey(meeting, 3) + tt.tail
		if tt.tail != "" {
			key += item
		}
		if tt.gone {
			if err := b.kv.Update(func(tx writer) error { return tx.Delete(historyBucket, key) }); err != nil {
				t.Fatal(err)
			}
		} else {
			damage(t, b, historyBucket, key)
		}
		report, err := Check(ctx, b.path, child)
		if err != nil || len(report.Faults) != 1 || report.Faults[0].Where != tt.where {
			t.Errorf("%s: %+v, %v", name, report, err)
			continue
		}
		if f := report.Faults[0]; strings.Contains(f.Where, "change") && (f.Meeting != meeting || f.Start == "") {
			t.Errorf("%s: of which meeting is not said: %+v", name, f)
		}
	}
}

// TestBehindALostChange: of a state that cannot be made again, it is said that a
// later change is lost; of one that never was, that there is none.
func TestBehindALostChange(t *testing.T) {
	b, meeting, item := kept(t, 6)
	damage(t, b, historyBucket, changeKey(meeting, 4))
	damage(t, b, historyBucket, changeKey(meeting, 6)+"record/i/"+item)
	for n, want := range map[uint64]string{
		2: "change 4, a later one, is lost",
		3: "change 4, a later one, is lost",
		5: "what stood there before change 6",
		9: "state 9 is not in the book",
	} {
		_, err := b.At(ctx, meeting, n)
		if err == nil || !strings.Contains(err.Error(), want) || errors.Is(err, ErrDamaged) != (n != 9) {
			t.Errorf("state %d: %v", n, err)
		}
	}
	if _, err := b.At(ctx, meeting, 6); err != nil {
		t.Errorf("state 6: %v", err)
	}
}

// TestDamagedKey: a record whose key is damaged is told of without the key, in
// which there may be any words, and the rest of the meeting is there.
func TestDamagedKey(t *testing.T) {
	b, meeting, _ := kept(t, 2)
	const words = "QZXCANARY"
	for in, key := range map[bucket]string{
		recordBucket:  meetingPrefix(meeting) + "e/00" + words,
		closedBucket:  meetingPrefix(meeting) + "i/" + words,
		historyBucket: words + "/" + words + "/x",
	} {
		if err := b.kv.Update(func(tx writer) error { return tx.Put(in, key, []byte("{}")) }); err != nil {
			t.Fatal(err)
		}
	}
	got, err := b.Load(ctx, meeting)
	if err != nil || len(got.Damage) == 0 || len(got.Record.Open.Items[4].Entries) != 1 {
		t.Errorf("%+v, %v", got.Damage, err)
	}
	report, err := Check(ctx, b.path, nil)
	if err != nil || len(report.Faults) < 3 {
		t.Errorf("%+v, %v", report, err)
	}
	for _, f := range report.Faults {
		if strings.Contains(string(f.Meeting)+f.Where+f.What, words) {
			t.Errorf("a key is told: %+v", f)
		}
	}
}
