package tui

import (
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// tabStop is how many cells a tab reaches to.
const tabStop = 4

// meter measures text the way the renderer does: by code point until the
// terminal says that it knows graphemes (mode 2027), by grapheme from then on.
type meter = ansi.Method

var screenMeter atomic.Uint32 // a meter; its zero value is what the renderer starts with

func theMeter() meter { return meter(screenMeter.Load()) }

// setMeter chooses how cells are counted and reports whether that changed.
func setMeter(m meter) bool { return meter(screenMeter.Swap(uint32(m))) != m }

// meterFrom follows the renderer when the terminal tells its modes. After a
// true everything that was laid out must be laid out again; an editor does so
// at its next SetWidth.
func meterFrom(msg tea.ModeReportMsg) bool {
	if msg.Mode != ansi.ModeUnicodeCore {
		return false
	}
	switch msg.Value {
	case ansi.ModeReset, ansi.ModeSet, ansi.ModePermanentlySet:
		return setMeter(ansi.GraphemeWidth)
	}
	return false
}

// clusterAt gives the length of the grapheme at s[i:] and the cells it takes
// in column col.
func clusterAt(s string, i, col int, m meter) (n, width int) {
	if s[i] == '\t' {
		return 1, tabStop - col%tabStop
	}
	switch {
	case plainAt(s, i):
		return 1, 1
	case ideograph(s, i) && (i+3 == len(s) || s[i+3] < utf8.RuneSelf || ideograph(s, i+3)):
		return 3, 2
	}
	cluster, width := ansi.FirstGraphemeCluster(s[i:], m)
	return len(cluster), width
}

// plainAt reports an ASCII character that no mark can follow: nearly every one.
func plainAt(s string, i int) bool {
	return s[i] >= ' ' && s[i] < 0x7f && (i+1 == len(s) || s[i+1] < utf8.RuneSelf)
}

// ideograph reports a character of U+5000 to U+9FFF, each wide and a grapheme
// of its own: text of these is laid out ten times as fast for knowing it.
func ideograph(s string, i int) bool { return s[i] >= 0xe5 && s[i] <= 0xe9 && i+3 <= len(s) }

// blank reports whether a grapheme is a blank at which a row may end.
func blank(cluster string) bool {
	switch cluster {
	case " ", "\t":
		return true
	case "\u2007", "\u202f": // never break
		return false
	}
	if cluster == "" || cluster[0] < 0xe1 || cluster[0] > 0xe3 { // where the other blanks are
		return false
	}
	r, n := utf8.DecodeRuneInString(cluster)
	return n == len(cluster) && unicode.Is(unicode.Zs, r)
}

// cells is the number of terminal cells of a plain text of one line.
func cells(s string) int { return cellsOf(s, theMeter()) }

func cellsOf(s string, m meter) int {
	col := 0
	for i := 0; i < len(s); {
		n, w := clusterAt(s, i, col, m)
		col += w
		i += n
	}
	return col
}

// cut shortens a plain text of one line to width cells; what was shortened
// ends with an ellipsis. No grapheme is split.
func cut(s string, width int) string { return cutOf(s, width, theMeter()) }

func cutOf(s string, width int, m meter) string {
	const tail = "…"
	room := width - cellsOf(tail, m)
	keep, col := 0, 0
	for i := 0; i < len(s); {
		n, w := clusterAt(s, i, col, m)
		if col+w > width {
			if room < 0 {
				return ""
			}
			return strings.TrimRight(s[:keep], " \t") + tail
		}
		col += w
		i += n
		if col <= room {
			keep = i
		}
	}
	return s
}

// rowEnd finds where the soft row that starts at byte at ends. It breaks
// greedily behind blanks, which hang over the edge; a word longer than a row
// is broken between graphemes.
func rowEnd(s string, at, width int, m meter) (end int) {
	col, chance := 0, at
	for i := at; i < len(s); {
		n, w, gap := 1, 1, s[i] == ' '
		if !plainAt(s, i) {
			n, w = clusterAt(s, i, col, m)
			gap = blank(s[i : i+n])
		}
		switch {
		case gap:
			chance = i + n
		case col+w > width && chance > at:
			return chance
		case col+w > width && i > at:
			return i
		}
		col += w
		i += n
	}
	return len(s)
}

// rowText is what is drawn of a soft row: tabs as blanks and nothing beyond
// the width. The blanks at which a row was broken are left out (soft).
func rowText(s string, width int, soft bool, m meter) string {
	if plainRow(s) {
		if soft {
			s = strings.TrimRight(s, " ")
		}
		return s[:min(len(s), width)]
	}
	inked, fits, col, over := 0, 0, 0, false
	for i := 0; i < len(s); {
		n, w := clusterAt(s, i, col, m)
		col += w
		over = over || col > width
		if !blank(s[i : i+n]) {
			inked = i + n
			if over {
				return cutOf(s, width, m) // one grapheme wider than the row
			}
		}
		i += n
		if !over {
			fits = i
		}
	}
	if soft {
		fits = inked
	}
	return untab(s[:fits], m)
}

// plainRow reports a row of which each byte is a cell.
func plainRow(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// untab puts blanks for tabs. A mark behind a tab stands on nothing; it would
// join the last blank and could make it wide, so it is not drawn.
func untab(s string, m meter) string {
	if strings.IndexByte(s, '\t') < 0 {
		return s
	}
	var b strings.Builder
	col := 0
	for i := 0; i < len(s); {
		n, w := clusterAt(s, i, col, m)
		switch {
		case s[i] == '\t':
			b.WriteString(strings.Repeat(" ", w))
		case w > 0 || i == 0 || s[i-1] != '\t':
			b.WriteString(s[i : i+n])
		}
		col += w
		i += n
	}
	return b.String()
}

// wrap lays a text out in rows of at most width cells, exactly as an editor of
// that width shows it, so that nothing moves when typed text is kept.
func wrap(text string, width int) []string {
	m, width := theMeter(), max(width, 1)
	var rows []string
	for line := range strings.SplitSeq(text, "\n") {
		for at := 0; ; {
			end := rowEnd(line, at, width, m)
			rows = append(rows, rowText(line[at:end], width, end < len(line), m))
			if end == len(line) {
				break
			}
			at = end
		}
	}
	return rows
}
