package notes

import (
	"fmt"
	"slices"

	"minutebook/agenda"
)

// ApplyBehind is [Apply] behind an entry instead of at the end of its item: a
// response goes to the question that the entry is or answers, everything else
// right behind the entry and its answers. On an error the record is as it was.
func ApplyBehind(r agenda.Record, after agenda.ID, text string, now agenda.Clock) (agenda.Record, Applied, error) {
	it, _, ok := r.Open.Find(after)
	if !ok {
		return r, Applied{}, fmt.Errorf("entry %d is %w", after, agenda.ErrNotFound)
	}
	next, applied, asks, err := applyAt(r, it, it.Behind(after, false), text, now)
	if at := it.Behind(after, true); err == nil && asks {
		next, applied, _, err = applyAt(r, it, at, text, now)
	}
	if err != nil {
		return r, Applied{}, err
	}
	return next, applied, nil
}

// applyAt applies a text as if the item ended at an index, and says whether
// something that can have responses came of it.
func applyAt(r agenda.Record, it *agenda.Item, at int, text string, now agenda.Clock) (_ agenda.Record, _ Applied, asks bool, err error) {
	head := it.Entries[:at]
	start, apart := begun(text)
	s := scribe{r: upTo(r, it.ID, head), item: it.ID, now: now, joins: !apart, full: &r.Open}
	if err := s.all(start); err != nil {
		return r, Applied{}, false, err
	}
	s.r.Open.Items = slices.Clone(s.r.Open.Items)
	i := slices.IndexFunc(s.r.Open.Items, func(x *agenda.Item) bool { return x.ID == it.ID })
	whole := *s.r.Open.Items[i]
	asks = slices.ContainsFunc(whole.Entries[min(at, len(whole.Entries)):], func(e *agenda.Entry) bool { return e.Kind.Asks() })
	whole.Entries = slices.Concat(whole.Entries, it.Entries[at:])
	s.r.Open.Items[i] = &whole
	return s.r, s.applied, asks, nil
}

// PredictBehind is [Predict] for an entry that is written behind another: a
// response where that is part of an exchange.
func PredictBehind(m agenda.Meeting, after agenda.ID) string {
	if _, e, ok := m.Find(after); ok && (e.Kind.Asks() || e.Kind.Answers()) {
		return ">"
	}
	return ""
}
