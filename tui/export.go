package tui

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/exports"
)

// exporter writes one file of a meeting: which copy, how, under which name and
// where, with what a public file leaves out and the very text that is written.
// Nothing is written before enter, and nothing of anybody else's is replaced.
type exporter struct {
	form
	body agenda.Body
	snap agenda.Snapshot

	which, format, rendering, names *field
	name, folder, path              *field
	places                          places
	ext                             string // of the format, before it was changed

	made    [4]int // the choices that text was made by
	text    []byte // as it is written
	left    []exports.Omission
	preview preview

	looks   int // counts looks at the disk; an older answer is out of date
	looked  bool
	found   exports.Found
	trouble string // why the file cannot be there
	writing bool
	written bool // something was, since the screen was opened
	said    []string

	showing  exportPane
	beside   bool  // the preview stands beside the fields
	hidden   bool  // what is left out does not fit below the fields
	leftFrom int   // the first row of what is left out, on a page of its own
	leftRoom int   // rows of that page
	drawn    []int // the field each row on the screen belongs to, -1 for none
}

var _ pointed = (*exporter)(nil)

// exportPane is what the screen shows where not all of it fits.
type exportPane int

const (
	paneFields exportPane = iota
	paneLeft
	panePreview
)

func newExporter(body agenda.Body, snap agenda.Snapshot) *exporter {
	e := &exporter{body: body, snap: snap}
	style := agenda.StyleNamed(snap.Record.Open.Style.Or(body.Style))
	var formats, renderings []string
	for _, f := range exports.Formats {
		formats = append(formats, f.Title)
	}
	for _, r := range agenda.Renderings {
		renderings = append(renderings, string(r))
	}
	e.which = newChoice("Copy", "", 0, copyPublic, copyFull)
	e.format = newChoice("Format", "", 0, formats...)
	e.rendering = newChoice("Rendering", "", max(0, slices.Index(renderings, string(style.Rendering))), renderings...)
	e.names = newChoice("Names", "", boolInt(!style.Names), string(agenda.NamesShown), string(agenda.NamesHidden))
	e.name = newField("File", "", "")
	e.folder = newChoice("Folder", "", 0, ".")
	e.path = newField("Path", "", "")
	e.places = places{folders: []string{"."}}
	e.remake()
	return e
}

// The copies, as the row names them.
const (
	copyPublic = "public"
	copyFull   = "full"
)

// Name is the name of the screen in its help.
func (e *exporter) Name() string { return "export" }

func (e *exporter) Init(a *app) tea.Cmd { return a.findPlaces(e) }

// Restyle lays the preview out again, for the measure of text may have changed.
func (e *exporter) Restyle(*app) { e.preview.wide = 0 }

// copy is what is asked for.
func (e *exporter) copy() exports.Copy {
	c := exports.Copy{Format: exports.Formats[e.format.chosen], Full: e.which.text() == copyFull}
	if c.Format.Prints {
		c.Rendering, c.Names = agenda.Rendering(e.rendering.text()), agenda.Naming(e.names.text())
	}
	return c
}

// choices is what the text depends on.
func (e *exporter) choices() [4]int {
	return [4]int{e.which.chosen, e.format.chosen, e.rendering.chosen, e.names.chosen}
}

// arrange chooses the fields there are.
func (e *exporter) arrange(c exports.Copy) {
	e.fields = []*field{e.which, e.format}
	if c.Format.Prints {
		e.fields = append(e.fields, e.rendering, e.names)
	}
	e.fields = append(e.fields, e.name, e.folder)
	if e.typesPath() {
		e.fields = append(e.fields, e.path)
	}
}

