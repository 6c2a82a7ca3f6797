package agenda

import "maps"

// American is the house style of an American council or board, in the words of
// Robert's Rules. What it does not say is as in the English one.
func American() Style {
	s := Council()
	s.Name = "american"
	s.Titles = americanTitles()
	s.Chairs = append(s.Chairs, "Mayor Pro Tem", "President Pro Tem", "Council President", "Board President")
	s.Verbs = []string{"noted", "adopted", "approved", "recommended", "received", "accepted", "directed", "authorized", "postponed", "tabled"}
	s.NoteTag = "Secretary’s note"
	s.LeadIn = "%s asked questions and made comments, including the following:"
	s.LeadInReport = "%s asked questions and made comments on the report, including the following:"
	s.Next = Agenda{
		Kind: "Regular", Minutes: "%s (%s)", Deferred: "postponed", Actions: "Unfinished action items",
		Approve: "That the minutes of the meeting of %s be approved.",
	}
	h := &s.Head
	h.Full = "FULL COPY with executive session and the secretary’s notes, not for publication."
	h.Attending, h.Apologies, h.Absent = "Also present", "Excused", "Absent"
	h.InTheChair = "%s presiding"
	h.Substitute = "as alternate for %s"
	h.ApologiesFrom = "Notice of absence was received from %s."
	h.In = append(h.In, "Center", "Theater", "Auditorium", "Courthouse", "Annex")
	h.Sign = "Secretary …………………………  Date ……………"
	s.Dates = Dates{
		Long: "Monday, January 2, 2006", Short: "January 2, 2006", Time: "3:04 PM", Noon: "12:00 noon", Midnight: "12:00 midnight",
	}
	s.Short = Short{Proposed: "moved by %s", Seconded: "seconded by %s", Methods: maps.Clone(s.Short.Methods)}
	s.Short.Methods["all"], s.Short.Methods["without objection"] = "all in favor", "by unanimous consent"
	s.Results.Carried = append(s.Results.Carried, "prevailed")
	s.Results.Lost = append(s.Results.Lost, "died")
	americanRoom(&s.Room)
	americanMotions(&s.Motions)
	americanVotes(&s.Votes)
	s.Interests.None = "there were no disclosures of conflicts of interest"
	s.Interests.Declared = Title{"%s disclosed a conflict of interest", "%s disclosed a conflict of interest"}
	s.Private = Private{
		Exempt: "Executive session", Under: "Executive session under %s", Paragraph: Title{"section %s", "sections %s"},
		Title: "Executive session item", Begins: "EXECUTIVE SESSION, not for publication.", Ends: "End of the EXECUTIVE SESSION.",
		OwnTitle: "EXECUTIVE SESSION title.", PublicTitle: "Public title: %s",
	}
	s.Order.Late = "Added to the agenda: %s"
	s.Offered.Results = []string{"carried", "failed", "adopted", "carried unanimously"}
	s.Offered.Outcomes = []string{"postponed to ", "tabled", "postponed indefinitely", "withdrawn", "referred to ", "died for lack of a second", "adopted as amended"}
	s.Offered.Interests = []string{"financial", "personal"}
	s.Phrases = americanPhrases
	return s
}

func americanTitles() map[string]Title {
	titles := councilTitles()
	member := Title{"Council Member", "Council Members"}
	for _, short := range []string{"CM", "C.M.", "Council Member"} {
		titles[short] = member
	}
	titles["Councilor"] = Title{"Councilor", "Councilors"}
	titles["Commissioner"] = Title{"Commissioner", "Commissioners"}
	titles["Trustee"] = Title{"Trustee", "Trustees"}
	return titles
}

// americanRoom has a meeting called to order and adjourned, where an English one
// opens and closes; what happens in between is a recess.
func americanRoom(r *Room) {
	r.Interest = "because of the conflict of interest disclosed"
	again := func(words string) Title { return Title{words, words} }
	for what, words := range map[string]string{
		Opened: "The meeting was called to order", ClosedUp: "The meeting was adjourned",
		Adjourned: "The meeting recessed", Resumed: "The meeting reconvened",
		Substitutes: "%s attended as alternate for %s", Presides: "%s assumed the chair",
	} {
		r.Happened[what] = again(words)
	}
}

