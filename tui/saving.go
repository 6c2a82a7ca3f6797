package tui

// savingPart is the part of the header that says whether all is in the book.
func savingPart(a *app, s guarded) part {
	switch {
	case s.Stuck() != "":
		return part{mark: glyphSaving, text: "NOT SAVED", style: a.st.alarm, keep: true}
	case !s.Clean():
		return part{mark: glyphSaving, text: "saving", style: a.st.text, keep: true}
	}
	if p, ok := a.typingPart(); ok {
		return p
	}
	return part{mark: glyphSaved, text: "saved", style: a.st.text, keep: true}
}

// notSaved is the band of a book that takes no change.
func notSaved(why string) *band {
	return &band{Word: "NOT SAVED", Text: why, Right: "f9 what to do", kind: bandNotSaved, waits: true}
}

// bandOf is the band of a screen of which something may not be saved, and which
// may be private: neither hides the other. nil: there is none.
func bandOf(why string, private *band) *band {
	if why == "" {
		return private
	}
	b := notSaved(why)
	if private != nil {
		b.Word += " " + glyphDot + " " + private.Word
		b.Text = why + " " + private.Text
	}
	return b
}

// stuckBand is the band while anything accepted cannot be saved, whatever
// screen accepted it; nil: all can.
func (a *app) stuckBand() *band {
	return bandOf(a.guards().Stuck(), nil)
}
