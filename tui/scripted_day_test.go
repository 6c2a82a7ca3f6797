package tui

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"
)

// dayKeys are the keys of an hour's business, over and over: words, what is
// taken back, what is looked at and looked for, the room and a vote.
func dayKeys(n int) []string {
	keys := []string{
		fmt.Sprintf("The Harbour Master reported on matter %d at some length and in full.", n), "enter",
		"? What effect would the winter tides have on the second phase of it?", "enter",
		"the contractor had allowed four weeks of slack.", "enter",
		"> it was noted.", "enter", "backspace", "words that are taken back", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z",
		"ctrl+z", "ctrl+y", "esc",
	}
	switch n % 10 {
	case 0:
		keys = append(keys, "down", "down", "esc", "up", "esc")
	case 2:
		keys = append(keys, "backspace", "ctrl+f", "tides", "esc", "esc")
	case 4:
		keys = append(keys, "f2", "pi", "esc", "esc")
	case 6:
		keys = append(keys, "f4", "esc", "esc")
	case 8:
		keys = append(keys, "f5", "esc", "f1", "esc", "ctrl+p", "esc")
	case 9:
		keys = append(keys, "backspace", fmt.Sprintf("== %d | Matter %d", 10+n, n), "enter", "pgdown")
	}
	return keys
}

// TestScriptedDay is a ten-hour day at speed, every key drawn: memory is flat
// after the first tenth of it, and a key does not get slower.
// MINUTEBOOK_DAY=500000 is the whole of it.
func TestScriptedDay(t *testing.T) {
	want := 6_000
	if n, err := strconv.Atoi(os.Getenv("MINUTEBOOK_DAY")); err == nil {
		want = n
	} else if testing.Short() {
		t.Skip("a day is long")
	}
	a, l := openMeeting(t, northmoor, 100, 32)
	drive(t, a, "pgdown")
	heap := func() float64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc) / (1 << 20)
	}
	var took []time.Duration
	var heaps []float64
	keys, tenth := 0, 0
	for n := 0; keys < want; n++ {
		for _, k := range dayKeys(n) {
			for _, msg := range keyPresses(k) {
				began := time.Now()
				cmd := a.update(msg)
				a.frame()
				took = append(took, time.Since(began))
				run(t, a, cmd)
				keys++
			}
		}
		if keys*10/want > tenth {
			tenth = keys * 10 / want
			heaps = append(heaps, heap())
		}
	}
	part := len(took) / 10
	p99 := func(d []time.Duration) time.Duration {
		d = slices.Sorted(slices.Values(d))
		return d[len(d)*99/100]
	}
	entries := entryCount(l.s.record())
	t.Logf("%d keys, %d entries; MB after each tenth: %.1f; p99 of a key first %v, last %v",
		keys, entries, heaps, p99(took[:part]), p99(took[len(took)-part:]))
	growth := heaps[len(heaps)-1] - heaps[0]
	// What was minuted is kept twice, in the book in memory and in the record.
	if own := float64(entries) * 4 / (1 << 10); growth > 8+own {
		t.Errorf("memory grew by %.1f MB after the first tenth", growth)
	}
	if heaps[len(heaps)-1] > 150 {
		t.Errorf("%.1f MB in use", heaps[len(heaps)-1])
	}
	if entries < keys/400 {
		t.Errorf("only %d entries were kept of %d keys", entries, keys)
	}
}
