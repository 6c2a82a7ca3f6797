package agendatest_test

import (
	"encoding/base64"
	"strings"
	"testing"

	"minutebook/agenda/agendatest"
)

// TestLeaks lets a canary out in every disguise: each is found, and nothing is
// found where it stayed in.
func TestLeaks(t *testing.T) {
	c := agendatest.NewCanary()
	back := ""
	for _, r := range c {
		back = string(r) + back
	}
	wide, percent, entities := "", "", ""
	for _, r := range c {
		wide += string(r) + "\x00"
		percent += "%" + strings.ToUpper(string("0123456789abcdef"[r>>4])+string("0123456789abcdef"[r&15]))
		entities += "&#" + string('0'+r/100) + string('0'+r/10%10) + string('0'+r%10) + ";"
	}
	entities = strings.ReplaceAll(entities, "&#0", "&#")
	for _, text := range []string{c, strings.ToUpper(c), c[:15], back, wide, "\x00" + wide, percent, entities,
		base64.StdEncoding.EncodeToString([]byte("a" + c)), base64.StdEncoding.EncodeToString([]byte("ab" + c)), base64.StdEncoding.EncodeToString([]byte("abc" + c)),
	} {
		if len(agendatest.Leaks(c, []byte("before "+text+" after"))) == 0 {
			t.Errorf("%q is not found in %q", c, text)
		}
	}
	if found := agendatest.Leaks(c, []byte("nothing of it "+agendatest.NewCanary())); found != nil {
		t.Errorf("found %v", found)
	}
}
