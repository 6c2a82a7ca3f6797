package exports

import (
	"html"
	"strings"
)

// acts says whether the character at i would do something in Markdown.
func (l *line) acts(i int) bool {
	switch c := l.text[i]; c {
	case '\\':
		return isPunct(l.after(i))
	case '*', '_', '~':
		return l.delimits(i) || i == 0 && (l.bullet() || l.rule() || l.fence())
	case '`':
		return l.ticks || i == 0 && l.fence()
	case '[':
		return i == 0 && l.defines()
	case ']':
		return l.after(i) == '('
	case '<':
		return l.tag(i)
	case '&':
		return isEntity(l.text[i:])
	case ':':
		return l.scheme(i)
	case '@':
		return l.mail(i)
	case '|':
		return l.place == inCell
	case '#':
		return i == 0 && l.hashes() || l.place == inHeading && l.closes(i)
	case '>':
		return i == 0 && l.starts()
	case '-', '+':
		return i == 0 && (l.bullet() || l.rule())
	case '.', ')':
		return l.numbers(i) || c == '.' && l.www(i)
	}
	return false
}

// after is the byte that the output has behind byte i, 0 at the end.
func (l *line) after(i int) byte {
	switch {
	case l.marked(i + 1):
		return '*'
	case i+1 < len(l.text):
		return l.text[i+1]
	}
	return 0
}

func blank(c byte) bool { return c == ' ' || c == 0 }

func isPunct(c byte) bool {
	return c > ' ' && c < 0x7F && !isAlnum(c)
}

func isAlnum(c byte) bool { return isAlpha(c) || isDigit(c) }

func isAlpha(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// starts says whether the text stands at the start of a line, where it could
// begin another kind of block.
func (l *line) starts() bool {
	return (l.place == atStart || l.place == inItem) && !l.marked(0)
}

// delimits: emphasis or strike-through. One that touches a delimiter of the
// document acts on that, and within emphasis an asterisk could end it.
func (l *line) delimits(i int) bool {
	opens, shuts := l.flanks(i)
	if from, to := l.run(i); l.marked(from) || l.marked(to) {
		return true
	}
	if l.text[i] == '*' && l.emphasised(i) {
		return opens || shuts
	}
	p := l.pairs[strings.IndexByte(paired, l.text[i])]
	return opens && i < p.shut || shuts && i > p.open
}

// bullet: "- x", "+", "* x".
func (l *line) bullet() bool {
	return l.starts() && l.text[0] != '_' && l.text[0] != '~' && blank(l.after(0))
}

// rule: "---", "* * *", "_ _ _". The bullet of an item counts as one of them.
func (l *line) rule() bool {
	if !l.starts() {
		return false
	}
	n := strings.Count(l.text, l.text[:1])
	return (n >= 3 || l.place == inItem) && n+strings.Count(l.text, " ") == len(l.text)
}

// fence: "```" or "~~~".
func (l *line) fence() bool {
	return l.starts() && (l.text[0] == '`' || l.text[0] == '~') && runLength(l.text) >= 3
}

// hashes: "# x".
func (l *line) hashes() bool {
	if !l.starts() {
		return false
	}
	n := runLength(l.text)
	return n <= 6 && (n == len(l.text) || l.text[n] == ' ')
}

// closes: the "#" that end a heading are not printed.
func (l *line) closes(i int) bool {
	return i == len(l.text)-1
}

// numbers: "1. x", "12)".
func (l *line) numbers(i int) bool {
	if i == 0 || i > 9 || !l.starts() || !blank(l.after(i)) {
		return false
	}
	for _, c := range []byte(l.text[:i]) {
		if !isDigit(c) {
			return false
		}
	}
	return true
}

// defines: "[a]: b" is no text but what a link means, "[x] a" in a list is a
// box to tick.
func (l *line) defines() bool {
	if !l.starts() {
		return false
	}
	return strings.Contains(l.text, "]:") || l.place == inItem && len(l.text) > 2 && l.text[2] == ']'
}

// tag: HTML, or a link in angle brackets. At the start of a line a tag need
// not even end.
func (l *line) tag(i int) bool {
	if blank(l.after(i)) {
		return false
	}
	return i == 0 && l.starts() || i < l.tags
}

// isEntity: "&amp;", "&#38;", "&#x26;".
func isEntity(s string) bool {
	i := 1
	if i < len(s) && s[i] == '#' {
		i++
	}
	from := i
	for i < len(s) && isAlnum(s[i]) {
		i++
	}
	return i > from && i < len(s) && s[i] == ';' && html.UnescapeString(s[:i+1]) != s[:i+1]
}

// scheme: "https://x" becomes a link with no brackets at all.
func (l *line) scheme(i int) bool {
	if !strings.HasPrefix(l.text[i:], "://") || i+3 >= len(l.text) || blank(l.text[i+3]) {
		return false
	}
	for _, s := range []string{"http", "https", "ftp"} {
		if i >= len(s) && strings.EqualFold(l.text[i-len(s):i], s) {
			return true
		}
	}
	return false
}

// www: "www.x" as well.
func (l *line) www(i int) bool {
	if i < 3 || !strings.EqualFold(l.text[i-3:i], "www") || blank(l.after(i)) {
		return false
	}
	return i == 3 || !isAlnum(l.text[i-4])
}

// mail: "name@host.org" as well.
func (l *line) mail(i int) bool {
	if i == 0 || l.text[i-1] <= ' ' || l.text[i-1] > '~' {
		return false
	}
	host := l.text[i+1:]
	for j := 0; j < len(host); j++ {
		if host[j] == '.' && j > 0 && j+1 < len(host) && isAlnum(host[j+1]) {
			return true
		}
		if !isAlnum(host[j]) && host[j] != '-' && host[j] != '_' && host[j] != '.' {
			return false
		}
	}
	return false
}
