package tui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// places is the folders an export can go to.
type places struct {
	home, here string
	folders    []string // offered, in order
}

// placesMsg answers findPlaces.
type placesMsg struct {
	asked *exporter
	places
}

// findPlaces finds the folders that are offered: the one last used or the
// current one, the documents of the person, and the person's own.
func (a *app) findPlaces(e *exporter) tea.Cmd {
	last := a.exported.folder
	return func() tea.Msg {
		var p places
		p.here, _ = os.Getwd()
		p.home, _ = os.UserHomeDir()
		documents := ""
		if p.home != "" {
			documents = filepath.Join(p.home, "Documents")
		}
		for _, f := range []string{last, p.here, documents, p.home} {
			info, err := os.Stat(f)
			if f != "" && err == nil && info.IsDir() && !slices.Contains(p.folders, f) {
				p.folders = append(p.folders, f)
			}
		}
		return placesMsg{e, p}
	}
}

// anotherFolder is the row's last choice: a path that is typed below.
const anotherFolder = "another, typed below"

// take offers the folders that were found.
func (e *exporter) take(p places) {
	e.places = p
	e.folder.options = nil
	for _, f := range p.folders {
		e.folder.options = append(e.folder.options, p.short(f))
	}
	e.folder.options = append(e.folder.options, anotherFolder)
	e.folder.chosen = 0
}

// short is a folder as people write it: from their own.
func (p places) short(folder string) string {
	if rest, ok := strings.CutPrefix(folder, p.home); ok && p.home != "" && (rest == "" || os.IsPathSeparator(rest[0])) {
		return "~" + rest
	}
	return folder
}

// typesPath is whether the folder is one that is typed.
func (e *exporter) typesPath() bool { return e.folder.text() == anotherFolder }

// dir is the chosen folder; empty where one is to be typed and was not.
func (e *exporter) dir() string {
	if !e.typesPath() {
		return e.places.folders[e.folder.chosen]
	}
	typed := e.path.text()
	switch rest, ok := strings.CutPrefix(typed, "~"); {
	case typed == "":
		return ""
	case ok && e.places.home != "" && (rest == "" || os.IsPathSeparator(rest[0])):
		return filepath.Join(e.places.home, rest)
	case filepath.IsAbs(typed):
		return filepath.Clean(typed)
	}
	return filepath.Join(e.places.here, typed)
}
