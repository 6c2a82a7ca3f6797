package agenda

// Waiting is the meetings that wait for something, newest first.
type Waiting struct {
	Unclosed []Key // over, with entries, and nobody said when they closed
	Drafts   []Key // the newest minutes of each body: draft, to go to the chair
	Bare     []Key // to come, without an agenda
}

// WaitingOf says what waits among meetings, newest first, on a day. Older minutes
// of a body than its newest are no draft to send: they came before that meeting.
func WaitingOf(meetings []Summary, today string) (t Waiting) {
	newest := map[Key]bool{}
	for _, m := range meetings {
		day := m.Start.Date()
		switch {
		case m.Closed != "":
			if !newest[m.Body] {
				t.Drafts = append(t.Drafts, m.Key)
			}
			newest[m.Body] = true
		case day >= today:
			if m.Items == 0 && m.Entries == 0 {
				t.Bare = append(t.Bare, m.Key)
			}
		case m.Entries > 0:
			t.Unclosed = append(t.Unclosed, m.Key)
		}
	}
	return t
}
