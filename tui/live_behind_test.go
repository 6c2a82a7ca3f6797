package tui

import (
	"fmt"
	"strings"
	"testing"
)

// discussed is an item with two questions and their answers.
var discussed = []string{
	"/take 4", "enter", "? Had the fishing fleet been asked?", "enter", "it had.", "enter",
	"What of the tides?", "enter", "they were slack.", "enter", "backspace", "! That it be approved.", "enter",
}

func TestLiveLateAnswerGoesToItsQuestion(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	j := newDiary()
	a.journal = j
	drive(t, a, discussed...)
	drive(t, a, "alt+up", "alt+up", "alt+up", "alt+up", "the fleet had objec")
	if frame := plainFrame(a); l.comp.mark != ">" || !strings.Contains(frame, "to: Had the fishing fleet") {
		t.Fatalf("mark %q:\n%s", l.comp.mark, frame)
	}
	it := l.s.meeting().Items[4]
	if d := j.all[len(j.all)-1]; d.After != it.Entries[1].ID || d.Item != it.ID || d.Entry != 0 {
		t.Errorf("the journal has %+v", d)
	}
	drive(t, a, "ted.", "enter")
	want := "question: Had the fishing fleet been asked?\nresponse: it had.\nresponse: the fleet had objected.\nquestion: What of the tides?\nresponse: they were slack.\nresolution: \n"
	if got := texts(l.s.meeting(), "4"); got != want {
		t.Errorf("got\n%s", got)
	}
	if !strings.HasPrefix(a.message, "kept under “Had the fishing fleet") || !l.chosen.none() || l.comp.mark != "!" {
		t.Errorf("said %q, chosen %v, mark %q", a.message, l.chosen, l.comp.mark)
	}
	drive(t, a, "ctrl+z")
	if a.message != "undone: response in item 4" {
		t.Errorf("said %q", a.message)
	}
}

func TestLiveInsertsBehindTheChosenEntry(t *testing.T) {
	a, l := openMeeting(t, northmoor, 120, 40)
	drive(t, a, discussed...)
	drive(t, a, "alt+up", "alt+up", "alt+up", "? Who asked them?")
	golden(t, a, "live-insert")
	if drive(t, a, "esc"); strings.Contains(plainFrame(a), "after:") || l.comp.Text() != "? Who asked them?" {
		t.Error("esc keeps the place, or took the words")
	}
	drive(t, a, "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "alt+up", "alt+up", "alt+up", "alt+up", "? Who asked them?", "enter")
	if got := texts(l.s.meeting(), "4"); !strings.Contains(got, "it had.\nquestion: Who asked them?\nquestion: What") {
		t.Errorf("got\n%s", got)
	}
}

func TestLiveSplitsAndJoins(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 4", "enter", "@Pike reported one. And two.", "enter", "! That a be. That b be.", "enter",
		"+ Clerk: write; due 2026-06-11", "enter", "? Who pays? Who gains?", "enter", "nobody.", "enter")
	was := texts(l.s.meeting(), "4")
	split := func(up int, after string) {
		t.Helper()
		drive(t, a, "esc")
		for range up {
			drive(t, a, "alt+up")
		}
		drive(t, a, "enter")
		for !strings.HasSuffix(l.comp.words.Before(), after) {
			if l.comp.words.AtStart() {
				t.Fatalf("no %q in %q", after, l.comp.Text())
			}
			drive(t, a, "left")
		}
		drive(t, a, "alt+s")
	}
	split(2, "pays?")
	if got := texts(l.s.meeting(), "4"); !strings.HasSuffix(got, "question: Who pays?\nresponse: nobody.\nquestion: Who gains?\n") {
		t.Errorf("question split:\n%s", got)
	}
	drive(t, a, "alt+up", "alt+j")
	if got := texts(l.s.meeting(), "4"); got != was {
		t.Errorf("joined again:\n%s", got)
	}
	drive(t, a, "ctrl+z", "ctrl+z")
	if got := texts(l.s.meeting(), "4"); got != was || a.message != "undone: split of a question in item 4" {
		t.Errorf("%s\n%s", a.message, got)
	}
	split(4, "a be.")
	if _, e, _ := l.s.meeting().Find(l.s.meeting().Items[4].Entries[1].ID); len(e.Resolution.Parts) != 2 {
		t.Errorf("parts %v", e.Resolution.Parts)
	}
	split(5, "one.")
	e := l.s.meeting().Items[4].Entries[1]
	if e.Kind != "update" || e.Text != "And two." || e.Speaker.ID == 0 {
		t.Errorf("the second update is %+v", e)
	}
	if drive(t, a, "alt+up", "alt+j"); !strings.Contains(a.message, "turn one of them first") {
		t.Errorf("said %q", a.message)
	}
}

func TestLiveSaysWhatItUndid(t *testing.T) {
	for want, keys := range map[string][]string{
		"undone: action in item 1":                          {"+ Clerk: write", "enter"},
		"undone: further comment in item 1":                 {"? a", "enter", ">> b", "enter"},
		"undone: paragraph in item 1":                       {"one.", "enter"},
		"undone: strike of an action":                       {"+ Clerk: write", "enter", "alt+up", "ctrl+d"},
		"undone: strike of a question and its response":     {"? a", "enter", "b", "enter", "alt+up", "alt+up", "ctrl+d"},
		"undone: turning a response into a further comment": {"? a", "enter", "b", "enter", "alt+up", "tab"},
		"undone: move of a paragraph in item 1":             {"one.", "enter", "two.", "enter", "alt+up", "ctrl+up"},
	} {
		t.Run(want, func(t *testing.T) {
			a, _ := openMeeting(t, northmoor, 80, 24)
			drive(t, a, "pgdown")
			drive(t, a, keys...)
			if drive(t, a, "esc", "ctrl+z"); a.message != want {
				t.Error(fmt.Sprint("said ", a.message))
			}
		})
	}
}
