package ink

// Reading is what was found in one box.
type Reading struct {
	State State
	// Confidence is the estimated probability, 0 to 1, that State is right; for
	// [Unsure] the probability of the likelier answer.
	Confidence float64
	Features   Features
}
