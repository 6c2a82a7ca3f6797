package agenda

import "fmt"

// Error is a change that cannot be made, in words for the person who asked for
// it: what is wrong, then what to do.
type Error struct{ What string }

func (e *Error) Error() string { return e.What }

func refuse(format string, args ...any) error { return &Error{fmt.Sprintf(format, args...)} }

func notFound(what string, id ID) error { return fmt.Errorf("%s %d is %w", what, id, ErrNotFound) }
