package tui

import "strings"

// nested is a point typed behind the mark of a point: one level deeper for each
// dash, as the notation indents it.
func nested(text string) string {
	indent := ""
	for strings.HasPrefix(text, "- ") {
		indent, text = indent+"  ", strings.TrimLeft(text[2:], " ")
	}
	return indent + "- " + text
}

// continued writes the lines of a text as one entry of the notation: a line
// break is a paragraph break, points, parts and rows keep their lines.
func continued(text string) string {
	first, rest, more := strings.Cut(text, "\n")
	if !more {
		return text
	}
	tabular := strings.Contains(text, "\t")
	var b strings.Builder
	b.WriteString(first)
	for line := range strings.SplitSeq(rest, "\n") {
		bare := strings.TrimLeft(line, " ")
		switch {
		case bare == "":
			b.WriteString("\n  \\")
		case tabular, strings.HasPrefix(bare, "- "),
			(strings.HasPrefix(first, "|") || strings.HasPrefix(first, "/caption ")) && line[0] == '|',
			strings.HasPrefix(first, "!") && (line[0] == '!' || line[0] == '/'):
			b.WriteString("\n" + line)
		default:
			b.WriteString("\n  \\\n  " + bare)
		}
	}
	return b.String()
}

// uncontinued is the inverse of continued.
func uncontinued(text string) string {
	if !strings.Contains(text, "\n") {
		return text
	}
	var out []string
	broke := true
	for i, line := range strings.Split(text, "\n") {
		bare := strings.TrimLeft(line, " ")
		switch {
		case i == 0, bare == line, strings.HasPrefix(bare, "- "):
			out, broke = append(out, line), false
		case bare == `\` && broke:
			out = append(out, "")
		case bare == `\`:
			broke = true
		case broke:
			out, broke = append(out, bare), false
		default:
			out[len(out)-1] += " " + bare
		}
	}
	return strings.Join(out, "\n")
}
