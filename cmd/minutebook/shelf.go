package main

import (
	"reflect"
	"slices"
	"strings"

	"minutebook/agenda"
)

// shelf is the bodies of a book while an import is planned: those that are
// there, those that come, and those that change.
type shelf struct {
	bodies []agenda.Body
	dirty  []agenda.Key
}

// changed lists the bodies to save.
func (s *shelf) changed() []agenda.Body {
	var out []agenda.Body
	for _, b := range s.bodies {
		if slices.Contains(s.dirty, b.Key) {
			out = append(out, b)
		}
	}
	return out
}

// declare takes in a body that a file describes.
func (s *shelf) declare(file string, b agenda.Body, replace bool) error {
	at, err := s.find(file, b)
	if err != nil {
		return err
	}
	if at < 0 {
		s.add(b)
		return nil
	}
	b.Key, b.Code = s.bodies[at].Key, s.bodies[at].Code
	if reflect.DeepEqual(b, s.bodies[at]) || reflect.DeepEqual(b, reference(b)) {
		return nil
	}
	if !replace && !slices.Contains(s.dirty, b.Key) {
		return wrong("--replace puts the file's in its place", "%s: %s is in the book already, and described otherwise", file, b.Name)
	}
	s.bodies[at] = b
	s.dirty = append(s.dirty, b.Key)
	return nil
}

// reference is a body that is only named, as above a meeting.
func reference(b agenda.Body) agenda.Body {
	return agenda.Body{Key: b.Key, Name: b.Name, Code: b.Code}
}

// settle is the body a meeting names, made where the book has none.
func (s *shelf) settle(file string, b agenda.Body) (agenda.Body, error) {
	at, err := s.find(file, b)
	if err != nil {
		return agenda.Body{}, err
	}
	if at < 0 {
		return s.add(b), nil
	}
	return s.bodies[at], nil
}

// find is the place of the body that b names: by its key, its code or its name.
// Where the file's code and name are of two bodies, only a person can tell.
func (s *shelf) find(file string, b agenda.Body) (int, error) {
	for i, have := range s.bodies {
		if b.Key != "" && have.Key == b.Key {
			return i, nil
		}
	}
	for i, have := range s.bodies {
		code := b.Code != "" && strings.EqualFold(have.Code, b.Code)
		name := strings.EqualFold(have.Name, b.Name)
		switch {
		case code && (name || b.Name == ""), name && b.Code == "":
			return i, nil
		case code:
			return 0, wrong("give the file's body another code", "%s: the code %s is of %s in this book, not of %s", file, have.Code, have.Name, b.Name)
		case name:
			return 0, wrong("write the code the book has", "%s: %s has the code %s in this book, not %s", file, have.Name, have.Code, b.Code)
		}
	}
	return -1, nil
}

func (s *shelf) add(b agenda.Body) agenda.Body {
	if !isKey(b.Key) {
		b.Key = newKey()
	}
	if b.Code == "" {
		b.Code = agenda.Code(b.Name, func(code string) bool {
			return slices.ContainsFunc(s.bodies, func(have agenda.Body) bool { return strings.EqualFold(have.Code, code) })
		})
	}
	s.bodies = append(s.bodies, b)
	s.dirty = append(s.dirty, b.Key)
	return b
}
