package tui

import (
	"context"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/exports"
)

// register is every resolution of the book, newest first. It says what was
// decided and when; what has become of it since only where a later minute does.
type register struct {
	list  recordList[agenda.Decision]
	alone bool // no preview stands beside the list
}

func newRegister() screen {
	r := &register{}
	r.list.find = newEditor(true)
	r.list.base = func(a *app) []recordFilter {
		year := a.now().Format("2006")
		return []recordFilter{
			{"all", func(*agenda.Query) {}},
			{"this year", func(q *agenda.Query) { q.From, q.To = year+"-01-01", year+"-12-31" }},
		}
	}
	r.list.read = func(ctx context.Context, s agenda.Store, q agenda.Query) (agenda.Page[agenda.Decision], error) {
		return s.Register(ctx, q)
	}
	return r
}

// Name is what the help calls the screen.
func (r *register) Name() string { return "the register" }

func (r *register) Init(a *app) tea.Cmd { return r.list.load(a) }

// Resume reads again: what was looked at may have been changed.
func (r *register) Resume(a *app) tea.Cmd { return r.list.load(a) }

func (r *register) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case recordsMsg[agenda.Decision]:
		return r.list.loaded(a, msg)
	case passageMsg:
		return a.passage(r, msg)
	case listWrittenMsg:
		if a.top() == r {
			a.say(msg.words())
		}
	case tea.PasteMsg:
		return r.list.paste(a, msg.Content)
	case tea.KeyPressMsg:
		switch {
		case matches(msg, a.keys.Keep):
			return r.open(a)
		case matches(msg, a.keys.Export):
			return r.extract(a)
		}
		return r.list.key(a, msg)
	}
	return nil
}

// open shows the focused resolution in its minute.
func (r *register) open(a *app) tea.Cmd {
	if d, ok := r.list.chosen(); ok {
		return a.openPassage(r, d.Ref)
	}
	return nil
}

// Click focuses a row; a click on the focused one opens it.
func (r *register) Click(a *app, _, y int) tea.Cmd {
	if r.list.click(y) {
		return r.open(a)
	}
	return nil
}

// Wheel moves the focus.
func (r *register) Wheel(a *app, _, _, by int) tea.Cmd { return r.list.move(a, by*wheelRows) }

// wheelRows is how far one turn of the wheel goes.
const wheelRows = 3

// extract writes the resolutions that are listed to a file.
func (r *register) extract(a *app) tea.Cmd {
	if r.list.page.Hits == 0 {
		a.say("nothing is listed, so nothing was written")
		return nil
	}
	q, store := r.list.query(), a.store
	about := facts("Newest first", r.list.filterName(), agenda.CleanLine(r.list.find.Text()))
	return a.writeList("register", func(ctx context.Context) (exports.Document, error) {
		all, err := wholeList(q, func(q agenda.Query) (agenda.Page[agenda.Decision], error) { return store.Register(ctx, q) })
		doc := exports.Document{Blocks: []exports.Block{
			exports.Heading{Level: 1, Text: "Register of resolutions"},
			exports.Paragraph{{Text: about}},
		}}
		for _, d := range all {
			verb, lines := d.Lines()
			res := exports.Resolution{Number: d.Number, Verb: verb}
			for _, l := range lines {
				res.Parts = append(res.Parts, exports.Part{Depth: l.Depth, Text: []string{l.Text}})
			}
			doc.Blocks = append(doc.Blocks, exports.Heading{Level: 2, Text: facts(strings.TrimSpace(recordDay(d.Date)), d.Code, itemOf(d.Item, d.Title))}, res)
		}
		return doc, err
	})
}

// itemOf names an item: "item 4, Dredging programme".
func itemOf(number, title string) string {
	switch {
	case number == "":
		return title
	case title == "":
		return "item " + number
	}
	return "item " + number + ", " + title
}

func (r *register) Keys(a *app) []key.Binding {
	k := &a.keys
	open, extract := labelled(k.Keep, "open in its minute"), labelled(k.Export, "extract to a file")
	open.SetEnabled(r.list.page.Hits > 0)
	extract.SetEnabled(r.list.page.Hits > 0)
	back := labelled(k.Back, "back")
	if r.list.filtered() {
		back = labelled(k.Back, "show all")
	}
	return []key.Binding{open, labelled(k.Kind, "filters"), extract, back, both(k.Up, k.Down, "choose"),
		labelled(k.NextItem, "page"), labelled(k.PrevItem, "page back"), labelled(k.KindBack, "filter before"), k.Actions, k.Commands, k.Quit}
}
