package tui

import (
	"context"
	"os"
	"strings"
	"testing"

	"minutebook/agenda"
)

// putOff is a book in which the last meeting of the harbour put private business
// off, and agreed in private who writes to whom; title is the one for the public.
func putOff(t testing.TB, title string) agenda.Store {
	t.Helper()
	book := newTestBook(t)
	snap, err := book.Load(context.Background(), "m5")
	if err != nil {
		t.Fatal(err)
	}
	r, item, err := snap.Record.AddItem(0, agenda.Item{Number: "9", Title: "Lease of " + secretWords, Paper: &agenda.Paper{Title: secretWords}})
	for _, step := range []func() error{
		func() error { r, err = r.CloseFrom(item, "3", "a tenant"); return err },
		func() error {
			r, _, err = r.Add(item, task("write to "+secretWords, secretWords, "2026-03-01", "asked "+secretWords))
			return err
		},
		func() error {
			r, err = r.WriteItem(item, func(it *agenda.Item) { it.Outcome = agenda.OutcomeOf("deferred: " + secretWords) })
			return err
		},
		func() error { r, err = r.PublicTitle(item, title); return err },
		func() error { _, err = book.Save(context.Background(), snap, r); return err },
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	return book
}

// unseen fails where closed words are on the screen.
func unseen(t *testing.T, a *app, where string) {
	t.Helper()
	if content, _, title := a.frame(); strings.Contains(bare(content)+title, secretWords) {
		t.Errorf("%s shows what is private:\n%s", where, plainFrame(a))
	}
}

// What was put off in private is on the sheet of the next meeting by its public
// title and its sign, and in the closed part of that meeting once it is made.
func TestPrivateBusinessIsOnTheNextAgenda(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 10}} {
		for title, shows := range map[string]string{"": "Exempt item", "A lease": "A lease"} {
			book := putOff(t, title)
			// Later than the meeting of today, which was begun and put nothing off.
			last, _ := book.Load(context.Background(), "m5")
			now, _ := book.Load(context.Background(), "m0")
			begun := now.Record
			for _, it := range now.Record.Open.Items {
				for _, e := range it.Entries {
					begun, _, _ = begun.Strike(e.ID)
				}
			}
			if _, err := book.Save(context.Background(), now, begun); err != nil || last.Damage != nil {
				t.Fatal(err)
			}
			a := newTestApp(t, book, size[0], size[1])
			drive(t, a, "northmoor", "ctrl+n", "ctrl+u", "10 Apr", "tab", "tab", "tab", "tab")
			unseen(t, a, "the sheet")
			list := &sheetOf(t, a).list
			at := -1
			for i, r := range list.rows {
				if r.item.Exempt != nil {
					at = i
				}
			}
			if at < 0 {
				t.Fatalf("it is not on the agenda:\n%s", plainFrame(a))
			}
			list.focus(at)
			if got := plainFrame(a); !strings.Contains(got, shows) || !strings.Contains(got, glyphExempt) {
				t.Errorf("the row is not marked:\n%s", got)
			}
			list.focus(0)
			if got := plainFrame(a); size[1] > 10 && (!strings.Contains(got, shows) || !strings.Contains(got, "deferred 15 Jan "+glyphExempt)) {
				t.Errorf("the row is not marked where another has the focus:\n%s", got)
			}
			list.focus(at)
			drive(t, a, "enter")
			unseen(t, a, "the item sheet")
			drive(t, a, "esc", "ctrl+d")
			unseen(t, a, "the question")
			drive(t, a, "enter", "esc", "enter")
			unseen(t, a, "the live screen")
			l, ok := a.top().(*live)
			if !ok {
				t.Fatalf("it was not made:\n%s", plainFrame(a))
			}
			all, err := book.Meetings(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			snap, err := book.Load(context.Background(), l.s.meeting().Key)
			if err != nil || len(all) != 8 {
				t.Fatal(len(all), err)
			}
			for _, it := range snap.Record.Open.Items {
				whole, _ := snap.Record.Whole(it.ID)
				switch {
				case strings.Contains(it.Title, secretWords):
					t.Errorf("it is public: %+v", it)
				case it.Exempt != nil && (it.Title != title || whole.Title != "Lease of "+secretWords || whole.Paper == nil):
					t.Errorf("public %+v, private %+v", it, whole)
				}
			}
		}
	}
}

// An action agreed in private is on the clerk's list by its sign and what the
// public knows of its item; enter leads to it, and no file has it.
func TestPrivateActionsAreOnTheClerksList(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 10}} {
		book := putOff(t, "A lease")
		a := newTestApp(t, book, size[0], size[1])
		unseen(t, a, "home")
		if got := plainFrame(a); size[1] > 10 && !strings.Contains(got, "1 action overdue") && !strings.Contains(got, "1  action overdue") {
			t.Errorf("home does not count it:\n%s", got)
		}
		drive(t, a, "ctrl+t")
		unseen(t, a, "the list")
		if got := plainFrame(a); !strings.Contains(got, glyphExempt+" A lease") || strings.Contains(got, "no owner") || !strings.Contains(got, "1 open, 1 overdue") && size[0] > 40 {
			t.Errorf("the list does not have it:\n%s", got)
		}
		drive(t, a, "ctrl+n")
		if a.top().(*actions).noting != nil {
			t.Error("words about private business are typed on a public screen")
		}
		unseen(t, a, "the message")
		drive(t, a, secretWords)
		if n := a.top().(*actions).list.page.Hits; n != 0 {
			t.Errorf("it is found by a word of it: %d", n)
		}
		drive(t, a, "esc", "enter")
		unseen(t, a, "its minutes")
		if r, ok := a.top().(*reader); !ok || !strings.Contains(plainFrame(a), "9. A lease") {
			t.Fatalf("enter leads elsewhere: %v\n%s", r, plainFrame(a))
		}
		drive(t, a, "tab")
		if got := plainFrame(a); !strings.Contains(got, "Lease of "+secretWords) || !strings.Contains(got, "PRIVATE") {
			t.Errorf("the full copy does not show it:\n%s", got)
		}
		drive(t, a, "esc", "ctrl+d")
		unseen(t, a, "the list")
		if n := a.top().(*actions).list.page.Hits; n != 0 || a.message == "" {
			t.Errorf("it is not done: %d, %q", n, a.message)
		}
		drive(t, a, "ctrl+z")
		unseen(t, a, "what was undone")
		if n := a.top().(*actions).list.page.Hits; n != 1 {
			t.Errorf("it is done still: %q", a.message)
		}
	}
}

func TestNoFileHasPrivateActions(t *testing.T) {
	t.Chdir(t.TempDir())
	a := newTestApp(t, putOff(t, "A lease"), 80, 24)
	drive(t, a, "ctrl+t", "ctrl+x")
	files, err := os.ReadDir(".")
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v: %s", files, err, a.message)
	}
	text, err := os.ReadFile(files[0].Name())
	if err != nil || strings.Contains(string(text), secretWords) || strings.Contains(string(text), "A lease") {
		t.Errorf("%v: %s", err, text)
	}
}
