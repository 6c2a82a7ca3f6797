package store

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"minutebook/agenda"
)

// TestSalvagedIsSound: what salvage makes is sound, whatever was done to the
// file, and the check of the broken book and salvage name the same meetings:
// salvage names none that the check has nothing to say of, unless the pages
// themselves are broken; and what the check names and salvage does not is back,
// as it was.
func TestSalvagedIsSound(t *testing.T) {
	file, _ := toSalvage(t)
	before := allOf(t, file)
	rounds, all := 4, [2]int{}
	if os.Getenv("MINUTEBOOK_DAMAGES") != "" {
		rounds = 60
	}
	for name, harm := range harms {
		t.Run(name, func(t *testing.T) {
			r, told, quiet := rand.New(rand.NewPCG(11, 3)), 0, 0
			for round := range rounds {
				broken := harm(r, bytes.Clone(file))
				s, was, now := salvagedAndChecked(t, broken)
				if now == nil {
					continue
				}
				told += one(len(s.Missing) > 0)
				quiet += one(len(s.Missing) == 0)
				compareTold(t, round, s, was, before, now)
			}
			all[0], all[1] = all[0]+told, all[1]+quiet
			t.Logf("%d books with something missing, %d without", told, quiet)
		})
	}
	if all[0] == 0 || all[1] == 0 {
		t.Errorf("%d books with something missing, %d without: nothing was compared", all[0], all[1])
	}
}

func compareTold(t *testing.T, round int, s Salvaged, was Report, before, now map[agenda.Key]agenda.Snapshot) {
	t.Helper()
	lost, faulty, pages := map[string]bool{}, map[string]agenda.Key{}, was.Faults == nil && was.Records == 0
	for _, m := range s.Missing {
		lost[m.Meeting] = true
	}
	for _, f := range was.Faults {
		pages = pages || strings.Contains(f.Where, "pages") || strings.Contains(f.Where, "structure")
		if f.Meeting != "" {
			faulty[calledBy(f.Body, f.Start, f.Meeting)] = f.Meeting
		}
	}
	for name := range lost {
		if _, named := faulty[name]; !named && !pages && name != "" {
			t.Errorf("round %d: salvage has lost something of %s, and the check was content: %+v, %+v", round, name, s.Missing, was.Faults)
		}
	}
	for name, key := range faulty {
		got, want := now[key], before[key]
		if !lost[name] && !s.Earlier && !reflect.DeepEqual(got.Record, want.Record) {
			t.Errorf("round %d: the check names %s, salvage does not, and it is another: %+v", round, name, was.Faults)
		}
	}
}

// salvagedAndChecked salvages a file; now is nil where nothing was found.
func salvagedAndChecked(t *testing.T, broken []byte) (s Salvaged, was Report, now map[agenda.Key]agenda.Snapshot) {
	t.Helper()
	folder := t.TempDir()
	from, to := filepath.Join(folder, "broken.book"), filepath.Join(folder, "new.book")
	if err := os.WriteFile(from, broken, 0o600); err != nil {
		t.Fatal(err)
	}
	was, err := Check(ctx, from, nil)
	if err != nil && !errors.Is(err, ErrNotBook) {
		t.Fatal(err)
	}
	s, err = Salvage(ctx, from, to)
	if errors.Is(err, ErrNotBook) {
		return s, was, nil
	}
	report, checkErr := Check(ctx, to, child)
	if err != nil || checkErr != nil {
		t.Fatal(err, checkErr)
	}
	if len(report.Faults) > 0 {
		t.Errorf("the new book is not sound: %+v; missing %+v", report.Faults, s.Missing)
	}
	file, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	return s, was, allOf(t, file)
}

// allOf is the meetings of a book.
func allOf(t *testing.T, file []byte) map[agenda.Key]agenda.Snapshot {
	t.Helper()
	path := filepath.Join(t.TempDir(), "all.book")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = b.Close() }()
	rows, err := b.Meetings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	all := map[agenda.Key]agenda.Snapshot{}
	for _, row := range rows {
		if all[row.Key], err = b.Load(ctx, row.Key); err != nil {
			t.Fatal(err)
		}
		goOn(t, b, all[row.Key])
	}
	return all
}

// goOn shows that a meeting can be minuted.
func goOn(t *testing.T, b *Book, at agenda.Snapshot) {
	t.Helper()
	next, _, err := at.Record.Add(at.Record.Open.Items[0].ID, agenda.Entry{Kind: agenda.Comment, Text: "Go on."})
	if err != nil {
		t.Fatalf("%s: %v", at.Record.Open.Key, err)
	}
	if _, err := b.Save(ctx, at, next); err != nil {
		t.Errorf("%s cannot be saved: %v", at.Record.Open.Key, err)
	}
}
