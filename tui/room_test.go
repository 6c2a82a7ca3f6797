package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// fullRoom is a meeting with much in its room.
const fullRoom = `body: Northmoor Harbour Committee
code: NHC
quorum: one third of the members
meeting: Ordinary, 2026-03-12 18:00, Guildhall, Northmoor
roster: Cllr Col Dunmore; Cllr Rosa Whitlam; Cllr Maud Carrow; Cllr Asha Verma (Chair); Cllr Tom Pike (Vice-Chair); Cllr Nell Ashdown; Cllr Gil Farrant; Cllr Max Reeve; Cllr Jo Lunt
present: Cllr Asha Verma; Cllr Tom Pike; Cllr Nell Ashdown; Cllr Maud Carrow
apologies: Cllr Gil Farrant; Cllr Max Reeve
substitute: Cllr Jo Lunt for Cllr Max Reeve
attending: Dana Holt (Harbour Master); Ola Brandt (Treasurer); Sam Rhee (Clerk)
public: 4

== 3 | Minutes of 15 January
== 4 | Dredging programme
== 5 | Lease of the east quay
`

// declare adds an interest of somebody in an item, with its effect.
func declare(t testing.TB, a *app, l *live, name, number, effect string) {
	t.Helper()
	m := l.s.meeting()
	who := m.Named(name)
	item, ok := m.ItemCalled(number)
	if len(who) != 1 || !ok {
		t.Fatalf("no %s or no item %s", name, number)
	}
	i := agenda.Interest{Holders: []agenda.Holder{{Who: agenda.Who{ID: who[0]}, Kind: "pecuniary"}}, Items: []agenda.ItemRef{{ID: item}}, Effect: effect}
	next, _, err := l.s.record().Add(m.Items[1].ID, agenda.Entry{Kind: agenda.Declared, Interest: &i})
	if err != nil {
		t.Fatal(err)
	}
	run(t, a, l.s.do(next, "interest"))
}

// openInterested is northmoor with an interest declared in its second item,
// the first of them taken.
func openInterested(t testing.TB, name, effect string, width, height int) (*app, *live) {
	a, l := openMeeting(t, northmoor, width, height)
	drive(t, a, "pgdown")
	declare(t, a, l, name, "2", effect)
	return a, l
}

// whereIs is where somebody is and since when.
func whereIs(l *live, name string) string {
	m := l.s.meeting()
	p := m.Scene().Place(m.Named(name)[0])
	return strings.Join(strings.Fields(p.What+" "+p.How+" "+p.Since.TimeOfDay()), " ")
}

func TestRoomFrames(t *testing.T) {
	sizes(t, func(t *testing.T, width, height int) {
		for name, keys := range map[string][]string{
			"full":  {"? Would the approach channel stay open", "f2"},
			"found": {"f2", "lunt"}, "near": {"f2", "Lunnt"}, "other": {"f2", "dunmore", "tab"},
			"whom": {"f2", "whitlam", "tab", "tab", "tab", "tab", "enter"}, "count": {"f2", "public", "enter"},
		} {
			a, l := openMeeting(t, fullRoom, width, height)
			drive(t, a, "/take 4", "enter")
			declare(t, a, l, "Carrow", "5", "")
			drive(t, a, keys...)
			golden(t, a, "room-"+name)
		}
		for name, keys := range map[string][]string{"interest": {"pgdown"}, "back": {"pgdown", "down", "enter", "pgdown"}} {
			a, _ := openInterested(t, "Pike", "", width, height)
			drive(t, a, keys...)
			golden(t, a, "live-"+name)
		}
		a, _ := openMeeting(t, northmoor, width, height)
		drive(t, a, "pgdown", "/leave Pike 18:30", "enter")
		golden(t, a, "live-quorum")
	})
}

