package tui

import (
	"errors"
	"io"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/exports"
)

// exportedMsg answers export.
type exportedMsg struct {
	path string
	err  error
}

// export writes the public minutes as Markdown into the folder the program was
// started in. It never replaces a file that is not such an export.
func (a *app) export(b agenda.Body, m agenda.Meeting, life agenda.Life) tea.Cmd {
	return func() tea.Msg {
		f, ok := exports.FormatNamed("md")
		if !ok {
			return exportedMsg{err: errors.New("there is no such format")}
		}
		path, err := filepath.Abs(exports.FileName(b, m, f.Ext))
		if err != nil {
			return exportedMsg{err: err}
		}
		err = exports.WriteFile(path, false, func(w io.Writer) error { return f.Public(w, b, m, life) })
		return exportedMsg{path, err}
	}
}

// words says where the file is, or why there is none.
func (m exportedMsg) words() string {
	switch {
	case errors.Is(m.err, exports.ErrForeign):
		return "not written: " + filepath.Base(m.path) + " is there and not Minutebook’s"
	case errors.Is(m.err, exports.ErrAnother):
		return "not written: " + filepath.Base(m.path) + " is of another meeting; minutebook export -o names one"
	case m.err != nil:
		return "not written: " + m.err.Error()
	}
	return "written: " + filepath.Base(m.path) + " in " + filepath.Dir(m.path)
}
