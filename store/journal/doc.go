// Package journal keeps what is being typed in a file beside the book, so that
// a killed program or a power cut loses none of it.
//
// The file is lines of text, which any editor can show when nothing else is
// left: a first line that says what it is, then one frame a line,
//
//	LENGTH CRC {"run":…,"n":…,"t":…,"draft":…,…}
//
// with the length and the CRC-32C of what stands between the braces, in eight
// hexadecimal digits each. A frame says what changed in a draft: at which byte,
// how many bytes went, what came; now and then it holds the whole text. Reading
// stops at the first frame that is torn, damaged or of another run.
//
// Writing is one write(2), which survives the end of the program in whatever
// way; a goroutine has the disk keep it a moment later. Nothing here decides
// what becomes of a draft.
package journal
