package notes

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Problem is a mistake in notes: where it is, what stands there, what should.
// Col counts characters from 1. A warning stops nothing.
type Problem struct {
	File     string
	Line     int
	Col      int
	Found    string
	Expected string
	Nearest  string // the nearest known word, where one is near
	Stranger string // the name of somebody on no roster, where that is what is wrong
	Warning  bool
}

// Error is the problem in one line: "FILE:LINE:COL: found …; expected …".
func (p Problem) Error() string {
	where := fmt.Sprintf("%d:%d: ", p.Line, p.Col)
	if p.File != "" {
		where = p.File + ":" + where
	}
	return where + p.Words()
}

// Words is the problem without its place, for beside the words it is about.
func (p Problem) Words() string {
	if p.Nearest != "" {
		return "found " + p.Found + "; did you mean " + p.Nearest + "?"
	}
	return "found " + p.Found + "; expected " + p.Expected
}

// Problems is every mistake of a text, in the order of the text. As an error
// it is one line each.
type Problems []Problem

// Error is one line for each problem.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, one := range p {
		lines[i] = one.Error()
	}
	return strings.Join(lines, "\n")
}

// Mistakes counts those that are more than a warning.
func (p Problems) Mistakes() (n int) {
	for _, one := range p {
		if !one.Warning {
			n++
		}
	}
	return n
}

// of is the problems in the order of the text, each with its file.
func (p Problems) of(file string) Problems {
	out := slices.Clone(p)
	slices.SortStableFunc(out, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	for i := range out {
		out[i].File = file
	}
	return out
}

// sorted is of, split into mistakes and warnings.
func (p Problems) sorted(file string) (mistakes, warnings Problems) {
	for _, one := range p.of(file) {
		if one.Warning {
			warnings = append(warnings, one)
		} else {
			mistakes = append(mistakes, one)
		}
	}
	return mistakes, warnings
}

// quoted shows what was found, cut so that a line of an error stays a line.
func quoted(s string) string {
	s = strings.ReplaceAll(s, "\n", " ")
	if r := []rune(s); len(r) > 40 {
		s = string(r[:39]) + "…"
	}
	return "“" + s + "”"
}

// Nearest is the known word that a mistyped one is likeliest to be, or "".
func Nearest(word string, known []string) string {
	word = strings.ToLower(word)
	best, least := "", 3
	switch {
	case len(word) < 3:
		return ""
	case len(word) < 5:
		least = 2
	}
	for _, k := range known {
		if d := distance([]rune(word), []rune(strings.ToLower(k)), least); d < least {
			best, least = k, d
		}
	}
	return best
}

// distance counts the letters to change, add, drop or swap with the next to
// make a into b, as far as limit.
func distance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d >= limit || -d >= limit {
		return limit
	}
	rows := [3][]int{}
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
	}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(a); i++ {
		two, one, now := rows[(i+2)%3], rows[(i)%3], rows[(i+1)%3]
		now[0] = i
		for j := 1; j <= len(b); j++ {
			change := one[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			now[j] = min(change, one[j]+1, now[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], two[j-2]+1)
			}
		}
	}
	return min(rows[(len(a)+1)%3][len(b)], limit)
}