func americanMotions(m *Motions) {
	m.Moved = map[string]Moving{
		MainMotion: {"Motion by %s, seconded by %s", "Motion by %s", "Motion, seconded by %s", "Motion"},
		Amendment:  {"Motion to amend by %s, seconded by %s", "Motion to amend by %s", "Motion to amend, seconded by %s", "Motion to amend"},
		FurtherAmendment: {"Secondary amendment by %s, seconded by %s", "Secondary amendment by %s",
			"Secondary amendment, seconded by %s", "Secondary amendment"},
		Substantive: {"Motion as amended by %s, seconded by %s", "Motion as amended by %s", "Motion as amended, seconded by %s", "Motion as amended"},
		Procedure:   {"Procedural motion by %s, seconded by %s", "Procedural motion by %s", "Procedural motion, seconded by %s", "Procedural motion"},
	}
	m.The = maps.Clone(m.The)
	m.The[FurtherAmendment], m.The[Substantive] = "the secondary amendment", "the motion as amended"
	m.Nth = maps.Clone(m.Nth)
	m.Nth[FurtherAmendment], m.Nth[Substantive] = "the %s secondary amendment", "the %s motion as amended"
	m.OwnWords = append(m.OwnWords, "carried", "passed", "lost", "prevailed", "died")
	m.WasWords = append(without(m.WasWords, m.OwnWords), "tabled", "called", "reconsidered")
}

// without is the words that are not among others.
func without(words, others []string) []string {
	var left []string
	known := map[string]bool{}
	for _, w := range others {
		known[w] = true
	}
	for _, w := range words {
		if !known[w] {
			left = append(left, w)
		}
	}
	return left
}

func americanVotes(v *Votes) {
	v.Put = "on a vote %s"
	v.Behind["all"], v.Alone["all"] = ", all in favor", "all were in favor of %s"
	v.Says["all"] = append(v.Says["all"], "all in favor")
	v.Behind["without objection"], v.Alone["without objection"] = " by unanimous consent", "there was unanimous consent to %s"
	v.Says["without objection"] = append(v.Says["without objection"], "unanimous consent")
	v.Behind["by name"], v.Alone["by name"] = " by roll call", "a roll call vote was taken on %s"
	v.Choices[For], v.Choices[Against], v.Choices[Abstained] = "aye", "nay", "abstaining"
	v.Choices[Conflict] = "recused"
	v.Casting = map[string]string{
		For: "%s cast the deciding vote for %s", Against: "%s cast the deciding vote against %s",
		Abstained: "%s did not cast a deciding vote", "": "%s cast the deciding vote",
	}
	v.CastingOther, v.CastingBy = "%s cast the deciding vote (%s)", "deciding vote of %s"
}

// americanPhrases is what the minutes of American bodies say again and again.
var americanPhrases = []Phrase{
	{"pledge", "The Pledge of Allegiance was recited."},
	{"roll-call", "The secretary called the roll; a quorum was present."},
	{"public-comment", "No members of the public wished to comment."},
	{"presentation", "‹Name› gave a presentation on ‹subject›."},
	{"minutes-approved", "! That the minutes of the meeting of ‹date› be approved."},
	{"minutes-corrected", "! That the minutes of the meeting of ‹date› be approved as corrected."},
	{"agenda-approved", "! That the agenda be approved as presented."},
	{"consent-agenda", "! That the consent agenda be approved."},
	{"that-accepted", "! That the report be accepted."},
	{"that-authorized", "! That ‹office› be authorized to ‹act›."},
	{"that-postponed", "! That the item be postponed to ‹meeting›."},
	{"that-tabled", "! That the item be tabled."},
	{"that-referred", "! That the matter be referred to ‹body›."},
	{"that-payments", "! That the bills listed, in the amount of ‹amount›, be paid."},
	{"executive-session", "! That the body enter executive session to discuss ‹subject›."},
	{"next-meeting", "The next meeting will be held on ‹date› at ‹place›."},
}
