package tui

import (
	"slices"

	"charm.land/lipgloss/v2"
)

// Themes are the names a theme can be chosen by, with the command line or in
// the palette.
var Themes = []string{"auto", "dark", "light", "high-contrast", "high-contrast-dark", "high-contrast-light", "16", "none"}

// IsTheme says whether a theme is called so; no name is auto.
func IsTheme(name string) bool { return name == "" || slices.Contains(Themes, name) }

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
	high  bool // high contrast
	depth depth
}

// themeOf is the theme of that name on a terminal that said what it is. It
// never gives a terminal more colours than it has.
func themeOf(name string, seen theme) theme {
	t := seen
	switch name {
	case "dark", "high-contrast-dark":
		t.light = false
	case "light", "high-contrast-light":
		t.light = true
	case "16":
		t.depth = max(t.depth, depth16)
	case "none":
		t.depth = depthNone
	}
	t.high = name == "high-contrast" || name == "high-contrast-dark" || name == "high-contrast-light"
	return t
}

// wear puts a theme on.
func (a *app) wear(name string) {
	a.look = name
	a.theme = themeOf(name, a.seen)
	a.restyle()
}

// themeWords are what the palette calls the themes.
var themeWords = map[string]string{
	"auto": "as the terminal is", "dark": "dark", "light": "light",
	"high-contrast": "high contrast", "high-contrast-dark": "high contrast, dark", "high-contrast-light": "high contrast, light",
	"16": "16 colours", "none": "no colours",
}

// colour is one line of the colour table: hex for each background, the number
// of one of the 16 colours, and what stands in where there is no colour.
type colour struct {
	dark, light         string
	highDark, highLight string
	ansi                string
	bare                func(lipgloss.Style) lipgloss.Style // for NO_COLOR; nil: nothing
	background          bool
}

// The colour table of the look, once. Roles elsewhere, hex here only.
var (
	textColour    = colour{highDark: "#ffffff", highLight: "#000000"}
	mutedColour   = colour{dark: "#9097a5", light: "#5c6470", highDark: "#d0d0d0", highLight: "#333333"}
	strongColour  = colour{dark: "#f1f2f5", light: "#0d1013", highDark: "#ffffff", highLight: "#000000"}
	faintColour   = colour{dark: "#454c59", light: "#c6cad1", highDark: "#8a8a8a", highLight: "#6f6f6f", ansi: "8"}
	dimColour     = colour{dark: "#5b6270", light: "#a4aab4", highDark: "#8a8a8a", highLight: "#6f6f6f", ansi: "8"}
	accentColour  = colour{dark: "#6fc3bb", light: "#0c6e68", highDark: "#00e5e5", highLight: "#00504c", ansi: "6", bare: inBold}
	tintColour    = colour{dark: "#1e2d30", light: "#e1efed", highDark: "#003f48", highLight: "#c8ebe8", background: true}
	fieldColour   = colour{dark: "#20242c", light: "#eff0f1", highDark: "#2a2a2a", highLight: "#e4e4e4", bare: underlined, background: true}
	cautionColour = colour{dark: "#e3b566", light: "#8a5800", highDark: "#ffd75f", highLight: "#5c3a00", ansi: "3"}
	alarmColour   = colour{dark: "#f0766c", light: "#b3261e", highDark: "#ff8a80", highLight: "#8b0000", ansi: "1", bare: reversed}
	privateColour = colour{dark: "#c9a0ee", light: "#6b3aa6", highDark: "#e0b0ff", highLight: "#4b1d80", ansi: "5", bare: reversed}
	onBandColour  = colour{dark: "#16181d", light: "#ffffff", highDark: "#000000", highLight: "#ffffff"}
)

// hex is the colour in the theme's column; empty: the terminal's own.
func (t theme) hex(c colour) string {
	switch {
	case t.high && t.light:
		return c.highLight
	case t.high:
		return c.highDark
	case t.light:
		return c.light
	}
	return c.dark
}

// paint puts a colour of the table on a style, in the depth of the theme.
func (t theme) paint(s lipgloss.Style, c colour) lipgloss.Style {
	name := t.hex(c)
	switch {
	case t.depth == depthNone && c.bare != nil:
		return c.bare(s)
	case t.depth == depthNone:
		return s
	case t.depth == depth16:
		name = c.ansi
	}
	if name == "" {
		return s
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
