package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"minutebook/agenda"
	"minutebook/agenda/notes"
	"minutebook/exports"
	"minutebook/store"

	"github.com/spf13/cobra"
)

// maxImport is far above what a person has in one file: a year of minutes is a
// hundredth of it.
const maxImport = 64 << 20

func (p *program) importCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "import FILE...",
		Short: "Take in bodies and meetings from notes or JSON",
		Long: "Takes in bodies and meetings from files of notes or JSON; - is standard input.\n" +
			"Every mistake of every file is told at once, and nothing is kept while there is one.",
		Example: "minutebook import march.notes\nminutebook import --replace march.notes\nminutebook import - < march.notes",
	}
	replace := c.Flags().Bool("replace", false, "let a meeting take the place of the same one in the book")
	return p.command(c, func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return misuse("minutebook import FILE, or - for standard input", "import needs a file")
		}
		files, err := p.readFiles(args)
		if err != nil {
			return err
		}
		return p.writing(openOrCreate, func(book *store.Book) error {
			return p.importFiles(c.Context(), book, files, *replace)
		})
	})
}

// importInto takes one file in for the interface and says what came.
func (p *program) importInto(ctx context.Context, book agenda.Store, path string) (string, error) {
	file, err := readFile(path, p.in)
	if err != nil {
		return "", err
	}
	plan, err := planImport(ctx, book, []source{file}, false)
	if err != nil {
		return "", err
	}
	if err := plan.carryOut(ctx, book); err != nil {
		return "", err
	}
	said := plan.said
	for _, warning := range file.warnings {
		said = append(said, warning.Error())
	}
	return strings.Join(said, "; "), nil
}

func (p *program) importFiles(ctx context.Context, book agenda.Store, files []source, replace bool) error {
	plan, err := planImport(ctx, book, files, replace)
	if err != nil {
		var several refusals
		if errors.As(err, &several) && len(several) > 1 {
			for _, refused := range several {
				fmt.Fprintln(p.err, plain(refused))
			}
			return wrong(several.hint(), "%d things stand in the way; nothing was imported", len(several))
		}
		return err
	}
	if err := plan.carryOut(ctx, book); err != nil {
		return err
	}
	return p.write(func(w io.Writer) error {
		for _, line := range plan.said {
			fmt.Fprintln(w, line)
		}
		return nil
	})
}

// source is a file that was read and understood.
type source struct {
	name     string
	public   bool // it says that it is a public copy
	bodies   []agenda.Body
	meetings []incoming
	warnings notes.Problems
	numbers  []string
}

// incoming is a meeting of a file.
type incoming struct {
	body   agenda.Body
	record agenda.Record
	life   agenda.Life
}

// readFiles reads every file and tells the mistakes and the warnings of all of
// them: a warning is often why a mistake below it is one.
func (p *program) readFiles(names []string) ([]source, error) {
	var files []source
	var mistakes, bad int
	var first error
	for _, name := range names {
		file, err := readFile(name, p.in)
		if err == nil {
			files = append(files, file)
			for _, warning := range file.warnings {
				fmt.Fprintln(p.err, warning.Error())
			}
			continue
		}
		bad++
		if problems := (notes.Problems{}); errors.As(err, &problems) {
			mistakes += problems.Mistakes()
			for _, problem := range problems {
				fmt.Fprintln(p.err, problem.Error())
			}
			continue
		}
		if first == nil {
			first = err
		} else {
			fmt.Fprintln(p.err, plain(err))
		}
	}
	switch {
	case first != nil:
		return nil, first
	case bad > 0:
		return nil, wrong("mend the lines above and import again", "%s in %s; nothing was imported", count(mistakes, "mistake"), count(bad, "file"))
	}
	return files, nil
}

// readFile reads one file of notes or JSON, told apart by what is in it.
func readFile(name string, stdin io.Reader) (source, error) {
	text, err := readText(name, stdin)
	if err != nil {
		return source{}, err
	}
	if strings.HasPrefix(strings.TrimSpace(text), "{") {
		return readJSON(name, text)
	}
	return readNotes(name, text)
}

// readNotes reads a file of notes.
func readNotes(name, text string) (source, error) {
	file, err := notes.Parse(name, text)
	if err != nil {
		return source{}, err
	}
	s := source{name: name, public: file.Public, bodies: file.Bodies, warnings: file.Warnings, numbers: file.Numbers}
	for _, m := range file.Meetings {
		s.meetings = append(s.meetings, incoming{body: m.Body, record: m.Record, life: agenda.Life{Draft: m.Draft}})
	}
	return s, nil
}

func readText(name string, stdin io.Reader) (string, error) {
	in := stdin
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return "", trouble(err, "", "could not read "+name)
		}
		defer file.Close()
		in = file
	}
	data, err := io.ReadAll(io.LimitReader(in, maxImport+1))
	if err != nil {
		return "", trouble(err, "", "could not read "+name)
	}
	if len(data) > maxImport {
		return "", wrong("split it", "%s is longer than %d MB", name, maxImport>>20)
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if bytes.IndexByte(data, 0) >= 0 {
		return "", wrong("save it as plain text in UTF-8 first; to open a book: minutebook --book "+name,
			"%s is no text: it can be neither notes nor JSON", name)
	}
	if at := notUTF8(data); at >= 0 {
		before := data[:at]
		return "", wrong("save it as plain text in UTF-8 first", "%s:%d:%d: found a letter that is not UTF-8", name,
			bytes.Count(before, []byte("\n"))+1, utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])+1)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return "", wrong("", "%s is empty", name)
	}
	return string(data), nil
}

func readJSON(name, text string) (source, error) {
	file, err := exports.ReadJSON(strings.NewReader(text))
	if err != nil {
		return source{}, wrong("import takes JSON that minutebook export --format json wrote", "%s: %s", name, plain(err))
	}
	in := incoming{body: file.Body, record: file.Record(), life: file.Life}
	return source{name: name, public: file.Public(), meetings: []incoming{in}}, nil
}

// count is "1 mistake", "3 mistakes", "2 bodies".
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	if stem, ok := strings.CutSuffix(what, "y"); ok {
		what = stem + "ie"
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// notUTF8 is where a text stops being UTF-8, or -1. Such a file was saved by
// an older program, and taking it in would spoil its letters.
func notUTF8(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
	return -1
}
