package agenda_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// sitting is a meeting that tests of the room let things happen in.
type sitting struct {
	testing.TB
	r   agenda.Record
	who map[string]agenda.ID
}

func newSitting(t *testing.T) *sitting {
	r, who := room(t)
	return &sitting{t, r, who}
}

// does lets something happen in item n: "left Pike", "left Pike; interest",
// "substitutes Lunt for Reeve", or, with nothing known in front, words.
func (s *sitting) does(n int, lines ...string) {
	s.Helper()
	for _, line := range lines {
		line, at, _ := strings.Cut(line, " @")
		line, how, _ := strings.Cut(line, "; ")
		line, whom, _ := strings.Cut(line, " for ")
		what, names, _ := strings.Cut(line, " ")
		item := s.r.Open.Items[n].ID
		var next agenda.Record
		var err error
		if what == "said" {
			next, _, err = s.r.Add(item, agenda.Entry{Kind: agenda.Narrative, Text: names})
		} else {
			ev := agenda.Event{What: what, How: how, For: s.who[whom]}
			for name := range strings.FieldsSeq(names) {
				ev.Who = append(ev.Who, s.who[name])
			}
			if at != "" {
				at = "2026-03-12T" + at
			}
			next, _, err = s.r.Mark(item, ev, agenda.Clock(at))
		}
		s.r = must(s.TB.(*testing.T), next, err)
	}
}

func (s *sitting) take(n int, at string) {
	next, err := s.r.Take(s.r.Open.Items[n].ID, agenda.Clock("2026-03-12T"+at))
	s.r = must(s.TB.(*testing.T), next, err)
}

// called is what the roll says at the start.
var called = []string{"present Verma Pike", "apologies Reeve", "substitutes Lunt for Reeve", "attending Holt"}

func (s *sitting) brief(ids ...agenda.ID) string {
	var out []string
	for _, id := range ids {
		out = append(out, s.r.Open.Brief(id))
	}
	return strings.Join(out, " ")
}

func TestVoters(t *testing.T) {
	for _, tt := range []struct {
		name string
		does []string
		want string
		of   string
	}{
		{"the roll", nil, "Verma Pike Lunt/Reeve", "3 of 3"},
		{"one left", []string{"left Pike"}, "Verma Lunt/Reeve", "2 of 3"},
		{"one left for an interest", []string{"left Pike; interest"}, "Verma Lunt/Reeve", "2 of 3"},
		{"and came back", []string{"left Pike; interest", "returned Pike"}, "Verma Pike Lunt/Reeve", "3 of 3"},
		{"the member comes after all", []string{"arrived Reeve"}, "Verma Pike Reeve", "3 of 3"},
		{"the substitute leaves", []string{"left Lunt"}, "Verma Pike", "2 of 3"},
		{"and returns", []string{"left Lunt", "returned Lunt"}, "Verma Pike Lunt/Reeve", "3 of 3"},
		{"the substitute does not come", []string{"apologies Lunt"}, "Verma Pike", "2 of 3"},
		{"remotely", []string{"left Pike", "remote Pike"}, "Verma Pike Lunt/Reeve", "3 of 3"},
		{"a proxy", []string{"left Pike", "proxy Verma for Pike"}, "Verma Verma+Pike Lunt/Reeve", "2 of 3"},
		{"whose giver returns", []string{"left Pike", "proxy Verma for Pike", "returned Pike"}, "Verma Pike Lunt/Reeve", "3 of 3"},
		{"whose holder leaves", []string{"left Pike", "proxy Verma for Pike", "left Verma"}, "Lunt/Reeve", "1 of 3"},
		{"no member in this capacity", []string{"attending Pike"}, "Verma Lunt/Reeve", "2 of 3"},
		{"an officer who sits for a member", []string{"left Lunt", "apologies Lunt", "substitutes Holt for Reeve"}, "Verma Pike Holt/Reeve", "3 of 3"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newSitting(t)
			s.does(0, called...)
			s.does(1, tt.does...)
			scene := s.r.Open.Scene()
			var got []string
			for _, v := range scene.Voters() {
				w := s.brief(v.Who)
				switch {
				case v.Proxy:
					w += "+" + s.brief(v.For)
				case v.For != 0:
					w += "/" + s.brief(v.For)
				}
				got = append(got, w)
			}
			if g := strings.Join(got, " "); g != tt.want {
				t.Errorf("got %s, want %s", g, tt.want)
			}
			present, places := scene.Count()
			if g := fmt.Sprintf("%d of %d", present, places); g != tt.of {
				t.Errorf("got %s, want %s", g, tt.of)
			}
		})
	}
}

