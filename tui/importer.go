package tui

import (
	"os"
	"path/filepath"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// importer takes in minutes from a file that its one field names.
type importer struct {
	form
	path    *field
	reading bool
	said    []string // what went wrong
	taken   string   // what was taken in
}

func newImporter() *importer {
	i := &importer{path: newField("File", "A file of notes or JSON. Nothing in the book is replaced.", "")}
	i.fields = []*field{i.path}
	return i
}

// Name is the name of the screen in its help.
func (i *importer) Name() string { return "import" }

func (i *importer) Init(*app) tea.Cmd { return nil }

func (i *importer) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case importedMsg:
		return i.imported(a, msg)
	case tea.PasteMsg:
		i.said = nil
		i.Paste(strings.TrimSpace(msg.Content))
	case tea.KeyPressMsg:
		switch {
		case matches(msg, a.keys.Back):
			return a.pop()
		case matches(msg, a.keys.Keep):
			return i.take(a)
		default:
			i.Key(a, msg)
		}
	}
	return nil
}

func (i *importer) take(a *app) tea.Cmd {
	path := i.path.text()
	if path == "" || i.reading {
		return nil
	}
	i.reading, i.said = true, nil
	return answers(i, a.importFile(path))
}

// atHome is a path with ~ as the person's own folder. It asks the system, so it
// is for commands.
func atHome(path string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	return path
}

func (i *importer) imported(a *app, msg importedMsg) tea.Cmd {
	i.reading = false
	if msg.err != nil {
		i.said = strings.Split(strings.TrimSpace(msg.err.Error()), "\n")
		return nil
	}
	i.taken = msg.said
	return i.Resume(a)
}

// Resume goes back once the file is taken in, where something lay over the
// screen until then.
func (i *importer) Resume(a *app) tea.Cmd {
	if i.taken == "" || a.top() != i {
		return nil
	}
	cmd := a.pop()
	a.say(i.taken)
	return cmd
}

func (i *importer) View(a *app, width, height int) page {
	p := page{Title: "Import", Where: "minutes you already have", Rows: []string{""}}
	rows, cursor := i.view(a, width, 5)
	if cursor != nil {
		cursor.Y += len(p.Rows)
	}
	p.Rows, p.Cursor = append(p.Rows, rows...), cursor
	if i.reading {
		p.Rows = append(p.Rows, "", blanks(margin(width)+2)+a.st.muted.s("Reading"))
	}
	if len(i.said) > 0 {
		p.Rows = append(p.Rows, "", blanks(margin(width)+2)+a.st.strong.s("Nothing was taken in"))
	}
	for _, words := range i.said {
		for n, r := range wrap(shown(words), min(76, width-2*margin(width)-2)) {
			p.Rows = append(p.Rows, blanks(margin(width)+2+min(n, 1)*2)+a.st.text.s(r))
		}
	}
	if len(p.Rows) > height-1 {
		p.Rows = append(p.Rows[:height-2], blanks(margin(width)+2)+a.st.muted.s("and more; minutebook import FILE lists them all"))
	}
	return p
}

func (i *importer) Keys(a *app) []key.Binding {
	return []key.Binding{labelled(a.keys.Keep, "take it in"), a.keys.Back, a.keys.Commands, a.keys.Quit}
}
