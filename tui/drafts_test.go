package tui

import (
	"errors"
	"strings"
	"testing"

	"minutebook/agenda"
)

// diary is a journal in memory.
type diary struct {
	last  uint64
	live  map[uint64]agenda.Draft
	all   []agenda.Draft // every write
	left  []agenda.Rescued
	fault error
}

func newDiary() *diary { return &diary{live: map[uint64]agenda.Draft{}} }

func (j *diary) Next() uint64 { j.last++; return j.last }

func (j *diary) Write(d agenda.Draft) error {
	if d.Number == 0 {
		panic("a draft without a number")
	}
	j.live[d.Number] = d
	j.all = append(j.all, d)
	return j.fault
}

func (j *diary) End(number uint64) error {
	delete(j.live, number)
	return j.fault
}

func (j *diary) Rescued() (all []agenda.Rescued) {
	for _, r := range j.left {
		if _, there := j.live[r.Number]; there {
			all = append(all, r)
		}
	}
	return all
}

// said is the texts that are in it, in any order.
func (j *diary) said() string {
	var out []string
	for n := range j.last {
		if d, ok := j.live[n+1]; ok {
			words := d.Text
			if d.Kept {
				words += " (kept)"
			}
			if d.Private {
				words += " (private)"
			}
			out = append(out, words)
		}
	}
	return strings.Join(out, "; ")
}

func withDiary(t *testing.T, text string) (*app, *live, *diary) {
	t.Helper()
	a, l := openMeeting(t, text, 80, 24)
	j := newDiary()
	a.journal = j
	return a, l, j
}

func TestWhatIsTypedIsInTheJournal(t *testing.T) {
	a, l, j := withDiary(t, northmoor)
	drive(t, a, "pgdown", "? Wh")
	d := j.live[1]
	if d.Text != "? Wh" || d.Meeting != "meeting" || d.Item != l.target() || d.Entry != 0 || len(j.all) != 2 {
		t.Errorf("the journal has %+v", j.all)
	}
	drive(t, a, "backspace", "o?", "enter")
	if got := j.said(); got != "" {
		t.Errorf("once it is in the book the journal has %q", got)
	}
	_, e, _ := l.s.meeting().Find(l.s.meeting().Items[1].Entries[0].ID)
	drive(t, a, "alt+up", "enter", "!")
	if d = j.live[j.last]; d.Entry != e.ID || d.Text != "? Wo?!" {
		t.Errorf("while it is changed the draft is %+v", d)
	}
	drive(t, a, "esc", "esc")
	if got := j.said(); got != "" {
		t.Errorf("left as it was, the journal has %q", got)
	}
	drive(t, a, "words", "ctrl+z")
	if got := j.said(); got != "" {
		t.Errorf("taken back, the journal has %q", got)
	}
}

// Between enter and the answer of the book the journal has the entry, with what
// it became.
func TestAcceptedStaysUntilTheBookHasIt(t *testing.T) {
	a, l, j := withDiary(t, northmoor)
	drive(t, a, "pgdown")
	held := hold(a, "first.", "enter", "second.", "enter", "third")
	if got, want := j.said(), "first. (kept); second. (kept); third"; got != want {
		t.Fatalf("before the book answers: %q, want %q", got, want)
	}
	it, _ := l.s.meeting().Item(l.target())
	for n, e := range it.Entries {
		if d := j.live[uint64(n+1)]; d.Became != e.ID || d.Text != e.Text {
			t.Errorf("entry %d is %+v, its draft %+v", n, e, d)
		}
	}
	for _, cmd := range held {
		run(t, a, cmd)
	}
	if got, want := j.said(), "third"; got != want {
		t.Errorf("once the book has answered: %q, want %q", got, want)
	}
}

func TestNothingEndsWhileTheBookTakesNothing(t *testing.T) {
	a, l, j := withDiary(t, northmoor)
	disk := &failing{Store: a.store, broken: errors.New("the disk is full")}
	l.s.store = disk
	drive(t, a, "pgdown", "first.", "enter", "? Second?", "enter")
	if got, want := j.said(), "first. (kept); ? Second? (kept)"; got != want {
		t.Errorf("on a full disk: %q, want %q", got, want)
	}
	disk.broken = nil
	drive(t, a, "f9", "enter")
	if got := j.said(); got != "" {
		t.Errorf("with space: %q", got)
	}
}

func TestPrivateWordsAreSo(t *testing.T) {
	a, _, j := withDiary(t, northmoor)
	drive(t, a, "pgdown", "% ring")
	if got, want := j.said(), "% ring (private)"; got != want {
		t.Errorf("a note is %q, want %q", got, want)
	}
}

func TestLooseJournalIsTold(t *testing.T) {
	a, _, j := withDiary(t, northmoor)
	j.fault = errors.New("no space left on device")
	drive(t, a, "pgdown", "words")
	if got := plainFrame(a); !strings.Contains(got, "NOT IN JOURNAL") {
		t.Errorf("nobody is told:\n%s", got)
	}
	if n := len(a.told); a.told[n-1].words != "typing is NOT in the journal: no space left on device" {
		t.Errorf("the messages end with %+v", a.told[n-1])
	}
	j.fault = nil
	drive(t, a, " more")
	if got := plainFrame(a); strings.Contains(got, "NOT IN JOURNAL") || !strings.Contains(got, "● typing") {
		t.Errorf("it is told for ever:\n%s", got)
	}
	j.fault = &agenda.JournalMoved{To: "/state/northmoor.journal", Why: errors.New("no space left on device")}
	drive(t, a, "!")
	if want := "what you type is kept in /state/northmoor.journal now: no space left on device"; a.message != want {
		t.Errorf("it says %q", a.message)
	}
}

func TestVotesAndSheetsAreInTheJournal(t *testing.T) {
	a, _, j := withDiary(t, northmoor)
	drive(t, a, "pgdown", "f4", "That the buoys be lit.")
	if got, want := j.said(), "Motion: That the buoys be lit."; got != want {
		t.Errorf("a motion is %q, want %q", got, want)
	}
	drive(t, a, "esc", "esc")
	drive(t, a, "alt+a")
	if _, ok := a.top().(*heldMeeting); !ok {
		drive(t, a, "f6")
	}
	if _, ok := a.top().(*heldMeeting); !ok {
		t.Fatalf("the agenda is not open but %T", a.top())
	}
	drive(t, a, " and lights")
	if got := j.said(); !strings.Contains(got, " and lights") {
		t.Errorf("an agenda is %q", got)
	}
}
