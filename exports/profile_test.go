package exports

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode"

	"minutebook/agenda"
)

// housed is one meeting with all that can be minuted in a house style, public
// and in full. What is typed in it is of no language.
func housed(t *testing.T, profile string) []byte {
	t.Helper()
	s := sitting(t, "profile.notes")
	s.Body.Style.Profile = profile
	public := printed(t, s.Body, s.Record.Open)
	if calledIn(public) == "" || draftIn(public) != 1 {
		t.Errorf("%s: the file is not known as an export", profile)
	}
	d := BuildFull(s.Body, s.Record, agenda.Life{})
	assertReadBack(t, d)
	var full bytes.Buffer
	if err := Markdown(&full, d); err != nil {
		t.Fatal(err)
	}
	return append(append(public, "\n---\n\n"...), full.Bytes()...)
}

// TestProfiles prints it in each house, so that a reader of the language can
// read every sentence the house knows.
func TestProfiles(t *testing.T) {
	t.Parallel()
	for _, name := range agenda.Profiles() {
		golden(t, "profile-"+name+".md", housed(t, name))
	}
}

// TestNoEnglishWord: of the words that English minutes have, those of another
// language have names and typed words alone.
func TestNoEnglishWord(t *testing.T) {
	t.Parallel()
	english := words(housed(t, "council"))
	for _, name := range agenda.Profiles() {
		if name == "council" || name == "american" {
			continue
		}
		for _, w := range words(housed(t, name)) {
			if slices.Contains(english, w) && !slices.Contains(ofNoLanguage, w) {
				t.Errorf("%s says %q", name, w)
			}
		}
	}
}

// ofNoLanguage is the words of the record, and those that two languages have.
var ofNoLanguage = strings.Fields("NMR Quay Asha Verma Chair Tom Pike Jo Lunt Ida Moss Max Reeve Una Tarn Dana Holt e mail carried lost withdrawn w1 z1 April in an " +
	"public questions motion vote Date notes")

// words lists the words of minutes that could be of a language: letters alone,
// no word of the record's that repeats one letter.
func words(minutes []byte) []string {
	var out []string
	for w := range strings.FieldsFuncSeq(string(minutes), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if strings.ContainsFunc(w, unicode.IsDigit) || len(w) < 2 || strings.Trim(strings.ToLower(w), strings.ToLower(w[:1])) == "" {
			continue
		}
		out = append(out, w)
	}
	return out
}

// TestResultsOfAHouse: what was declared in the language of the house makes a
// sentence of its own.
func TestResultsOfAHouse(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ profile, result, want string }{
		{"council", "carried", "On being put to the vote the motion was carried."},
		{"council", "tabled", "On being put to the vote the outcome of the motion was: tabled."},
		{"american", "carried", "On a vote the motion carried."},
		{"american", "tabled", "On a vote the motion was tabled."},
		{"german", "angenommen", "Abstimmung: der Antrag wurde angenommen."},
		{"french", "adoptée", "Mise aux voix\u00a0: la motion est adoptée."},
		{"german", "scheiterte", "Abstimmung: der Antrag scheiterte."},
	} {
		m := meeting(item("4", "Item", moved(301, 0, agenda.MainMotion, "X.", nil, nil), votedOn(301, agenda.Vote{Result: tt.result})))
		m.Style.Profile = tt.profile
		if out := string(printed(t, harbour, m)); !strings.Contains(out, tt.want) {
			t.Errorf("%s: %q is not in\n%s", tt.profile, tt.want, out)
		}
	}
}
