package tui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/notes"
	"minutebook/exports"
	"minutebook/store"
)

// canary is in every note of the meeting that is exported below, and must be on
// no screen that shows a public copy.
const canary = "canary"

const exportedMeeting = `body: Northmoor Harbour Committee
code: NHC
meeting: Ordinary, 2026-03-12 18:00, Guildhall, Northmoor
present: Cllr Asha Verma (Chair); Cllr Tom Pike; Cllr Jo Lunt
attending: Dana Holt (Harbour Master); Sam Rhee (Clerk)
% ` + canary + ` of the opening

== 4 Dredging programme
The Harbour Master submitted a report on dredging of the inner basin and the approach channel to 2028.
? @Pike What effect would the winter tides have on the second phase?
> the contractor had allowed four weeks of slack.
* residents should be told before work began.
% ` + canary + ` of the chair
% ` + canary + ` by e-mail
! That the programme be approved.
! That a progress report be brought:
!- in June; and
!- in September.
+ Harbour Master: bring the June report; due 2026-06-11

== | Vote of thanks
The Committee thanked the outgoing Harbour Master.
% ` + canary + ` of the cake
`

// exporting is the export screen of a meeting, in a folder of its own below a
// home of its own, opened from home.
func exporting(t *testing.T, source string, w, h int, keys ...string) (a *app, folder string) {
	t.Helper()
	home := t.TempDir()
	folder = filepath.Join(home, "Documents", "Minutes")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("HOME", home)
	t.Chdir(folder)
	file, err := notes.Parse("test", source)
	if err != nil {
		t.Fatal(err)
	}
	book, ctx := store.Memory(), context.Background()
	body, r := file.Meetings[0].Body, file.Meetings[0].Record
	body.Key, r.Open.Key, r.Open.Body = "nhc", "m1", "nhc"
	if err := book.SaveBody(ctx, body); err != nil {
		t.Fatal(err)
	}
	if _, err := book.Save(ctx, agenda.Snapshot{Life: agenda.Life{Draft: 1}}, r); err != nil {
		t.Fatal(err)
	}
	a = newTestApp(t, book, w, h)
	drive(t, a, "ctrl+x")
	if _, ok := a.top().(*exporter); !ok {
		t.Fatalf("ctrl+x led to %T", a.top())
	}
	drive(t, a, keys...)
	return a, folder
}

// put writes a file into the folder.
func put(t *testing.T, folder, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// held is what the files of a folder hold, by name.
func held(t *testing.T, folder string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(text)
	}
	return out
}

const usualName = "nhc-2026-03-12-minutes.md"

func TestExportFrames(t *testing.T) {
	sizes(t, func(t *testing.T, w, h int) {
		frame := func(name, source, file string, keys ...string) {
			t.Run(name, func(t *testing.T) {
				a, folder := exporting(t, source, w, h)
				if file != "" {
					put(t, folder, usualName, file)
				}
				for _, k := range keys {
					a.frame() // what fits is known once it is drawn
					drive(t, a, k)
				}
				golden(t, a, name)
				if content, _, _ := a.frame(); strings.Contains(content, canary) && name != "export-full" {
					t.Errorf("a note is on the screen of a public copy:\n%s", plainFrame(a))
				}
			})
		}
		frame("export", exportedMeeting, "")
		frame("export-preview", exportedMeeting, "", "f3", "pgdn")
		frame("export-left", exportedMeeting, "", "tab")
		frame("export-full", exportedMeeting, "", "right")
		frame("export-foreign", exportedMeeting, "Dear Harbour Master,", "enter")
		frame("export-long", exportedMeeting, "", "down", "down", "down", "down", strings.Repeat("a very long name ", 14))
		frame("export-json", exportedMeeting, "", "down", "right", "right")
		frame("export-empty", "body: Northmoor Harbour Committee\ncode: NHC\nmeeting: 2026-03-12\n", "")
		frame("export-ask", exportedMeeting, "# Northmoor Harbour Committee\n\n**DRAFT minutes (draft 1, subject to approval)** of the ordinary meeting held on "+
			"Thursday 12 March 2026 at 6.00 pm in the Guildhall, Northmoor\n\nMended by hand.\n", "enter")
		frame("export-written", exportedMeeting, "", "enter")
	})
}

