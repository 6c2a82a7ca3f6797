package agendatest

import (
	"slices"
	"testing"
	"time"
)

// Quick fails a test whose work took longer than it may. The limit is for a
// machine that does nothing else: on one that gives the test a part of a
// processor only, it is as much longer.
func Quick(t testing.TB, what string, took, limit time.Duration) {
	t.Helper()
	if took <= limit {
		return
	}
	share := slowness()
	if allowed := time.Duration(share * float64(limit)); took > allowed {
		t.Errorf("%s took %v, and may take %v (here, where everything takes %.1f times as long, %v)", what, took, limit, share, allowed)
	}
}

// slowness is how many times longer than undisturbed something takes now. Short
// pieces of the same work are timed: those that nothing came between tell how
// long it takes by itself.
func slowness() float64 {
	const pieces = 100
	took := make([]time.Duration, pieces)
	var all time.Duration
	for i := range took {
		began := time.Now()
		spin()
		took[i] = time.Since(began)
		all += took[i]
	}
	slices.Sort(took)
	alone := took[pieces/10]
	return max(1, float64(all)/float64(alone*pieces))
}

// spun keeps spin from being left out.
var spun uint64

// spin works for some tenths of a millisecond.
func spin() {
	n := spun
	for i := range uint64(400_000) {
		n = n*6364136223846793005 + i
	}
	spun = n
}
