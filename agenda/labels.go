package agenda

import "strconv"

// Label is what a motion of the item is called, or "" where it has no such
// motion. It is Labels for one, without the table.
func (it *Item) Label(motion ID) string {
	i := it.index(motion)
	if i < 0 || it.Entries[i].Motion == nil {
		return ""
	}
	stem, n := "m", 0
	switch above := it.Entries[:i+1]; it.Entries[i].Motion.Class {
	case Amendment:
		return amendmentLabel(above)
	case Procedure:
		stem, n = "p", counted(above, true)
	default:
		n = counted(above, false)
	}
	return stem + strconv.Itoa(n)
}

// amendmentLabel is the label of the amendment that ends some entries.
func amendmentLabel(entries []*Entry) string {
	last := entries[len(entries)-1]
	amendments := map[ID]int{} // by ID, the index
	same, top := 0, 0          // of those on the same motion, of those on no amendment
	for i, e := range entries {
		if e.Motion == nil || e.Motion.Class != Amendment {
			continue
		}
		switch _, under := amendments[e.On]; {
		case !under: // one further down does not count
			top++
		case e.On == last.On:
			same++
		}
		amendments[e.ID] = i
	}
	if i, under := amendments[last.On]; under && last.On != last.ID {
		return amendmentLabel(entries[:i+1]) + "." + strconv.Itoa(same)
	}
	return "a" + strconv.Itoa(top)
}

// counted is how many of the motions that are procedural, or of the others that
// are no amendments, there are among some entries.
func counted(entries []*Entry, procedural bool) (n int) {
	for _, e := range entries {
		if e.Motion != nil && e.Motion.Class != Amendment && (e.Motion.Class == Procedure) == procedural {
			n++
		}
	}
	return n
}

// MotionCalled finds the motion of the item with a label.
func (it *Item) MotionCalled(label string) (ID, bool) { return it.Docket().Called(label) }
