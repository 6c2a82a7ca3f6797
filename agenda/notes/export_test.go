package notes

import (
	"io"

	"minutebook/agenda"
)

// WriteBody writes a body as a file of notes, so that a test can read it back.
// No command writes one yet.
func WriteBody(out io.Writer, b agenda.Body) error {
	var w writer
	w.body(b, true)
	_, err := io.WriteString(out, w.String())
	return err
}
