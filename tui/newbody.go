package tui

import (
	"errors"
	"os"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// newBody is the form that makes a body.
type newBody struct {
	form
	name, code, zone, place, time, quorum *field
	rendering                             *field
	members, attending, standing, done    *field
	known                                 []agenda.Body
	body                                  agenda.Body // as the form says, while its zone is looked up
	keeping                               bool
	made                                  bool // it is in the book
}

// usual is what most bodies take at every meeting, to be changed.
var usual = []string{
	"Apologies for absence",
	"Declarations of interest",
	"Minutes of the previous meeting",
	"Matters arising",
	"Public questions",
	"Urgent business",
	"Date of next meeting",
}

func newBodyForm() *newBody {
	n := &newBody{
		name:  newField("Name", "As it stands at the head of the minutes.", ""),
		code:  newField("Code", "A few letters for lists and files.", ""),
		place: newField("Place", "Where it usually meets: the Guildhall, Northmoor.", ""),
		time:  newField("Time", "When it usually begins: 18:00.", ""),
		zone:  newField("Zone", "Its clock, by the name of a city: Europe/London.", ""),
		quorum: newField("Quorum", "As its rules state it: 4, or one third of the members. It may stay empty.",
			""),
		rendering: newChoice("Set out", "Questions and responses: as points of a list, as paragraphs, or labelled.", 0,
			renderings()...),
		members:   newList("Members", "One a line: Cllr Asha Verma (Chair). Enter begins the next line."),
		attending: newList("Attending", "One a line, without a vote: Sam Rhee (Clerk)."),
		standing:  newList("Standing", "What it takes at every meeting, in order. ctrl+↑↓ moves a line.", usual...),
		done:      newAct("Make this body", "alt+e at home changes it later; its people and items can be changed at each meeting too."),
	}
	n.standing.number = true
	n.code.width, n.time.width, n.zone.width, n.quorum.width = 12, 12, 30, 30
	n.code.upper, n.place.gap, n.quorum.gap = true, true, true
	n.fields = []*field{n.name, n.code, n.place, n.time, n.zone, n.quorum, n.rendering, n.members, n.attending, n.standing, n.done}
	return n
}

// Name is the name of the screen in its help.
func (n *newBody) Name() string { return "a new body" }

func renderings() []string {
	var out []string
	for _, r := range agenda.Renderings {
		out = append(out, string(r))
	}
	return out
}

// localZoneMsg answers askZone.
type localZoneMsg struct{ zone string }

func (a *app) askZone() tea.Msg { return localZoneMsg{a.zone()} }

// localZone is the name of the computer's own zone, or nothing.
func localZone() string {
	if z := os.Getenv("TZ"); z != "" {
		if _, err := time.LoadLocation(z); err == nil {
			return z
		}
	}
	if link, err := os.Readlink("/etc/localtime"); err == nil {
		if _, zone, ok := strings.Cut(link, "zoneinfo/"); ok {
			return zone
		}
	}
	return ""
}

// Init asks for the bodies there are, because a code is given once, and for
// the zone to propose.
func (n *newBody) Init(a *app) tea.Cmd { return tea.Batch(a.list("", 0), a.askZone) }

func (n *newBody) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case listedMsg:
		n.known = msg.bodies
	case localZoneMsg:
		n.zone.propose(msg.zone)
	case zoneMsg:
		return n.zoned(a, msg)
	case bodyKeptMsg:
		return n.kept(a, msg)
	case tea.PasteMsg:
		n.Paste(msg.Content)
		n.proposeCode()
	case tea.KeyPressMsg:
		switch {
		case matches(msg, a.keys.Back):
			return n.back(a)
		case matches(msg, a.keys.Keep) && n.field() == n.done:
			return n.make(a)
		case matches(msg, a.keys.Keep):
			n.enter()
		default:
			n.Key(a, msg)
			n.proposeCode()
		}
	}
	return nil
}

func (n *newBody) proposeCode() {
	if name := n.name.text(); name != "" {
		n.code.propose(agenda.Code(name, n.taken))
	} else {
		n.code.propose("")
	}
}

func (n *newBody) taken(code string) bool { return agenda.CodeTaken(n.known, "", code) }

// Pending is what would be gone if the program ended now.
func (n *newBody) Pending() string {
	if name := n.name.text(); name != "" {
		return name
	}
	for _, f := range n.fields {
		for _, r := range f.rows {
			if text := r.ed.Text(); f.touched && strings.TrimSpace(text) != "" {
				return text
			}
		}
	}
	return ""
}

// back leaves the form; where there is something in it, it asks.
func (n *newBody) back(a *app) tea.Cmd {
	if n.Pending() == "" {
		return a.pop()
	}
	return a.push(newConfirm("Leave this body unmade?", "", []choice{
		{"Go back to it", "", func(a *app) tea.Cmd { return a.pop() }},
		{"Leave it", "what was typed here is gone", func(a *app) tea.Cmd { return a.leaveUnder(n) }},
	}))
}

