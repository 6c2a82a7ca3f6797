package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"minutebook/agenda"
)

// Real minutes, minuted again through the live screen. The texts are not part
// of the project: where they are absent the tests say so and stop.

// step is one line as a clerk would type it: its mark, if any, and the words.
type step struct {
	mark string // the notation's mark, "" for narrative
	text string
}

func seed(t *testing.T, prefix string) string {
	t.Helper()
	found, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "seeds", prefix+"_*.txt"))
	if len(found) != 1 {
		t.Skip("the seed documents are not beside this project")
	}
	raw, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	_, minutes, ok := strings.Cut(strings.ReplaceAll(string(raw), "\r", ""), "Minutes:\n")
	if !ok {
		t.Fatal("the seed has no minutes")
	}
	return strings.Split(minutes, "Supporting documents:")[0]
}

// paragraphs is the lines that hold more than blanks, trimmed of them.
func paragraphs(text string) []string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.Trim(line, " \u00a0\t"); line != "" {
			out = append(out, line)
		}
	}
	return out
}

var (
	inResponse = regexp.MustCompile(`[.?!] In response`)
	housed     = regexp.MustCompile(`^In response it was (\w+) (.*)$`)
	resolved   = regexp.MustCompile(`^(?:RESOLVED – )?(?:\(\d\) )?(That .*)$`)
)

// exchange is a question or comment and what followed it, as lines to type.
func exchange(text string) []step {
	asked, answer := text, ""
	if at := inResponse.FindStringIndex(text); at != nil {
		asked, answer = text[:at[0]+1], text[at[0]+2:]
	}
	first := step{"*=", asked}
	if strings.HasSuffix(strings.TrimRight(asked, "."), "?") {
		first = step{"?", asked}
	}
	steps := []step{first}
	if answer == "" {
		return steps
	}
	further := ""
	if before, after, ok := strings.Cut(answer, " It was further commented that "); ok && !strings.Contains(after, "It was ") {
		answer, further = before, after
	}
	switch m := housed.FindStringSubmatch(answer); {
	case m == nil:
		steps = append(steps, step{">=", answer})
	case m[1] == "stated":
		steps = append(steps, step{">", strings.TrimPrefix(m[2], "that ")})
	default:
		steps = append(steps, step{">" + m[1], m[2]})
	}
	if further != "" {
		steps = append(steps, step{">>", further})
	}
	return steps
}

// keyIn types the lines as a clerk does, using the mark that the composer
// predicts where it is the right one.
func keyIn(c *console, steps []step) (typed int) {
	predicted := ""
	for _, s := range steps {
		mark, verb := s.mark, ""
		if at := strings.IndexFunc(mark, func(r rune) bool { return r >= 'a' && r <= 'z' }); at > 0 {
			mark, verb = mark[:at], mark[at:]+" "
		}
		switch {
		case verb != "":
			c.press("backspace")
			c.typing(mark + verb)
		case mark == predicted:
		case mark == "":
			c.press("backspace")
		case mark == predicted+"=":
			c.typing(mark[len(mark)-1:])
		case strings.HasSuffix(mark, "="), strings.HasPrefix(mark, "@"):
			if strings.HasPrefix(mark, "@") && predicted != "" {
				c.press("backspace")
			}
			c.typing(mark)
		default:
			c.typing(mark + " ")
		}
		c.typing(s.text)
		c.press("enter")
		typed += countGraphemes(s.text)
		predicted = predictionAfter(s)
	}
	return typed
}

// predictionAfter is the rule of the composer as its manual states it.
func predictionAfter(s step) string {
	switch {
	case s.mark == "?" || strings.HasPrefix(s.mark, "*"):
		return ">"
	case strings.HasPrefix(s.mark, ">"):
		return "?"
	case s.mark == "!", s.mark == "-":
		return s.mark
	case strings.HasPrefix(s.mark, "@") && strings.HasSuffix(s.text, ":-"):
		return "-"
	}
	return ""
}

type exported struct {
	Meeting agenda.Meeting `json:"meeting"`
}

func entriesOf(t *testing.T, book, meeting string) []*agenda.Entry {
	t.Helper()
	var file exported
	if err := json.Unmarshal([]byte(run(t, book, "export", meeting, "--format", "json")), &file); err != nil {
		t.Fatal(err)
	}
	for _, it := range file.Meeting.Items {
		if it.Titled() {
			return it.Entries
		}
	}
	t.Fatal("the meeting has no item")
	return nil
}

