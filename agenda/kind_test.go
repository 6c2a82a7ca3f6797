package agenda_test

import (
	"testing"

	"minutebook/agenda"
)

func TestKindInWords(t *testing.T) {
	for k, want := range map[agenda.Kind]string{
		agenda.ToDo: "an action", agenda.Update: "an update", agenda.Further: "a further comment", agenda.Question: "a question",
	} {
		if got := k.One(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
