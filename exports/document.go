// Package exports turns a record into the files that leave the program.
//
// [Build] makes a [Document], a neutral tree, from the public record of a
// meeting; a writer for each format prints it. Build takes a Meeting, and
// nothing closed can be reached from one. The package must not know how a
// record is kept or drawn on a screen.
package exports

// Document is the minutes of one meeting, ready to be written in any format.
type Document struct {
	Blocks []Block
}

// Block is one thing in a document, from top to bottom: a Heading, Paragraph,
// List, Table, Resolution or Signature.
type Block interface{ block() }

// Heading is a heading; level 1 is the title of the document.
type Heading struct {
	Level int
	Text  string
}

// Paragraph is a paragraph of runs.
type Paragraph []Run

// Emphasis is how a run is set.
type Emphasis int

// The kinds of emphasis. Nothing a clerk typed is ever bold but the verb of a
// resolution, so no text can pass for one.
const (
	Plain Emphasis = iota
	Bold
	Italic
)

// Run is text set in one way. A bold or italic run has a blank or the end of
// its paragraph on either side.
type Run struct {
	Text string
	Emphasis
}

// List is a list with bullets. Each of its items begins with a paragraph.
type List []ListItem

// ListItem is what stands behind one bullet.
type ListItem []Block

// Table is a table; every row has as many cells as the head.
type Table struct {
	Head  []string
	Rows  [][]string
	Right []bool // columns set to the right, because they hold figures
}

// Resolution is a decision of the body, its parts and sub-points in order.
type Resolution struct {
	Number string
	Verb   string // set in bold; empty: the parts speak for themselves
	Parts  []Part
	By     string // who proposed, seconded and voted
}

// Part is a part or sub-point of a resolution. Depth 0 is a part.
type Part struct {
	Depth int
	Label string // (1), (a), (i)
	Text  []string
}

// Signature is the line on which the minutes are signed.
type Signature string

func (Heading) block()    {}
func (Paragraph) block()  {}
func (List) block()       {}
func (Table) block()      {}
func (Resolution) block() {}
func (Signature) block()  {}

// plain is a paragraph of plain text. Where a phrase of the house found nothing
// to end with, no blank ends it.
func plain(text string) Paragraph { return Paragraph{{Text: trim(text)}} }

// labelled is a paragraph that begins with words of the house in bold.
func labelled(label, text string) Paragraph {
	if text = trim(text); text == "" {
		return Paragraph{{label, Bold}}
	}
	return Paragraph{{label, Bold}, {Text: " " + text}}
}
