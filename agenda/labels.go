package agenda

import "strconv"

// Label is what a motion of the item is called, or "" where it has no such
// motion. It is Labels for one, without the table.
func (it *Item) Label(motion ID) string {
	i := it.index(motion)
	if i < 0 || it.Entries[i].Motion == nil {
		return ""
	}
	p := it.Entries[i].Motion.Class == Procedure
	if it.Entries[i].Motion.Class == Amendment {
		return it.Labels()[motion]
	}
	n := 0
	for _, e := range it.Entries[:i+1] {
		if e.counts(p) {
			n++
		}
	}
	if p {
		return "p" + strconv.Itoa(n)
	}
	return "m" + strconv.Itoa(n)
}

// MotionCalled finds the motion of the item with a label.
func (it *Item) MotionCalled(label string) (ID, bool) {
	n := 0
	if len(label) > 1 {
		n, _ = strconv.Atoi(label[1:])
	}
	switch {
	case label == "" || label[0] != 'a' && (n < 1 || label[1:] != strconv.Itoa(n)):
		return 0, false
	case label[0] == 'a':
		labels := it.Labels()
		for _, e := range it.Entries {
			if labels[e.ID] == label {
				return e.ID, true
			}
		}
		return 0, false
	}
	for _, e := range it.Entries {
		if (label[0] == 'm' || label[0] == 'p') && e.counts(label[0] == 'p') {
			if n--; n == 0 {
				return e.ID, true
			}
		}
	}
	return 0, false
}

// counts is whether an entry takes the next number of the procedural motions,
// or of the others that are no amendments.
func (e *Entry) counts(procedural bool) bool {
	return e.Motion != nil && e.Motion.Class != Amendment && (e.Motion.Class == Procedure) == procedural
}
