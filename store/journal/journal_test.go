package journal

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"minutebook/agenda"

	"pgregory.net/rapid"
)

const bookID = "NORTHMOORHARBOUR"

// desk is a book's folder, the state folder of its clerk, and a clock.
type desk struct {
	t    testing.TB
	opts Options
}

func newDesk(t testing.TB) *desk {
	dir := t.TempDir()
	clock := time.Date(2026, 3, 12, 18, 44, 0, 0, time.UTC)
	d := &desk{t, Options{Path: filepath.Join(dir, "books", "northmoor.book"), Book: bookID, Seq: 7, State: filepath.Join(dir, "state")}}
	d.opts.Now = func() time.Time { clock = clock.Add(time.Second); return clock }
	if err := os.MkdirAll(filepath.Dir(d.opts.Path), 0o700); err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *desk) open() *Journal {
	d.t.Helper()
	j, err := Open(d.opts)
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { _ = j.Close() })
	return j
}

// killed is what is in the file when the program is gone without a word.
func (d *desk) beside() string { return d.opts.Path + ".journal" }

func (d *desk) file() []byte {
	d.t.Helper()
	data, err := os.ReadFile(d.beside())
	if err != nil {
		d.t.Fatal(err)
	}
	return data
}

func texts(j *Journal) string {
	var out []string
	for _, r := range j.Rescued() {
		out = append(out, r.Text)
	}
	return strings.Join(out, "\n")
}

func typed(t testing.TB, j *Journal, d agenda.Draft, words string) {
	t.Helper()
	for i := range words {
		d.Text = words[:i+1]
		if err := j.Write(d); err != nil {
			t.Fatal(err)
		}
	}
}

func TestRescue(t *testing.T) {
	d := newDesk(t)
	j := d.open()
	first := agenda.Draft{Number: j.Next(), Meeting: "m", Item: 4, After: 3}
	second := agenda.Draft{Number: j.Next(), Meeting: "m", Item: 5, Entry: 9, Private: true}
	ended := agenda.Draft{Number: j.Next(), Meeting: "m", Item: 6}
	typed(t, j, first, "? Would the approach channel stay open")
	typed(t, j, second, "the tenant")
	typed(t, j, ended, "taken back")
	first.Text, first.Kept, first.Became = "? Would the approach channel stay open", true, 12
	if err := errors.Join(j.End(ended.Number), j.Write(first)); err != nil {
		t.Fatal(err)
	}
	// Killed here: the next run reads what is in the file.
	for range 3 { // and the one after it, as long as nobody decides
		j = d.open()
		all := j.Rescued()
		if len(all) != 2 {
			t.Fatalf("%d drafts came back: %+v", len(all), all)
		}
		second.Text = "the tenant"
		for i, want := range []agenda.Draft{second, first} { // by when they were typed
			if all[0].Text == first.Text {
				want = []agenda.Draft{first, second}[i]
			}
			want.Number = uint64(i + 1)
			if all[i].Draft != want {
				t.Errorf("draft %d is %+v, want %+v", i, all[i].Draft, want)
			}
		}
	}
	if err := errors.Join(j.End(1), j.End(2)); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(d.file(), []byte("tenant")) {
		t.Errorf("after the last draft has ended its text lies about:\n%s", d.file())
	}
	if j = d.open(); len(j.Rescued()) > 0 {
		t.Errorf("ended drafts came back: %+v", j.Rescued())
	}
	info, err := os.Stat(d.beside())
	if err != nil || info.Mode() != 0o600 {
		t.Errorf("the file has mode %v, %v", info.Mode(), err)
	}
}

