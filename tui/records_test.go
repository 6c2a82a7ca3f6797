package tui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/store"
)

// ledger is a test book with resolutions and actions in some of its meetings.
func ledger(t testing.TB) agenda.Store {
	t.Helper()
	book := newTestBook(t)
	decided := map[agenda.Key][]string{
		"m0": {"That the dredging programme be approved.|That a progress report be brought:/in June; and/in September."},
		"m4": {"That the Harbour dredging contribution be paid."},
		"m5": {"That a survey of the slipway and the dredging spoil be authorised at a cost of not more than £6,500.|That the Treasurer be authorised to pay it from the reserve.", "That the gull netting be left up."},
		"m6": {"That dredging be carried out in alternate years."},
	}
	owed := map[agenda.Key][]agenda.Entry{
		"m0": {task("bring the June progress report on dredging", "Harbour Master", "2026-06-11", ""), task("speak to the sailing club", "Tom Pike", "next meeting", "")},
		"m4": {task("bring the revised allotment rents", "Town Clerk", "2026-03-25", "started"), task("repaint the bandstand", "Council", "when money allows", "")},
		"m5": {task("circulate the mooring policy", "Clerk", "2026-02-28", ""), task("replace the two lights", "Harbour Master", "2026-03-01", "started"),
			task("look at the drains behind the Guildhall", "", "", ""), task("write to the bank", "Treasurer", "2026-01-31", "done 2 Feb")},
	}
	for _, key := range []agenda.Key{"m0", "m4", "m5", "m6"} {
		snap, err := book.Load(context.Background(), key)
		if err != nil {
			t.Fatal(err)
		}
		r := snap.Record
		item := r.Open.Items[len(r.Open.Items)-1].ID
		entries := owed[key]
		for _, d := range decided[key] {
			entries = append(entries, agenda.Entry{Kind: agenda.Resolved, Resolution: &agenda.Resolution{Parts: partsOf(d)}})
		}
		for _, e := range entries {
			if r, _, err = r.Add(item, e); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := book.Save(context.Background(), snap, r); err != nil {
			t.Fatal(err)
		}
	}
	return book
}

// partsOf reads "part|part/sub/sub".
func partsOf(s string) (parts []agenda.Point) {
	for _, p := range strings.Split(s, "|") {
		words := strings.Split(p, "/")
		pt := agenda.Point{Text: words[0]}
		for _, w := range words[1:] {
			pt.Points = append(pt.Points, agenda.Point{Text: w})
		}
		parts = append(parts, pt)
	}
	return parts
}

func task(text, owner, due, state string) agenda.Entry {
	act := &agenda.Action{Due: due, State: state}
	if owner != "" {
		act.Owners = []agenda.Who{{Words: owner}}
	}
	return agenda.Entry{Kind: agenda.ToDo, Text: text, Action: act}
}

func TestRecordFrames(t *testing.T) {
	sizes(t, func(t *testing.T, w, h int) {
		full := func(keys ...string) *app {
			a := newTestApp(t, ledger(t), w, h)
			drive(t, a, keys...)
			return a
		}
		golden(t, full("ctrl+g"), "register")
		golden(t, full("ctrl+g", "dredging survey"), "register-found")
		golden(t, full("ctrl+g", "dredgng", "tab"), "register-nothing")
		golden(t, full("ctrl+g", "tab", "tab", "tab"), "register-filtered")
		golden(t, full("ctrl+t"), "actions")
		golden(t, full("ctrl+t", "tab"), "actions-overdue")
		golden(t, full("ctrl+t", "down", "ctrl+n", ", one light is in"), "actions-noting")
		golden(t, full("ctrl+t", "gulls"), "actions-nothing")
		golden(t, full("ctrl+t", "tab", "tab", "tab"), "actions-done")
		empty := newTestApp(t, newTestBook(t), w, h)
		drive(t, empty, "ctrl+g")
		golden(t, empty, "register-empty")
		drive(t, empty, "ctrl+t")
		golden(t, empty, "actions-empty")
	})
}

func TestOverlongRecords(t *testing.T) {
	book := store.Memory()
	long := strings.Repeat("Überaus-Langer-Name ", 12)
	b := agenda.Body{Key: "b", Name: long, Code: "UEBERAUSLANG"}
	if err := book.SaveBody(context.Background(), b); err != nil {
		t.Fatal(err)
	}
	r := agenda.NewMeeting(b, "m", "2026-03-12T18:00", long, nil)
	for _, e := range []agenda.Entry{
		task(long, long, long, long), task(long, long, "2026-01-01", long),
		{Kind: agenda.Resolved, Verb: "EINSTIMMIG BESCHLOSSEN", Number: long, Resolution: &agenda.Resolution{Parts: partsOf(long + "|" + long + "/" + long)}},
	} {
		next, _, err := r.Add(r.Open.Items[0].ID, e)
		if err != nil {
			t.Fatal(err)
		}
		r = next
	}
	if _, err := book.Save(context.Background(), agenda.Snapshot{}, r); err != nil {
		t.Fatal(err)
	}
	sizes(t, func(t *testing.T, w, h int) {
		a := newTestApp(t, book, w, h)
		golden(t, a, "home-overlong")
		drive(t, a, "ctrl+g")
		golden(t, a, "register-overlong")
		drive(t, a, "ctrl+t")
		golden(t, a, "actions-overlong")
		a.theme.depth = depthNone
		a.restyle()
		if got, _, _ := a.frame(); !strings.Contains(got, glyphOpen) || !strings.Contains(bare(got), "Overdue") {
			t.Errorf("without colour nothing says which is focused or overdue:\n%s", got)
		}
	})
}

func stateIn(t *testing.T, book agenda.Store, text string) string {
	t.Helper()
	p, err := book.Actions(context.Background(), agenda.Query{State: agenda.Whatever, Words: strings.Fields(text)})
	if err != nil || len(p.Rows) != 1 {
		t.Fatalf("%q: %v, %v", text, p, err)
	}
	return p.Rows[0].State
}

func TestActionIsDoneNotedAndTakenBack(t *testing.T) {
	book := ledger(t)
	a := newTestApp(t, book, 120, 40)
	drive(t, a, "ctrl+t", "mooring", "ctrl+d")
	if got := stateIn(t, book, "mooring"); got != "done" {
		t.Errorf("state %q after ctrl+d", got)
	}
	if got := plainFrame(a); !strings.Contains(got, "kept in its minutes: “done”") {
		t.Errorf("nothing says so:\n%s", got)
	}
	drive(t, a, "ctrl+z")
	if got := stateIn(t, book, "mooring"); got != "" {
		t.Errorf("state %q after ctrl+z", got)
	}
	drive(t, a, "ctrl+n", "two of five sent", "enter")
	if got := stateIn(t, book, "mooring"); got != "two of five sent" {
		t.Errorf("state %q after ctrl+n", got)
	}
	if got := plainFrame(a); !strings.Contains(got, "two of five") || !strings.Contains(got, "Overdue") {
		t.Errorf("an action with progress is no longer listed:\n%s", got)
	}
	drive(t, a, "ctrl+n", "x", "esc", "ctrl+z", "ctrl+z")
	if got := stateIn(t, book, "mooring"); got != "" {
		t.Errorf("state %q after all was taken back", got)
	}
}

// TestActionOfTheOpenMeeting changes an action of the meeting that is being
// minuted: the live screen must have it too, and be able to save after it.
func TestActionOfTheOpenMeeting(t *testing.T) {
	book := ledger(t)
	a := newTestApp(t, book, 120, 40)
	drive(t, a, "enter", "ctrl+t", "sailing", "ctrl+d", "esc", "esc", "The tide was noted.", "enter")
	if got := stateIn(t, book, "sailing"); got != "done" {
		t.Errorf("state %q", got)
	}
	if why := a.session.Stuck(); why != "" || !a.session.Clean() {
		t.Errorf("the live screen cannot save: %s", why)
	}
}

// contested is a store whose first save finds the meeting changed.
type contested struct {
	agenda.Store
	saves int
}

func (c *contested) Save(ctx context.Context, base agenda.Snapshot, next agenda.Record) (agenda.Snapshot, error) {
	if c.saves++; c.saves == 1 {
		return agenda.Snapshot{}, agenda.ErrConflict
	}
	return c.Store.Save(ctx, base, next)
}

func TestActionIsTriedTwice(t *testing.T) {
	book := &contested{Store: ledger(t)}
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "ctrl+t", "mooring", "ctrl+d")
	if got := stateIn(t, book, "mooring"); got != "done" || book.saves != 2 {
		t.Errorf("state %q after %d saves", got, book.saves)
	}
}

