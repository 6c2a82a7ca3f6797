package agenda

import "time"

// Draft is text that is being typed and is not in the record yet.
type Draft struct {
	// Number tells the drafts of a journal apart; a later one has a greater
	// number.
	Number  uint64
	Meeting Key
	Item    ID
	Entry   ID     // the entry being edited; zero for a new one
	After   ID     // the entry that a new one goes behind; zero: the last of the item
	Field   string // what is being typed where it is not an entry: "paper", "title"; empty: an entry
	// Kept is set on Enter: the text is in the record on the screen, and in the
	// book as soon as that is saved. Became is the entry it made or changed there,
	// zero where it made none. The draft stays until the save has answered, and
	// recovery drops it when the book has it.
	Kept    bool
	Became  ID
	Private bool // typed in private business: it is shown only under the PRIVATE banner
	Text    string
}

// Rescued is a draft that an earlier run of the program has left behind, because
// it was killed or the machine stopped.
type Rescued struct {
	Draft
	Typed time.Time // when its last letter was typed
}

// Journal takes what is being typed, before the screen shows it, so that a
// killed program loses none of it. Write must be fast enough to be called for
// each key. Implementations return an error when the text could not be
// written, and the caller tells the clerk.
type Journal interface {
	// Next is a number for a new draft.
	Next() uint64
	// Write keeps the newest state of a draft.
	Write(Draft) error
	// End drops a draft: its text is in the book, or the clerk took it back.
	End(number uint64) error
	// Rescued is what earlier runs have left behind, oldest first. It stays in the
	// journal until it is ended.
	Rescued() []Rescued
}

// JournalMoved is the error of a write that went well, in another place: the
// file that held the journal is not trusted any more.
type JournalMoved struct {
	To  string // the file it is in now
	Why error
}

func (e *JournalMoved) Error() string {
	return "the journal is now " + e.To + ": " + e.Why.Error()
}

func (e *JournalMoved) Unwrap() error { return e.Why }