// minuteLive prepares a meeting of one item, minutes the steps in the live
// screen and leaves. Keys for each grapheme of the entries must stay low.
func minuteLive(t *testing.T, header string, steps []step) (book string) {
	t.Helper()
	if testing.Short() {
		t.Skip("ten thousand keys through a terminal: not in a short run")
	}
	dir := t.TempDir()
	book = filepath.Join(dir, "seed.book")
	file := filepath.Join(dir, "meeting.notes")
	if err := os.WriteFile(file, []byte(header), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, book, "import", file)
	c := open(t, 120, 40, book, "open", "SC/2026-03-12")
	c.shows("saved", "Partnership")
	c.keys = 0
	c.press("pgdn")
	typed := keyIn(c, steps)
	c.press("ctrl+q")
	if status := c.ends(); status != 0 {
		t.Fatalf("the program ended with status %d", status)
	}
	ratio := float64(c.keys) / float64(typed)
	t.Logf("%d keys for %d graphemes: %.4f", c.keys, typed, ratio)
	if ratio > 1.03 {
		t.Errorf("%d keys for %d graphemes: %.4f, want at most 1.03", c.keys, typed, ratio)
	}
	return book
}

// wrapped is a line break within a paragraph of a list.
var wrapped = regexp.MustCompile(`([^\n])\n +([^\s>*+-])`)

// plain is Markdown without its escapes and with each paragraph in one line.
func plain(markdown string) string {
	markdown = wrapped.ReplaceAllString(markdown, "$1 $2")
	return regexp.MustCompile(`\\([[:punct:]])`).ReplaceAllString(markdown, "$1")
}

// inOrder fails unless the texts stand in the document one after another.
func inOrder(t *testing.T, document string, texts []string) {
	t.Helper()
	rest := document
	for _, text := range texts {
		at := strings.Index(rest, text)
		if at < 0 {
			t.Fatalf("not there, or not in order: %.90s…", text)
		}
		rest = rest[at+len(text):]
	}
}

func TestSeedScrutinyThroughTheLiveScreen(t *testing.T) {
	source := paragraphs(seed(t, "001"))
	var steps []step
	var want []string
	exchanges := 0
	for _, p := range source {
		switch bullet, isBullet := strings.CutPrefix(p, "·"); {
		case isBullet:
			bullet = strings.Trim(bullet, " \u00a0")
			steps = append(steps, exchange(bullet)...)
			want = append(want, "- "+bullet)
			exchanges++
		case resolved.MatchString(p):
			steps = append(steps, step{"!", resolved.FindStringSubmatch(p)[1]})
			want = append(want, "**RESOLVED** – "+resolved.FindStringSubmatch(p)[1])
		default:
			steps = append(steps, step{"", p})
			want = append(want, p)
		}
	}
	book := minuteLive(t, "body: Scrutiny Committee\ncode: SC\nmeeting: Ordinary, 2026-03-12 18:00, Town Hall\n\n== 1 | Partnership\n", steps)
	inOrder(t, plain(run(t, book, "export", "SC/2026-03-12")), want)

	asked, answered := 0, map[agenda.ID]bool{}
	for _, e := range entriesOf(t, book, "SC/2026-03-12") {
		switch e.Kind {
		case agenda.Question, agenda.Comment:
			asked++
		case agenda.Response:
			answered[e.On] = true
		}
	}
	if asked != 14 || asked != exchanges || len(answered) != 9 {
		t.Errorf("%d entries of which %d have a response, want 14 and 9", asked, len(answered))
	}
}

func TestSeedBoardThroughTheLiveScreen(t *testing.T) {
	source := paragraphs(seed(t, "003"))
	var steps []step
	var people, want []string
	for i, p := range source {
		bullet, isBullet := strings.CutPrefix(p, "· ")
		next := i+1 < len(source) && strings.HasPrefix(source[i+1], "· ")
		switch words := strings.Fields(p); {
		case isBullet:
			steps = append(steps, step{"-", bullet})
			want = append(want, "- "+bullet)
		case next: // an update by the person whose name begins it
			name := strings.Join(words[:2], " ")
			people = append(people, name)
			steps = append(steps, step{"@" + words[1] + " ", strings.TrimPrefix(p, name+" ")})
			want = append(want, p)
		case resolved.MatchString(p):
			steps = append(steps, step{"!", resolved.FindStringSubmatch(p)[1]})
			want = append(want, resolved.FindStringSubmatch(p)[1])
		case i == 0:
			steps = append(steps, step{"", p})
			want = append(want, p)
		default:
			steps = append(steps, exchange(p)...)
			want = append(want, p)
		}
	}
	header := "body: Scrutiny Committee\ncode: SC\nstyle: council, paragraphs\nmeeting: Ordinary, 2026-03-12 18:00, Town Hall\nattending: " +
		strings.Join(people, "; ") + "\n\n== 1 | Partnership\n"
	book := minuteLive(t, header, steps)
	markdown := plain(run(t, book, "export", "SC/2026-03-12"))
	inOrder(t, markdown, want)
	inOrder(t, markdown, []string{"**RESOLVED** – (1) That", "(2) That"})

	var points []int
	for _, e := range entriesOf(t, book, "SC/2026-03-12") {
		if e.Kind == agenda.Update {
			points = append(points, len(e.Points))
		}
	}
	if len(points) != 2 || points[0] != 12 || points[1] != 4 {
		t.Errorf("updates with %v points, want 12 and 4", points)
	}
}
