package exports

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/agenda"
)

// longestName is how many bytes a file name may have: every file system takes
// these, and the temporary name beside it.
const longestName = 200

// devices are names that some systems give to devices, whatever stands behind
// the first dot.
var devices = []string{"con", "prn", "aux", "nul"}

// plainName refuses what is not the name of an ordinary file in one folder on
// every system: it is a list of what may be, not of what may not.
func plainName(name string) error {
	first, _ := utf8.DecodeRuneInString(name)
	switch {
	case len(name) > longestName:
		return &agenda.Error{What: "This name is too long for a file."}
	case strings.HasPrefix(name, "."):
		return &agenda.Error{What: "A name that begins with a dot would be hidden."}
	case !unicode.IsLetter(first) && !unicode.IsDigit(first):
		return &agenda.Error{What: "A file’s name begins with a letter or a figure."}
	case device(name):
		return &agenda.Error{What: "Some systems keep this name for themselves."}
	}
	for _, r := range name {
		switch {
		case r == '/' || r == '\\':
			return &agenda.Error{What: "A name, not a path: the folder stands below."}
		case !plainLetter(r):
			return &agenda.Error{What: "Letters, figures, blanks, dots, brackets, - and _ make a file’s name."}
		}
	}
	return nil
}

func plainLetter(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || strings.ContainsRune(" .-_()", r))
}

// device is whether a name is that of a device: "con", "com1.md".
func device(name string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	stem = strings.TrimSpace(stem)
	if len(stem) == 4 && (strings.HasPrefix(stem, "com") || strings.HasPrefix(stem, "lpt")) && stem[3] >= '0' && stem[3] <= '9' {
		return true
	}
	return slices.Contains(devices, stem)
}
