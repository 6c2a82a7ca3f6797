package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"minutebook/agenda"
	"minutebook/agenda/notes"
	"minutebook/store"
	"minutebook/store/journal"
)

// verifyAfter is the program that judges what a power cut left: it is given the
// name of an evening, its folder, and a file of what was printed before.
func verifyAfter() {
	said, err := os.ReadFile(os.Args[3])
	for _, e := range evenings {
		if err == nil && e.name == os.Args[1] {
			err = e.verify(os.Args[2], string(said))
		}
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

// verifyMinuted wants every line that was answered, and an export whole or not
// at all.
func verifyMinuted(dir, said string) error {
	if err := verifyQuestions(dir, said, 0); err != nil {
		return err
	}
	export, err := os.ReadFile(filepath.Join(dir, "nhc-2026-03-12-minutes.md"))
	if err == nil && (!strings.HasPrefix(string(export), "# Northmoor") || !strings.Contains(string(export), question(0, 9))) {
		return fmt.Errorf("half an export is there: %q", export)
	}
	return nil
}

// verifyQuestions wants the questions that were there before and those that were
// promised. Before the book was promised there may be none.
func verifyQuestions(dir, said string, before int) error {
	promised := before + strings.Count(said, "kept: question")
	made := before > 0 || strings.Contains(said, "meeting NHC/")
	texts, err := questionsOf(filepath.Join(dir, "n.book"))
	if errors.Is(err, store.ErrNoBook) && !made || errors.Is(err, agenda.ErrNotFound) && !made {
		return nil
	}
	if err != nil {
		return err
	}
	if len(texts) < promised {
		return fmt.Errorf("%d lines were promised, %d are there", promised, len(texts))
	}
	for i, text := range texts {
		if want := question(0, i); text != want {
			return fmt.Errorf("line %d is %q, want %q", i, text, want)
		}
	}
	return nil
}

// verifyCopied wants the book, every copy that was told, and no copy under its
// name that is not sound.
func verifyCopied(dir, said string) error {
	path := filepath.Join(dir, "n.book")
	if err := verifyQuestions(dir, said, 5); err != nil {
		return err
	}
	if _, err := soundSnapshots(path); err != nil {
		return err
	}
	if _, err := store.Verify(filepath.Join(dir, "copy.book")); err != nil && !errors.Is(err, store.ErrNoBook) {
		return fmt.Errorf("the copy is there and not sound: %w", err)
	}
	for _, told := range regexp.MustCompile(`(?m)^(?:.*/)?([^/\n]+\.book)$`).FindAllStringSubmatch(said, -1) {
		inside := store.SnapshotFolder(path)
		if told[1] == "copy.book" {
			inside = dir
		}
		if _, err := os.Stat(filepath.Join(inside, told[1])); err != nil {
			return fmt.Errorf("a copy that was told: %w", err)
		}
	}
	return nil
}

// verifyRestored wants the book as it was or as it was put back, with what was
// minuted since, and what was replaced among the snapshots.
func verifyRestored(dir, said string) error {
	const old, put, most = 10, 3, 6
	path := filepath.Join(dir, "n.book")
	texts, err := questionsOf(path)
	if err != nil {
		return err
	}
	snapshots, err := soundSnapshots(path)
	if err != nil {
		return err
	}
	done := strings.Contains(said, "is the book now")
	promised := put + strings.Count(said, "kept: question")
	switch {
	case snapshots[put] != 1:
		return errors.New("the snapshot that was put back is gone")
	case len(texts) == old && !done:
		return nil
	case len(texts) < promised || len(texts) > most:
		return fmt.Errorf("%d lines are there; put back: %v", len(texts), done)
	case snapshots[old] != 1:
		return errors.New("the book of before is gone")
	}
	return nil
}

// verifyUpgraded wants the book of before or the one brought up to date, sound
// and with all that it said, what was minuted since, and once it is brought up to
// date a sound copy of what it was.
func verifyUpgraded(dir, said string) error {
	path := filepath.Join(dir, "n.book")
	list, err := store.Snapshots(path)
	if err != nil {
		return err
	}
	for _, s := range list {
		if _, err := store.Verify(s.Path); err != nil {
			return fmt.Errorf("a snapshot is listed and not sound: %w", err)
		}
	}
	report, err := store.Check(context.Background(), path, nil)
	if err != nil || len(report.Faults) > 0 {
		return fmt.Errorf("it is not sound: %+v: %w", report.Faults, err)
	}
	book, err := store.Open(path)
	if err != nil {
		return err
	}
	defer book.Close()
	meetings, err := book.Meetings(context.Background())
	if err != nil || len(meetings) != 2 {
		return fmt.Errorf("%d meetings: %w", len(meetings), err)
	}
	var texts string
	for _, m := range meetings {
		snap, err := book.Load(context.Background(), m.Key)
		if err != nil || len(snap.Damage) > 0 {
			return fmt.Errorf("damage %v: %w", snap.Damage, err)
		}
		for _, it := range snap.Record.Open.Items {
			for _, e := range it.Entries {
				texts += e.Text + "\n"
			}
		}
	}
	promised := strings.Count(said, "kept: question")
	for i := range promised {
		if !strings.Contains(texts, question(0, i)) {
			return fmt.Errorf("%d lines were promised, and %q is not there", promised, question(0, i))
		}
	}
	switch {
	case !strings.Contains(texts, "What effect would the winter tides have"):
		return fmt.Errorf("what was there before is gone: %s", texts)
	case promised > 0 && len(list) == 0:
		return errors.New("there is no copy of what the book was")
	}
	return nil
}

// soundSnapshots counts the snapshots of a book by how many questions they hold.
// One that is listed is sound.
func soundSnapshots(path string) (map[int]int, error) {
	list, err := store.Snapshots(path)
	if err != nil {
		return nil, err
	}
	holding := map[int]int{}
	for _, s := range list {
		if _, err := store.Verify(s.Path); err != nil {
			return nil, fmt.Errorf("a snapshot is listed and not sound: %w", err)
		}
		texts, err := questionsOf(s.Path)
		if err != nil {
			return nil, err
		}
		holding[len(texts)]++
	}
	return holding, nil
}

// verifyTyped wants every word that was kept in the book, and every word that
// was typed more than half a second before the end in the book or offered.
func verifyTyped(dir, said string) error {
	var now int
	var made bool
	kept, typed := "", map[string]int{}
	for line := range strings.Lines(said) {
		word := strings.Fields(line)
		at, err := strconv.Atoi(word[0])
		if err != nil {
			return err
		}
		now = max(now, at)
		switch word[1] {
		case "ready":
			made = true
		case "typed":
			typed[word[2]] = at
		case "kept":
			kept = word[2]
		}
	}
	path := filepath.Join(dir, "n.book")
	if _, err := store.Verify(path); err != nil && !made {
		return nil
	}
	if _, err := soundSnapshots(path); err != nil {
		return err
	}
	inBook, offered, err := wordsOf(path)
	if errors.Is(err, agenda.ErrNotFound) && !made {
		return nil
	}
	if err != nil {
		return err
	}
	if kept != "" && !strings.Contains(inBook, kept) {
		return fmt.Errorf("%s was kept and is not in the book: %s", kept, inBook)
	}
	if !regexp.MustCompile(`^(w\d{4} )*$`).MatchString(inBook) || !strings.HasPrefix(typedWords(0, 10_000), inBook) {
		return fmt.Errorf("the book has what nobody typed: %q", inBook)
	}
	for word, at := range typed {
		if now-at > int(missing/time.Millisecond) && !strings.Contains(inBook+offered, word) {
			return fmt.Errorf("%s was typed %d ms before the end and is neither in the book nor offered", word, now-at)
		}
	}
	return nil
}

// missing is how much of the typing may be missing after a power cut.
const missing = 500 * time.Millisecond

// wordsOf is the words in the entries of a book, and those that would be offered
// at the next start, whose journal can be written.
func wordsOf(path string) (inBook, offered string, err error) {
	book, err := store.Open(path)
	if err != nil {
		return "", "", err
	}
	defer book.Close()
	snap, err := meetingIn(book)
	if err != nil {
		return "", "", err
	}
	for _, it := range snap.Record.Open.Items {
		for _, e := range it.Entries {
			if strings.HasPrefix(e.Text, "w") {
				inBook += e.Text + " "
			}
		}
	}
	id, seq, err := book.Identity(context.Background())
	if err != nil {
		return "", "", err
	}
	j, _ := journal.Open(journal.Options{Path: path, Book: id, Seq: seq}) // it tells of torn ends too
	defer j.Close()
	for _, r := range j.Rescued() {
		if !r.In(snap.Record, notes.TextOf) {
			offered += r.Text + " "
		}
	}
	err = j.Write(agenda.Draft{Number: j.Next(), Meeting: snap.Record.Open.Key, Text: "one more"})
	return inBook, offered, err
}

// meetingIn is the meeting of a book that has one, all of it sound.
func meetingIn(book *store.Book) (agenda.Snapshot, error) {
	ctx := context.Background()
	list, err := book.Meetings(ctx)
	if err != nil || len(list) != 1 {
		return agenda.Snapshot{}, fmt.Errorf("%d meetings: %w", len(list), errors.Join(err, agenda.ErrNotFound))
	}
	snap, err := book.Load(ctx, list[0].Key)
	if err != nil || len(snap.Damage) > 0 {
		return agenda.Snapshot{}, fmt.Errorf("damage %v: %w", snap.Damage, errors.Join(err, store.ErrDamaged))
	}
	return snap, nil
}

// questionsIn are the texts of the one meeting of a book.
func questionsIn(book *store.Book) (texts []string, err error) {
	snap, err := meetingIn(book)
	if err != nil {
		return nil, err
	}
	for _, it := range snap.Record.Open.Items {
		for _, e := range it.Entries {
			if e.Kind == agenda.Question {
				texts = append(texts, e.Text)
			}
		}
	}
	return texts, nil
}

func questionsOf(path string) (texts []string, err error) {
	book, err := store.Open(path)
	if err != nil {
		return nil, err
	}
	defer book.Close()
	return questionsIn(book)
}