func TestPassageIsOnThePage(t *testing.T) {
	for _, keys := range [][]string{{"ctrl+g", "slipway"}, {"ctrl+t", "drains"}} {
		a := newTestApp(t, ledger(t), 80, 12)
		drive(t, a, append(keys, "enter")...)
		if _, ok := a.top().(*reader); !ok {
			t.Fatalf("%v led to %T", keys, a.top())
		}
		if got := plainFrame(a); !strings.Contains(got, keys[1]) {
			t.Errorf("%v: the passage is not on the page:\n%s", keys, got)
		}
		drive(t, a, "esc")
		if got := a.top(); !strings.Contains(plainFrame(a), keys[1]) {
			t.Errorf("esc led to %T, not to the list as it was", got)
		}
	}
}

func TestListsAreWritten(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("register-2026-03-12.md", []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	a := newTestApp(t, ledger(t), 120, 40)
	drive(t, a, "ctrl+g", "body:nhc", "ctrl+x")
	if got, _ := os.ReadFile("register-2026-03-12.md"); string(got) != "mine" {
		t.Errorf("a file of somebody's was replaced:\n%s", got)
	}
	got, err := os.ReadFile("register-2026-03-12-2.md")
	if err != nil || !strings.Contains(string(got), "slipway") || strings.Contains(string(got), "contribution") {
		t.Errorf("%v:\n%s", err, got)
	}
	drive(t, a, "ctrl+t", "ctrl+x")
	if got, err := os.ReadFile("actions-2026-03-12.md"); err != nil || !strings.Contains(string(got), "circulate the mooring policy") {
		t.Errorf("%v:\n%s", err, got)
	}
}

func TestRegisterKeepsOffQuestions(t *testing.T) {
	for _, keys := range [][]string{{"alt+n"}, {"ctrl+p"}, {"f1"}, {"ctrl+t", "ctrl+n"}} {
		a := newTestApp(t, ledger(t), 80, 24)
		drive(t, a, keys...)
		before := a.top()
		drive(t, a, "ctrl+g")
		if a.top() != before {
			t.Errorf("after %v the register opened over %T", keys, before)
		}
	}
}

func TestClickingRecords(t *testing.T) {
	a := newTestApp(t, ledger(t), 80, 24)
	drive(t, a, "ctrl+g")
	rows := strings.Split(plainFrame(a), "\n")
	for y, row := range rows {
		if strings.Contains(row, "gull netting") {
			click := tea.MouseClickMsg{X: 20, Y: y, Button: tea.MouseLeft}
			send(t, a, click)
			if got := plainFrame(a); !strings.Contains(strings.Split(got, "\n")[y], glyphOpen) {
				t.Fatalf("the clicked row has no focus:\n%s", got)
			}
			send(t, a, click)
			break
		}
	}
	if _, ok := a.top().(*reader); !ok {
		t.Errorf("the second click led to %T", a.top())
	}
}

// unlisted is a store whose lists cannot be read.
type unlisted struct{ agenda.Store }

func (unlisted) Register(context.Context, agenda.Query) (agenda.Page[agenda.Decision], error) {
	return agenda.Page[agenda.Decision]{}, errors.New("input/output error")
}

func TestRegisterThatCannotBeRead(t *testing.T) {
	a := newTestApp(t, unlisted{ledger(t)}, 80, 24)
	drive(t, a, "ctrl+g")
	if got := plainFrame(a); !strings.Contains(got, "The book could not be read: input/output error.") {
		t.Errorf("got\n%s", got)
	}
}

// holed is a store that counts a row which it does not return.
type holed struct {
	agenda.Store
	asked int
}

func (h *holed) Register(ctx context.Context, q agenda.Query) (agenda.Page[agenda.Decision], error) {
	h.asked++
	p, err := h.Store.Register(ctx, q)
	p.Hits++
	return p, err
}

func TestARowThatDoesNotComeIsNotAskedForAgain(t *testing.T) {
	book := &holed{Store: ledger(t)}
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "ctrl+g", "down", "down", "down", "down", "down", "down", "down")
	if book.asked > 8 {
		t.Errorf("the book was asked %d times", book.asked)
	}
}

