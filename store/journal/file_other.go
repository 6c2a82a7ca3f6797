//go:build !linux

package journal

import "os"

// synced has the disk keep what was written.
func synced(f *os.File) error { return f.Sync() }