// TestThreeKeysAtMost counts the keys behind a name until the minutes say it,
// from the live screen, the way back included, and from within the room.
func TestThreeKeysAtMost(t *testing.T) {
	for _, c := range []struct {
		name, want string
		live, room []string // the keys behind the name
	}{
		{"Dunmore", "arrived 18:47", []string{"enter", "esc"}, []string{"enter"}},
		{"Pike", "left 18:47", []string{"enter", "esc"}, []string{"enter"}},
		{"Whitlam", "apologies 18:47", []string{"tab", "enter", "esc"}, []string{"tab", "enter"}},
	} {
		a, l := openMeeting(t, fullRoom, 80, 24)
		drive(t, a, "/take 4", "enter", "f2", c.name[:3])
		drive(t, a, c.live...)
		if got := whereIs(l, c.name); got != c.want || a.top() != l || len(c.live) > 3 {
			t.Errorf("%s is %q after %d keys, want %q", c.name, got, len(c.live), c.want)
		}
		a, l = openMeeting(t, fullRoom, 80, 24)
		drive(t, a, "/take 4", "enter", "f2", "ctrl+z", "ctrl+y", c.name[:3])
		drive(t, a, c.room...)
		if got := whereIs(l, c.name); got != c.want || len(c.room) > 3 {
			t.Errorf("in the room %s is %q after %d keys, want %q", c.name, got, len(c.room), c.want)
		}
		word := map[string]string{"arrived": "/arrive ", "left": "/leave ", "apologies": "/apologies "}[strings.Fields(c.want)[0]]
		a, l = openMeeting(t, fullRoom, 80, 24)
		drive(t, a, "/take 4", "enter", word+c.name[:3])
		drive(t, a, "tab", "enter") // complete, and keep
		if got := whereIs(l, c.name); !strings.HasPrefix(got, strings.Fields(c.want)[0]) {
			t.Errorf("with %s %s is %q", word, c.name, got)
		}
	}
}

func TestRoomThings(t *testing.T) {
	open := func(keys ...string) (*app, *live) {
		a, l := openMeeting(t, fullRoom, 120, 40)
		drive(t, a, "/take 4", "enter", "f2")
		drive(t, a, keys...)
		return a, l
	}
	for _, c := range []struct {
		name string
		keys []string
		who  string
		want string
		say  string
	}{
		{"returns", []string{"pike", "enter", "pike", "enter"}, "Pike", "returned 18:47", "Pike returned"},
		{"for the interest", []string{"pike", "tab", "enter"}, "Pike", "left interest 18:47", "Pike left"},
		{"the event before", []string{"pike", "shift+tab", "enter"}, "Pike", "attending 18:47", "Pike, in attendance"},
		{"not twice", []string{"pike", "enter", "enter"}, "Pike", "left 18:47", "minuted just now"},
		{"remotely", []string{"dunmore", "tab", "tab", "tab", "enter"}, "Dunmore", "remote 18:47", "Dunmore, remote"},
		{"absent", []string{"dunmore", "tab", "tab", "enter"}, "Dunmore", "absent 18:47", "Dunmore, absent"},
		{"for this item", []string{"brandt", "enter", "brandt", "tab", "tab", "enter"}, "Brandt", "apologies 18:47", "Brandt, apologies"},
		{"after all", []string{"reeve", "enter"}, "Reeve", "arrived 18:47", "Reeve arrived"},
		{"undone", []string{"pike", "enter", "ctrl+z"}, "Pike", "present", "undone: Pike left"},
		{"done again", []string{"pike", "enter", "ctrl+z", "ctrl+y"}, "Pike", "left 18:47", "done again: Pike left"},
		{"a near name", []string{"Whittlam", "enter"}, "Whitlam", "arrived 18:47", "Whitlam arrived"},
		{"both names in any order", []string{"rosa whit", "enter"}, "Whitlam", "arrived 18:47", "Whitlam arrived"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, l := open(c.keys...)
			if got := whereIs(l, c.who); got != c.want || !strings.Contains(a.message, c.say) {
				t.Errorf("%q, said %q", got, a.message)
			}
		})
	}
	a, l := open("whitlam", "tab", "tab", "tab", "tab", "enter", "farr", "enter")
	m := l.s.meeting()
	if p := m.Scene().Place(m.Named("Whitlam")[0]); p.For != m.Named("Farrant")[0] || !strings.Contains(plainFrame(a), "for Cllr Farrant") {
		t.Errorf("Whitlam is %+v\n%s", p, plainFrame(a))
	}
	if drive(t, a, "whitlam", "tab", "enter"); a.top().(*room).ask.on {
		t.Error("who sits for somebody is asked again")
	}
	_, l = open("holt", "shift+tab", "enter", "esc", "esc")
	if got := whereIs(l, "Holt"); got != "attending" {
		t.Errorf("left unsaid, Holt is %q", got)
	}
	a, l = open("Ida Sool (Surveyor, of Quay Works)", "ctrl+n", "tab", "enter")
	m = l.s.meeting()
	p, _ := m.Attendee(m.Named("Sool")[0])
	if p.Organisation != "Quay Works" || !slices.Equal(p.Roles, []string{"Surveyor"}) || len(p.Items) != 1 || p.Voting || !strings.Contains(plainFrame(a), "Sool, Ida") {
		t.Errorf("%+v\n%s", p, plainFrame(a))
	}
	if drive(t, a, "Ida Sool", "ctrl+n"); a.message != "Ida Sool is on the roster already" {
		t.Errorf("said %q", a.message)
	}
}

