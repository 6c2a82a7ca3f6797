package agenda

// EntryMost is how many bytes of text one entry may hold: some fifty pages. What
// is longer is no entry, and every screen that shows one has to lay it out.
const EntryMost = 256 << 10

// fits says why an entry is too long to be one; nil where it is not.
func (e Entry) fits() error {
	if n := e.Size(); n > EntryMost {
		return refuse("an entry of %d KB: %d KB at most, so part it in several", (n+1023)>>10, EntryMost>>10)
	}
	return nil
}

// Size is how many bytes of text an entry holds.
func (e Entry) Size() int {
	n := len(e.Text) + pointsSize(e.Points)
	if e.Resolution != nil {
		n += pointsSize(e.Resolution.Parts)
	}
	if e.Table != nil {
		for _, row := range e.Table.Rows {
			for _, cell := range row {
				n += len(cell)
			}
		}
	}
	return n
}

func pointsSize(points []Point) (n int) {
	for _, p := range points {
		n += len(p.Text) + pointsSize(p.Points)
	}
	return n
}
