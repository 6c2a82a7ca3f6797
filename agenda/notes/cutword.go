package notes

import "strings"

// linkWords stand between the fields of a line as words of their own: "A for
// Chair by B", "A on 4". A \ before one in a name or an office makes it plain.
var linkWords = []string{"for", "on", "by"}

// outside is index among names, with what stands in round brackets left out.
func (f frag) outside(sep func(i int) bool) int {
	depth := 0
	return f.index(true, func(i int) bool {
		switch f.s[i] {
		case '(':
			depth++
		case ')':
			depth = max(depth-1, 0)
		default:
			return depth == 0 && sep(i)
		}
		return false
	})
}

// startsWord is whether the word, with a blank before and behind it, begins at
// byte i.
func (f frag) startsWord(i int, word string) bool {
	return f.s[i] == ' ' && strings.HasPrefix(f.s[i+1:], word) && strings.HasPrefix(f.s[i+1+len(word):], " ")
}

// cutWord splits the fragment at the first such word that is not plain; names
// says whether what stands in quotes before it is.
func (f frag) cutWord(names bool, word string) (before, after frag, found bool) {
	i := f.index(names, func(i int) bool { return f.startsWord(i, word) })
	if i < 0 {
		return f, frag{at: f.at + len(f.s)}, false
	}
	return f.to(i).trim(), f.from(i + len(word) + 2).trim(), true
}

// guardWord makes a word plain wherever it stands behind a blank.
func guardWord(s, word string) string {
	return strings.TrimSuffix(everywhere(s+" ", " "+word+" ", ` \`+word+" "), " ")
}

// unguardWords is the inverse of guardWord for every such word.
func unguardWords(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	for _, word := range linkWords {
		s = strings.TrimSuffix(everywhere(s+" ", ` \`+word+" ", " "+word+" "), " ")
	}
	return s
}
