package journal

import (
	"os"
	"slices"
	"testing"

	"minutebook/agenda"
)

func TestUnreadNamesTheFileThatWasPutAside(t *testing.T) {
	d := newDesk(t)
	j := d.open()
	typed(t, j, agenda.Draft{Number: j.Next(), Meeting: "meeting"}, "words")
	if at := j.Unread(); len(at) > 0 {
		t.Errorf("a whole journal is unread: %q", at)
	}
	torn := slices.Clone(d.file())
	torn[len(torn)-30] ^= 0xff
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(d.beside(), torn, 0o600); err != nil {
		t.Fatal(err)
	}
	j, err := Open(d.opts)
	if err == nil {
		t.Fatal("nobody is told")
	}
	defer func() { _ = j.Close() }()
	if at := j.Unread(); len(at) != 1 {
		t.Fatalf("unread: %q", at)
	}
	if got, err := os.ReadFile(j.Unread()[0]); err != nil || string(got) != string(torn) {
		t.Errorf("put aside: %q, %v", got, err)
	}
}