// ailing is a store whose actions cannot be read while it is ill.
type ailing struct {
	agenda.Store
	ill bool
}

func (s *ailing) Actions(ctx context.Context, q agenda.Query) (agenda.Page[agenda.Task], error) {
	if s.ill {
		return agenda.Page[agenda.Task]{}, errors.New("input/output error")
	}
	return s.Store.Actions(ctx, q)
}

func TestWhatWasListedIsNotWhatWasLookedFor(t *testing.T) {
	book := &ailing{Store: ledger(t)}
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "ctrl+t")
	book.ill = true
	drive(t, a, "bank")
	for _, k := range []string{"ctrl+d", "enter", "ctrl+n"} {
		drive(t, a, k)
	}
	book.ill = false
	if got := plainFrame(a); !strings.Contains(got, "The book could not be read: input/output error.") {
		t.Errorf("it does not say so:\n%s", got)
	}
	drive(t, a, "esc")
	if s := a.top().(*actions); s.list.stale || s.noting != nil || s.list.counts.Owed != 7 {
		t.Errorf("something was done to what was not looked for:\n%s", plainFrame(a))
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1204: "1,204", 1234567: "1,234,567"} {
		if got := thousands(n); got != want {
			t.Errorf("%d is %s", n, got)
		}
	}
}

