package store

import (
	"bytes"
	"errors"
	"maps"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// sumsOf is every sum that a book says, and every one that it should.
func sumsOf(t interface{ Fatalf(string, ...any) }, b *Book) (said, want map[string]string) {
	said, want = map[string]string{}, map[string]string{}
	err := b.view(ctx, func(tx reader) error {
		sums := map[bucket]string{}
		if _, err := get(tx, metaBucket, sumsKey, &sums); err != nil {
			return err
		}
		for _, in := range buckets[1:] {
			said[string(in)] = sums[in]
			now, err := count(tx, account{in: in})
			if err != nil {
				return err
			}
			want[string(in)] = now.String()
		}
		for _, in := range []bucket{recordBucket, closedBucket} {
			err := tx.Scan(in, "m/", end("m/"), func(key string, value []byte) error {
				if key[len(key)-2:] != "/h" {
					return nil
				}
				var head struct {
					Sum string `json:"sum"`
				}
				if err := unseal(in, key, value, &head); err != nil {
					return err
				}
				now, err := count(tx, account{in, key[:len(key)-1]})
				said[string(in)+"/"+key], want[string(in)+"/"+key] = head.Sum, now.String()
				return err
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return said, want
}

// TestSumsAreKept: after any changes every sum is what one would get by adding
// everything up again.
func TestSumsAreKept(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		b := Memory()
		at := map[agenda.Key]agenda.Snapshot{}
		for range rapid.IntRange(1, 6).Draw(rt, "changes") {
			r := agendatest.Record(rt)
			r.Open.Key = agenda.Key(rapid.SampledFrom([]string{"m1", "m/2", "m"}).Draw(rt, "meeting"))
			var err error
			switch now := at[r.Open.Key]; rapid.IntRange(0, 3).Draw(rt, "change") {
			case 0:
				err = b.SaveBody(ctx, agenda.Body{Key: agenda.Key(rapid.SampledFrom([]string{"nhc", "lib"}).Draw(rt, "body")), Code: rapid.StringMatching("[A-C]").Draw(rt, "code")})
			case 1:
				if now.Revision == "" || len(now.Record.Open.Items) == 0 {
					continue
				}
				it := rapid.SampledFrom(now.Record.Open.Items).Draw(rt, "item")
				next, _, addErr := now.Record.Add(it.ID, agenda.Entry{Kind: agenda.Note, Text: "mind the gap"})
				if addErr != nil {
					continue
				}
				at[r.Open.Key], err = b.Save(ctx, now, next)
			default:
				at[r.Open.Key], err = b.Save(ctx, now, r)
			}
			if err != nil && !errors.Is(err, agenda.ErrConflict) {
				rt.Fatal(err)
			}
			if said, want := sumsOf(rt, b); !maps.Equal(said, want) {
				rt.Fatalf("the book says %v, want %v", said, want)
			}
		}
		for key, want := range at {
			if got, err := b.Load(ctx, key); want.Revision != "" && (err != nil || got.Damage != nil) {
				rt.Fatalf("load %s: %v, %v", key, err, got.Damage)
			}
		}
	})
}

// TestSumsTell: what is whole in itself but should not be there, or should be,
// is reported; and so it is after the next save.
func TestSumsTell(t *testing.T) {
	r := sitting(6)
	r, note, err := r.Add(r.Open.Items[4].ID, agenda.Entry{Kind: agenda.Note, Text: "mind the gap"})
	if err != nil {
		t.Fatal(err)
	}
	first, m := r.Open.Items[4].Entries[1].ID, r.Open.Key
	for name, do := range map[string]func(tx writer, was map[string][]byte) error{
		"an entry of before": func(tx writer, was map[string][]byte) error {
			return tx.Put(recordBucket, entryKey(m, first), was["entry"])
		},
		"a note of before": func(tx writer, was map[string][]byte) error {
			return tx.Put(closedBucket, entryKey(m, note.Nth()), was["note"])
		},
		"a draft that vanished": func(tx writer, _ map[string][]byte) error { return tx.Delete(recordBucket, lifeKey(m)) },
		"an entry more": func(tx writer, _ map[string][]byte) error {
			return put(tx, recordBucket, "m/"+part(string(m))+"/new/1", "?")
		},
	} {
		t.Run(name, func(t *testing.T) {
			b, was := Memory(), map[string][]byte{}
			at, err := b.Save(ctx, agenda.Snapshot{}, r)
			if err != nil {
				t.Fatal(err)
			}
			_ = b.kv.View(func(tx reader) error {
				e, _ := tx.Get(recordBucket, entryKey(m, first))
				n, _ := tx.Get(closedBucket, entryKey(m, note.Nth()))
				was["entry"], was["note"] = bytes.Clone(e), bytes.Clone(n)
				return nil
			})
			next, err := at.Record.Edit(agenda.Entry{ID: first, Kind: agenda.Question, Text: "Something else."})
			if err == nil {
				next, err = next.Edit(agenda.Entry{ID: note, Kind: agenda.Note, Text: "something else"})
			}
			if err != nil {
				t.Fatal(err)
			}
			if at, err = b.Save(ctx, at, next); err != nil {
				t.Fatal(err)
			}
			if got, err := b.Load(ctx, m); err != nil || got.Damage != nil {
				t.Fatalf("before: %v, %v", err, got.Damage)
			}
			if err := b.kv.Update(func(tx writer) error { return do(tx, was) }); err != nil {
				t.Fatal(err)
			}
			for range 2 {
				got, err := b.Load(ctx, m)
				if err != nil || len(got.Damage) != 1 || !errors.Is(got.Damage[0].Err, ErrDamaged) {
					t.Fatalf("load: %v, %v", err, got.Damage)
				}
				if at, err = b.Save(ctx, got, spoken(got.Record)); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// TestSumsOfAnEarlierBook: a book without sums is not complained of, and gets
// them with the next change.
func TestSumsOfAnEarlierBook(t *testing.T) {
	b, r := Memory(), sitting(6)
	at, err := b.Save(ctx, agenda.Snapshot{}, r)
	if err != nil {
		t.Fatal(err)
	}
	err = b.kv.Update(func(tx writer) error {
		return errors.Join(tx.Delete(metaBucket, sumsKey), put(tx, recordBucket, headKey(r.Open.Key), newHead(r.Open, at.Revision)))
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := b.Load(ctx, r.Open.Key); err != nil || got.Damage != nil {
		t.Fatalf("load: %v, %v", err, got.Damage)
	}
	if _, err = b.Save(ctx, at, spoken(r)); err != nil {
		t.Fatal(err)
	}
	if said, want := sumsOf(t, b); !maps.Equal(said, want) {
		t.Errorf("the book says %v, want %v", said, want)
	}
}
