//go:build linux || darwin || freebsd

package store

import "syscall"

// freeSpace is how many bytes a person may still write where a folder is.
func freeSpace(folder string) (free int64, known bool) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(folder, &s); err != nil {
		return 0, false
	}
	return int64(s.Bavail) * int64(s.Bsize), true
}
