package tui

import (
	"context"
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"minutebook/agenda"
)

// poison is what would set the window's title, clear the screen, turn the order
// of what is read, colour the rest and reach the terminal as C1, if a screen let
// it.
const poison = "\x1b]0;owned\x07\u202e\u009b2J\x1b[2J\x1b[7;95m\u2066\x00\x7f"

// poisoned is a book whose every text ends in poison, as one would that another
// program has written.
type poisoned struct{ agenda.Store }

func (p poisoned) Load(ctx context.Context, k agenda.Key) (agenda.Snapshot, error) {
	s, err := p.Store.Load(ctx, k)
	return envenomed(s), err
}

func (p poisoned) Meetings(ctx context.Context) ([]agenda.Summary, error) {
	s, err := p.Store.Meetings(ctx)
	return envenomed(s), err
}

func (p poisoned) Bodies(ctx context.Context) ([]agenda.Body, error) {
	s, err := p.Store.Bodies(ctx)
	return envenomed(s), err
}

func (p poisoned) Body(ctx context.Context, k agenda.Key) (agenda.Body, error) {
	s, err := p.Store.Body(ctx, k)
	return envenomed(s), err
}

func (p poisoned) Sittings(ctx context.Context, q agenda.Query) (agenda.Page[agenda.Summary], error) {
	s, err := p.Store.Sittings(ctx, q)
	return envenomed(s), err
}

func (p poisoned) Register(ctx context.Context, q agenda.Query) (agenda.Page[agenda.Decision], error) {
	s, err := p.Store.Register(ctx, q)
	return envenomed(s), err
}

func (p poisoned) Actions(ctx context.Context, q agenda.Query) (agenda.Page[agenda.Task], error) {
	s, err := p.Store.Actions(ctx, q)
	return envenomed(s), err
}

// settled are texts that the program itself reads: with poison in them a screen
// would not come so far.
var settled = regexp.MustCompile(`^([A-Z]{2,5}|\d[\d:–T-]*|[A-Z]\w+/[A-Z]\w+|council|open|done|)$`)

// envenomed is a deep copy with poison at the end of every text.
func envenomed[T any](v T) T {
	out := reflect.New(reflect.TypeOf(&v).Elem()).Elem()
	envenom(out, reflect.ValueOf(&v).Elem())
	return out.Interface().(T)
}

func envenom(to, from reflect.Value) {
	switch from.Kind() {
	case reflect.String:
		s := from.String()
		if from.Type() == reflect.TypeFor[string]() && !settled.MatchString(s) {
			s += poison
		}
		to.SetString(s)
	case reflect.Pointer:
		if !from.IsNil() {
			to.Set(reflect.New(from.Type().Elem()))
			envenom(to.Elem(), from.Elem())
		}
	case reflect.Slice:
		if !from.IsNil() {
			to.Set(reflect.MakeSlice(from.Type(), from.Len(), from.Len()))
			for i := range from.Len() {
				envenom(to.Index(i), from.Index(i))
			}
		}
	case reflect.Map:
		if !from.IsNil() {
			to.Set(reflect.MakeMap(from.Type()))
			for _, k := range from.MapKeys() {
				v := reflect.New(from.Type().Elem()).Elem()
				envenom(v, from.MapIndex(k))
				to.SetMapIndex(k, v)
			}
		}
	case reflect.Struct:
		to.Set(from) // with what is not exported
		for i := range from.NumField() {
			if from.Type().Field(i).IsExported() {
				envenom(to.Field(i), from.Field(i))
			}
		}
	default:
		to.Set(from)
	}
}

// TestHostileBook draws every screen of a book that another program has filled
// with what drives terminals. The frame is looked at before the gate.
func TestHostileBook(t *testing.T) {
	dressed = func(s agenda.Store) agenda.Store {
		if s == nil {
			return nil
		}
		return poisoned{s}
	}
	defer func() { dressed = func(s agenda.Store) agenda.Store { return s } }()
	seen := 0
	look := func(t *testing.T, a *app) {
		content, _, title := a.frame()
		if at := firstUngated(content); at >= 0 {
			t.Errorf("%q is on the screen", content[max(0, at-40):min(len(content), at+20)])
		}
		if strings.Contains(content, "\x1b[7;95m") {
			t.Error("data chose a colour")
		}
		if strings.ContainsFunc(title, unsafe) {
			t.Errorf("the title is %q", title)
		}
		if strings.Contains(bare(content), "␛]0;owned") {
			seen++
		}
	}
	for _, p := range allPlaces {
		if p.from != "interest" && p.from != "chair" { // they begin by a name, which is no longer that
			t.Run(p.name, func(t *testing.T) { look(t, p.at(t, 120, 40)) })
		}
	}
	if seen < len(allPlaces)/2 {
		t.Errorf("only %d of %d screens show the hostile text at all", seen, len(allPlaces))
	}
}

// TestMillionHostileTexts: whatever is in a text, no control, C1, order override
// or escape comes through either of the two doors to the terminal.
func TestMillionHostileTexts(t *testing.T) {
	n := 1_000_000
	if testing.Short() {
		n = 50_000
	}
	pieces := []string{poison, "\x1b", "[", "]", "m", "31", ";", "\u009b", "\xff", "\u202e", "\u2067", "\U000E0041", "a", "é", "\n", "\t", "\x9b", "\u2028", "\x1bP", "\x07"}
	random := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for range n {
		b.Reset()
		for range 1 + random.IntN(12) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		text := b.String()
		if s := shown(text); strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) || unsafe(r) }) {
			t.Fatalf("%q is shown as %q", text, s)
		}
		if at := firstUngated(gated(text)); at >= 0 {
			t.Fatalf("%q passes the gate as %q", text, gated(text))
		}
	}
}
