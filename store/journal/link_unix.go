//go:build unix

package journal

import "syscall"

// noFollow has opening fail where the name is a link: somebody else may have
// planted it. noWait has it not wait for the other end of a pipe.
const noFollow = syscall.O_NOFOLLOW | syscall.O_NONBLOCK
