package tui

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// ink is a Lip Gloss style taken apart: the sequences before and after a text.
// A style is rendered once, when the theme is known; drawing with it is joining
// strings, because a frame is drawn for every key.
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
	if i.on+j.on == "" {
		return ink{}
	}
	return ink{i.on + j.on, reset}
}

func inkOf(s lipgloss.Style) ink {
	on, _, _ := strings.Cut(s.Render("x"), "x")
	if on == "" {
		return ink{}
	}
	return ink{on, reset}
}

// reset ends every style, as Lip Gloss ends its own.
const reset = "\x1b[m"

// plainBold is bold in the terminal's own colour.
var plainBold = lipgloss.NewStyle().Bold(true)

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

// colour is one line of the colour table: hex for dark and light, the number of
// one of the 16 colours, and what stands in where there is no colour.
type colour struct {
	dark, light string
	ansi        string
	bare        func(lipgloss.Style) lipgloss.Style // for NO_COLOR; nil: nothing
	background  bool
}

func inBold(s lipgloss.Style) lipgloss.Style     { return s.Bold(true) }
func underlined(s lipgloss.Style) lipgloss.Style { return s.Underline(true) }
func reversed(s lipgloss.Style) lipgloss.Style   { return s.Reverse(true) }

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
	bold                        ink // bold and no colour of its own
	found                       ink // a hit
	foundHere                   ink // the hit one is at

	focus string // sequence that keeps a focused row bold where tint has no colour
}

// The colour table of the look, once. Roles elsewhere, hex here only.
var (
	mutedColour   = colour{dark: "#9097a5", light: "#5c6470"}
	strongColour  = colour{dark: "#f1f2f5", light: "#0d1013"}
	faintColour   = colour{dark: "#454c59", light: "#c6cad1", ansi: "8"}
	dimColour     = colour{dark: "#5b6270", light: "#a4aab4", ansi: "8"}
	accentColour  = colour{dark: "#6fc3bb", light: "#0c6e68", ansi: "6", bare: inBold}
	tintColour    = colour{dark: "#1e2d30", light: "#e1efed", background: true}
	fieldColour   = colour{dark: "#20242c", light: "#eff0f1", bare: underlined, background: true}
	cautionColour = colour{dark: "#e3b566", light: "#8a5800", ansi: "3"}
	alarmColour   = colour{dark: "#f0766c", light: "#b3261e", ansi: "1", bare: reversed}
	privateColour = colour{dark: "#c9a0ee", light: "#6b3aa6", ansi: "5", bare: reversed}
	onBandColour  = colour{dark: "#16181d", light: "#ffffff"}
)

// newStyles is the styles of a theme.
func newStyles(t theme) styles {
	base := lipgloss.NewStyle()
	with := func(s lipgloss.Style, colours ...colour) ink {
		for _, c := range colours {
			s = t.paint(s, c)
		}
		return inkOf(s)
	}
	s := styles{
		strong:  with(base.Bold(true), strongColour),
		muted:   with(base, mutedColour),
		faint:   with(base, faintColour),
		dim:     with(base, dimColour),
		accent:  with(base, accentColour),
		pointer: with(base.Bold(true), accentColour),
		tint:    with(base, tintColour),
		field:   with(base, fieldColour),
		caution: with(base, cautionColour),
		alarm:   with(base.Bold(true), alarmColour),
		private: with(base, privateColour),
		found:   inkOf(base.Underline(true)),
		bold:    inkOf(plainBold),
	}
	s.foundHere = with(base.Underline(true).Bold(true), tintColour)
	s.looking = with(base, tintColour, accentColour)
	s.privately = inkOf(t.solid(privateColour))
	s.unsaved = inkOf(t.solid(alarmColour))
	if t.depth != depthTrue {
		s.focus = s.bold.on
		s.looking = inkOf(base.Reverse(true))
		s.field = inkOf(base.Underline(true))
	}
	return s
}

// paint puts a colour of the table on a style, in the depth of the theme.
func (t theme) paint(s lipgloss.Style, c colour) lipgloss.Style {
	name := c.dark
	switch {
	case t.depth == depthNone && c.bare != nil:
		return c.bare(s)
	case t.depth == depthNone, t.depth == depth16 && c.ansi == "":
		return s
	case t.depth == depth16:
		name = c.ansi
	case t.light:
		name = c.light
	}
	if c.background {
		return s.Background(lipgloss.Color(name))
	}
	return s.Foreground(lipgloss.Color(name))
}

// solid is a band in a colour: words in the band's own text colour, and
// reversed where there is no colour to fill with.
func (t theme) solid(c colour) lipgloss.Style {
	if t.depth == depthTrue {
		c.background = true
		return t.paint(t.paint(lipgloss.NewStyle(), c), onBandColour)
	}
	c.bare = reversed
	return t.paint(lipgloss.NewStyle(), c).Reverse(true)
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