func TestPresides(t *testing.T) {
	chairs := agenda.Council().Chairs
	for _, tt := range []struct {
		name string
		does []string
		want string
	}{
		{"the Chair", nil, "Verma"},
		{"the Vice-Chair while they are out", []string{"left Verma; interest"}, "Pike"},
		{"the Chair back", []string{"left Verma", "returned Verma"}, "Verma"},
		{"who takes the chair", []string{"presides Reeve"}, "Reeve"},
		{"while the Chair is out", []string{"left Verma", "presides Reeve"}, "Reeve"},
		{"until the Chair is back", []string{"left Verma", "presides Reeve", "returned Verma"}, "Verma"},
		{"unless they are in it", []string{"presides Reeve", "left Pike", "returned Pike"}, "Reeve"},
		{"or gone", []string{"presides Reeve", "left Reeve"}, "Verma"},
		{"nobody", []string{"left Verma", "left Pike"}, ""},
		{"somebody nobody said was there", []string{"left Verma", "presides Holt"}, "Holt"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newSitting(t)
			pike, _ := s.r.Open.Attendee(s.who["Pike"])
			pike.Roles = []string{"Vice-Chair"}
			next, err := s.r.EditAttendee(pike)
			s.r = must(t, next, err)
			s.does(0, "present Verma Pike Reeve")
			s.does(1, tt.does...)
			if got := s.brief(s.r.Open.Scene().Presides(chairs)); got != tt.want {
				t.Errorf("%q presides, want %q", got, tt.want)
			}
		})
	}
	for role, want := range map[string]bool{"Vice-Chair": true, "vice chairman": true, "Deputy Mayor": true, "Chair": false, "Vice-Treasurer": false, "": false} {
		if got := (agenda.Attendee{Roles: []string{role}}).Deputises(chairs); got != want {
			t.Errorf("%q: %t", role, got)
		}
	}
}

// An item that is taken again goes on where the meeting was by then.
func TestSceneInTheOrderTaken(t *testing.T) {
	s := newSitting(t)
	s.does(0, called...)
	one, two := s.r.Open.Items[1].ID, s.r.Open.Items[2].ID
	s.take(1, "18:00")
	s.does(1, "said one", "left Pike @18:05")
	s.take(2, "18:10")
	s.does(2, "returned Pike @18:12", "left Verma @18:15")
	s.take(1, "18:20")
	s.does(1, "returned Verma @18:25", "said two", "left Lunt @18:30")
	at := func(scene agenda.Scene) string {
		var out []string
		for _, name := range []string{"Verma", "Pike", "Lunt"} {
			if scene.Place(s.who[name]).Here() {
				out = append(out, name)
			}
		}
		return strings.Join(out, " ")
	}
	if got := at(s.r.Open.Scene()); got != "Verma Pike" {
		t.Errorf("at the end %s", got)
	}
	for item, want := range map[agenda.ID]string{one: "Verma Pike Lunt|Verma Pike", two: "Verma Lunt|Pike Lunt"} {
		start, end := s.r.Open.SceneOf(item)
		if got := at(start) + "|" + at(end); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestTheRoomIsWhatItsEventsSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := agendatest.Record(t).Open
		scene := m.Scene()
		present, places := scene.Count()
		if present > places {
			t.Errorf("%d of %d", present, places)
		}
		own := map[agenda.ID]bool{}
		for _, v := range scene.Voters() {
			if !scene.Place(v.Who).Here() {
				t.Errorf("%d votes from outside", v.Who)
			}
			if !v.Proxy && own[v.Who] {
				t.Errorf("%d votes twice", v.Who)
			}
			own[v.Who] = own[v.Who] || !v.Proxy
		}
		if len(own) != present {
			t.Errorf("%d are present, %d vote", present, len(own))
		}
		if chair := scene.Presides(agenda.Council().Chairs); chair != 0 && !scene.Place(chair).Here() {
			t.Error("whoever presides is out of the room")
		}
		turns := m.Turns("half")
		for i, turn := range turns {
			if i > 0 && turn.Short() == turns[i-1].Short() {
				t.Error("lost twice in a row")
			}
		}
	})
}

func TestNeeded(t *testing.T) {
	for words, want := range map[string]int{
		"4": 4, " 4 members": 4, "Four members.": 4, "four": 4, "at least 3 councillors present": 3, "minimum of 5": 5, "twelve": 12,
		"one third": 4, "one-third of the members": 4, "a third of its members": 4, "1/3": 4, "⅓ of the council": 4, "two thirds": 7,
		"a quarter": 3, "half": 5, "one half of the whole number of members": 5, "more than half": 6, "a majority of the members": 6,
		"50%": 5, "41 per cent": 5, "three members, one of them the Chair": -1, "one third, at least 3": -1, "": -1, "as per standing orders": -1,
		"2.5%": 1, "6.6%": 1, "33.3 per cent": 4, "2.5": -1, "2.5.1%": -1, ".5%": -1,
		"less than 3": -1, "not less than 3": 3, "no fewer than 3": 3, "no less than three members.": 3, "fewer than 4": -1, "not fewer than one third": 4,
		"4 or 5": -1, "150%": -1, "members": -1, "quorum": -1,
	} {
		n, ok := agenda.Needed(words, 10)
		if !ok {
			n = -1
		}
		if n != want {
			t.Errorf("%q of 10: %d, want %d", words, n, want)
		}
	}
}

