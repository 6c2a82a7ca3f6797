package tui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// doors is every place where text becomes part of what the terminal is sent
// without the cleaning of ink.s and line.add, and why it may.
var doors = map[string]string{
	"ink.s opens":           "the door itself: what it paints is cleaned",
	"ink.s closes":          "the door itself: what it paints is cleaned",
	"ink.with opens":        "joins two inks, no text",
	"ink.over opens":        "puts ink under what is drawn already",
	"line.add opens":        "the door itself: what it paints is cleaned",
	"line.add closes":       "the door itself: what it paints is cleaned",
	"styles.row opens":      "puts ink under what is drawn already",
	"newStyles opens":       "makes inks, no text",
	"reset escape":          "ends every ink",
	"underlineOn escape":    "underlines what is drawn already",
	"underlineOff escape":   "underlines what is drawn already",
	"pasteStart escape":     "read from the terminal, never sent",
	"pasteEnd escape":       "read from the terminal, never sent",
	"inkOf Render":          "renders the letter x to learn its sequences",
	"root.View NewView":     "the gate",
	"root.View WindowTitle": "the gate",
}

// openings is what of a file could be a door: a sequence of an ink, a Lip Gloss
// style that is rendered, a view, a title of the window, a message to print.
func openings(file *ast.File) map[string]bool {
	found := map[string]bool{}
	for _, decl := range file.Decls {
		where := ""
		if f, ok := decl.(*ast.FuncDecl); ok {
			if where = f.Name.Name; f.Recv != nil {
				recv := f.Recv.List[0].Type
				if star, ok := recv.(*ast.StarExpr); ok {
					recv = star.X
				}
				if id, ok := recv.(*ast.Ident); ok {
					where = id.Name + "." + where
				}
			}
		}
		ast.Inspect(decl, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				for i, v := range n.Values {
					if lit, ok := v.(*ast.BasicLit); ok && where == "" && escapes(lit) {
						found[n.Names[min(i, len(n.Names)-1)].Name+" escape"] = true
					}
				}
			case *ast.SelectorExpr:
				switch name := n.Sel.Name; name {
				case "opens", "closes":
					found[where+" "+name] = true
				case "Render", "NewView", "SetContent", "WindowTitle", "SetWindowTitle", "Println", "Printf", "Raw", "Print", "Fprint", "Fprintln", "Stdout", "Stderr", "SetClipboard":
					if id, ok := n.X.(*ast.Ident); !ok || id.Name != "strings" {
						found[where+" "+name] = true
					}
				}
			case *ast.BasicLit:
				if where != "" && escapes(n) {
					found[where+" escape"] = true
				}
			}
			return true
		})
	}
	return found
}

// escapes is whether a string holds an escape sequence.
func escapes(lit *ast.BasicLit) bool {
	text, err := strconv.Unquote(lit.Value)
	return lit.Kind == token.STRING && err == nil && strings.ContainsAny(text, "\x1b\u009b") && len(text) > 1
}

// TestNothingIsPaintedAroundTheDoor walks the source of the interface: text
// becomes part of a frame by ink.s and line.add, which clean it, and nowhere
// else; and only root.View gives a frame or a title away.
func TestNothingIsPaintedAroundTheDoor(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), f.Name(), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for door := range openings(parsed) {
			if doors[door] == "" {
				t.Errorf("%s: %s goes around ink.s and line.add", f.Name(), door)
			}
			seen[door] = true
		}
	}
	for _, door := range slices.Sorted(maps.Keys(doors)) {
		if !seen[door] {
			t.Errorf("%s is listed and is no door", door)
		}
	}
}

// TestTheWalkSeesALeak: each of the ways around the door is found.
func TestTheWalkSeesALeak(t *testing.T) {
	for door, code := range map[string]string{
		"f opens":       `func f(a *app, text string) string { return a.st.text.opens + text }`,
		"f escape":      `func f(text string) string { return "\x1b[1m" + text }`,
		"l escape":      `const l = "\u009b1m"`,
		"f Render":      `func f(text string) string { return lipgloss.NewStyle().Render(text) }`,
		"x.f NewView":   `func (*x) f(text string) tea.View { return tea.NewView(text) }`,
		"f Println":     `func f(text string) { fmt.Println(text) }`,
		"f WindowTitle": `func f(v *tea.View, text string) { v.WindowTitle = text }`,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "leak.go", "package tui\n"+code, 0)
		if err != nil {
			t.Fatal(err)
		}
		if !openings(file)[door] {
			t.Errorf("%s is not seen: %v", door, openings(file))
		}
	}
}
