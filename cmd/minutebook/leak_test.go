package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// spoken is a way to call a command. Where it prints what the public may see, a
// public word is wanted in it: so it did look.
type spoken struct {
	args  string
	wants string // what PUBLIC… stands for, or a piece of what is printed
}

// everyCommand is each command of the program in every way that prints
// something. A copy that is asked for in full is no leak and not here.
var everyCommand = []struct {
	name string
	ways []spoken
}{
	{"", []spoken{{"", "terminal"}, {"--help", "COMMANDS"}, {"--version", "version"}, {"expoort", "did you mean"}}},
	{"open", []spoken{{"open NHC", "terminal"}, {"open NHC/2031", "NHC/2026-03-12"}, {"open", "needs a meeting"}}},
	{"demo", []spoken{{"demo", "terminal"}}},
	{"import", []spoken{{"import cage.notes", "already"}, {"import cage.notes --json", "unknown flag"}, {"import nothing.notes", "no such file"},
		{"import cage.notes --replace", "NHC/2026-03-12"}}},
	{"take", []spoken{{"take NHC", "kept"}, {"take NHC/2031", "NHC/2026-03-12"}}},
	{"meetings", []spoken{{"meetings", "NHC/2026-03-12"}, {"meetings --json", "PUBLICplace"}}},
	{"bodies", []spoken{{"bodies", "Northmoor"}, {"bodies --json", "Northmoor"}}},
	{"register", []spoken{{"register", "PUBLICdecision"}, {"register --json", "PUBLICdecision"}, {"register That", "PUBLICdecision"}, {"register rent", "no resolution"}}},
	{"actions", []spoken{{"actions", "PUBLICaction"}, {"actions --json", "PUBLICaction"}, {"actions --all", "PUBLICaction"}, {"actions --all --json", "PUBLICaction"}}},
	{"export", []spoken{{"export NHC", "PUBLICwords"}, {"export NHC -v --format notes", "PUBLICsummary"}, {"export NHC -v --format json", "PUBLICtitle"},
		{"export NHC -v --names shown --rendering labelled", "left out"}, {"export NHC --names hidden --rendering paragraphs", "PUBLICplace"},
		{"export NHC -o out/", "nhc-2026-03-12-minutes"}, {"export NHC --format json -o out/", "nhc-2026-03-12-minutes"}, {"export NHC --format notes -o out/", "nhc-2026-03-12-minutes"},
		{"export NHC -o cage.notes", "could not save"}, {"export NHC -o nowhere/at/all/", "could not save"}, {"export NHC --format pdf", "no format"}}},
	{"check", []spoken{{"check", "sound"}, {"check --json", "faults"}}},
	{"history", []spoken{{"history NHC", "NUMBER"}, {"history NHC --json", "number"}, {"history NHC --at 9999", "minutebook"}}},
	{"backup", []spoken{{"backup", "full copy"}, {"backup copy.book", "full copy"}, {"backup copy.book", "already"}}},
	{"restore", []spoken{{"restore", "SNAPSHOT"}, {"restore --json", "meetings"}, {"restore copy.book --meeting NHC", "NHC/2026-03-12"},
		{"restore copy.book", "the book now"}, {"restore nothing", "no snapshot"}}},
	{"salvage", []spoken{{"salvage copy.book saved.book", "full copy"}, {"salvage cage.notes other.book", "could not"}}},
	{"help", []spoken{{"help", "COMMANDS"}, {"help export", "MEETING"}}},
	{"man", []spoken{{"man", "MINUTEBOOK"}}},
	{"completion bash", []spoken{{"completion bash", "complete"}, {"__complete export ", "NHC/2026-03-12"}, {"__complete restore --meeting ", "NHC/2026-03-12"},
		{"__complete register ", "Completion"}}},
	{"completion zsh", []spoken{{"completion zsh", "compdef"}}},
	{"completion fish", []spoken{{"completion fish", "complete"}}},
	{"completion powershell", []spoken{{"completion powershell", "Register"}}},
	{"__check", []spoken{{"__check harbour.book", ""}, {"__check", "not for people"}}},
	{"completion", []spoken{{"completion", "USAGE"}}},
}

// TestNoCommandLeaks runs every command there is on a book full of private
// words: none of them is in anything that is printed, in the name of a file or
// in a file that was left, full copies excepted.
func TestNoCommandLeaks(t *testing.T) {
	k := newCage(t)
	if err := os.Mkdir(filepath.Join(k.dir, "out"), 0o700); err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	taken := "/take 6\n/exempt\n! That " + k.caged["CAGEDresolution"] + " be.\n+ Pike: " + k.caged["CAGEDaction"] + "\n/public\n"
	for _, c := range everyCommand {
		known[c.name] = true
		for _, way := range c.ways {
			args := strings.Fields(way.args)
			if strings.HasSuffix(way.args, " ") {
				args = append(args, "") // what a shell completes
			}
			out := k.says(taken, args...)
			k.keeps("minutebook "+way.args, []byte(out))
			if wants := way.wants; !strings.Contains(out, wants) && !(k.shown[wants] != "" && strings.Contains(out, k.shown[wants])) {
				t.Errorf("minutebook %s says nothing of %s:\n%s", way.args, wants, out)
			}
		}
	}
	all, err := exec.Command("minutebook-commands").Output()
	for path := range strings.Lines(string(all)) {
		name := strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(path), "minutebook"), " ")
		if err != nil || !known[name] {
			t.Errorf("nothing is known of what %q prints: put it into the table (%v)", name, err)
		}
	}
	if saved, _ := filepath.Glob(filepath.Join(k.dir, "out", "*")); len(saved) != 3 {
		t.Errorf("saved are %v", saved)
	}
	k.keepsFiles()
	full := k.says("", "export", "NHC", "--full", "--format", "json")
	for place, word := range k.caged {
		if !strings.Contains(full, word) {
			t.Errorf("%s is in no full copy, so the test proves nothing of it", place)
		}
	}
}
