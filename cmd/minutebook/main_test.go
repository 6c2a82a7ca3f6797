package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"minutebook": main, "minutebook-verify": verifyAfter, "minutebook-typist": typist,
		"minutebook-mistaken": mistaken, "minutebook-commands": listCommands, "minutebook-stumbles": stumble,
	})
}

// TestScripts runs the real program through testdata/*.txtar: every command
// with good and bad input, what it prints, and what is in the book afterwards.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			older, err := filepath.Abs("../../store/testdata")
			env.Setenv("OLDER", older)
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
			env.Setenv("TZ", "UTC")
			env.Setenv("TERM", "xterm")
			env.Setenv("NO_COLOR", "1")
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":  exits,
			"lines":  lines,
			"same":   same,
			"damage": damage,
		},
	})
}

// exits STATUS COMMAND… runs a command and wants its exit status.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
	if errs := ts.ReadFile("stderr"); strings.Contains(errs, "goroutine ") {
		ts.Fatalf("a person was shown a stack trace:\n%s", errs)
	}
}

// lines FILE N wants the number of lines of a file, stdout or stderr.
func lines(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: lines FILE N")
	}
	text := ts.ReadFile(args[0])
	if got := strings.Count(text, "\n"); strconv.Itoa(got) != args[1] {
		ts.Fatalf("%s has %d lines, want %s:\n%s", args[0], got, args[1], text)
	}
}

// damage FILE WORDS changes a letter of some words wherever the records in a file
// have them.
func damage(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: damage FILE WORDS")
	}
	path := ts.MkAbs(args[0])
	text, err := os.ReadFile(path)
	ts.Check(err)
	changed := bytes.ReplaceAll(text, []byte(`"text":"`+args[1]), []byte(`"text":"_`+args[1][1:]))
	if bytes.Equal(text, changed) {
		ts.Fatalf("%s does not say %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(path, changed, 0o600))
}

// same NAME remembers what is on standard output under a name, and the next
// time wants the same again.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: [!] same NAME")
	}
	name, now := "SAME_"+args[0], ts.ReadFile("stdout")
	if before := ts.Getenv(name); before == "" {
		ts.Setenv(name, "\n"+now)
	} else if (before == "\n"+now) == neg {
		ts.Fatalf("want the same as before: %v\nbefore:%s\nnow:\n%s", !neg, before, now)
	}
}
