package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// TestHouseGoroutines wants every goroutine of ours to begin in the spawn of its
// package: a panic in any other ends the program with the terminal as it is, and
// prints words that may be closed.
func TestHouseGoroutines(t *testing.T) {
	spawns := 0
	for _, p := range packages(t) {
		files, err := filepath.Glob(filepath.Join(p.Dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range file.Decls {
				f, ok := d.(*ast.FuncDecl)
				own := ok && f.Recv == nil && f.Name.Name == "spawn"
				ast.Inspect(d, func(n ast.Node) bool {
					if start, ok := n.(*ast.GoStmt); ok {
						if spawns++; !own {
							t.Errorf("%s: a goroutine of its own: start it with spawn", set.Position(start.Pos()))
						}
					}
					return true
				})
			}
		}
	}
	if spawns == 0 {
		t.Error("no goroutine was found at all")
	}
}
