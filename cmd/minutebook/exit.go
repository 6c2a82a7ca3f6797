package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"minutebook/agenda"
	"minutebook/tui"
)

// The exit statuses.
const (
	statusDone    = 0
	statusWrong   = 1 // it did its work and found something wrong
	statusMisuse  = 2 // it was asked for something that makes no sense
	statusTrouble = 3 // it could not read or write
)

const tryHelp = "minutebook --help lists the commands"

// fault is how a command ends when it did not do all it was asked: one line
// for the person, a hint what to do, and the exit status.
type fault struct {
	status int
	what   string
	hint   string
	cause  error
}

func (f *fault) Error() string { return f.what }
func (f *fault) Unwrap() error { return f.cause }

func misuse(hint, format string, args ...any) error {
	return &fault{status: statusMisuse, what: fmt.Sprintf(format, args...), hint: hint}
}

func wrong(hint, format string, args ...any) error {
	return &fault{status: statusWrong, what: fmt.Sprintf(format, args...), hint: hint}
}

// trouble is a failure to read or write; what says what was being done.
func trouble(cause error, hint, what string) error {
	return &fault{status: statusTrouble, what: what + ": " + plain(cause), hint: hint, cause: cause}
}

// plain is an error in words for a person: without the name of the system call
// and the path, which the sentence around it has already said.
func plain(err error) string {
	return strings.TrimPrefix(agenda.Plainly(err), "minutebook: ")
}

// faultOf is the one place that turns an error into an exit status.
func faultOf(err error) *fault {
	var f *fault
	if errors.As(err, &f) {
		return f
	}
	var ended *tui.SignalError
	if errors.As(err, &ended) {
		return &fault{status: 128 + int(ended.Signal), what: ended.Error(), cause: err}
	}
	var refused *agenda.Error
	if errors.As(err, &refused) {
		return &fault{status: statusWrong, what: refused.What, cause: err}
	}
	return &fault{status: statusTrouble, what: plain(err), cause: err}
}

// report says on standard error how a command failed and returns the exit
// status.
func (p *program) report(err error) int {
	if err == nil {
		return statusDone
	}
	f := faultOf(err)
	if f.what != "" {
		fmt.Fprintln(p.err, "minutebook: "+agenda.CleanLine(f.what))
	}
	if f.hint != "" {
		fmt.Fprintln(p.err, "  "+agenda.CleanLine(f.hint))
	}
	return f.status
}

// crash is a mistake of the program itself. A panic's own words may hold text
// of a closed item, so only what the runtime said and where is told.
func crash(r any) error {
	what := "the program made a mistake of its own"
	if e, ok := r.(runtime.Error); ok {
		what += ": " + e.Error()
	}
	return &fault{
		status: statusTrouble, what: what + crashSite(),
		hint: "everything it said was kept is in the book; please report the line above",
	}
}

// crashSite is the first line of our own code under the panic.
func crashSite() string {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	for {
		f, more := frames.Next()
		inside := strings.HasPrefix(f.Function, "minutebook/") || strings.HasPrefix(f.Function, "main.")
		if inside && !strings.HasPrefix(f.Function, "main.run") {
			return fmt.Sprintf(" (%s line %d)", filepath.Base(f.File), f.Line)
		}
		if !more {
			return ""
		}
	}
}
