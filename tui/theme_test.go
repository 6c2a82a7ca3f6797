package tui

import (
	"image/color"
	"math"
	"testing"

	"charm.land/lipgloss/v2"
)

// luminance is how bright a colour is, as WCAG 2 has it.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	part := func(v uint32) float64 {
		f := float64(v) / 0xffff
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

// contrast is the ratio of WCAG 2 between two hex colours.
func contrast(one, other string) float64 {
	x, y := luminance(lipgloss.Color(one)), luminance(lipgloss.Color(other))
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestContrast wants every word to be legible on the usual backgrounds, on the
// tint of the focused row and on the background of a field. Rules and what is
// behind an overlay are no words.
func TestContrast(t *testing.T) {
	const least = 4.5
	words := map[string]colour{
		"text": textColour, "strong": strongColour, "muted": mutedColour, "accent": accentColour,
		"caution": cautionColour, "alarm": alarmColour, "private": privateColour,
	}
	for _, th := range []theme{{}, {light: true}, {high: true}, {high: true, light: true}} {
		grounds := []string{"#000000", "#16181d", "#1e1e1e", "#002b36"}
		if th.light {
			grounds = []string{"#ffffff", "#fdf6e3"}
		}
		for role, c := range words {
			on := append([]string{th.hex(tintColour)}, grounds...)
			if role != "alarm" && role != "private" {
				on = append(on, th.hex(fieldColour))
			}
			for _, ground := range on {
				if ink := th.hex(c); ink != "" && contrast(ink, ground) < least {
					t.Errorf("%+v: %s %s on %s is %.2f", th, role, ink, ground, contrast(ink, ground))
				}
			}
		}
		for name, ground := range map[string]colour{"alarm": alarmColour, "private": privateColour} {
			if got := contrast(th.hex(onBandColour), th.hex(ground)); got < least {
				t.Errorf("%+v: words on the %s band are %.2f", th, name, got)
			}
		}
	}
}

func TestContrastIsThatOfTheStandard(t *testing.T) {
	for _, c := range []struct {
		one, other string
		want       float64
	}{{"#000000", "#ffffff", 21}, {"#ffffff", "#ffffff", 1}, {"#777777", "#ffffff", 4.48}} {
		if got := contrast(c.one, c.other); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%s on %s is %.3f, want %.2f", c.one, c.other, got, c.want)
		}
	}
}

func TestThemeNeverHasMoreColoursThanTheTerminal(t *testing.T) {
	for _, name := range Themes {
		for _, seen := range []theme{{depth: depth16}, {depth: depthNone}} {
			if got := themeOf(name, seen); got.depth < seen.depth {
				t.Errorf("%s on %+v is %+v", name, seen, got)
			}
		}
		if themeWords[name] == "" || !IsTheme(name) {
			t.Errorf("the palette has no words for %s", name)
		}
	}
	if got := themeOf("auto", theme{light: true}); got != (theme{light: true}) {
		t.Errorf("auto on a light terminal is %+v", got)
	}
	if IsTheme("green") {
		t.Error("green is a theme")
	}
}

func TestThemeFromThePalette(t *testing.T) {
	a := newTestApp(t, newTestBook(t), 80, 24)
	drive(t, a, "ctrl+p", "theme: light", "enter")
	if a.theme != (theme{light: true}) || a.message == "" {
		t.Errorf("the theme is %+v, the message %q", a.theme, a.message)
	}
	drive(t, a, "ctrl+p", "theme: light")
	if _, not := a.top().(*palette).hits(a); len(not) != 1 || not[0].not != "it is on" {
		t.Errorf("not now: %+v", not)
	}
}
