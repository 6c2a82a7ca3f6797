package exports

import (
	"io"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// writeNotes writes the public copy in the notation, under the comment by
// which an export is recognised.
func writeNotes(w io.Writer, b agenda.Body, m agenda.Meeting, life agenda.Life) error {
	if _, err := io.WriteString(w, notesMark+"\n"); err != nil {
		return err
	}
	return notes.WriteMeeting(w, b, m, life)
}

func writeFullNotes(w io.Writer, b agenda.Body, r agenda.Record, life agenda.Life) error {
	if _, err := io.WriteString(w, notesMark+"\n"); err != nil {
		return err
	}
	return notes.Write(w, b, r, life)
}
