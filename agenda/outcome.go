package agenda

import "strings"

// movedOn are the outcomes with which business goes to another meeting or body;
// what stands behind their "to" says which.
var movedOn = []string{
	"deferred", "referred", "postponed", "remitted", "adjourned", "deferred back", "referred back", "remitted back",
}

// OutcomeOf is the outcome that words say: "deferred to 16 April" is deferred,
// to 16 April. Any other words stay as they are.
func OutcomeOf(words string) Outcome {
	for _, first := range movedOn {
		n := len(first)
		if len(words) <= n || !strings.EqualFold(words[:n], first) {
			continue
		}
		if to, ok := strings.CutPrefix(words[n:], " to "); ok && strings.TrimLeft(to, " ") != "" {
			return Outcome{Words: words[:n], To: strings.TrimLeft(to, " ")}
		}
	}
	return Outcome{Words: words}
}

// Said is the outcome as it is told, without its reason: "deferred to 16 April".
func (o Outcome) Said() string {
	switch {
	case o.To == "":
		return o.Words
	case o.Words == "":
		return o.To
	}
	return o.Words + " to " + o.To
}
