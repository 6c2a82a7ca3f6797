package tui

import "testing"

func TestReadDay(t *testing.T) {
	for typed, want := range map[string]string{
		"2026-03-12": "2026-03-12", "2026-4-9": "2026-04-09", "12 Mar": "2026-03-12", "9 april": "2026-04-09",
		"Thu 9 Apr 2026": "2026-04-09", "12/3/2026": "2026-03-12", "15 jan": "2026-01-15", "1 nov": "2026-11-01",
		"today": "2026-03-12", "Tomorrow": "2026-03-13", "tue": "2026-03-17", "thursday": "2026-03-12",
		"": "", "31 feb": "", "soon": "", "13/13/2026": "",
	} {
		if got, ok := readDay(typed, teatime); got != want || ok != (want != "") {
			t.Errorf("readDay(%q) = %q, %v; want %q", typed, got, ok, want)
		}
	}
}

func TestReadTime(t *testing.T) {
	for typed, want := range map[string]string{
		"18:00": "18:00", "18.05": "18:05", "1800": "18:00", "6pm": "18:00", "6.30 p.m.": "18:30", "9:15 am": "09:15", "": "",
		"25:00": "no", "noonish": "no",
	} {
		got, ok := readTime(typed)
		if !ok {
			got = "no"
		}
		if got != want {
			t.Errorf("readTime(%q) = %q, want %q", typed, got, want)
		}
	}
}
