package agenda

import "testing"

func TestUsualItemKind(t *testing.T) {
	for title, want := range map[string]string{
		"Apologies for absence": KindApologies, "Declarations of interest": KindInterests, "Minutes of the previous meeting": KindMinutes,
		"Date of next meeting": KindNext, "Actions from previous meetings": KindActions, "Ten minutes of silence": "", "Berth fees": "",
	} {
		if got := UsualItemKind(title); got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
}

func TestUsualKind(t *testing.T) {
	of := func(kinds ...string) (list []Summary) {
		for _, k := range kinds {
			list = append(list, Summary{Kind: k})
		}
		return list
	}
	for want, list := range map[string][]Summary{
		"Ordinary": of("Special", "Ordinary", "Ordinary"), "Special": of("Special", "Ordinary"), "Annual": of("", "Annual"), "": of("", ""),
	} {
		if got := UsualKind(list); got != want {
			t.Errorf("%v: %q", list, got)
		}
	}
}

func TestCodes(t *testing.T) {
	bodies := []Body{{Key: "a", Code: "NHC"}, {Key: "b"}}
	if !CodeTaken(bodies, "", "nhc") || CodeTaken(bodies, "a", "NHC") || CodeTaken(bodies, "", "") || CodeTaken(bodies, "", "NH") {
		t.Error("which codes are taken")
	}
	if !IsCode("NHC2") || IsCode("NH C") || IsCode("N/2") || IsCode("N#2") || IsCode("N|2") {
		t.Error("which words are codes")
	}
	if !SitsWithoutVote("Clerk") || SitsWithoutVote("Chair") {
		t.Error("who has a vote")
	}
}
