package form

// maxPhrase bounds the letters that are compared: a line of a page has some 90.
const maxPhrase = 160

// alike returns how much of two texts of letters agrees, 0 to 1: one less the
// edits between them in parts of the longer one. Below least it returns 0.
func alike(a, b string, least float64) float64 {
	n := max(len(a), len(b))
	if n == 0 || n > maxPhrase {
		return 0
	}
	if a == b {
		return 1
	}
	most := (1 - least) * float64(n)
	if float64(n-min(len(a), len(b))) > most {
		return 0
	}
	d := edits(a, b, most)
	if d > most {
		return 0
	}
	return 1 - d/float64(n)
}

// endsAlike reports whether the beginning of a longer text, and its end, agree with a part.
func endsAlike(part, whole string, least float64) (first, last bool) {
	n := len(part)
	if n >= len(whole) {
		return false, false
	}
	return alike(part, whole[:n], least) > 0, alike(part, whole[len(whole)-n:], least) > 0
}

// edits returns the edit distance of Levenshtein, where letters of nearly one
// shape cost half. It gives up above most.
func edits(a, b string, most float64) float64 {
	row := make([]float64, len(b)+1)
	for j := range row {
		row[j] = float64(j)
	}
	for i := range len(a) {
		diag, least := row[0], float64(i+1)
		row[0] = least
		for j := range len(b) {
			cost := 1.0
			switch {
			case a[i] == b[j]:
				cost = 0
			case shape(a[i]) == shape(b[j]):
				cost = 0.5
			}
			next := min(diag+cost, row[j]+1, row[j+1]+1)
			diag, row[j+1] = row[j+1], next
			least = min(least, next)
		}
		if least > most {
			return least
		}
	}
	return row[len(b)]
}

// shape maps letters that poor print makes alike to one of them.
func shape(c byte) byte {
	switch c {
	case '1', 'l', 'i', 'j', 't', 'f':
		return 'i'
	case '0', 'o', 'c', 'e', 'q', 'd', 'a':
		return 'o'
	case 'u', 'v', 'y':
		return 'u'
	case 'h', 'n', 'k', 'b', 'm', 'r':
		return 'n'
	case '5', 's', 'g', '9', '6', '8':
		return 's'
	}
	return c
}
