package msg

import "strings"

// Nearest returns the name that was most likely meant by a mistyped one; empty
// if none is near. One that begins with what was typed is at no distance: the end
// was forgotten. Of names at the same distance one with the same first letter goes
// before: it is the letter that people mistype least.
func Nearest(typed string, names []string) string {
	best, distance := "", (len(typed)+2)/3+1 // farther is another word
	for _, name := range names {
		n := editDistance(typed, name)
		if len(typed) >= leastStart && strings.HasPrefix(name, typed) {
			n = 0
		}
		if n < distance || n == distance && best != "" && sameStart(typed, name) && !sameStart(typed, best) {
			best, distance = name, n
		}
	}
	return best
}

// leastStart is how many bytes of a name tell it.
const leastStart = 4

func sameStart(a, b string) bool { return a != "" && b != "" && a[0] == b[0] }

// editDistance is the optimal string alignment distance in bytes: the number of
// insertions, deletions, replacements and exchanges of neighbours.
func editDistance(a, b string) int {
	before, row := make([]int, len(b)+1), make([]int, len(b)+1) // of the last two bytes of a
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		next := make([]int, len(b)+1)
		next[0] = i + 1
		for j := range len(b) {
			cost := row[j]
			if a[i] != b[j] {
				cost++
			}
			next[j+1] = min(cost, next[j]+1, row[j+1]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}
