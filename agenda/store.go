package agenda

import (
	"context"
	"errors"
)

// What a Store answers when it cannot do what it was asked.
var (
	ErrNotFound = errors.New("not in the book")
	ErrConflict = errors.New("changed by somebody else since it was read")
	ErrSealed   = errors.New("approved minutes are sealed")
	// ErrUnsure: the disk failed in the middle, so the change may or may not be
	// there. Only reading it again can tell.
	ErrUnsure = errors.New("not known whether it was kept")
	// ErrNoRoom: nothing was written, and writing works again as soon as there
	// is room.
	ErrNoRoom = errors.New("the disk is full")
	// ErrReplaced: the file of the book is not the one that was opened, or not as
	// it was left. Nothing more is written to it. Where another look shows the
	// same book with every change again, writing goes on by itself.
	ErrReplaced = errors.New("another program changed the file of the book while it was open")
	// ErrDamaged: what is to be written over or read is there but unreadable.
	ErrDamaged = errors.New("damaged in the book")
)

// Revision names one saved state of a meeting. Nobody computes with it; the
// zero Revision is of a meeting that is not in the book yet.
type Revision string

// Life is how far the minutes have come. It is kept beside the record, outside
// undo. A new meeting is draft 1.
type Life struct {
	Draft int `json:"draft"`
}

// Snapshot is a meeting as the book holds it.
type Snapshot struct {
	Record   Record
	Life     Life
	Revision Revision
	Damage   []Damage
}

// StandIn is the name of what is there but cannot be read: what belongs to it
// still needs a place, and nobody must take it for whole.
const StandIn = "(damaged in the book)"

// Damage is a part of a record that could not be read. The rest is usable.
type Damage struct {
	Where string // "item 4, entry 17"
	Err   error
}

// Summary is a meeting in a list.
type Summary struct {
	Key     Key    `json:"key"`
	Body    Key    `json:"body"`
	Code    string `json:"code"` // of the body
	Name    string `json:"name"` // of the body
	Kind    string `json:"kind,omitempty"`
	Start   Clock  `json:"start"`
	Place   string `json:"place,omitempty"`
	Items   int    `json:"items"`
	Entries int    `json:"entries"`
	Open    bool   `json:"open,omitempty"`   // an item is being minuted, and the meeting has not closed
	At      int    `json:"at,omitempty"`     // which of the items that is, counted from one
	Draft   int    `json:"draft,omitempty"`  // the number of the draft
	Closed  Clock  `json:"closed,omitempty"` // when the meeting closed
}

// Decision is a resolution in the register.
type Decision struct {
	Ref    Ref     `json:"ref"`
	Code   string  `json:"code"`
	Body   string  `json:"body"`
	Date   string  `json:"date"`
	Item   string  `json:"item,omitempty"` // number as typed
	Title  string  `json:"title,omitempty"`
	Verb   string  `json:"verb,omitempty"`
	Number string  `json:"number,omitempty"`
	Parts  []Point `json:"parts"`
}

// Task is an action in the list of actions. Of one that was agreed in private
// business, whose Ref is closed, it has what the public knows of the item, the
// day it is due and whether it is done: none of its words.
type Task struct {
	Ref    Ref      `json:"ref"`
	Code   string   `json:"code"`
	Body   string   `json:"body"`
	Date   string   `json:"date"` // of the meeting
	Item   string   `json:"item,omitempty"`
	Title  string   `json:"title,omitempty"`
	Owners []string `json:"owners,omitempty"`
	Text   string   `json:"text"`
	Due    string   `json:"due,omitempty"`
	State  string   `json:"state,omitempty"`
}

// Store keeps a book. Everything it returns is the caller's to keep. Each
// method is one transaction.
type Store interface {
	// Load reads a meeting. Returns ErrNotFound.
	Load(ctx context.Context, meeting Key) (Snapshot, error)
	// Save keeps next in place of base and returns it as the book now holds it.
	// A base with the zero Revision adds a meeting. Returns ErrConflict where
	// the book holds another revision than base, ErrSealed, ErrUnsure; after
	// any error but ErrUnsure nothing has changed.
	Save(ctx context.Context, base Snapshot, next Record) (Snapshot, error)
	// Meetings lists every meeting, newest first.
	Meetings(ctx context.Context) ([]Summary, error)
	// Bodies lists every body by name.
	Bodies(ctx context.Context) ([]Body, error)
	// Body reads a body. Returns ErrNotFound.
	Body(ctx context.Context, body Key) (Body, error)
	// SaveBody adds a body or replaces the one with its key. Returns
	// ErrConflict where another body has its code.
	SaveBody(ctx context.Context, b Body) error
	// Sittings is a page of the meetings that a query finds, newest first.
	Sittings(ctx context.Context, q Query) (Page[Summary], error)
	// Register is a page of the resolutions that a query finds, newest first.
	Register(ctx context.Context, q Query) (Page[Decision], error)
	// Actions is a page of the actions that a query finds, by due date; what is
	// due on no date comes last.
	Actions(ctx context.Context, q Query) (Page[Task], error)
	// Counts counts what the book holds on a day, given as an ISO date.
	Counts(ctx context.Context, today string) (Counts, error)
}