// TestExportWritesWhatItShows compares the file with the preview and with what
// the command line writes.
func TestExportWritesWhatItShows(t *testing.T) {
	a, folder := exporting(t, exportedMeeting, 120, 40, "down", "down", "right", "down", "left")
	e := a.top().(*exporter)
	if len(held(t, folder)) != 0 {
		t.Fatal("something was written before enter")
	}
	drive(t, a, "enter")
	var want strings.Builder
	c := exports.Copy{Format: exports.Formats[0], Rendering: agenda.Paragraphs, Names: agenda.NamesShown}
	if err := c.Write(&want, e.body, e.snap.Record, e.snap.Life); err != nil {
		t.Fatal(err)
	}
	if got := held(t, folder)[usualName]; got != want.String() || !strings.Contains(got, "Pike") {
		t.Errorf("written:\n%s\nwant:\n%s", got, want.String())
	}
	var lines []string
	for _, p := range e.preview.text {
		lines = append(lines, p.text)
	}
	if got := strings.Join(lines, "\n") + "\n"; got != want.String() {
		t.Errorf("the preview is not what is written:\n%s", got)
	}
	if got := plainFrame(a); !strings.Contains(got, "Written: "+usualName) || !strings.Contains(got, "in ~/Documents/Minutes") {
		t.Errorf("got\n%s", got)
	}
}

// TestExportReplaces goes through what can stand where the file is to go.
func TestExportReplaces(t *testing.T) {
	a, folder := exporting(t, exportedMeeting, 80, 24)
	drive(t, a, "enter")
	first := held(t, folder)[usualName]
	var full []bool
	a.saving = func(f bool, work func() error) error { full = append(full, f); return work() }
	drive(t, a, "down", "down", "right", "enter") // this run wrote it, and nobody touched it
	second := held(t, folder)[usualName]
	if second == first || second == "" {
		t.Fatalf("not replaced:\n%s", plainFrame(a))
	}
	if !slices.Equal(full, []bool{false}) {
		t.Errorf("the permissions of a public file were not asked for: %v", full)
	}
	byHand := strings.Replace(second, "told before work began", "told", 1)
	put(t, folder, usualName, byHand)
	drive(t, a, "right", "enter")
	if got := plainFrame(a); !strings.Contains(got, "Replace "+usualName+"?") || !strings.Contains(got, "Draft 1 of this meeting is there.") {
		t.Fatalf("it is replaced unasked:\n%s", got)
	}
	drive(t, a, "enter") // the first row is the safe one
	if held(t, folder)[usualName] != byHand {
		t.Error("the safe row replaced the file")
	}
	drive(t, a, "enter", "down", "enter")
	if got := held(t, folder)[usualName]; got == byHand || !strings.Contains(got, "told before work began") {
		t.Errorf("not replaced:\n%s", plainFrame(a))
	}
	put(t, folder, usualName, "Dear Harbour Master,")
	drive(t, a, "right", "enter")
	if got := held(t, folder); got[usualName] != "Dear Harbour Master," || len(got) != 1 {
		t.Errorf("another's file became %q", got)
	}
}

// TestExportAfterAChange does not replace a file that came while the question
// was on the screen.
func TestExportAfterAChange(t *testing.T) {
	a, folder := exporting(t, exportedMeeting, 80, 24, "right", "enter")
	name := "nhc-2026-03-12-minutes-full.md"
	if got := plainFrame(a); !strings.Contains(got, "Write a full copy to "+name+"?") || !strings.Contains(got, "4 clerk’s notes") {
		t.Fatalf("a full copy is written unasked:\n%s", got)
	}
	put(t, folder, name, "mine")
	drive(t, a, "down", "enter")
	if got := held(t, folder)[name]; got != "mine" {
		t.Errorf("replaced by %q", got)
	}
	if got := plainFrame(a); !strings.Contains(got, "changed meanwhile") {
		t.Errorf("got\n%s", got)
	}
	if err := os.Remove(filepath.Join(folder, name)); err != nil {
		t.Fatal(err)
	}
	drive(t, a, "enter", "down", "enter")
	if got := held(t, folder)[name]; !strings.Contains(got, canary) {
		t.Errorf("the full copy is %q", got)
	}
	drive(t, a, "left")
	if content, _, _ := a.frame(); strings.Contains(content, canary) {
		t.Error("a note stayed on the screen")
	}
}

