package tui

import (
	"strings"
)

// boxed is how wide a box over a screen is, most at the most, and where it
// begins; a small terminal it takes whole.
func boxed(width, most int) (wide, left, top int) {
	if width < 60 {
		return width, 0, 0
	}
	wide = min(most, width-4)
	return wide, (width - wide) / 2, 2
}

// framed is rows in a rounded frame, its title and a word at the right in the
// upper side. Rows get one column of air on both sides.
func (a *app) framed(title, right string, rows []string, width int) []string {
	var top line
	top.add(a.st.muted, "╭─")
	if title != "" {
		top.to(top.n+1).add(a.st.strong, title).to(top.n + 1)
	}
	tail := "─╮"
	if right != "" {
		tail = " " + right + " ─╮"
	}
	top.add(a.st.muted, strings.Repeat(glyphRule, max(0, width-top.n-cells(tail)))+tail)
	out := []string{top.String()}
	side := a.st.muted.s(glyphBar)
	for _, r := range rows {
		out = append(out, side+" "+pad(r, width-4)+" "+side)
	}
	return append(out, a.st.muted.s("╰"+strings.Repeat(glyphRule, width-2)+"╯"))
}

// overlay lays a box over rows, which lose their colours and go dim, with one
// clear column around it.
func (a *app) overlay(rows, box []string, left, top, width, height int) []string {
	out := make([]string, height)
	for i := range out {
		plain := ""
		if i < len(rows) {
			plain = bare(rows[i])
		}
		if i < top || i >= top+len(box) {
			out[i] = a.st.dim.s(plain)
			continue
		}
		b := box[i-top]
		wide := visible(b)
		out[i] = a.st.dim.s(pad(head(plain, left-1), left)) + b
		if rest := tail(plain, left+wide+1); rest != "" && left+wide < width {
			out[i] += " " + a.st.dim.s(rest)
		}
	}
	return out
}

// dimmed is a page whose header is dim too, for what lies over it.
func (a *app) dimmed(p page) page {
	p.Dim = true
	p.Right = append([]part(nil), p.Right...)
	for i := range p.Right {
		p.Right[i].style = a.st.dim
	}
	return p
}

// bare is a styled text without its styles.
func bare(styled string) string {
	if strings.IndexByte(styled, '\x1b') < 0 {
		return styled
	}
	var b strings.Builder
	for {
		at := strings.IndexByte(styled, '\x1b')
		if at < 0 {
			b.WriteString(styled)
			return b.String()
		}
		b.WriteString(styled[:at])
		end := strings.IndexByte(styled[at:], 'm')
		if end < 0 {
			return b.String()
		}
		styled = styled[at+end+1:]
	}
}

// head is the start of a plain text, n cells of it; a wide character that does
// not fit whole is left out.
func head(s string, n int) string {
	return s[:headLen(s, n)]
}

func headLen(s string, n int) int {
	m, col := theMeter(), 0
	for i := 0; i < len(s); {
		size, w := clusterAt(s, i, col, m)
		if col+w > n {
			return i
		}
		col += w
		i += size
	}
	return len(s)
}

// tail is a plain text from column n on; half of a wide character is a blank.
func tail(s string, n int) string {
	at := headLen(s, n)
	if at == len(s) {
		return ""
	}
	if before := cells(s[:at]); before < n {
		size, w := clusterAt(s, at, before, theMeter())
		return blanks(before+w-n) + s[at+size:]
	}
	return s[at:]
}
