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
	it, _, ok := r.Find(after)
	if !ok {
		return r, Applied{}, fmt.Errorf("entry %d is %w", after, agenda.ErrNotFound)
	}
	whole, _ := r.Whole(it.ID)
	next, applied, asks, err := applyAt(r, it.ID, whole.BehindIn(after, false), text, now)
	if at := whole.BehindIn(after, true); err == nil && asks {
		next, applied, _, err = applyAt(r, it.ID, at, text, now)
	}
	if err != nil {
		return r, Applied{}, err
	}
	return next, applied, nil
}

// applyAt applies a text as if the item ended at an index of the whole of it, and
// says whether something that can have responses came of it.
func applyAt(r agenda.Record, item agenda.ID, at int, text string, now agenda.Clock) (_ agenda.Record, _ Applied, asks bool, err error) {
	start, apart := begun(text)
	s := scribe{r: r.Cut(item, at), item: item, now: now, joins: !apart, full: &r}
	if err := s.all(start); err != nil {
		return r, Applied{}, false, err
	}
	whole, _ := s.r.Whole(item)
	asks = slices.ContainsFunc(whole.Entries[min(at, len(whole.Entries)):], func(e *agenda.Entry) bool { return e.Kind.Asks() })
	next, err := s.r.Rejoin(item, r, at)
	if err != nil {
		return r, Applied{}, false, err
	}
	return next, s.applied, asks, nil
}

// PredictBehind is [Predict] for an entry that is written behind another: a
// response where that is part of an exchange.
func PredictBehind(r agenda.Record, after agenda.ID) string {
	if _, e, ok := r.Find(after); ok && (e.Kind.Asks() || e.Kind.Answers()) {
		return ">"
	}
	return ""
}
