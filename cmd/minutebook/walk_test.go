package main_test

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// walk plays a script of a person at the keyboard, a line a step:
//
//	# why
//	see TEXT | TEXT   wait until all of it is on the screen
//	type WORDS        a key a character
//	line WORDS        the same, then enter
//	press KEY KEY×3   keys by name, some of them several times
//	count             from here on the keys are counted
//	within N          fails after more keys than that
func (c *console) walk(script string) {
	c.t.Helper()
	from := 0
	for n, step := range strings.Split(script, "\n") {
		verb, rest, _ := strings.Cut(strings.TrimLeft(step, " "), " ")
		if verb != "type" {
			rest = strings.TrimSpace(rest)
		}
		switch verb {
		case "", "#":
		case "see":
			var texts []string
			for text := range strings.SplitSeq(rest, "|") {
				texts = append(texts, strings.TrimSpace(text))
			}
			c.shows(texts...)
		case "type":
			c.typing(rest)
		case "line":
			c.typing(rest)
			c.press("enter")
		case "count":
			from = c.keys
		case "within":
			if n, err := strconv.Atoi(rest); err != nil || c.keys-from > n {
				c.t.Errorf("line %d: %d keys, want at most %s", n+1, c.keys-from, rest)
			}
		case "press":
			c.pressAll(rest)
		default:
			c.t.Fatalf("line %d: no step is called %q", n+1, verb)
		}
	}
}

func (c *console) pressAll(names string) {
	c.t.Helper()
	for name := range strings.FieldsSeq(names) {
		key, times, many := strings.Cut(name, "×")
		n := 1
		if many {
			var err error
			if n, err = strconv.Atoi(times); err != nil {
				c.t.Fatalf("%q is no number of times", name)
			}
		}
		for range n {
			c.press(key)
		}
	}
}

// readWalk is a script of testdata.
func readWalk(t *testing.T, name string) string {
	t.Helper()
	script, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(script)
}
