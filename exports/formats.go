package exports

import (
	"io"
	"strings"

	"minutebook/agenda"
)

// Format is a kind of file that minutes can be written as. Public is what
// anybody may see, and cannot reach the rest; Full holds the clerk's notes too.
type Format struct {
	Name, Ext, Title string
	// Prints says that the house style is applied: the file holds sentences, not
	// the record itself.
	Prints bool

	Public func(io.Writer, agenda.Body, agenda.Meeting, agenda.Life) error
	Full   func(io.Writer, agenda.Body, agenda.Record, agenda.Life) error
}

// Formats lists every format, the usual one first.
var Formats = []Format{
	{"md", "md", "Markdown", true, writeMarkdown, writeFullMarkdown},
	{"notes", "notes", "notes", false, writeNotes, writeFullNotes},
	{"json", "json", "JSON", false, writeJSON, writeFullJSON},
}

// FormatNamed finds a format by its name or the end of a file name, in any
// case.
func FormatNamed(name string) (Format, bool) {
	for _, f := range Formats {
		if strings.EqualFold(name, f.Name) || strings.EqualFold(name, f.Ext) || strings.EqualFold(name, f.Title) {
			return f, true
		}
	}
	return Format{}, false
}

func writeMarkdown(w io.Writer, b agenda.Body, m agenda.Meeting, life agenda.Life) error {
	return Markdown(w, Build(b, m, life))
}

func writeFullMarkdown(w io.Writer, b agenda.Body, r agenda.Record, life agenda.Life) error {
	return Markdown(w, BuildFull(b, r, life))
}
