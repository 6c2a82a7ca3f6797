package store

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"minutebook/agenda"
)

// then is a book as it was: the records of one meeting, as JSON, with what they
// said before put in their places.
type then struct {
	reader
	prefix string // of the keys of the meeting
	parts  map[bucket]map[string]json.RawMessage
}

// asIt is the records of a meeting as the change of that number left them. Of
// what was written over since, the oldest change after it knows.
func asIt(tx reader, meeting agenda.Key, number uint64) (*then, error) {
	t := &then{tx, meetingPrefix(meeting), map[bucket]map[string]json.RawMessage{}}
	for _, b := range []bucket{recordBucket, closedBucket} {
		t.parts[b] = map[string]json.RawMessage{}
		err := tx.Scan(b, t.prefix, end(t.prefix), func(key string, value []byte) (err error) {
			// What is damaged now may have been sound then.
			if text, err := check(b, key, value); err == nil {
				t.parts[b][key] = slices.Clone(text)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	known := map[string]bool{}
	past := pastPrefix(meeting)
	err := tx.Scan(historyBucket, changeKey(meeting, number+1), end(past), func(key string, value []byte) error {
		_, place, _ := strings.Cut(key[len(past):], "/")
		b, tail, is := strings.Cut(place, "/")
		if t.parts[bucket(b)] == nil || !is || known[place] {
			return nil
		}
		known[place] = true
		text, err := check(historyBucket, key, value)
		if string(text) == gone || err != nil {
			delete(t.parts[bucket(b)], t.prefix+tail)
			return lostBefore(key, err)
		}
		t.parts[bucket(b)][t.prefix+tail] = slices.Clone(text)
		return nil
	})
	return t, err
}

// lostBefore says which change wrote over what can be read no more.
func lostBefore(key string, err error) error {
	if err == nil {
		return nil
	}
	_, where := wherePast(key)
	return fmt.Errorf("%s: %w", where, err)
}

// counters puts back what the heads said of them before a change: a head in
// which nothing else changed was not kept.
func (t *then) counters(change changeRow) error {
	for b, next := range map[bucket]agenda.ID{recordBucket: change.Next, closedBucket: change.ClosedNext} {
		text, there := t.parts[b][t.prefix+"h"]
		if !there {
			continue
		}
		var head map[string]any
		if err := json.Unmarshal(text, &head); err != nil {
			return ErrDamaged
		}
		delete(head, "sum") // of the records as they are now
		head["next"] = next
		text, err := json.Marshal(head)
		if err != nil {
			return err
		}
		t.parts[b][t.prefix+"h"] = text
	}
	return nil
}

// prune drops what came later: no order names it.
func (t *then) prune() error {
	items, err := t.ordered(recordBucket, "h", "i/")
	if err != nil {
		return err
	}
	isItem := func(b bucket, tail string) bool {
		return strings.HasPrefix(tail, "i/") && (b == closedBucket || items[tail])
	}
	for b, parts := range t.parts {
		keep := map[string]bool{"h": true, "life": true}
		for key := range parts {
			tail := key[len(t.prefix):]
			if !isItem(b, tail) {
				continue
			}
			keep[tail] = true
			entries, err := t.ordered(b, tail, "e/")
			if err != nil {
				return err
			}
			maps.Copy(keep, entries)
		}
		maps.DeleteFunc(parts, func(key string, _ json.RawMessage) bool { return !keep[key[len(t.prefix):]] })
	}
	return nil
}

// ordered is the ends of the keys that the order of a record names.
func (t *then) ordered(b bucket, tail, sort string) (map[string]bool, error) {
	var r struct {
		Order string `json:"order"`
	}
	if text, there := t.parts[b][t.prefix+tail]; there && json.Unmarshal(text, &r) != nil {
		return nil, ErrDamaged
	}
	ids, err := orderIDs(r.Order)
	if err != nil {
		return nil, err
	}
	out := make(map[string]bool, len(ids))
	for _, id := range ids {
		out[sort+number(id)] = true
	}
	return out, nil
}

// Get implements reader.
func (t *then) Get(b bucket, key string) ([]byte, error) {
	if t.parts[b] == nil || !strings.HasPrefix(key, t.prefix) {
		return t.reader.Get(b, key)
	}
	if text, there := t.parts[b][key]; there {
		return sealed(b, key, text), nil
	}
	return nil, nil
}

// Scan implements reader.
func (t *then) Scan(b bucket, from, to string, each func(string, []byte) error) error {
	if t.parts[b] == nil || !strings.HasPrefix(from, t.prefix) {
		return t.reader.Scan(b, from, to, each)
	}
	for _, key := range slices.Sorted(maps.Keys(t.parts[b])) {
		if key < from || key >= to {
			continue
		}
		if err := each(key, sealed(b, key, t.parts[b][key])); err != nil {
			return err
		}
	}
	return nil
}
