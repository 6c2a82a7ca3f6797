package agenda

import "strings"

// Phrases is the stock sentences of a body, then those of its house. One of the
// body hides the house's of the same name.
func Phrases(b Body) []Phrase {
	house := StyleNamed(b.Style).Phrases
	out := make([]Phrase, 0, len(b.Phrases)+len(house))
	own := make(map[string]bool, len(b.Phrases))
	for _, p := range b.Phrases {
		own[strings.ToLower(p.Name)] = true
		out = append(out, p)
	}
	for _, p := range house {
		if !own[strings.ToLower(p.Name)] {
			out = append(out, p)
		}
	}
	return out
}

// councilPhrases is what the minutes of English councils say again and again.
var councilPhrases = []Phrase{
	{"thanks", "The Chair thanked ‹name› for ‹what›."},
	{"thanks-staff", "Members placed on record their thanks to the staff for ‹what›."},
	{"welcome", "The Chair welcomed ‹name› to the meeting."},
	{"condolences", "The meeting stood in silence in memory of ‹name›."},
	{"noted", "The report was noted."},
	{"introduced", "‹Name› introduced the report, copies of which had been circulated."},
	{"update", "‹Name› gave an oral update on ‹subject›."},
	{"presentation", "A presentation was received from ‹name› on ‹subject›."},
	{"question-time", "No questions had been received from the public."},
	{"no-apologies", "There were no apologies for absence."},
	{"apologies-accepted", "! That the apologies and the reasons given for absence be accepted."},
	{"no-declarations", "There were no declarations of interest."},
	{"no-business", "There was no urgent business."},
	{"minutes-approved", "! That the minutes of the meeting held on ‹date› be approved as a correct record and signed by the Chair."},
	{"minutes-amended", "! That the minutes of the meeting held on ‹date› be approved as a correct record, subject to ‹change›."},
	{"that-noted", "! That the report be noted."},
	{"that-approved", "! That ‹what› be approved."},
	{"that-deferred", "! That the item be deferred to ‹meeting›."},
	{"that-delegated", "! That authority be delegated to ‹office› to ‹act›."},
	{"that-consulted", "! That ‹office›, in consultation with the Chair, be authorised to ‹act›."},
	{"that-referred", "! That the matter be referred to ‹body›."},
	{"that-adopted", "! That ‹policy› be adopted with effect from ‹date›."},
	{"that-payments", "! That the payments listed, in the sum of ‹amount›, be approved."},
	{"that-appointed", "! That ‹name› be appointed to ‹office›."},
	{"that-excluded", "! That the press and public be excluded from the meeting for the following item, on the grounds that ‹grounds›."},
	{"further-report", "! That a further report be brought to ‹meeting›."},
	{"next-meeting", "The next meeting would be held on ‹date› at ‹place›."},
}
