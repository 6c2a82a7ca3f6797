package main

import (
	"os"
	"path/filepath"
	"strings"

	"minutebook/store"
)

// lockedOut says what can be done with a book that this person may not write.
func lockedOut(path string) string {
	f, err := os.Open(path)
	if err != nil {
		return "you lack the permission to read it: whoever owns it can give you that, and to write in it too"
	}
	_ = f.Close()
	return "you lack the permission to write in it; meetings, register and export work without"
}

// waysBack says how to come by what a book held that cannot be opened.
func waysBack(path string) string {
	var ways []string
	if beside, _ := filepath.Glob(path + ".rescued-*"); len(beside) > 0 {
		ways = append(ways, "what was kept last is in "+beside[len(beside)-1])
	}
	if found, err := store.Snapshots(path); err == nil && len(found) > 0 {
		ways = append(ways, "minutebook restore lists the snapshots")
	}
	ways = append(ways, "minutebook salvage BROKEN NEW.book reads what is left")
	return strings.Join(ways, "; ")
}
