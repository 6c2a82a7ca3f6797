//go:build !unix

package journal

// noFollow is nothing here: no flag refuses links.
const noFollow = 0
