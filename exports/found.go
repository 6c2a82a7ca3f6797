package exports

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// Standing is what stands already where a file is to go.
type Standing int

// The ways it can be.
const (
	Nothing  Standing = iota // no such file
	Same                     // the very text that is to be written
	Earlier                  // another text of the same minutes
	Other                    // an export of other minutes or in another format
	Stranger                 // a file that Minutebook did not write
)

// Found is a file that was looked at before one is written in its place.
type Found struct {
	Standing
	Draft int               // which one an Earlier holds; 0: it does not say
	Sum   [sha256.Size]byte // of the whole text; zero where there is no file
}

// longestExport is more than any export has: a file that is larger is a
// stranger's and need not be read.
const longestExport = 1 << 28

// Find looks at what stands at a path where text is to go. It fails where the
// folder is not there or cannot be read.
func Find(path string, text []byte) (Found, error) {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
			return Found{}, &agenda.Error{What: "There is no such folder."}
		}
		return Found{}, nil
	case err != nil:
		return Found{}, plainly(err)
	case info.IsDir():
		return Found{}, &agenda.Error{What: "A folder of that name is there."}
	case !info.Mode().IsRegular() || info.Size() > longestExport:
		return Found{Standing: Stranger}, nil
	}
	old, err := os.ReadFile(path)
	if err != nil {
		return Found{}, plainly(err)
	}
	found := Found{Sum: sha256.Sum256(old)}
	was, ours, err := minutesOf(bytes.NewReader(old))
	is, _, err2 := minutesOf(bytes.NewReader(text))
	switch {
	case err != nil || err2 != nil:
		return Found{}, errors.Join(plainly(err), plainly(err2))
	case bytes.Equal(old, text):
		found.Standing = Same
	case !ours:
		found.Standing = Stranger
	case was != "" && was != is:
		found.Standing = Other
	default:
		found.Standing, found.Draft = Earlier, draftIn(old)
	}
	return found, nil
}

// numberedDraft is the draft in the first lines of minutes in Markdown, in the
// words of any house.
var numberedDraft = func() *regexp.Regexp {
	var drafts []string
	for _, name := range agenda.Profiles() {
		draft := agenda.StyleNamed(agenda.StyleRef{Profile: name}).Head.Draft
		drafts = append(drafts, strings.ReplaceAll(regexp.QuoteMeta(draft), "%d", "[1-9][0-9]{0,5}"))
	}
	return regexp.MustCompile(`(?m)^\*\*(?:` + strings.Join(drafts, "|") + `)\*\*`)
}()

// figure is the number in a draft.
var figure = regexp.MustCompile(`[1-9][0-9]*`)

// draftIn is the number of the draft that an export holds, as far as its format
// says; 0 where it does not.
func draftIn(text []byte) int {
	if isJSONExport(text) {
		var f struct{ Life struct{ Draft int } }
		if json.Unmarshal(text, &f) == nil {
			return f.Life.Draft
		}
		return 0
	}
	head := text[:min(len(text), enough)]
	if draft := numberedDraft.Find(head); draft != nil && calledIn(head) != "" {
		n, _ := strconv.Atoi(string(figure.Find(draft)))
		return n
	}
	return 0
}
