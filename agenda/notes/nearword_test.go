package notes_test

import (
	"fmt"
	"strings"
	"testing"

	"minutebook/agenda/notes"
)

// What a clerk writes for a /word is answered with the word that is meant.
func TestNearWordOfTheNotation(t *testing.T) {
	for typed, want := range map[string]string{
		"/deferred": "/outcome deferred", "defer": "/outcome deferred", "withdrawn": "/outcome withdrawn", "/adjourned": "/adjourn",
		"/moved": "/motion", "/seconded": "/motion MOVER / SECONDER: WORDS", "/elected": "/elect", "/Left": "/leave",
		"/arrived": "/arrive", "/arive": "/arrive", "/frobnicate": "", "/hom": "", "/x": "",
	} {
		if got := notes.NearWord(typed); got != want {
			t.Errorf("%s: %q, not %q", typed, got, want)
		}
	}
	if got := notes.NearWord("/hom", "/home"); got != "/home" {
		t.Errorf("a word of the screen is not near: %q", got)
	}
	for _, text := range []string{"/deferred to June", "/left Pike"} {
		_, err := notes.Parse("x", head+"== 4 Dredging\n"+text)
		if err == nil || !strings.Contains(err.Error(), "did you mean "+notes.NearWord(strings.Fields(text)[0])+"?") {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// A word alone says what it expects, with an example that is accepted.
func TestAWordAloneShowsAnExample(t *testing.T) {
	for _, word := range []string{"arrive", "leave", "return", "chair", "present", "remote", "apologies", "absent", "attending",
		"substitute", "proxy", "motion", "amend", "substantive", "procedure"} {
		people := "body: B\nmeeting: Ordinary, 2026-03-12\npresent: Asha Verma; Tom Pike; Jo Lunt; Max Reeve\nattending: Dana Holt\n== 4 Quay\n"
		if word == "amend" || word == "substantive" {
			people += "/motion : That the quay be let.\n"
		}
		_, err := notes.Parse("x", people+"/"+word)
		if err == nil {
			t.Errorf("/%s alone is accepted", word)
			continue
		}
		_, like, ok := strings.Cut(err.Error(), "like /"+word+" ")
		if like, _, _ = strings.Cut(like, ", or "); !ok {
			t.Errorf("/%s alone gives no example: %v", word, err)
		} else if _, err := notes.Parse("x", people+"/"+word+" "+like); err != nil {
			t.Errorf("the example is refused: %v", err)
		}
	}
}

func TestAStrangerIsAnsweredWithThoseWhoResemble(t *testing.T) {
	var names []string
	for i := range 30 {
		names = append(names, fmt.Sprintf("Nemo N%cx%c", 'a'+i%26, 'a'+i/26))
	}
	names = append(names, "Cllr Ann Quilter", "Quin Harrowby", "Cllr Bo Quillan", "Dr Eve Quilliam")
	text := "body: B\nmeeting: Ordinary, 2026-03-12\npresent: " + strings.Join(names, "; ") + "\n== 4 Quay\n"
	for typed, want := range map[string]string{
		"Cllr Quillby": "somebody on the roster of 34; nearest: Cllr Bo Quillan, Cllr Ann Quilter, Dr Eve Quilliam, Quin Harrowby",
		"Zebedee":      "somebody on the roster of 34, where no name is like it",
		"Nemo Nqq":     "",
	} {
		_, err := notes.Parse("x", text+"/arrive "+typed)
		if err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%s: %v", typed, err)
		}
		if n := strings.Count(err.Error(), "Nemo"); n > 6 {
			t.Errorf("%s names %d people: %v", typed, n, err)
		}
	}
}
