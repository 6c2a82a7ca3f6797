package main

import (
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"
)

// listCommands prints every command there is, those of the libraries too.
func listCommands() {
	p := &program{in: os.Stdin, out: os.Stdout, err: os.Stderr, now: time.Now}
	root := p.root()
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd("something")
	root.AddCommand(&cobra.Command{Use: "man", Run: func(*cobra.Command, []string) {}}) // fang's
	var list func(c *cobra.Command)
	list = func(c *cobra.Command) {
		if c.Runnable() {
			fmt.Println(c.CommandPath())
		}
		for _, sub := range c.Commands() {
			list(sub)
		}
	}
	list(root)
}

// stumble is the program with a mistake in it: once there is a file called
// stumble, whatever asks for the time panics with the words of that file.
func stumble() {
	p := &program{in: os.Stdin, out: os.Stdout, err: tamed{os.Stderr}, now: func() time.Time {
		if words, err := os.ReadFile("stumble"); err == nil {
			panic(string(words))
		}
		return time.Now()
	}}
	os.Exit(p.run(os.Args[1:]))
}
