package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// closedReaders is every function outside the domain that reads what is closed,
// and why it may. Reading is naming Record.Whole, Notes or Find, the Closed part
// of a record, or what is made of them.
var closedReaders = map[string]string{
	"agenda/agendatest.closed":       "numbers test records anew",
	"agenda/agendatest.closedIDs":    "numbers test records anew",
	"agenda/agendatest.maker.parts":  "makes test records",
	"agenda/agendatest.privacy.face": "makes test records",
	"cmd/minutebook.pieces":          "whether the book holds all that a rescue copy says; nothing of it is shown",
	"agenda/notes.PredictBehind":     "the clerk's composer",
	"agenda/notes.ApplyBehind":       "a change of the record",
	"agenda/notes.applyAt":           "a change of the record",
	"agenda/notes.read":              "a change of the record",
	"agenda/notes.clerks":            "full copies; of a public one there is no closed part",
	"agenda/notes.unnoted":           "what is written in private is read beside the whole item",
	"agenda/notes.writer.page":       "full copies; of a public one there is no closed part",
	"agenda/notes.page.header":       "full copies; of a public one there is no closed part",
	"agenda/notes.writer.told":       "whether a title is one for the public",
	"agenda/notes.writer.entries":    "full copies; of a public one there is no closed part",
	"agenda/notes.scribe.closed":     "a change of the record",
	"agenda/notes.scribe.putClosed":  "a change of the record",
	"agenda/notes.scribe.parts":      "a change of the record",
	"agenda/notes.scribe.clerks":     "a heading typed by the clerk finds the item by its own title",
	"cmd/minutebook.planner.meeting": "counters are never lowered",
	"cmd/minutebook.state":           "when a meeting closed",
	"store.unnamed":                  "what is private now is named by no list of changes",
	"store.relist":                   "whether there is a closed part to index",
	"store.mending.cleared":          "the history, which is closed, and the closed buckets",
	"store.mending.writeAnew":        "the closed buckets",
	"store.placeAll":                 "the closed buckets",
	"store.placeIn":                  "the closed buckets",
	"store.rewrite":                  "the closed buckets",
	"store.sameHeads":                "the history, which is closed",
	"store.save.keeps":               "the history, which is closed",
	"store.closedAt":                 "when a meeting closed",
	"cmd/minutebook.findItem":        "a heading typed by the clerk finds the item by its own title",
	"exports.builder.begin":          "full copies",
	"exports.opened":                 "full copies",
	"agenda/notes.scribe.keepOn":     "a change of the record",
	"tui.live.edit":                  "the clerk's composer",
	"tui.live.change":                "the clerk's composer",
	"tui.live.drawnItem":             "the minute of the item that is minuted or looked at",
	"tui.live.labelHits":             "the clerk's composer",
	"tui.live.linked":                "a change of the record",
	"tui.live.propose":               "the clerk's composer",
	"tui.live.readBack":              "the page of an item that is minuted",
	"tui.live.resolution":            "the clerk's composer",
	"tui.live.seen":                  "the minute of the item that is minuted or looked at",
	"tui.live.title":                 "the title of the item that is minuted or looked at",
	"tui.live.resumes":               "the time of the resumption that a line would record, for the clerk alone",
	"tui.live.tried":                 "the clerk's composer",
	"tui.decidable":                  "where words that were found again belong",
	"tui.lost.behind":                "where words that were found again belong",
	"tui.lost.book":                  "the clerk's own words beside what the book has, under the banner",
	"tui.lost.fits":                  "where words that were found again belong",
	"tui.recovery.due":               "whether the book has words that were found again",
	"tui.readBack.label":             "the page of an item that is minuted",
	"tui.vote.facts":                 "the page of an item that is minuted",
	"tui.vote.label":                 "the page of an item that is minuted",
	"exports.JSONFile.Record":        "full copies",
	"exports.JSONFile.check":         "full copies",
	"exports.checker.references":     "full copies",
	"exports.raiseCounters":          "full copies",
	"exports.ReadJSON":               "full copies",
	"exports.writeFullJSON":          "full copies",
	"exports.LeftOut":                "counts, without a word of it",
	"store.deriveClosed":             "the closed buckets",
	"store.itemOf":                   "where an action agreed in private stands, without a word of it",
	"tui.app.passage":                "where an action agreed in private stands, without a word of it",
	"tui.newMeeting.propose":         "what was put off in private goes into the closed part of the next meeting",
	"tui.newMeeting.row":             "what was put off in private goes into the closed part of the next meeting",
	"tui.stateNow":                   "how far an action agreed in private is, for undo",
	"store.storable":                 "nothing empty is kept",
	"store.save.run":                 "the closed buckets",
	"store.writeClosed":              "the closed buckets",
	"store.assembleClosed":           "the closed buckets",
	"tui.entryCount":                 "counts, without a word of it",
	"tui.notesIn":                    "counts, without a word of it",
}

// TestWhoReadsClosed fails where a function that is not listed begins to read
// closed text, and where one that is listed no longer does.
func TestWhoReadsClosed(t *testing.T) {
	found := map[string][]string{}
	for _, dir := range []string{"agenda", "cmd", "exports", "store", "tui"} {
		root := filepath.Join("..", "..", dir)
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			folder := filepath.ToSlash(filepath.Dir(strings.TrimPrefix(path, filepath.Join("..", "..")+string(filepath.Separator))))
			if folder == "agenda" || folder == "store/storetest" {
				return nil // whose rules they are, and a test
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			for _, decl := range file.Decls {
				if uses := closedUses(decl); len(uses) > 0 {
					found[folder+"."+declName(decl)] = uses
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(found)) {
		if closedReaders[name] == "" {
			t.Errorf("%q reads closed text (%s): say why it may, or take another way", name, strings.Join(found[name], ", "))
		}
	}
	for name := range closedReaders {
		if found[name] == nil {
			t.Errorf("%q is listed and reads nothing closed", name)
		}
	}
}

// closedUses is the closed things that a declaration names.
func closedUses(decl ast.Decl) []string {
	f, ok := decl.(*ast.FuncDecl)
	if !ok {
		return nil
	}
	uses := map[string]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		base := fmt.Sprint(sel.X)
		if id, ok := sel.X.(*ast.Ident); ok {
			base = id.Name
		} else if inner, ok := sel.X.(*ast.SelectorExpr); ok {
			base = inner.Sel.Name
		}
		switch name := sel.Sel.Name; {
		case slices.Contains([]string{"Whole", "Shown", "Rejoin", "Cut", "PartsOf"}, name) && base != "Exempt" && base != "strings",
			name == "Notes" && slices.Contains([]string{"r", "record", "full"}, base), name == "TextOf" && base == "notes":
			uses[name] = true
		case name == "Find" && (base == "r" || base == "record"):
			uses["Find"] = true
		case name == "Items" && base == "Closed", name == "Closed" && slices.Contains([]string{"r", "s", "p", "f", "q", "base", "next", "Record", "record"}, base):
			uses[base+"."+name] = true
		}
		return true
	})
	return slices.Sorted(maps.Keys(uses))
}

// declName is a function, behind its receiver's type.
func declName(decl ast.Decl) string {
	f := decl.(*ast.FuncDecl)
	if f.Recv == nil {
		return f.Name.Name
	}
	recv := f.Recv.List[0].Type
	if star, ok := recv.(*ast.StarExpr); ok {
		recv = star.X
	}
	if generic, ok := recv.(*ast.IndexExpr); ok {
		recv = generic.X
	}
	return fmt.Sprint(recv) + "." + f.Name.Name
}
