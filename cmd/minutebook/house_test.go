package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// root is the top of the repository, seen from this package.
const root = "../.."

// listed is a package as go list tells it.
type listed struct {
	ImportPath string
	Dir        string
	Imports    []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Dir,Imports", "./...")
	cmd.Dir = root
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, &stderr)
	}
	var all []listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// house is which packages of ours a package may import, and whether it may
// import packages of others. A package that is not here may not exist. Those
// whose names end in "test" are for tests only.
var house = map[string]struct {
	ours   []string
	others []string // prefixes; nil: the standard library only
}{
	"minutebook/agenda":            {},
	"minutebook/agenda/notes":      {ours: []string{"minutebook/agenda"}},
	"minutebook/agenda/agendatest": {ours: []string{"minutebook/agenda"}, others: []string{"pgregory.net/rapid"}},
	"minutebook/exports":           {ours: []string{"minutebook/agenda", "minutebook/agenda/notes"}},
	"minutebook/store":             {ours: []string{"minutebook/agenda"}, others: []string{"go.etcd.io/bbolt"}},
	"minutebook/store/journal":     {ours: []string{"minutebook/agenda"}},
	"minutebook/store/storetest":   {ours: []string{"minutebook/agenda", "minutebook/agenda/agendatest"}, others: []string{"pgregory.net/rapid"}},
	"minutebook/tui": {
		ours: []string{"minutebook/agenda", "minutebook/agenda/notes", "minutebook/exports"},
		others: []string{
			"charm.land/bubbletea/", "charm.land/bubbles/", "charm.land/lipgloss/", "github.com/charmbracelet/",
			"github.com/clipperhouse/", "github.com/rivo/uniseg", "github.com/sahilm/fuzzy", "golang.org/x/",
		},
	},
	"minutebook/cmd/minutebook": {
		ours: []string{"minutebook/agenda", "minutebook/agenda/notes", "minutebook/exports", "minutebook/store", "minutebook/store/journal", "minutebook/tui"},
		others: []string{
			"charm.land/fang/", "github.com/spf13/", "github.com/adrg/xdg", "github.com/google/uuid",
			"github.com/charmbracelet/x/term", "github.com/clipperhouse/displaywidth",
		},
	},
}

// TestImportDirection keeps the arrows of ARCHITECTURE.md: nothing imports what
// is above it, and only cmd names a store. Tests may import what they like.
func TestImportDirection(t *testing.T) {
	for _, p := range packages(t) {
		rule, ok := house[p.ImportPath]
		if !ok {
			t.Errorf("%s is not in the house: add it to the rules, or put its code where it belongs", p.ImportPath)
			continue
		}
		for _, imported := range p.Imports {
			first, _, _ := strings.Cut(imported, "/")
			fits := !strings.Contains(first, ".") // the standard library
			if first == "minutebook" {
				fits = slices.Contains(rule.ours, imported)
			} else if !fits {
				fits = slices.ContainsFunc(rule.others, func(prefix string) bool {
					return imported == strings.TrimSuffix(prefix, "/") || strings.HasPrefix(imported, strings.TrimSuffix(prefix, "/")+"/")
				})
			}
			if !fits {
				t.Errorf("%s imports %s, which it must not know", p.ImportPath, imported)
			}
		}
	}
}

const (
	maxFileLines = 300
	maxFuncLines = 50
	maxRootLines = 60 // of roots
)

// roots sort out every message of the interface, so they may be longer.
var roots = []string{"minutebook/tui.root.Update", "minutebook/tui.app.update"}

// TestHouseSizes keeps files and functions small enough to be read at once.
func TestHouseSizes(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range packages(t) {
		files, err := filepath.Glob(filepath.Join(p.Dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if !strings.HasSuffix(name, "_test.go") {
				checkSizes(t, p.ImportPath, name, seen)
			}
		}
	}
	for _, name := range roots {
		if !seen[name] {
			t.Errorf("%s may have %d lines, but there is no such method", name, maxRootLines)
		}
	}
}

func checkSizes(t *testing.T, pkg, name string, seen map[string]bool) {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Error(err)
		return
	}
	if n := set.File(file.Pos()).LineCount(); n > maxFileLines+1 {
		t.Errorf("%s/%s has %d lines: the house allows %d", pkg, filepath.Base(name), n-1, maxFileLines)
	}
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		limit := maxFuncLines
		method := pkg + "." + receiver(f) + "." + f.Name.Name
		seen[method] = true
		if slices.Contains(roots, method) {
			limit = maxRootLines
		}
		if n := set.Position(f.End()).Line - set.Position(f.Pos()).Line + 1; n > limit {
			t.Errorf("%s/%s: %s has %d lines: the house allows %d", pkg, filepath.Base(name), f.Name.Name, n, limit)
		}
	}
}

func receiver(f *ast.FuncDecl) string {
	if f.Recv == nil || len(f.Recv.List) == 0 {
		return ""
	}
	typ := f.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	if name, ok := typ.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}

// TestRunewidthVersion refuses two versions of go-runewidth: with them a start
// of the program took 30 ms longer.
func TestRunewidthVersion(t *testing.T) {
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`github\.com/mattn/go-runewidth (v\S+)`).FindSubmatch(mod)
	if found == nil {
		return
	}
	if v := string(found[1]); v == "v0.0.26" || v == "v0.0.27" {
		t.Errorf("go-runewidth %s makes every start slow: require another", v)
	}
}

// TestReadmeNamesTests wants every test that README and SECURITY give as a proof to exist,
// so that no promise loses its test in silence.
func TestReadmeNamesTests(t *testing.T) {
	var readme []byte
	for _, name := range []string{"README.md", "SECURITY.md"} {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		readme = append(readme, text...)
	}
	var tests strings.Builder
	for _, p := range packages(t) {
		files, err := filepath.Glob(filepath.Join(p.Dir, "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			tests.Write(text)
		}
	}
	named := regexp.MustCompile("`((?:Test|Fuzz|Benchmark)\\w+)(…?)`").FindAllStringSubmatch(string(readme), -1)
	for _, n := range named {
		want := "\nfunc " + n[1]
		if n[2] == "" {
			want += "("
		}
		if !strings.Contains(tests.String(), want) {
			t.Errorf("README names %s%s, which is no test", n[1], n[2])
		}
	}
	for _, script := range regexp.MustCompile(`testdata/\w+\.txtar`).FindAllString(string(readme), -1) {
		if _, err := os.Stat(script); err != nil {
			t.Errorf("README names %s: %v", script, err)
		}
	}
	if len(named) == 0 {
		t.Error("README names no test at all")
	}
}

// TestNoStrayWords finds marks of unfinished work and names of the machine a
// change was made on. They are written in halves here, or this file would fail.
func TestNoStrayWords(t *testing.T) {
	stray := regexp.MustCompile(strings.Join([]string{
		`\bTO` + `DO\b`, `\bFIX` + `ME\b`, `\bX` + `XX\b`, `not impl` + `emented`, `placeholder ` + `for`,
		`/wo` + `rk/`, `/ro` + `ot/`, `/fa` + `rm/`, `\.libr` + `ary\b`, `proxy\.gol` + `ang`,
	}, "|"))
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == ".git" {
				return fs.SkipDir
			}
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil || bytes.IndexByte(text, 0) >= 0 || !stray.Match(text) {
			return err
		}
		for i, line := range strings.Split(string(text), "\n") {
			if word := stray.FindString(line); word != "" {
				t.Errorf("%s:%d: %q does not belong here", path, i+1, word)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
