package notes_test

import "testing"

// minuted lists what real sets of minutes hold, the commonest first, and the
// rows of features that serve it. What has a row of its own name needs none
// here.
var minuted = []struct {
	what string
	rows []string
}{
	{"item numbers that are not 1..n", []string{"item numbers as typed"}},
	{"motion with mover and seconder", nil},
	{"full heading", []string{"heading with body, kind, time and place"}},
	{"closing time", nil},
	{"vote counts", nil},
	{"earlier minutes approved", nil},
	{"all agreed without figures", nil},
	{"others in attendance", nil},
	{"roll with roles", nil},
	{"nested sub-items", []string{"items to any depth"}},
	{"apologies", nil},
	{"decision with neither mover nor vote", []string{"decision nobody moved"}},
	{"deferred", []string{"deferred to a meeting", "motion deferred"}},
	{"public speakers", nil},
	{"actions with owner", []string{"action with owner and date", "action with several owners, due a meeting", "action of nobody, due in words"}},
	{"several votes on one item", nil},
	{"source contradicts itself", nil},
	{"empty heading kept", []string{"heading with neither title nor minutes"}},
	{"dated action", []string{"action with owner and date", "action due a day in words"}},
	{"conditional resolution", nil},
	{"named debate", nil},
	{"interests", []string{"interests with kind, item, nature and effect", "nil declaration", "nature of an interest withheld",
		"one declaration for several items and members", "who has an interest in an item"}},
	{"sums of money", []string{"sums of money byte for byte"}},
	{"next meeting", nil},
	{"part attendance", nil},
	{"quoted motion text", []string{"neither mover nor seconder, quoted words"}},
	{"amendment", []string{"amendment carried", "amendment to an amendment", "substantive motion"}},
	{"thanks", []string{"thanks in a resolution"}},
	{"carried without figures", nil},
	{"officers elected", nil},
	{"public excluded", []string{"exclusion by resolution, carried", "exclusion by resolution, lost"}},
	{"named vote", nil},
	{"remote meeting", nil},
	{"planning list", nil},
	{"procedural motion", nil},
	{"public counted", []string{"number of the public in the room"}},
	{"signature", nil},
	{"acting chair", nil},
	{"adjourned and reconvened", []string{"adjourned and reconvened the same day", "adjourned to another day"}},
	{"changed order", nil},
	{"questions by name with supplementary", nil},
	{"table", []string{"table with caption"}},
	{"matters arising", nil},
	{"no vote cast", []string{"without a vote"}},
	{"quorum", []string{"quorum stated"}},
	{"amendment lost", nil},
	{"draft mark", nil},
	{"other language", []string{"other language", "headings in another language"}},
	{"mover only", nil},
	{"minutes corrected", nil},
	{"contested ballot", []string{"contested ballot in rounds", "ballot decided by lot"}},
	{"petition", nil},
	{"minutes disputed", nil},
	{"private decision published", nil},
	{"sub-points", []string{"sub-points of a paragraph", "sub-points of a resolution", "resolution with sub-points"}},
	{"substitute", nil},
	{"withdrawn", nil},
	{"consent agenda", nil},
	{"co-option", nil},
	{"member left the room", []string{"left for an interest and returned"}},
	{"no seconder", []string{"mover only", "fell for want of a seconder"}},
	{"proxy", nil},
	{"vote struck", nil},
	{"suspended for the public", nil},
	{"casting vote", []string{"casting vote with figures", "casting vote without figures"}},
	{"weighted vote", nil},
	{"action list", nil},
	{"vote between meetings", nil},
}

func TestEveryMinutedFeatureHasARow(t *testing.T) {
	rows := map[string]bool{}
	for _, f := range features {
		rows[f.name] = true
	}
	for _, m := range minuted {
		served := rows[m.what]
		for _, row := range m.rows {
			if served = true; !rows[row] {
				t.Errorf("%s: there is no row %q", m.what, row)
			}
		}
		if !served {
			t.Errorf("%s has no row", m.what)
		}
	}
}
