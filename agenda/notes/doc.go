// Package notes is the notation: the one way to write minutes as plain text.
//
// The same grammar is what a clerk types into the composer, what a pipe feeds,
// what a file of minutes holds and what an export writes. [Parse] reads a file,
// [Apply] keeps one typed entry, [Edit] reads an entry again, and all three go
// the same way: text is split into logical lines (a mark and what continues
// it), and each line is applied to an agenda.Record. The record tells all that
// a line needs to know of what stands above it, such as the question that a
// response belongs to; nothing is remembered between two calls.
//
// [Write] is the inverse of Parse, [Text] of Edit. GRAMMAR.md is the grammar
// for people. The package must not know of files, stores or screens.
package notes
