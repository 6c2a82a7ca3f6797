package store

import (
	"bytes"
	"errors"
	"testing"

	"minutebook/agenda"
)

// TestMendHidesNothing: where another meeting has vanished whole, the check tells
// of it before one is mended and after.
func TestMendHidesNothing(t *testing.T) {
	meeting, item := sitting(0).Open.Key, sitting(0).Open.Items[4].ID
	raw := func(b *Book, do func(tx writer) error) {
		if err := b.kv.Update(do); err != nil {
			t.Fatal(err)
		}
	}
	for name, harm := range map[string]func(b *Book){
		"an item":     func(b *Book) { damage(t, b, recordBucket, itemKey(meeting, item)) },
		"the head":    func(b *Book) { damage(t, b, recordBucket, headKey(meeting)) },
		"a lost head": func(b *Book) { raw(b, func(tx writer) error { return tx.Delete(recordBucket, headKey(meeting)) }) },
		"its checksum": func(b *Book) {
			raw(b, func(tx writer) error {
				value, err := tx.Get(recordBucket, headKey(meeting))
				value = bytes.Clone(value)
				value[2] ^= 1
				return errors.Join(err, tx.Put(recordBucket, headKey(meeting), value))
			})
		},
	} {
		for _, vanishes := range []bool{true, false} {
			b := madeBook(t)
			copied, _ := evening(t, b)
			other := agenda.Key("01jp0other")
			if _, err := b.Save(ctx, agenda.Snapshot{}, agenda.New(agenda.Meeting{Key: other, Start: "2026-04-09T18:00"})); err != nil {
				t.Fatal(err)
			}
			if vanishes {
				raw(b, func(tx writer) error {
					var keys []string
					err := tx.Scan(recordBucket, meetingPrefix(other), end(meetingPrefix(other)), func(key string, _ []byte) error {
						keys = append(keys, key)
						return nil
					})
					err = errors.Join(err, tx.Delete(derivedBucket, dateKey("2026-04-09", other)))
					for _, key := range keys {
						err = errors.Join(err, tx.Delete(recordBucket, key))
					}
					return err
				})
			}
			harm(b)
			if _, _, err := b.Mend(ctx, meeting, copied, noon); err != nil {
				t.Fatal(err)
			}
			report, err := Check(ctx, b.Path(), nil)
			if err != nil || len(report.Faults) > 0 != vanishes {
				t.Errorf("%s, another vanished: %v: %+v, %v", name, vanishes, report.Faults, err)
			}
			if vanishes && len(report.Faults) > 0 && report.Faults[0].Where != wholeParts[recordBucket] {
				t.Errorf("%s: %+v", name, report.Faults)
			}
		}
	}
}