func TestThePublic(t *testing.T) {
	a, l := openMeeting(t, fullRoom, 80, 24)
	drive(t, a, "/take 4", "enter", "f2", "public", "enter", "ctrl+u", "7", "enter")
	if l.s.meeting().Public != "7" || !strings.Contains(plainFrame(a), "7 people") {
		t.Errorf("%q\n%s", l.s.meeting().Public, plainFrame(a))
	}
	drive(t, a, "public", "tab", "enter")
	if what := l.s.meeting().Scene().Public().What; what != agenda.Left {
		t.Errorf("the public %s", what)
	}
	drive(t, a, "public", "enter")
	if what := l.s.meeting().Scene().Public().What; what != agenda.Returned {
		t.Errorf("the public %s", what)
	}
	change := l.s.change
	if drive(t, a, "public", "enter", "enter", "public", "enter", "8", "esc"); l.s.change != change {
		t.Error("the same number, or none, changes something")
	}
}

func TestTheRollHasOneKeyAName(t *testing.T) {
	a, l := openMeeting(t, strings.Replace(fullRoom, "present: Cllr Asha Verma; Cllr Tom Pike; Cllr Nell Ashdown; Cllr Maud Carrow\n", "", 1), 120, 40)
	drive(t, a, "f2", "enter", "enter", "tab", "enter", "enter")
	var got []string
	for _, name := range []string{"Verma", "Pike", "Ashdown", "Carrow"} {
		got = append(got, whereIs(l, name))
	}
	if fmt.Sprint(got) != "[present present apologies present]" {
		t.Errorf("%v", got)
	}
	drive(t, a, "pike", "shift+tab", "shift+tab", "enter", "verma", "shift+tab", "shift+tab", "enter")
	m, said := l.s.meeting(), 0
	for _, e := range m.Items[0].Entries {
		said += boolInt(e.Event.What == agenda.Presides)
	}
	if m.Brief(m.Scene().Presides([]string{"Chair"})) != "Verma" || said != 1 {
		t.Errorf("the roll says %d times who presides", said)
	}
}

// A roll of many is called with one key, taken back with one, and its last name
// does not lead on to the public.
func TestTheRollOfMany(t *testing.T) {
	a, l := openMeeting(t, strings.Replace(fullRoom, "present: Cllr Asha Verma; Cllr Tom Pike; Cllr Nell Ashdown; Cllr Maud Carrow\n", "", 1), 120, 40)
	drive(t, a, "f2", "alt+a")
	if now := l.s.room(); now.present != 7 || whereIs(l, "Farrant") != "apologies" || whereIs(l, "Reeve") != "apologies" || a.message != "6 marked present · ctrl+z takes it back" {
		t.Errorf("%d are there, said %q", now.present, a.message)
	}
	if drive(t, a, "ctrl+z"); l.s.room().present != 1 {
		t.Errorf("taken back, %d are there", l.s.room().present)
	}
	drive(t, a, "alt+a", "rhee", "tab", "enter")
	r := a.top().(*room)
	if r.at != 0 || r.ask.on {
		t.Errorf("behind the last name the room is at row %d", r.at)
	}
	change := l.s.change
	if drive(t, a, "enter"); l.s.change != change || r.ask.on || a.message != "the roll was called to its end" {
		t.Errorf("one enter too many changes something, or counts the public: %q", a.message)
	}
	if drive(t, a, "pike", "enter"); whereIs(l, "Pike") != "apologies" {
		t.Errorf("enter on somebody who is there makes %q", whereIs(l, "Pike"))
	}
	if drive(t, a, "lunt", "enter"); whereIs(l, "Lunt") != "apologies" {
		t.Errorf("enter on a substitute who is there makes %q", whereIs(l, "Lunt"))
	}
}