// make reads the form and keeps the body, or says what is wrong beside it.
func (n *newBody) make(a *app) tea.Cmd {
	if n.keeping {
		return nil
	}
	n.sound()
	b := agenda.Body{
		Name: agenda.CleanLine(n.name.text()), Code: agenda.CleanLine(n.code.text()), Zone: n.zone.text(),
		Quorum: agenda.CleanLine(n.quorum.text()), Place: agenda.CleanLine(n.place.text()),
		Style: agenda.StyleRef{Rendering: agenda.Rendering(n.rendering.text())},
	}
	clock, ok := readTime(n.time.text())
	switch {
	case b.Name == "":
		n.wrong(n.name, 0, "A body needs a name.")
	case !agenda.IsCode(b.Code):
		n.wrong(n.code, 0, "A code is letters and figures, without blanks.")
	case n.taken(b.Code) && b.Code != "":
		n.wrong(n.code, 0, "Another body has this code.")
	case !ok:
		n.wrong(n.time, 0, "This is no time of day. 18:00 is one.")
	case n.readSeats(&b):
		n.readStanding(&b)
		b.Time, b.Key, n.keeping = clock, a.newKey(), true
		n.body = b
		return answers(n, checkZone(b.Zone))
	}
	return nil
}

// zoned is the answer whether there is a zone of that name.
func (n *newBody) zoned(a *app, msg zoneMsg) tea.Cmd {
	if !n.keeping || msg.zone != n.body.Zone {
		return nil
	}
	if msg.err != nil {
		n.keeping = false
		n.wrong(n.zone, 0, noZone)
		return nil
	}
	return answers(n, a.keepBody(n.body))
}

// readSeats reads both lists of people with the notation's own reader, so that
// a name means the same here and in a file.
func (n *newBody) readSeats(b *agenda.Body) bool {
	for _, f := range []*field{n.members, n.attending} {
		for i, r := range f.rows {
			for _, who := range strings.Split(agenda.CleanLine(r.ed.Text()), ";") {
				if who = strings.TrimSpace(who); who == "" {
					continue
				}
				seat, err := readSeat(who)
				if err != nil {
					n.wrong(f, i, err.Error())
					return false
				}
				seat.NonVoting = seat.NonVoting || f == n.attending
				b.Seats = append(b.Seats, seat)
			}
		}
	}
	return true
}

func readSeat(who string) (agenda.Seat, error) {
	file, err := notes.Parse("", "body: Body\nseat: "+who+"\n")
	var problems notes.Problems
	switch {
	case errors.As(err, &problems) && len(problems) > 0:
		return agenda.Seat{}, &agenda.Error{What: problems[0].Words()}
	case err != nil:
		return agenda.Seat{}, err
	case len(file.Bodies) != 1 || len(file.Bodies[0].Seats) != 1:
		return agenda.Seat{}, &agenda.Error{What: "This is not a name, with what the person is in brackets."}
	}
	return file.Bodies[0].Seats[0], nil
}

func (n *newBody) readStanding(b *agenda.Body) {
	for _, r := range n.standing.rows {
		title, wording, _ := strings.Cut(agenda.CleanLine(r.ed.Text()), "|")
		if title = strings.TrimSpace(title); title != "" {
			b.Standing = append(b.Standing, agenda.Standing{Title: title, Kind: agenda.UsualItemKind(title), Wording: strings.TrimSpace(wording)})
		}
	}
}

func (n *newBody) kept(a *app, msg bodyKeptMsg) tea.Cmd {
	n.keeping = false
	switch {
	case errors.Is(msg.err, agenda.ErrConflict):
		n.wrong(n.code, 0, "Another body has this code.")
		return nil
	case msg.err != nil:
		n.wrong(n.done, 0, failed("The body was not kept", msg.err)+" What you typed is still here.")
		return nil
	}
	n.made = true
	return n.Resume(a)
}

// Resume goes back to where the form was opened once the body is kept, where
// something lay over the form until then.
func (n *newBody) Resume(a *app) tea.Cmd {
	if !n.made || a.top() != n {
		return nil
	}
	if h, ok := a.stack[max(0, len(a.stack)-2)].(*home); ok {
		h.left = n.body.Key
	}
	cmd := a.pop()
	a.say("kept. ctrl+n makes its first meeting")
	return cmd
}

func (n *newBody) View(a *app, width, height int) page {
	return n.page(a, "New body", n.code.text(), width, height)
}

func (n *newBody) Keys(a *app) []key.Binding {
	if n.field() == n.done {
		return n.keys(&a.keys, "make this body", "leave")
	}
	return n.keys(&a.keys, "next", "leave")
}
