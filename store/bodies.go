package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"minutebook/agenda"
)

// Bodies implements [agenda.Store]. A body whose record cannot be read is in
// the list by its code alone, because its meetings are still there.
func (b *Book) Bodies(ctx context.Context) (out []agenda.Body, err error) {
	err = b.view(ctx, func(tx reader) (err error) {
		out, err = bodies(tx)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list the bodies: %w", err)
	}
	slices.SortStableFunc(out, func(a, b agenda.Body) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.Key, b.Key))
	})
	return out, nil
}

func bodies(tx reader) (out []agenda.Body, err error) {
	err = tx.Scan(recordBucket, bodyPrefix, end(bodyPrefix), func(key string, value []byte) error {
		var r bodyRecord
		if unseal(recordBucket, key, value, &r) != nil {
			r.Body = agenda.Body{Key: agenda.Key(wordsOf(key)), Name: standIn}
			if r.Code, err = codeOf(tx, r.Key); err != nil {
				return err
			}
		}
		out = append(out, r.Body)
		return nil
	})
	return out, err
}

// codeOf finds the code of a body without reading the body.
func codeOf(tx reader, body agenda.Key) (code string, err error) {
	err = tx.Scan(derivedBucket, codePrefix, end(codePrefix), func(key string, value []byte) error {
		var owner agenda.Key
		if unseal(derivedBucket, key, value, &owner) == nil && owner == body {
			code = wordsOf(key)
		}
		return nil
	})
	return code, err
}

// names is the bodies by key, for the lists.
func names(tx reader) (map[agenda.Key]agenda.Body, error) {
	all, err := bodies(tx)
	out := make(map[agenda.Key]agenda.Body, len(all))
	for _, body := range all {
		out[body.Key] = body
	}
	return out, err
}

// Body implements [agenda.Store].
func (b *Book) Body(ctx context.Context, body agenda.Key) (agenda.Body, error) {
	var r bodyRecord
	err := b.view(ctx, func(tx reader) error {
		r = bodyRecord{}
		ok, err := get(tx, recordBucket, bodyKey(body), &r)
		if err == nil && !ok {
			err = agenda.ErrNotFound
		}
		return err
	})
	if err != nil {
		return agenda.Body{}, fmt.Errorf("body %s: %w", body, err)
	}
	return r.Body, nil
}

// SaveBody implements [agenda.Store]. Codes that differ in case only are the
// same.
func (b *Book) SaveBody(ctx context.Context, body agenda.Body) error {
	if body.Key == "" {
		return &agenda.Error{What: "a body needs a key"}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	err := b.update(ctx, func(tx *ledger) error {
		_, err := stamp(tx)
		return errors.Join(err, saveBody(tx, body))
	})
	var failed *commitError
	if errors.As(err, &failed) && !errors.Is(err, agenda.ErrNoRoom) {
		return fmt.Errorf("save the body: %w (%w)", agenda.ErrUnsure, err)
	}
	if err != nil {
		return fmt.Errorf("save the body: %w", err)
	}
	return nil
}

func saveBody(tx writer, body agenda.Body) error {
	var old bodyRecord
	if _, err := get(tx, recordBucket, bodyKey(body.Key), &old); err != nil {
		return err
	}
	if body.Code != "" {
		var owner agenda.Key
		// A damaged row is no claim on a code: it is written anew.
		taken, err := get(tx, derivedBucket, codeKey(body.Code), &owner)
		if err != nil && !errors.Is(err, ErrDamaged) {
			return err
		}
		if err == nil && taken && owner != body.Key {
			return fmt.Errorf("the code %s belongs to another body: %w", body.Code, agenda.ErrConflict)
		}
		if err := put(tx, derivedBucket, codeKey(body.Code), body.Key); err != nil {
			return err
		}
	}
	if old.Code != "" && codeKey(old.Code) != codeKey(body.Code) {
		if err := tx.Delete(derivedBucket, codeKey(old.Code)); err != nil {
			return err
		}
	}
	return replace(tx, recordBucket, bodyKey(body.Key), bodyRecord{version, body})
}