func TestRoomOf300(t *testing.T) {
	a, l := openMeeting(t, northmoor, 120, 40)
	r := l.s.record()
	for i := range 300 {
		r, _ = r.AddAttendee(agenda.Attendee{Title: "Cllr", Name: fmt.Sprintf("Person Number%d", i), Voting: true})
	}
	run(t, a, l.s.do(r, "people"))
	drive(t, a, "pgdown", "f2", "number299")
	if rows := a.top().(*room).rows(); len(rows) != 1 {
		t.Fatalf("%d rows", len(rows))
	}
	drive(t, a, "enter")
	if got := whereIs(l, "Number299"); got != "arrived 18:47" || !strings.Contains(plainFrame(a), "▸ Number299") {
		t.Errorf("%q, and not in sight:\n%s", got, plainFrame(a))
	}
}

func TestQuorumIsToldAtOnce(t *testing.T) {
	a, l := openMeeting(t, northmoor, 120, 40)
	drive(t, a, "pgdown", "/leave Pike 18:30", "enter")
	if frame := plainFrame(a); !strings.HasSuffix(a.message, "quorum lost: 2 of 3") || strings.Count(frame, "quorum lost: 2 of 3") < 2 {
		t.Errorf("said %q\n%s", a.message, frame)
	}
	if content, _, _ := a.frame(); !strings.Contains(content, a.st.caution.s("quorum lost: 2 of 3")) {
		t.Error("not as something to mind")
	}
	drive(t, a, "Nobody is held up.", "enter")
	if !strings.Contains(texts(l.s.meeting(), "1"), "Nobody is held up.") {
		t.Error("the lost quorum is in the way")
	}
	drive(t, a, "f2", "pike", "enter")
	if !strings.HasSuffix(a.message, "quorum again: 3 of 3") {
		t.Errorf("said %q", a.message)
	}
	if drive(t, a, "esc"); strings.Contains(plainFrame(a), "quorum lost") {
		t.Errorf("still lost:\n%s", plainFrame(a))
	}
	a, _ = openMeeting(t, strings.Replace(northmoor, "quorum: 3", "quorum: as the standing orders say", 1), 120, 40)
	if drive(t, a, "pgdown", "/leave Pike", "enter"); strings.Contains(plainFrame(a), "lost") {
		t.Error("a quorum that nobody understands is lost")
	}
}

func TestTheRoomSaysItsMessageWhole(t *testing.T) {
	a, _ := openMeeting(t, strings.Replace(fullRoom, "one third of the members", "5", 1), 80, 24)
	drive(t, a, "/take 4", "enter", "f2", "carrow", "enter")
	if frame := plainFrame(a); !strings.Contains(frame, "Carrow left · quorum lost: 4 of 5") || strings.Count(a.message, "quorum lost") != 1 {
		t.Errorf("%q is not whole:\n%s", a.message, frame)
	}
	drive(t, a, "zebra", "enter")
	if frame := plainFrame(a); !strings.Contains(frame, "nobody called zebra · ctrl+n adds them") {
		t.Errorf("%q is not whole:\n%s", a.message, frame)
	}
}

// Who presides once the Chair has gone is said, and how to say who does where
// nobody can be told.
func TestWhoPresidesIsSaid(t *testing.T) {
	a, _ := openMeeting(t, strings.Replace(fullRoom, "quorum: one third of the members\n", "", 1), 120, 40)
	for _, c := range []struct{ keys, want string }{
		{"/leave Verma 18:50", "Pike presides, as Vice-Chair"}, {"/leave Pike 18:51", "nobody presides: /chair NAME"},
		{"/leave Ashdown 18:52", ""},
	} {
		drive(t, a, "/take 4", "enter", c.keys, "enter")
		if _, says, _ := strings.Cut(a.message, " · "); says != c.want {
			t.Errorf("%s: says %q", c.keys, a.message)
		}
	}
	a, _ = openMeeting(t, fullRoom, 120, 40)
	if drive(t, a, "/take 4", "enter", "f2", "verma", "enter"); a.message != "Verma left · Pike presides, as Vice-Chair" {
		t.Errorf("the room says %q", a.message)
	}
}