func TestExportFolders(t *testing.T) {
	a, folder := exporting(t, exportedMeeting, 80, 24, "down", "down", "down", "down", "down", "right", "right")
	e := a.top().(*exporter)
	home := filepath.Dir(filepath.Dir(folder))
	if got := e.dir(); got != home {
		t.Errorf("the third folder is %s", got)
	}
	drive(t, a, "right", "down", "~/nowhere", "enter")
	if got := plainFrame(a); !strings.Contains(got, "There is no such folder.") {
		t.Errorf("got\n%s", got)
	}
	if err := os.Mkdir(filepath.Join(home, "away"), 0o700); err != nil {
		t.Fatal(err)
	}
	drive(t, a, "ctrl+u", "../../away", "enter")
	if got := held(t, filepath.Join(home, "away")); len(got) != 1 {
		t.Fatalf("in the folder is %v\n%s", got, plainFrame(a))
	}
	drive(t, a, "esc", "ctrl+x")
	if got := a.top().(*exporter).dir(); got != filepath.Join(home, "away") {
		t.Errorf("the folder used last is not offered first but %s", got)
	}
	// typing goes to the name, wherever the focus is
	drive(t, a, "up", "march", "enter")
	if got := held(t, filepath.Join(home, "away")); got["march.md"] == "" {
		t.Errorf("in the folder is %v\n%s", got, plainFrame(a))
	}
	a.saving = func(bool, func() error) error { return fmt.Errorf("writing x: %w", os.ErrPermission) }
	drive(t, a, "x", "f3", "enter")
	if got := plainFrame(a); !strings.Contains(got, "Not written: ") || !strings.Contains(got, "permission denied") {
		t.Errorf("got\n%s", got)
	}
	drive(t, a, "/x", "enter")
	if got := plainFrame(a); !strings.Contains(got, "A name, not a path") {
		t.Errorf("got\n%s", got)
	}
}

// TestExportShowsNoNote presses keys in any order: as long as the public copy is
// chosen, no note is on the screen, whatever was looked at before.
func TestExportShowsNoNote(t *testing.T) {
	a, _ := exporting(t, exportedMeeting, 80, 24)
	keys := []string{"up", "down", "left", "right", "pgdown", "pgup", "f3", "tab", "shift+tab", "enter", "esc", "x", "backspace", "ctrl+x", "ctrl+l", "ctrl+p", "f1"}
	rapid.Check(t, func(rt *rapid.T) {
		send(t, a, tea.WindowSizeMsg{Width: rapid.SampledFrom([]int{40, 80, 120}).Draw(rt, "width"), Height: rapid.IntRange(10, 40).Draw(rt, "height")})
		for range 20 {
			k := rapid.SampledFrom(keys).Draw(rt, "key")
			drive(t, a, k)
			content, _, title := a.frame()
			seen := strings.Contains(content, canary) || strings.Contains(title, canary)
			private := strings.Contains(content, "PRIVATE")
			if seen && !private {
				rt.Fatalf("after %s:\n%s", k, plainFrame(a))
			}
			if e, ok := a.top().(*exporter); ok && private != e.copy().Full {
				rt.Fatalf("after %s, the band is wrong:\n%s", k, plainFrame(a))
			}
		}
	})
}

// TestExportFromEverywhere opens the screen from where a meeting is minuted and
// read; what is not in the book yet is exported too.
func TestExportFromEverywhere(t *testing.T) {
	a, folder := exporting(t, exportedMeeting, 80, 24, "esc", "enter", "/take 4", "enter", "Said a moment ago.", "enter", "ctrl+x", "enter")
	if got := held(t, folder)[usualName]; !strings.Contains(got, "Said a moment ago.") {
		t.Errorf("from the live screen:\n%s\n%s", got, plainFrame(a))
	}
	if got := plainFrame(a); !strings.Contains(got, "saved") {
		t.Errorf("it is not said that the meeting is saved:\n%s", got)
	}
	drive(t, a, "esc", "ctrl+l", "tab", "ctrl+x")
	e, ok := a.top().(*exporter)
	if !ok {
		t.Fatalf("from the reader: %T", a.top())
	}
	if e.copy().Full || !strings.Contains(string(e.text), "Said a moment ago.") {
		t.Errorf("from a full copy a public one is offered first: %s", e.text)
	}
	drive(t, a, "esc", "esc")
	if l, ok := a.top().(*live); !ok {
		t.Errorf("esc led to %T", a.top())
	} else if !l.comp.Empty() && l.Pending() != "" {
		t.Errorf("the composer holds %q", l.Pending())
	}
}

func TestExportMouse(t *testing.T) {
	a, _ := exporting(t, exportedMeeting, 120, 40)
	e := a.top().(*exporter)
	a.frame() // rows are known once they are drawn
	row := e.drawnRow(e.rendering) + frameRows - 1
	click := tea.MouseClickMsg{Button: tea.MouseLeft, X: 20, Y: row}
	send(t, a, click)
	send(t, a, click)
	if e.field() != e.rendering || e.rendering.text() != string(agenda.Paragraphs) {
		t.Errorf("clicked: %s, %s", e.field().label, e.rendering.text())
	}
	a.frame()
	send(t, a, tea.MouseWheelMsg{Button: tea.MouseWheelDown, X: 80, Y: row})
	if e.preview.top != 3 {
		t.Errorf("the wheel went to row %d", e.preview.top)
	}
}

// drawnRow is the row of the screen on which a field stands.
func (e *exporter) drawnRow(f *field) int {
	for y, at := range e.drawn {
		if at >= 0 && e.fields[at] == f {
			return y
		}
	}
	return -1
}
