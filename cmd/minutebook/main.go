// Command minutebook is a board-meeting assistant for the terminal: it minutes
// meetings live, keeps them in one file and exports minutes that can be
// published.
//
// This package wires the parts together and is the only one that names a
// store. It must not know what minutes look like or how a screen is drawn; all
// it adds is the command line: names of meetings, lists, exit statuses, and
// errors in one shape.
package main

import (
	"context"
	"io"
	"os"
	"runtime/debug"
	"time"

	"charm.land/fang/v2"
)

// version is what --version says.
const version = "0.1.0"

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is the whole program: it does what args ask and returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{in: stdin, out: stdout, err: tamed{stderr}, now: time.Now}
	return p.run(args)
}

func (p *program) run(args []string) (status int) {
	defer func() {
		if r := recover(); r != nil {
			status = p.report(crash(r))
		}
	}()
	p.shield()
	root := p.root()
	root.SetArgs(args)
	// Failures of our own never pass through fang: before it would print one it
	// asks the terminal for its colours, which can wait for seconds. What still
	// comes back is of cobra's and fang's own commands.
	err := fang.Execute(context.Background(), root, fang.WithVersion(version), fang.WithErrorHandler(unsaid))
	if p.fault == nil {
		p.fault = p.strange(err)
	}
	return p.report(p.fault)
}

// unsaid stands in for fang's own way of printing an error: report prints it.
func unsaid(io.Writer, fang.Styles, error) {}

// shield closes the doors through which minutes could leave the book unseen:
// the framework's trace files, files that others may read, the memory that the
// system keeps of a program that dies, and what the runtime prints of it.
func (p *program) shield() {
	noCore()
	debug.SetTraceback("none")
	for _, name := range []string{"TEA_TRACE", "TEA_DEBUG"} {
		_ = os.Unsetenv(name)
	}
	p.mask = setMask(0o077)
}
