package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"minutebook/store"
)

// mistaken is the program with a mistake in it: a goroutine of the interface
// panics at a signal.
func mistaken() {
	p := &program{in: os.Stdin, out: os.Stdout, err: tamed{os.Stderr}, now: time.Now}
	p.shield()
	book, err := store.Open(os.Args[1])
	must(err)
	snap, err := meetingIn(book)
	must(err)
	err = p.minuting(mistake{context.Background()}, book, snap.Record.Open.Key)
	must(book.Close())
	os.Exit(p.report(err))
}

// mistake is a context that fails those who wait for its end. In the interface
// that is the goroutine that hears signals.
type mistake struct{ context.Context }

func (mistake) Done() <-chan struct{} {
	told := make(chan os.Signal, 1)
	signal.Notify(told, syscall.SIGALRM)
	<-told
	panic("half a sentence")
}
