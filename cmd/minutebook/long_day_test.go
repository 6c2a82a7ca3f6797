package main_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"minutebook/exports"
)

// longDay is the program at the keyboard of a clerk who never rests.
type longDay struct {
	*console
	book    string
	tenths  []vitals
	probes  []time.Duration // from a key to the screen, since the last tenth
	journal int64           // the longest the journal has been since then
	cpu     time.Duration   // used until then
	pressed int             // keys until then
}

// vitals is what the program is like after a tenth of the day.
type vitals struct {
	keys, fds     int
	rss, book     int64         // KB
	journal       int64         // KB at most
	middle, worst time.Duration // from a key to the screen
	cpu           time.Duration // for a key
}

func (v vitals) String() string {
	return fmt.Sprintf("%6d keys: %5d KB in memory, book %5d KB, journal at most %4d KB, %d files; CPU %3d µs a key, to the screen %v, at worst %v",
		v.keys, v.rss, v.book, v.journal, v.fds, v.cpu.Microseconds(), v.middle.Round(10*time.Microsecond), v.worst.Round(10*time.Microsecond))
}

// TestLongDay is a ten-hour day in a real terminal, as fast as the program takes
// keys: memory, files and the journal stay as they were after the first tenth,
// and a key costs no more. MINUTEBOOK_DAY=500000 is the whole of it.
func TestLongDay(t *testing.T) {
	if testing.Short() {
		t.Skip("a day is long")
	}
	walk, err := os.ReadFile(filepath.Join("..", "..", "tui", "testdata", "long-day.walk"))
	if err != nil {
		t.Fatal(err)
	}
	d := openLongDay(t)
	// A terminal that has the newer keyboard protocol tells esc from the
	// beginning of another key, however fast they come.
	parts := strings.Split(strings.ReplaceAll(string(walk), " esc", " lone-esc"), "\n\n")
	want, _ := strconv.Atoi(os.Getenv("MINUTEBOOK_DAY"))
	began, rounds, full := time.Now(), 0, 0
	for ; rounds < 2 || d.keys < want; rounds++ {
		for _, part := range parts {
			d.walk(strings.ReplaceAll(part, "{n}", strconv.Itoa(10+rounds)))
			d.journal = max(d.journal, size(d.book+".journal"))
			d.key()
			d.probes = append(d.probes, d.key())
		}
		if tenth := d.keys * 10 / max(want, 1); want == 0 || tenth > full {
			full = tenth
			d.measure()
		}
	}
	took := time.Since(began)
	d.shows("● saved")
	peak := d.status("VmHWM")
	d.press("ctrl+q")
	if status := d.ends(); status != 0 {
		t.Fatalf("the program ended with status %d", status)
	}
	entries := d.entries()
	t.Logf("%d keys in %v, %d entries; at most %d KB in memory", d.keys, took.Round(time.Second), entries, peak)
	for _, v := range d.tenths {
		t.Log(v)
	}
	if entries < rounds*20 {
		t.Errorf("%d entries after %d rounds", entries, rounds)
	}
	if peak > 150<<10 {
		t.Errorf("%d KB of memory at one time", peak)
	}
	d.judge(entries)
}

// openLongDay opens the meeting of the long day.
func openLongDay(t *testing.T) *longDay {
	t.Helper()
	book := filepath.Join(t.TempDir(), "long.book")
	run(t, book, "import", filepath.Join("..", "..", "tui", "testdata", "long-day.notes"))
	d := &longDay{console: open(t, 100, 32, book, "open", "NHC/2026-03-12"), book: book}
	d.shows("● saved", "Dredging")
	d.press("pgdn")
	d.shows("it was on")
	return d
}

// key presses a key, waits until it is on the screen, and takes it back. Behind a
// part of the walk the program has then taken every key of it: a terminal that
// holds more than 4,096 bytes of what is typed cuts the code of a key in two, and
// the first half of it is esc.
func (d *longDay) key() time.Duration {
	d.t.Helper()
	began := time.Now()
	d.typing("§")
	d.shows("§")
	took := time.Since(began)
	d.press("backspace")
	d.until("no sign", func(screen string) bool { return !strings.Contains(screen, "§") })
	return took
}

func (d *longDay) measure() {
	fds, err := os.ReadDir(d.proc("fd"))
	if err != nil {
		d.t.Skipf("this system does not say what a program uses: %v", err)
	}
	slices.Sort(d.probes)
	used := d.used()
	d.tenths = append(d.tenths, vitals{
		keys: d.keys, fds: len(fds), rss: d.status("VmRSS"), book: size(d.book) >> 10, journal: d.journal >> 10,
		middle: d.probes[len(d.probes)/2], worst: d.probes[len(d.probes)-1],
		cpu: (used - d.cpu) / time.Duration(d.keys-d.pressed),
	})
	d.probes, d.journal, d.cpu, d.pressed = nil, 0, used, d.keys
}

// entries counts what the book has of the day.
func (d *longDay) entries() (n int) {
	d.t.Helper()
	out := run(d.t, d.book, "export", "NHC/2026-03-12", "--format", "json", "--full")
	file, err := exports.ReadJSON(strings.NewReader(out))
	if err != nil {
		d.t.Fatal(err)
	}
	r := file.Record()
	for _, it := range r.Open.Items {
		n += len(it.Entries)
	}
	for _, it := range r.Closed.Items {
		n += len(it.Entries)
	}
	return n
}

// judge compares the last tenth with the first.
func (d *longDay) judge(entries int) {
	first, last := d.tenths[0], d.tenths[len(d.tenths)-1]
	own := int64(entries) * perLongEntry
	if last.rss > first.rss+ofItsOwn+own {
		d.t.Errorf("%d KB in memory, after %d", last.rss, first.rss)
	}
	if last.journal > 8<<10 {
		d.t.Errorf("the journal was %d KB long", last.journal)
	}
	if last.fds > first.fds {
		d.t.Errorf("%d open files, after %d", last.fds, first.fds)
	}
	if last.cpu > 2*first.cpu {
		d.t.Errorf("a key costs %v, after %v", last.cpu, first.cpu)
	}
}

const (
	// ofItsOwn is how far the collector of garbage may let memory swing, in KB.
	ofItsOwn = 24 << 10
	// perLongEntry is the KB that an entry may take for good: in the record, in the
	// pages of the book, and in the step that can be undone.
	perLongEntry = 8
)

func (d *longDay) proc(name string) string {
	return filepath.Join("/proc", strconv.Itoa(d.cmd.Process.Pid), name)
}

// status is a line of what the system says of the program, in KB.
func (d *longDay) status(name string) int64 {
	d.t.Helper()
	text, err := os.ReadFile(d.proc("status"))
	if err != nil {
		d.t.Skipf("this system does not say what a program uses: %v", err)
	}
	_, rest, _ := strings.Cut(string(text), name+":")
	kb, err := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
	if err != nil {
		d.t.Fatal(err)
	}
	return kb
}

// used is the time the program has spent on a processor.
func (d *longDay) used() time.Duration {
	d.t.Helper()
	text, err := os.ReadFile(d.proc("stat"))
	if err != nil {
		d.t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), ") ") // behind the name
	ticks := 0
	for _, field := range strings.Fields(rest)[11:13] { // in the program, in the system
		n, err := strconv.Atoi(field)
		if err != nil {
			d.t.Fatal(err)
		}
		ticks += n
	}
	return time.Duration(ticks) * time.Second / 100
}

func size(file string) int64 {
	info, err := os.Stat(file)
	if err != nil {
		return 0
	}
	return info.Size()
}
