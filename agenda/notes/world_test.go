package notes_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// world is sets of minutes as bodies of several traditions and languages write
// them, in testdata/world, and typed fields that each holds.
var world = []struct {
	file  string
	says  func(agenda.Record) string
	wants string
}{
	{"parish", headed, "Ordinary Meeting of the Parish Council 2020-09-08T19:30 via Zoom, and at the Village Hall, Hexby Lane"},
	{"parish", calls("O'Brien", "Cllr. Joan Barker", "JB", "Cllr St. Clair"), "Tom O’Brien;Joan Barker;Joan Barker;Jo St. Clair;"},
	{"parish", times, "19:35 19:42 19:58 20:01 20:15 20:50 21:05 "},
	{"parish", dues, "2020-09-15;next meeting;;2020-10-13;"},
	{"county", headed, "Special 2019-03-12T10:00 Committee Room 2, County Hall, Westmarch"},
	{"county", calls("Cllr T. J. Pike", "Councillor Fox", "Cllr Kit Dean"), "T. J. Pike;Lena Fox;Kit Dean;"},
	{"county", votes("44."), "for 1 against 6 abstained 0 lost;LOST;carried;carried;"},
	{"county", attending, "Dana Holt;Ambler of Fen;Sam Rhee;"},
	{"board", calls("Sir Hugh Cole", "Ní Bhriain", "MvdB", "Mr Pugh"), "Hugh Cole;Éilis Ní Bhriain;Mia van den Berg;Owen Pugh;"},
	{"board", dues, "January 2021 Board;30/11/2020;asap;"},
	{"city", headed, "Regular Meeting 2020-03-03T18:30 Council Chambers, 100 Main St."},
	{"city", calls("Boyd", "Mayor Novak", "Council Member Ruiz", "Ashe"), "D. W. Boyd Jr.;Ed Novak;Al Ruiz;Gwen Ashe;"},
	{"city", votes("3.c"), "for 5 against 0 abstained 1 Motion carried 5-0-1.;"},
	{"city", votes("4.b"), "Ayes 6; Nays 0 motion carried;"},
	{"shire", calls("Cr D’Angelo", "Ó Sé", "Tūhoe"), "Bill D'Angelo;Pat Ó Sé;Ngaire Tūhoe;"},
	{"shire", votes("9.1.1"), "equal for 3 against 3 CARRIED 4/3;for 2 against 4 LOST;"},
	{"gemeinderat", headed, "öffentliche Sitzung 2020-03-12T19:30 Rathaus, Sitzungssaal, Hauptstraße 1"},
	{"gemeinderat", calls("Frau Huber", "Herr Huber", "Heide", "Bürgermeister Groß"), "Maria Huber;Hans Huber sen.;Anna von der Heide;Karl Groß;"},
	{"gemeinderat", votes("Ö 3"), "for 3 against 12 abstained 1 abgelehnt;Ja 3, Nein 12 abgelehnt;"},
	{"gemeinderat", times, "19:30 20:10 21:45 "},
	{"conseil", headed, "Séance ordinaire 2020-06-15T18:30 Salle des fêtes, place de l’Église"},
	{"conseil", calls("M. d'Aubigné", "Mme Da Silva", "M. de La Tour"), "Jean-Luc d’Aubigné;Inès Da Silva;Paul de La Tour;"},
	{"conseil", times, "18:42 18:50 20:15 "},
	{"conseil", votes("2020-06-02"), "unanimous Adopté à l’unanimité;"},
	{"association", headed, "Annual General Meeting 2018-05-03T19:00 The Old Boathouse"},
	{"association", calls("Lt Col Rees", "Rees", "Szabó"), "Dai Rees RN;Dai Rees RN;Éva Szabó;"},
	{"association", votes("3"), "weighted for 217 against 60 carried;"},
	{"association", dues, "2018-06-01;in the autumn;"},
}

func TestMinutesOfTheWorld(t *testing.T) {
	for i, w := range world {
		t.Run(fmt.Sprint(w.file, i), func(t *testing.T) { equal(t, w.says(worldly(t, w.file)), w.wants) })
	}
}

// worldly is the record of a fixture, which reads without a warning and, written
// in full, reads back the same.
func worldly(t *testing.T, file string) agenda.Record {
	t.Helper()
	path := filepath.Join("testdata", "world", file+".notes")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	read, err := notes.Parse(path, string(text))
	if err != nil {
		t.Fatal(err)
	}
	if len(read.Warnings) > 0 {
		t.Error(read.Warnings)
	}
	got := read.Meetings[0]
	full := written(t, got.Body, got.Record, 1)
	again, err := notes.Parse("again", full)
	if err != nil {
		t.Fatalf("what was written does not read back: %v", err)
	}
	same(t, sayable(got.Record), sayable(again.Meetings[0].Record), full)
	return got.Record
}