// remake makes the text anew after a choice. The record cannot change while
// the screen is open, so that what is shown is what is written.
func (e *exporter) remake() {
	c := e.copy()
	e.made = e.choices()
	e.arrange(c)
	var out bytes.Buffer
	e.trouble = ""
	if err := c.Write(&out, e.body, e.snap.Record, e.snap.Life); err != nil {
		e.trouble = failed("The text could not be made", err)
	}
	e.text = out.Bytes()
	e.left = exports.LeftOut(c, e.body, e.snap.Record)
	e.preview.set(e.text, c.Format.Name == "md")
	if e.name.touched && e.ext != c.Format.Ext {
		stem := strings.TrimSuffix(e.name.text(), "."+e.ext)
		e.name.rows[0].ed.SetText(stem + "." + c.Format.Ext)
	}
	e.ext = c.Format.Ext
	e.name.propose(c.FileName(e.body, e.snap.Record.Open))
}

// target is the path of the file, or what is wrong with its name.
func (e *exporter) target() (path string, err error) {
	name, err := e.copy().FitName(e.name.text())
	if err != nil {
		return "", err
	}
	folder := e.dir()
	if folder == "" {
		return "", &agenda.Error{What: "Which folder? Type its path."}
	}
	return filepath.Join(folder, name), nil
}

// look asks what stands where the file is to go. entered says that the file is
// to be written if nothing speaks against it.
func (e *exporter) look(entered bool) tea.Cmd {
	e.looked = false
	e.looks++
	if len(e.text) == 0 {
		return nil // it could not be made, and the screen says so
	}
	path, err := e.target()
	if err != nil {
		e.trouble = err.Error()
		return nil
	}
	e.trouble = ""
	return lookAt(e, e.looks, path, e.text, entered)
}

func (e *exporter) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case placesMsg:
		if msg.asked == e {
			e.take(msg.places)
			return e.look(false)
		}
	case lookedMsg:
		if msg.asked == e && msg.look == e.looks {
			return e.answered(a, msg)
		}
	case writtenMsg:
		if msg.asked == e {
			e.wrote(a, msg)
		}
	case tea.PasteMsg:
		e.toTyping()
		e.Paste(msg.Content)
		return e.changed()
	case tea.KeyPressMsg:
		e.said = nil
		return e.key(a, msg)
	}
	return nil
}

func (e *exporter) key(a *app, msg tea.KeyPressMsg) tea.Cmd {
	k := &a.keys
	switch {
	case matches(msg, k.Back):
		if e.showing != paneFields {
			e.showing = paneFields
			return nil
		}
		return a.pop()
	case matches(msg, k.Keep):
		if e.writing {
			return nil
		}
		e.showing = paneFields // where the answer is told
		return e.look(true)
	case matches(msg, k.NextItem):
		e.turn(1)
	case matches(msg, k.PrevItem):
		e.turn(-1)
	case matches(msg, k.Paper):
		e.show(panePreview)
	case e.hidden && matches(msg, k.Kind):
		e.show(paneLeft)
	case e.showing != paneFields:
		return nil
	default:
		if printable(msg.Key()) != "" {
			e.toTyping()
		}
		if e.Key(a, msg) {
			return e.changed()
		}
	}
	return nil
}

// toTyping moves from a row of choices to the file's name, for typing goes to a
// field that takes it.
func (e *exporter) toTyping() {
	e.showing = paneFields
	if len(e.field().options) > 0 {
		e.at = slices.Index(e.fields, e.name)
	}
}

// show turns to a part of the screen that does not fit beside the fields, or
// back.
func (e *exporter) show(p exportPane) {
	switch {
	case p == panePreview && e.beside:
	case e.showing == p:
		e.showing = paneFields
	default:
		e.showing, e.leftFrom = p, 0
	}
}

// turn reads on or back in what can be read.
func (e *exporter) turn(by int) {
	switch {
	case e.showing == paneLeft:
		e.leftFrom = max(0, e.leftFrom+by*e.leftRoom)
	case e.beside || e.showing == panePreview:
		e.preview.turn(by)
	}
}

// changed follows a change of any field: another text, another place.
func (e *exporter) changed() tea.Cmd {
	if e.made != e.choices() {
		e.remake()
	}
	e.arrange(e.copy())
	return e.look(false)
}