// A killed program leaves a prefix of its frames, a power cut a torn one: what is
// read is always a state that was.
func TestAnyPrefixIsAStateThatWas(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := newDesk(t)
		j := d.open()
		defer j.Close()
		states := map[string]bool{"": true}
		live := map[uint64]string{}
		seen := func() {
			c := parse(d.file())
			states[stateOf(c)] = true
			if len(live) != len(c.drafts) {
				rt.Fatalf("the file has %d drafts, not %d", len(c.drafts), len(live))
			}
			for n, text := range live {
				if c.drafts[n] == nil || c.drafts[n].text != text {
					rt.Fatalf("draft %d is not %q in the file", n, text)
				}
			}
		}
		seen()
		numbers := []uint64{j.Next(), j.Next(), j.Next()}
		last := d.file()
		for range rapid.IntRange(1, 60).Draw(rt, "steps") {
			n := rapid.SampledFrom(numbers).Draw(rt, "draft")
			if _, ok := live[n]; ok && rapid.IntRange(0, 9).Draw(rt, "end") == 0 {
				if len(live) > 1 {
					last = nil
				}
				delete(live, n)
				if err := j.End(n); err != nil {
					rt.Fatal(err)
				}
			} else {
				text := live[n]
				at := rapid.IntRange(0, len(text)).Draw(rt, "at")
				for !strings.HasPrefix(strings.ToValidUTF8(text[at:], "?"), text[at:]) {
					at--
				}
				live[n] = text[:at] + rapid.StringN(0, 8, 30).Draw(rt, "typed")
				if err := j.Write(agenda.Draft{Number: n, Meeting: "m", Text: live[n], Kept: at%5 == 0}); err != nil {
					rt.Fatal(err)
				}
			}
			if len(live) == 0 {
				states = map[string]bool{"": true} // the file was cut
			}
			seen()
			last = d.file()
		}
		cut := rapid.IntRange(0, len(last)).Draw(rt, "cut")
		if got := stateOf(parse(last[:cut])); !states[got] {
			rt.Fatalf("the first %d of %d bytes read as %q, which never was", cut, len(last), got)
		}
		at := rapid.IntRange(0, len(last)-1).Draw(rt, "changed")
		changed := bytes.Clone(last)
		changed[at] ^= byte(rapid.IntRange(1, 255).Draw(rt, "by"))
		if got := stateOf(parse(changed)); !states[got] {
			rt.Fatalf("with byte %d changed it reads as %q, which never was", at, got)
		}
	})
}

// stateOf is all drafts as one text; of none it is empty.
func stateOf(c content) string {
	var b strings.Builder
	for _, n := range c.numbers() {
		b.WriteString(strings.Join([]string{string(rune('0' + n)), c.drafts[n].text}, ":"))
		b.WriteByte(0)
	}
	return b.String()
}

// FuzzParse reads anything: it never fails, and never takes more for sound than
// there is.
func FuzzParse(f *testing.F) {
	d := newDesk(f)
	j := d.open()
	typed(f, j, agenda.Draft{Number: j.Next(), Meeting: "m"}, "“Würde der Kanal offen bleiben?”")
	f.Add(d.file())
	f.Add([]byte(magic))
	f.Add([]byte(magic + "ffffffff 00000000 {}\n"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		c := parse(data)
		if c.good > len(data) || c.whole != (c.run != "" && c.good == len(data)) {
			t.Errorf("%d sound bytes of %d, whole %v", c.good, len(data), c.whole)
		}
		again := parse(data[:c.good])
		if c.run != "" && stateOf(again) != stateOf(c) {
			t.Error("what is sound reads otherwise by itself")
		}
	})
}

func TestFullDiskMovesTheJournal(t *testing.T) {
	d := newDesk(t)
	full := ""
	d.opts.put = func(f *os.File, data []byte) (int, error) {
		if full != "" && strings.HasPrefix(f.Name(), full) {
			n, _ := f.Write(data[:len(data)/2])
			return n, syscall.ENOSPC
		}
		return f.Write(data)
	}
	j := d.open()
	draft := agenda.Draft{Number: j.Next(), Meeting: "m", Item: 4}
	typed(t, j, draft, "? Would")
	full = filepath.Dir(d.opts.Path)
	draft.Text = "? Would the"
	var moved *agenda.JournalMoved
	if err := j.Write(draft); !errors.As(err, &moved) || !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("on a full disk it said %v", err)
	}
	if filepath.Dir(moved.To) != d.opts.State {
		t.Errorf("it moved to %s", moved.To)
	}
	draft.Text += " channel"
	if err := j.Write(draft); err != nil {
		t.Errorf("told twice: %v", err)
	}
	_ = j.Close()
	full = ""
	j = d.open()
	if got := texts(j); got != "? Would the channel" {
		t.Errorf("the next run finds %q", got)
	}
	if left, _ := os.ReadDir(d.opts.State); len(left) > 0 {
		t.Errorf("left in the state folder: %v", left)
	}
}

func TestNowhereIsToldUntilItIsSomewhere(t *testing.T) {
	d := newDesk(t)
	var fault error
	d.opts.put = func(f *os.File, data []byte) (int, error) {
		if fault != nil {
			return 0, fault
		}
		return f.Write(data)
	}
	j := d.open()
	draft := agenda.Draft{Number: j.Next(), Meeting: "m", Text: "a"}
	fault = syscall.ENOSPC
	for range 3 {
		draft.Text += "b"
		if err := j.Write(draft); !errors.Is(err, errNowhere) {
			t.Fatalf("written nowhere it said %v", err)
		}
	}
	if err := j.End(99); err != nil {
		t.Error(err)
	}
	fault = nil
	draft.Text += "c"
	if err := j.Write(draft); errors.Is(err, errNowhere) {
		t.Errorf("with space it said %v", err)
	}
	_ = j.Close()
	if j = d.open(); texts(j) != "abbbc" {
		t.Errorf("the next run finds %q", texts(j))
	}
}

