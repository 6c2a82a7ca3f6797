package tui

import (
	"strconv"
	"strings"
)

// ink is a style: the sequences before and after a text. Drawing with it is
// joining strings, because a frame is drawn for every key.
type ink struct{ on, off string }

// s is text in this ink.
func (i ink) s(text string) string {
	if i.on == "" || text == "" {
		return text
	}
	return i.on + text + i.off
}

// with is this ink with another on top of it.
func (i ink) with(j ink) ink {
	return newInk(i.on + j.on)
}

func newInk(on string) ink {
	if on == "" {
		return ink{}
	}
	return ink{on, reset}
}

const (
	reset     = "\x1b[m"
	bold      = "\x1b[1m"
	underline = "\x1b[4m"
	reverse   = "\x1b[7m"
)

// depth is how many colours the terminal has.
type depth int

const (
	depthTrue depth = iota // or 256: Bubble Tea finds the nearest
	depth16
	depthNone
)

// theme chooses a column of the colour table.
type theme struct {
	light bool
	depth depth
}

// colour is one line of the colour table: hex for dark and light, the SGR
// parameter for 16 colours, and what stands in where there is no colour.
type colour struct {
	dark, light string
	ansi        string
	bare        string // sequence for NO_COLOR
	background  bool
}

// styles are what the screens draw with. Names say what is drawn, not how.
type styles struct {
	text   ink // what the clerk typed, names, values
	strong ink // titles, and what binds
	muted  ink // what the program adds
	faint  ink // rules only
	dim    ink // the screen behind an overlay

	accent  ink // where you are
	pointer ink // the ▸ of the focused row; bold accent
	tint    ink // background of the focused row: see styles.row
	field   ink // background of an input

	caution ink
	alarm   ink
	private ink

	looking, privately, unsaved ink // bands, over their whole row
	found                       ink // a hit
	foundHere                   ink // the hit one is at

	focus string // sequence that keeps a focused row bold where tint has no colour
}

// The colour table of the look, once. Roles elsewhere, hex here only.
var (
	mutedColour   = colour{dark: "9097a5", light: "5c6470"}
	strongColour  = colour{dark: "f1f2f5", light: "0d1013"}
	faintColour   = colour{dark: "454c59", light: "c6cad1", ansi: "90"}
	dimColour     = colour{dark: "5b6270", light: "a4aab4", ansi: "90"}
	accentColour  = colour{dark: "6fc3bb", light: "0c6e68", ansi: "36", bare: bold}
	tintColour    = colour{dark: "1e2d30", light: "e1efed", background: true}
	fieldColour   = colour{dark: "20242c", light: "eff0f1", bare: underline, background: true}
	cautionColour = colour{dark: "e3b566", light: "8a5800", ansi: "33"}
	alarmColour   = colour{dark: "f0766c", light: "b3261e", ansi: "31", bare: reverse}
	privateColour = colour{dark: "c9a0ee", light: "6b3aa6", ansi: "35", bare: reverse}
	onBandColour  = colour{dark: "16181d", light: "ffffff"}
)

// newStyles is the styles of a theme.
func newStyles(t theme) styles {
	s := styles{
		strong:  newInk(bold + t.sgr(strongColour)),
		muted:   newInk(t.sgr(mutedColour)),
		faint:   newInk(t.sgr(faintColour)),
		dim:     newInk(t.sgr(dimColour)),
		accent:  newInk(t.sgr(accentColour)),
		pointer: newInk(bold + t.sgr(accentColour)),
		tint:    newInk(t.sgr(tintColour)),
		field:   newInk(t.sgr(fieldColour)),
		caution: newInk(t.sgr(cautionColour)),
		alarm:   newInk(bold + t.sgr(alarmColour)),
		private: newInk(t.sgr(privateColour)),
		found:   newInk(underline),
	}
	s.foundHere = newInk(underline + bold + t.sgr(tintColour))
	s.looking = newInk(t.sgr(tintColour) + t.sgr(accentColour))
	s.privately = newInk(t.solid(privateColour))
	s.unsaved = newInk(t.solid(alarmColour))
	if t.depth != depthTrue {
		s.focus = bold
		s.looking = newInk(reverse)
		s.field = newInk(underline)
	}
	return s
}

// sgr is the sequence of a colour, in the depth of the theme.
func (t theme) sgr(c colour) string {
	switch {
	case t.depth == depthNone:
		return c.bare
	case t.depth == depth16 && c.ansi == "":
		return ""
	case t.depth == depth16:
		return "\x1b[" + c.ansi + "m"
	}
	hex, layer := c.dark, "38"
	if t.light {
		hex = c.light
	}
	if c.background {
		layer = "48"
	}
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		return "" // the table is wrong; a test reads every line of it
	}
	rgb := []string{layer, "2", dec(n >> 16), dec(n >> 8 & 255), dec(n & 255)}
	return "\x1b[" + strings.Join(rgb, ";") + "m"
}

func dec(n uint64) string { return strconv.FormatUint(n, 10) }

// solid is the sequence of a band in a colour: words in the band's own text
// colour, and reversed where there is no colour to fill with.
func (t theme) solid(c colour) string {
	if t.depth == depthTrue {
		c.background = true
		return t.sgr(c) + t.sgr(onBandColour)
	}
	c.bare = ""
	return t.sgr(c) + reverse
}

// row fills a styled row to width and tints it when it has the focus.
func (s *styles) row(styled string, width int, focused bool) string {
	styled = pad(styled, width)
	if !focused {
		return styled
	}
	on := s.tint.on + s.focus
	if on == "" {
		return styled
	}
	return on + strings.ReplaceAll(styled, reset, reset+on) + reset
}

// over is a styled text on the background of an ink that reaches under all of
// it, whatever sequences it holds.
func (i ink) over(styled string) string {
	if i.on == "" {
		return styled
	}
	return i.on + strings.ReplaceAll(styled, reset, reset+i.on) + reset
}

// pad fills a styled text with blanks to width cells; a longer one stays.
func pad(styled string, width int) string {
	if n := width - visible(styled); n > 0 {
		return styled + blanks(n)
	}
	return styled
}

// padLeft is pad with the blanks before the text.
func padLeft(styled string, width int) string {
	return blanks(width-visible(styled)) + styled
}

const blankRow = "                                                                                                                                                                "

// blanks is n blanks, none for a negative n.
func blanks(n int) string {
	switch {
	case n <= 0:
		return ""
	case n <= len(blankRow):
		return blankRow[:n]
	}
	return strings.Repeat(" ", n)
}

// visible is the cells a styled text takes on the screen.
func visible(styled string) int {
	n := 0
	for {
		at := strings.IndexByte(styled, '\x1b')
		if at < 0 {
			return n + cells(styled)
		}
		n += cells(styled[:at])
		end := strings.IndexByte(styled[at:], 'm')
		if end < 0 {
			return n
		}
		styled = styled[at+end+1:]
	}
}
