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

// Meetings implements [agenda.Store].
func (b *Book) Meetings(ctx context.Context) (out []agenda.Summary, err error) {
	err = b.view(ctx, func(tx reader) error {
		out = nil
		names, err := names(tx)
		if err != nil {
			return err
		}
		return tx.Scan(derivedBucket, datePrefix, end(datePrefix), func(key string, value []byte) error {
			var r summaryRow
			if unseal(derivedBucket, key, value, &r) != nil {
				s, err := load(tx, agenda.Key(wordsOf(key)))
				if errors.Is(err, agenda.ErrNotFound) {
					return nil
				} else if err != nil {
					return err
				}
				r = newSummary(s.Record.Open, s.Record.Open.ClosedAt())
			}
			r.Name, r.Code = names[r.Body].Name, names[r.Body].Code
			out = append(out, r.Summary)
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list the meetings: %w", err)
	}
	// Keys are in the order they were made.
	slices.SortStableFunc(out, func(a, b agenda.Summary) int {
		return cmp.Or(cmp.Compare(b.Start, a.Start), cmp.Compare(b.Key, a.Key))
	})
	return out, nil
}

// Register implements [agenda.Store]. A word is found inside longer ones too,
// whatever its case, in the parts, the title of the item, the number of the
// resolution, and the name and code of the body.
func (b *Book) Register(ctx context.Context, words ...string) (out []agenda.Decision, err error) {
	words = slices.Clone(words)
	for i := range words {
		words[i] = strings.ToLower(words[i])
	}
	err = b.view(ctx, func(tx reader) error {
		out = nil
		names, err := names(tx)
		if err != nil {
			return err
		}
		return tx.Scan(derivedBucket, rulePrefix, end(rulePrefix), func(key string, value []byte) error {
			var r decisionRow
			if unseal(derivedBucket, key, value, &r) != nil {
				v, err := remade(tx, key)
				if v, ok := v.(decisionRow); ok && err == nil {
					r = v
				} else {
					return err
				}
			}
			r.Body, r.Code = names[r.Of].Name, names[r.Of].Code
			if matches(r.Decision, words) {
				out = append(out, r.Decision)
			}
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("read the register: %w", err)
	}
	return out, nil
}

func matches(d agenda.Decision, words []string) bool {
	if len(words) == 0 {
		return true
	}
	var text strings.Builder
	for _, s := range []string{d.Body, d.Code, d.Title, d.Number} {
		text.WriteString(strings.ToLower(s))
		text.WriteByte('\n') // so that no word is found across two texts
	}
	points(&text, d.Parts)
	for _, w := range words {
		if !strings.Contains(text.String(), w) {
			return false
		}
	}
	return true
}

func points(text *strings.Builder, parts []agenda.Point) {
	for _, p := range parts {
		text.WriteString(strings.ToLower(p.Text))
		text.WriteByte('\n')
		points(text, p.Points)
	}
}

// Actions implements [agenda.Store].
func (b *Book) Actions(ctx context.Context, all bool) (out []agenda.Task, err error) {
	prefix := taskPrefix
	if !all {
		prefix += "open/"
	}
	type due struct{ day, ref string }
	order := map[agenda.Ref]due{}
	err = b.view(ctx, func(tx reader) error {
		out = nil
		names, err := names(tx)
		if err != nil {
			return err
		}
		return tx.Scan(derivedBucket, prefix, end(prefix), func(key string, value []byte) error {
			var r taskRow
			if unseal(derivedBucket, key, value, &r) != nil {
				v, err := remade(tx, key)
				if v, ok := v.(taskRow); ok && err == nil {
					r = v
				} else {
					return err
				}
			}
			r.Body, r.Code = names[r.Of].Name, names[r.Of].Code
			out = append(out, r.Task)
			order[r.Ref] = due{day(r.Due), refKey(r.Ref)}
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list the actions: %w", err)
	}
	if all { // else they came in order
		slices.SortStableFunc(out, func(a, b agenda.Task) int {
			x, y := order[a.Ref], order[b.Ref]
			return cmp.Or(cmp.Compare(x.day, y.day), cmp.Compare(x.ref, y.ref))
		})
	}
	return out, nil
}

// remade is the row under a key, made anew from the record because the row is
// damaged; nil if the entry is gone too.
func remade(tx reader, key string) (any, error) {
	ref, err := refOf(key)
	if err != nil {
		return nil, nil // a damaged key leads nowhere
	}
	s, err := load(tx, ref.Meeting)
	if errors.Is(err, agenda.ErrNotFound) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	it, e, ok := s.Record.Open.Find(ref.Entry)
	if !ok {
		return nil, nil
	}
	_, v := row(s.Record.Open, it, e)
	return v, nil
}
