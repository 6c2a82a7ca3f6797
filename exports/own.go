package exports

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"regexp"
	"strings"

	"minutebook/agenda"
)

// enough is how much of a file is read to find the lines that an export begins
// with.
const enough = 1 << 16

// minutesIn is minutesOf of a file in a folder.
func minutesIn(folder *os.Root, name string) (which string, ours bool, err error) {
	f, err := folder.Open(name)
	if err != nil {
		return "", false, err
	}
	defer f.Close()
	return minutesOf(f)
}

// minutesOf says which meeting's minutes a text holds, in words that only serve
// to be compared, and whether it begins like an export at all. An empty one is
// nobody's work: it holds nothing and may be replaced.
func minutesOf(text io.Reader) (which string, ours bool, err error) {
	r := bufio.NewReaderSize(text, enough)
	head, err := r.Peek(enough)
	switch {
	case len(head) == 0 && err == io.EOF:
		return "", true, nil
	case err != nil && err != io.EOF:
		return "", false, err
	}
	if isJSONExport(head) {
		key, err := keyIn(r)
		var disk *fs.PathError
		if errors.As(err, &disk) {
			return "", false, err
		}
		return key, err == nil, nil // what was cut in the middle is not ours any more
	}
	which = calledIn(head)
	return which, which != "", nil
}

// calledIn is how the first lines of an export in Markdown or notes call its
// meeting: the body, and the kind, day, time and place of the meeting. It is
// empty where they are of no export. The number of the draft is not in it.
func calledIn(head []byte) string {
	lines := strings.Split(string(head), "\n")
	if lines[0] == notesMark {
		return calledInNotes(lines[1:])
	}
	title := ""
	if strings.HasPrefix(lines[0], "# ") && len(lines) > 2 && lines[1] == "" {
		title, lines = lines[0], lines[2:]
	}
	if houseLine.MatchString(lines[0]) {
		_, called, _ := strings.Cut(strings.TrimPrefix(lines[0], "**"), "** ")
		return title + "\n" + called
	}
	return ""
}

func calledInNotes(lines []string) string {
	body := ""
	for _, l := range lines {
		switch {
		case strings.HasPrefix(l, "body: "):
			body = l
		case strings.HasPrefix(l, "meeting: "):
			return body + "\n" + l
		}
	}
	return ""
}

// houseLine is the line under the title of minutes in Markdown, whole, in the
// words of any house: a draft, its number in brackets if it has one, "of the …
// meeting held on …".
var houseLine = func() *regexp.Regexp {
	shape := func(phrase, verb, means string) string {
		return strings.ReplaceAll(regexp.QuoteMeta(phrase), verb, means)
	}
	var lines []string
	for _, name := range agenda.Profiles() {
		h := agenda.StyleNamed(agenda.StyleRef{Profile: name}).Head
		sitting := `(?:.+ )?\S*(?i:` + strings.Join(h.Sittings, "|") + `)[.,()]*(?: .+)?`
		of := regexp.QuoteMeta(h.Of) + "|" + shape(h.OfKind, "%s", ".+") + "|" + shape(h.OfSitting, "%s", sitting)
		lines = append(lines, `\*\*(?:`+shape(h.Draft, "%d", "[1-9][0-9]*")+"|"+regexp.QuoteMeta(h.Unnumbered)+`)\*\* `+
			"(?:"+of+") "+shape(h.On, "%s", ".+"))
	}
	return regexp.MustCompile("^(?:" + strings.Join(lines, "|") + ")$")
}()

func isJSONExport(head []byte) bool {
	return bytes.HasPrefix(head, []byte("{\n  \"format\": \""+jsonFamily))
}

// keyIn reads an export to JSON as far as the key of its meeting, which names
// it for good: a place that was put right does not make it another.
func keyIn(r io.Reader) (string, error) {
	dec := json.NewDecoder(r)
	if _, err := dec.Token(); err != nil {
		return "", err
	}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return "", err
		}
		if name == "meeting" {
			var m struct{ Key string }
			err := dec.Decode(&m)
			return "key " + m.Key, err
		}
		var skipped json.RawMessage
		if err := dec.Decode(&skipped); err != nil {
			return "", err
		}
	}
	return "", io.ErrUnexpectedEOF
}