func TestFailedSyncIsNotTrusted(t *testing.T) {
	d := newDesk(t)
	fails := make(chan bool, 1)
	d.opts.syncer = func(f *os.File) error {
		select {
		case <-fails:
			return syscall.EIO
		default:
			return f.Sync()
		}
	}
	j := d.open()
	draft := agenda.Draft{Number: j.Next(), Meeting: "m"}
	typed(t, j, draft, "words")
	fails <- true
	j.settle()
	draft.Text = "words more"
	var moved *agenda.JournalMoved
	if err := j.Write(draft); !errors.As(err, &moved) {
		t.Fatalf("after a failed sync it said %v", err)
	}
	_ = j.Close()
	if j = d.open(); texts(j) != "words more" {
		t.Errorf("the next run finds %q", texts(j))
	}
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	d := newDesk(t)
	d.opts.Path = filepath.Join(t.TempDir(), "file", "northmoor.book")
	if err := os.WriteFile(filepath.Dir(d.opts.Path), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range 2 {
		j, err := Open(d.opts)
		var moved *agenda.JournalMoved
		if !errors.As(err, &moved) {
			t.Fatalf("it says %v", err)
		}
		if i == 1 && texts(j) != "words" {
			t.Errorf("the next run finds %q", texts(j))
		}
		typed(t, j, agenda.Draft{Number: j.Next(), Meeting: "m"}, "words")
		_ = j.Close()
	}
}

func TestNothingIsWrittenOver(t *testing.T) {
	for name, put := range map[string]func(t *testing.T, path string){
		"a text": func(t *testing.T, path string) { write(t, path, "shopping\n") },
		"damage": func(t *testing.T, path string) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			data[len(data)/2] ^= 1
			write(t, path, string(data))
		},
		"another book's": func(t *testing.T, path string) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			c := parse(data)
			var b bytes.Buffer
			b.WriteString(magic)
			if err := encode(&b, &frame{Run: c.run, Head: &head{Book: "WEXHOLME"}}); err != nil {
				t.Fatal(err)
			}
			write(t, path, b.String())
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			j := d.open()
			typed(t, j, agenda.Draft{Number: j.Next(), Meeting: "m"}, "a number of words")
			put(t, d.beside())
			before := string(d.file())
			_, _ = Open(d.opts)
			kept := false
			all, _ := filepath.Glob(d.beside() + ".*")
			for _, path := range all {
				data, _ := os.ReadFile(path)
				kept = kept || string(data) == before
			}
			if !kept {
				t.Errorf("what stood there is gone; there are %v", all)
			}
		})
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestLinksAreNotFollowed(t *testing.T) {
	d := newDesk(t)
	canary := filepath.Join(t.TempDir(), "canary")
	write(t, canary, "sings")
	if err := os.Symlink(canary, d.beside()); err != nil {
		t.Skip(err)
	}
	j, _ := Open(d.opts)
	defer j.Close()
	typed(t, j, agenda.Draft{Number: j.Next(), Meeting: "m"}, "words")
	if data, _ := os.ReadFile(canary); string(data) != "sings" {
		t.Errorf("the canary is %q", data)
	}
	if info, err := os.Lstat(d.beside()); err != nil || !info.Mode().IsRegular() {
		t.Errorf("the journal is %v, %v", info, err)
	}
}

func TestPrivateWordsGoWithTheirDraft(t *testing.T) {
	d := newDesk(t)
	j := d.open()
	stays := agenda.Draft{Number: j.Next(), Meeting: "m"}
	secret := agenda.Draft{Number: j.Next(), Meeting: "m", Private: true}
	typed(t, j, stays, "public words")
	typed(t, j, secret, "canary")
	if err := j.End(secret.Number); err != nil {
		t.Fatal(err)
	}
	if !j.tooLong() {
		t.Fatal("what ended stays in the file")
	}
	j.shrinks()
	typed(t, j, stays, "public words, more")
	if bytes.Contains(d.file(), []byte("canary")) {
		t.Error("the words of a private draft that ended are in the file")
	}
	if j = d.open(); texts(j) != "public words, more" {
		t.Errorf("the next run finds %q", texts(j))
	}
}

func BenchmarkWrite(b *testing.B) {
	d := newDesk(b)
	d.opts.Now = time.Now
	j := d.open()
	words := strings.Repeat("the Harbour Master would telephone every evening ", 8)
	draft := agenda.Draft{Number: j.Next(), Meeting: "meeting", Item: 4}
	took := make([]time.Duration, 0, b.N)
	for i := 0; b.Loop(); i++ {
		draft.Text = words[:1+i%len(words)]
		start := time.Now()
		if err := j.Write(draft); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	report(b, took)
}

func report(b *testing.B, took []time.Duration) {
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2])/1000, "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100])/1000, "p99-µs")
}
