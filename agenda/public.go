package agenda

import "slices"

// PublicFace is what a public copy holds of a body and a meeting: without the
// sentences that are only offered to the clerk, which are no part of the
// minutes. Every writer of public copies that holds more than the printed
// minutes begins here. What is closed is not in a Meeting to begin with.
func PublicFace(b Body, m Meeting) (Body, Meeting) {
	b.Phrases = nil
	b.Standing = slices.Clone(b.Standing)
	for i := range b.Standing {
		b.Standing[i].Wording = ""
	}
	m.Items = slices.Clone(m.Items)
	for i, it := range m.Items {
		if it.Wording != "" {
			face := *it
			face.Wording = ""
			m.Items[i] = &face
		}
	}
	return b, m
}
