package agenda

import "testing"

func TestSurnameKeepsItsParticle(t *testing.T) {
	for name, want := range map[string][2]string{
		"Col Dunmore":         {"Dunmore", "Dunmore, Col"},
		"Marisol de la Cruz":  {"de la Cruz", "de la Cruz, Marisol"},
		"Jan van der Merwe":   {"van der Merwe", "van der Merwe, Jan"},
		"Otto von Hallen":     {"von Hallen", "von Hallen, Otto"},
		"Dafydd ap Gwilym":    {"ap Gwilym", "ap Gwilym, Dafydd"},
		"Mary Anne De Winter": {"Winter", "Winter, Mary Anne De"}, // written large it may be a first name
		"la Rue":              {"la Rue", "la Rue"},
		"Prudence":            {"Prudence", "Prudence"},
		"":                    {"Harbour Master", "Harbour Master"},
	} {
		a := Attendee{Name: name, Office: "Harbour Master"}
		if got := [2]string{a.Surname(), a.Filed()}; got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}