func TestTurns(t *testing.T) {
	s := newSitting(t)
	if s.r.Open.Scene().Strength("2").Known {
		t.Error("a quorum is missed before the roll is called")
	}
	s.does(0, called...)
	s.does(1, "left Pike @18:20", "left Lunt @18:30", "returned Lunt @18:40")
	s.does(2, "left Verma @18:50", "left Lunt")
	var got []string
	for _, turn := range s.r.Open.Turns("two members") {
		got = append(got, fmt.Sprintf("%s %d/%d %t", turn.At.TimeOfDay(), turn.Present, turn.Need, turn.Short()))
	}
	if want := []string{"18:30 1/2 true", "18:40 2/2 false", "18:50 1/2 true"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if turns := s.r.Open.Turns("as the standing orders say"); turns != nil {
		t.Errorf("a quorum nobody understands: %v", turns)
	}
	if s := s.r.Open.Scene().Strength("2"); !s.Short() || s.Need != 2 {
		t.Errorf("%+v", s)
	}
	begins := newSitting(t)
	begins.does(0, "present Pike")
	begins.does(1, "said one", "arrived Verma @18:10")
	if turns := begins.r.Open.Turns("2"); len(turns) != 1 || turns[0].Short() {
		t.Errorf("a meeting that begins short: %+v", turns)
	}
}

func TestInterestsIn(t *testing.T) {
	s := newSitting(t)
	one, two := s.r.Open.Items[1].ID, s.r.Open.Items[2].ID
	pike, verma := agenda.Who{ID: s.who["Pike"]}, agenda.Who{ID: s.who["Verma"]}
	declare := func(in agenda.ID, i agenda.Interest) {
		next, _, err := s.r.Add(in, agenda.Entry{Kind: agenda.Declared, Interest: &i})
		s.r = must(t, next, err)
	}
	declare(one, agenda.Interest{Holders: []agenda.Holder{{Who: pike, Kind: "pecuniary"}, {Who: verma}}, Items: []agenda.ItemRef{{ID: two}, {Words: "1"}, {Words: "77"}}})
	declare(two, agenda.Interest{Holders: []agenda.Holder{{Who: pike}}, Nature: "tenant", Effect: "left the room"})
	declare(two, agenda.Interest{})
	said := func(item agenda.ID) string {
		var out []string
		for _, s := range s.r.Open.InterestsIn(item) {
			out = append(out, fmt.Sprintf("%s %s %s %t", whose(s.Who), s.Kind, s.Nature, s.Leaves()))
		}
		return strings.Join(out, "; ")
	}
	if got, want := said(two), fmt.Sprintf("%s   false; %s  tenant true", whose(verma), whose(pike)); got != want {
		t.Errorf("in item 2 %q, want %q", got, want)
	}
	if got, want := said(one), fmt.Sprintf("%s pecuniary  false; %s   false", whose(pike), whose(verma)); got != want {
		t.Errorf("in item 1 %q, want %q", got, want)
	}
	s.does(0, called...)
	s.does(2, "left Pike; interest", "left Lunt")
	if got := s.brief(s.r.Open.Scene().OutForInterest()...); got != "Pike" {
		t.Errorf("out for their interest: %q", got)
	}
	s.does(2, "returned Pike")
	if out := s.r.Open.Scene().OutForInterest(); out != nil {
		t.Errorf("still out: %v", out)
	}
}

func TestInterestsInTheItemForThem(t *testing.T) {
	r := agenda.New(agenda.Meeting{Items: []*agenda.Item{{Level: 1, Title: "Declarations", Kind: agenda.KindInterests}}})
	item := r.Open.Items[1].ID
	r, _, err := r.Add(item, agenda.Entry{Kind: agenda.Declared, Interest: &agenda.Interest{Holders: []agenda.Holder{{Who: agenda.Who{Words: "Pike"}}}}})
	if got := must(t, r, err).Open.InterestsIn(item); got != nil {
		t.Errorf("an interest in declaring interests: %v", got)
	}
}

func whose(w agenda.Who) string { return fmt.Sprint(w.ID, w.Words) }