// century is a book of a hundred years: 40 meetings a year, a resolution each.
func century(b testing.TB) agenda.Store {
	b.Helper()
	book := store.Memory()
	body := agenda.Body{Key: "nhc", Name: "Northmoor Harbour Committee", Code: "NHC"}
	if err := book.SaveBody(context.Background(), body); err != nil {
		b.Fatal(err)
	}
	for i := range 4000 {
		start := agenda.At(teatime.AddDate(0, 0, -9*i))
		r := agenda.NewMeeting(body, agenda.Key(fmt.Sprintf("m%04d", i)), start, "Guildhall", nil)
		r, _, err := r.Add(r.Open.Items[0].ID, agenda.Entry{Kind: agenda.Resolved, Resolution: &agenda.Resolution{Parts: partsOf(fmt.Sprintf("That berth %d be let.", i))}})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := book.Save(context.Background(), agenda.Snapshot{}, r); err != nil {
			b.Fatal(err)
		}
	}
	return book
}

func TestScrollingThroughACentury(t *testing.T) {
	a := newTestApp(t, century(t), 80, 24)
	drive(t, a, "ctrl+g")
	for range 400 {
		a.frame()
		drive(t, a, "pgdn")
	}
	if got := plainFrame(a); !strings.Contains(got, "berth 3999") || !strings.Contains(got, "4,000 resolutions") {
		t.Errorf("the oldest resolution is not reached:\n%s", got)
	}
	for range 200 {
		a.frame()
		drive(t, a, "pgup")
	}
	if got := plainFrame(a); strings.Contains(got, glyphCut+"\n") {
		t.Errorf("rows are missing on the way back:\n%s", got)
	}
	if n := len(a.top().(*register).list.page.Rows); n > pageAhead {
		t.Errorf("the screen holds %d rows", n)
	}
}

func BenchmarkCentury(b *testing.B) {
	book := century(b)
	for name, keys := range map[string][]string{"home": nil, "register": {"ctrl+g"}, "actions": {"ctrl+t"}} {
		b.Run(name, func(b *testing.B) {
			a := newTestApp(b, book, 120, 40)
			drive(b, a, keys...)
			down, up := keyPresses("down")[0], keyPresses("up")[0]
			for i := 0; b.Loop(); i++ {
				a.update([]tea.KeyPressMsg{down, up}[i%2])
				a.frame()
			}
		})
	}
}

// TestNothingIsDoneToAListThatIsOnItsWay presses keys before the book answered.
func TestNothingIsDoneToAListThatIsOnItsWay(t *testing.T) {
	book := ledger(t)
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "ctrl+t")
	for _, msg := range append(keyPresses("lights"), keyPresses("ctrl+d")...) {
		a.update(msg) // and the answers are not there yet
	}
	if got := stateIn(t, book, "mooring"); got != "" {
		t.Errorf("the action that was focused before is %q", got)
	}
	a = newTestApp(t, book, 80, 24)
	for _, msg := range keyPresses("9 Apr") {
		a.update(msg)
	}
	drive(t, a, "enter")
	if l, ok := a.top().(*live); !ok || l.s.meeting().Start.Date() != "2026-04-09" {
		t.Errorf("enter led to %T", a.top())
	}
}
