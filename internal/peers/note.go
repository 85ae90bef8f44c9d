package main

import "strings"

// noteLimit bounds a note in bytes: a file with a hundred signatures says the
// same a hundred times.
const noteLimit = 300

// join appends to a note, which is one line, what it does not hold yet.
func join(note, more string) string {
	more = strings.Join(strings.Fields(more), " ")
	if strings.Contains(note, more) {
		return note
	}
	if note != "" {
		note += "; "
	}
	return clip(note + more)
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return clip(line)
}

// clip cuts a text at the limit, between characters.
func clip(s string) string {
	s = strings.ToValidUTF8(s, "?")
	if len(s) <= noteLimit {
		return s
	}
	return strings.ToValidUTF8(s[:noteLimit-3], "") + "..."
}
