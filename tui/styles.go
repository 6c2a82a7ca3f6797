package tui

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// ink is a Lip Gloss style taken apart: the sequences before and after a text.
// A style is rendered once, when the theme is known; drawing with it is joining
// strings, because a frame is drawn for every key.
type ink struct{ opens, closes string }

// s is text in this ink. It may come from data: nothing in it reaches the
// terminal but letters.
func (i ink) s(text string) string {
	text = shown(text)
	if i.opens == "" || text == "" {
		return text
	}
	return i.opens + text + i.closes
}

// with is this ink with another on top of it.
func (i ink) with(j ink) ink {
	if i.opens+j.opens == "" {
		return ink{}
	}
	return ink{i.opens + j.opens, reset}
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
	secret  ink // the kind of what is typed in private; bold private

	looking, privately, unsaved ink // bands, over their whole row
	bold                        ink // bold and no colour of its own
	found                       ink // a hit
	foundHere                   ink // the hit one is at

	focus string // sequence that keeps a focused row bold where tint has no colour
}

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
		text:    with(base, textColour),
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
		secret:  with(base.Bold(true), privateColour),
		found:   inkOf(base.Underline(true)),
		bold:    inkOf(plainBold),
	}
	s.foundHere = with(base.Underline(true).Bold(true), tintColour)
	s.looking = with(base, tintColour, accentColour)
	s.privately = inkOf(t.solid(privateColour))
	s.unsaved = inkOf(t.solid(alarmColour))
	if t.depth != depthTrue {
		s.focus = s.bold.opens
		s.looking = inkOf(base.Reverse(true))
		s.field = inkOf(base.Underline(true))
	}
	return s
}

// row fills a styled row to width and tints it when it has the focus.
func (s *styles) row(styled string, width int, focused bool) string {
	styled = pad(styled, width)
	if !focused {
		return styled
	}
	on := s.tint.opens + s.focus
	if on == "" {
		return styled
	}
	return on + strings.ReplaceAll(styled, reset, reset+on) + reset
}

// over is a styled text on the background of an ink that reaches under all of
// it, whatever sequences it holds.
func (i ink) over(styled string) string {
	if i.opens == "" {
		return styled
	}
	return i.opens + strings.ReplaceAll(styled, reset, reset+i.opens) + reset
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