func headed(r agenda.Record) string {
	return fmt.Sprint(r.Open.Kind, " ", r.Open.Start, " ", r.Open.Place)
}

// calls is whom each name means where a line calls somebody by it.
func calls(names ...string) func(agenda.Record) string {
	return func(r agenda.Record) (out string) {
		for _, name := range names {
			v, err := notes.ReadVote(&r.Open, "for: "+name)
			if err != nil {
				return err.Error()
			}
			a, _ := r.Open.Attendee(v.Named[0].Who.ID)
			out += a.Name + ";"
		}
		return out
	}
}

// each calls f with every public entry.
func each(r agenda.Record, f func(*agenda.Entry)) {
	for _, it := range r.Open.Items {
		for _, e := range it.Entries {
			f(e)
		}
	}
}

func times(r agenda.Record) (out string) {
	each(r, func(e *agenda.Entry) {
		if e.At != "" {
			out += e.At.TimeOfDay() + " "
		}
	})
	return out
}

func dues(r agenda.Record) (out string) {
	each(r, func(e *agenda.Entry) {
		if e.Action != nil {
			out += e.Action.Due + ";"
		}
	})
	return out
}

func attending(r agenda.Record) (out string) {
	each(r, func(e *agenda.Entry) {
		if e.Event != nil && e.Event.What == agenda.Attending {
			for _, id := range e.Event.Who {
				a, _ := r.Open.Attendee(id)
				out += a.Name + ";"
			}
		}
	})
	return out
}

// votes is the method, the figures and the result of every vote of an item.
func votes(number string) func(agenda.Record) string {
	return func(r agenda.Record) (out string) {
		id, _ := r.Open.ItemCalled(number)
		it, _ := r.Open.Item(id)
		for _, e := range it.Entries {
			if v := e.Vote; v != nil {
				said := v.Method
				for _, tally := range v.Tallies {
					said += " " + tally.Choice + " " + tally.Count
				}
				out += agenda.CleanLine(said+" "+v.Result) + ";"
			}
		}
		return out
	}
}

func TestDatesAndTimesOfTheWorld(t *testing.T) {
	for typed, want := range map[string]agenda.Clock{
		"Tuesday, March 3, 2020 6:30 PM":          "2020-03-03T18:30",
		"12.03.2020 19.30 Uhr":                    "2020-03-12T19:30",
		"Donnerstag, den 12. März 2020 um 19 Uhr": "2020-03-12T19:00",
		"le lundi 1er juin 2020 à 18h":            "2020-06-01T18:00",
		"3 de marzo de 2020 18:00":                "2020-03-03T18:00",
		"nos Fawrth 3 Mawrth 2020 7.00 p.m.":      "2020-03-03T19:00",
		"Tue 3rd Sept. 2019 12 noon":              "2019-09-03T12:00",
		"3 May 2018 1930 hrs":                     "2018-05-03T19:30",
	} {
		read, err := notes.Parse("x", "body: B\nmeeting: Ordinary, "+typed+", Hall\n")
		if err != nil {
			t.Errorf("%s: %v", typed, err)
			continue
		}
		m := read.Meetings[0].Record.Open
		equal(t, fmt.Sprint(typed, m.Start, m.Kind, m.Place), fmt.Sprint(typed, want, "Ordinary", "Hall"))
	}
	for _, typed := range []string{"31.02.2020", "February 30, 2020", "2020-13-01", "le 32 juin 2020", "12.03.2020 25h00"} {
		if _, err := notes.Parse("x", "body: B\nmeeting: Ordinary, "+typed+", Hall\n"); err == nil {
			t.Errorf("%s is taken for a day", typed)
		}
	}
}

func TestFiguresOfTheWorld(t *testing.T) {
	for typed, want := range map[string]string{
		"12:3:1 angenommen":       "for 12 against 3 abstained 1 angenommen",
		"13 : 0":                  "for 13 against 0",
		"6 – 1 carried":           "for 6 against 1 carried",
		"6-? - carried":           "for 6 against  - carried",
		"unanimous; carried":      "unanimous carried",
		"Ayes 6; Nays 0; carried": "Ayes 6; Nays 0 carried",
	} {
		v, err := notes.ReadVote(&agenda.Meeting{}, typed)
		said := v.Method
		for _, tally := range v.Tallies {
			said += " " + tally.Choice + " " + tally.Count
		}
		equal(t, fmt.Sprint(agenda.CleanLine(said+" "+v.Result), err), fmt.Sprint(agenda.CleanLine(want), error(nil)))
	}
}
