package store_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
	"minutebook/store"
)

// TestLockedBy: who finds the book open is told in time who has it, and since
// when; nothing in the folder is changed by the question.
func TestLockedBy(t *testing.T) {
	b := create(t)
	note := b.Path() + ".open"
	info, err := os.Stat(note)
	if err != nil || info.Mode() != 0o600 {
		t.Fatalf("note: %v, %v", info, err)
	}
	before, _ := os.ReadFile(b.Path())
	began := time.Now()
	_, err = store.Open(b.Path())
	agendatest.Quick(t, "to be told", time.Since(began), 1500*time.Millisecond)
	var who *store.LockedError
	if !errors.As(err, &who) || !errors.Is(err, store.ErrLocked) {
		t.Fatalf("open: %v", err)
	}
	host, _ := os.Hostname()
	if who.User == "" || who.Host != host || time.Since(who.Since) > time.Minute {
		t.Errorf("held by %+v", who)
	}
	if words := err.Error(); !strings.Contains(words, who.User+" on "+host+" has it, since "+who.Since.Local().Format("15:04")) {
		t.Errorf("words: %s", words)
	}
	if after, _ := os.ReadFile(b.Path()); string(after) != string(before) {
		t.Error("the book was changed")
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(note); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the note stayed behind: %v", err)
	}
}

// TestHostileNote: a note that was left behind, cut, or made to do harm hurts
// nobody.
func TestHostileNote(t *testing.T) {
	b := create(t)
	note := b.Path() + ".open"
	long := strings.Repeat("n", 1<<20)
	said := func(v any) []byte {
		text, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	for name, text := range map[string][]byte{
		"cut":          []byte(`{"user":"ve`),
		"empty":        nil,
		"no JSON":      {0, 1, 2, 0x1b, ']'},
		"a list":       []byte(`[1,2]`),
		"deep":         []byte(strings.Repeat(`{"user":`, 4000)),
		"escape codes": said(map[string]any{"user": "v\x1b]52;c;aGk=\a\u009b2J\u202everma", "host": "h\nh\r\x00", "since": "2026-03-12T18:00:00Z"}),
		"long":         said(map[string]any{"user": long}),
		"long enough":  said(map[string]any{"user": long[:3000]}),
		"no date":      []byte(`{"user":"verma","since":"-99999-01-01T00:00:00Z"}`),
		"far date":     []byte(`{"user":"verma","since":"0001-01-01T00:00:00Z"}`),
	} {
		t.Run(name, func(t *testing.T) {
			if err := os.WriteFile(note, text, 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := store.Open(b.Path())
			var who *store.LockedError
			if !errors.As(err, &who) {
				t.Fatalf("open: %v", err)
			}
			words := who.Error()
			if strings.ContainsFunc(words, agenda.Unwelcome) || len(words) > 500 || strings.ContainsAny(words, "\n\r") {
				t.Errorf("words: %q", words)
			}
		})
	}
	if err := errors.Join(os.Remove(note), os.Mkdir(note, 0o700)); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(b.Path()); !errors.Is(err, store.ErrLocked) {
		t.Errorf("a folder in place of the note: %v", err)
	}
}

// TestStaleNote: the note of a program that was killed keeps nobody out.
func TestStaleNote(t *testing.T) {
	path, _, _ := filled(t)
	if err := os.WriteFile(path+".open", []byte(`{"user":"ghost","host":"gone"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	reopen(t, path)
	text, err := os.ReadFile(path + ".open")
	info, err2 := os.Stat(path + ".open")
	if errors.Join(err, err2) != nil || strings.Contains(string(text), "ghost") || info.Mode() != 0o600 {
		t.Errorf("note: %s, %v, %v", text, info.Mode(), err)
	}
}
