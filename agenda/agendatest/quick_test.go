package agendatest

import (
	"testing"
	"time"
)

// said is a test that is told how it went, without failing.
type said struct {
	testing.TB
	failed bool
}

func (s *said) Helper()               {}
func (s *said) Errorf(string, ...any) { s.failed = true }

// TestQuick has what took a thousand times its limit fail on any machine, and
// what kept to it pass.
func TestQuick(t *testing.T) {
	for took, fails := range map[time.Duration]bool{
		time.Second:        false,
		1000 * time.Second: true,
	} {
		s := &said{TB: t}
		Quick(s, "it", took, time.Second)
		if s.failed != fails {
			t.Errorf("%v of one second: failed is %v", took, s.failed)
		}
	}
	if n := slowness(); n < 1 {
		t.Errorf("everything takes %.2f times as long", n)
	}
}