func TestTheInterestIsAskedAbout(t *testing.T) {
	in := func(l *live, number string) (out []string) {
		id, _ := l.s.meeting().ItemCalled(number)
		it, _ := l.s.meeting().Item(id)
		for _, e := range it.Entries {
			if e.Event != nil {
				out = append(out, eventWords(l.s.meeting(), e.Event)+" "+e.Event.How+e.At.TimeOfDay())
			} else if e.Interest == nil {
				out = append(out, e.Text)
			}
		}
		return out
	}
	for _, c := range []struct {
		name, who, effect string
		keys              []string
		one, two          string // what stands in item 1, which was open, in 2, and, asked on leaving, in 2 again
	}{
		{"leaves as declared, and is back", "Pike", "left", []string{"pgdown", "enter", "Words.", "enter", "pgdown", "enter"}, "", "Pike left interest18:47|Words.|Pike returned 18:47"},
		{"stays unless one says so", "Pike", "", []string{"pgdown", "enter", "Words.", "enter", "pgdown"}, "", "Words."},
		{"leaves though nothing was declared of it", "Pike", "", []string{"pgdown", "down", "enter", "Words.", "enter"}, "", "Pike left interest18:47|Words."},
		{"esc goes on", "Pike", "left", []string{"pgdown", "esc", "Words.", "enter"}, "", "Words."},
		{"no word is swallowed", "Pike", "left", []string{"pgdown", "Words.", "enter", "esc", "More.", "enter"}, "", "Words.|More."},
		{"nor pgdn", "Pike", "left", []string{"pgdown", "pgdown", "pgdown", "pgup"}, "", ""},
		{"not back yet", "Pike", "left", []string{"pgdown", "enter", "pgdown", "down", "enter"}, "", "Pike left interest18:47"},
		{"the chair is taken and given back", "Verma", "left", []string{"pgdown", "enter", "enter", "Words.", "enter", "pgdown", "enter"}, "",
			"Verma left interest18:47|Pike takes the chair 18:47|Words.|Verma returned 18:47|Verma takes the chair 18:47"},
		{"or nobody says who", "Verma", "left", []string{"pgdown", "enter", "esc", "Words.", "enter"}, "", "Verma left interest18:47|Words."},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, l := openInterested(t, c.who, c.effect, 80, 24)
			if p, _ := l.s.meeting().Attendee(l.s.meeting().Named("Pike")[0]); c.who == "Verma" {
				p.Roles = []string{"Vice-Chair"}
				next, _ := l.s.record().EditAttendee(p)
				run(t, a, l.s.do(next, "role"))
			}
			drive(t, a, c.keys...)
			if got := strings.Join(in(l, "2"), "|"); got != c.two || len(in(l, "1")) > 0 {
				t.Errorf("got %s, want %s; in item 1 %v\n%s", got, c.two, in(l, "1"), plainFrame(a))
			}
		})
	}
	a, l := openInterested(t, "Pike", "", 80, 24)
	drive(t, a, "pgdown", "enter", "/take 1", "enter", "/take 2", "enter")
	if l.question() != nil {
		t.Error("asked again of somebody who stays")
	}
	a, l = openInterested(t, "Pike", "", 80, 24)
	drive(t, a, "pgdown", "f2", "pike", "tab", "enter", "esc") // the room answers it
	if l.question() != nil {
		t.Errorf("asked of somebody who left:\n%s", plainFrame(a))
	}
	a, l = openMeeting(t, northmoor, 80, 24)
	if drive(t, a, "pgdown", "pgdown"); l.question() != nil || len(in(l, "1")) > 0 {
		t.Error("asked where nobody has an interest")
	}
	a, l = openInterested(t, "Pike", "", 80, 24)
	drive(t, a, "pgdown")
	for y, row := range strings.Split(plainFrame(a), "\n") {
		if strings.Contains(row, "Cllr Pike left the room") {
			send(t, a, tea.MouseClickMsg{X: 40, Y: y, Button: tea.MouseLeft})
		}
	}
	if got := whereIs(l, "Pike"); got != "left interest 18:47" {
		t.Errorf("a click makes Pike %q", got)
	}
}
