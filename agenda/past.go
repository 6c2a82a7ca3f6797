package agenda

import (
	"context"
	"time"
)

// PastChange is one save of a meeting: when it was, and what a person would
// recognise it by. It has no word of what is closed.
type PastChange struct {
	Number  uint64    `json:"number"`      // of the state it made; later ones are greater
	At      time.Time `json:"at,omitzero"` // UTC; zero: not known
	Added   int       `json:"added,omitempty"`
	Changed int       `json:"changed,omitempty"`
	Removed int       `json:"removed,omitempty"` // of entries, closed ones too
	What    string    `json:"what,omitempty"`
}

// Past is a store that remembers every state of a draft.
type Past interface {
	// History lists the changes of a meeting, newest first. The last may be of
	// a time before changes were listed: it has a number and no time. Returns
	// ErrNotFound.
	History(ctx context.Context, meeting Key) ([]PastChange, error)
	// At is the record as the change of that number made it. Returns
	// ErrNotFound.
	At(ctx context.Context, meeting Key, number uint64) (Record, error)
}

// InPlaceOf is an earlier state made ready to take the place of a later one:
// the same, but for the counters, so that an ID is never given out twice.
func (r Record) InPlaceOf(later Record) Record { return r.keepCounters(later) }
