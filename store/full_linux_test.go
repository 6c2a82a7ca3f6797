package store_test

import (
	"errors"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"syscall"
	"testing"

	"minutebook/agenda"
	"minutebook/store"
)

// fullDisk tells a process of the test that it is to run into the limit.
const fullDisk = "MINUTEBOOK_TEST_FULL_DISK"

// TestFullDisk runs into a real limit of the system, then out of it: nothing is
// called kept that is not, and the same book goes on when there is room. It does
// so in a process of its own, because the limit holds for every file of one.
func TestFullDisk(t *testing.T) {
	if os.Getenv(fullDisk) == "" {
		alone := exec.Command(os.Args[0], "-test.run=^TestFullDisk$", "-test.v")
		alone.Env = append(os.Environ(), fullDisk+"=1")
		out, err := alone.CombinedOutput()
		if err != nil || !strings.Contains(string(out), "--- ") {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	b := create(t)
	base, err := b.Save(ctx, agenda.Snapshot{}, long())
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(b.Path())
	if err != nil {
		t.Fatal(err)
	}
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Skip(err)
	}
	low := syscall.Rlimit{Cur: uint64(info.Size()), Max: limit.Max}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &low); err != nil {
		t.Skip(err)
	}
	next := base.Record
	for range 4 {
		next = more(next, strings.Repeat("A very long entry. ", 10_000))
	}
	var refused [3]error
	for i := range refused {
		_, refused[i] = b.Save(ctx, base, next)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	for _, err := range refused {
		if !errors.Is(err, agenda.ErrNoRoom) || errors.Is(err, agenda.ErrUnsure) || errors.Is(err, store.ErrHalted) {
			t.Errorf("save on a full disk: %v", err)
		}
	}
	if got, err := b.Load(ctx, "m1"); err != nil || !reflect.DeepEqual(got, base) {
		t.Errorf("after a full disk the meeting is another: %v", err)
	}
	at, err := b.Save(ctx, base, next)
	if err != nil {
		t.Fatalf("save when there is room again: %v", err)
	}
	if got, err := b.Load(ctx, "m1"); err != nil || !reflect.DeepEqual(got, at) {
		t.Errorf("load: %v", err)
	}
}
