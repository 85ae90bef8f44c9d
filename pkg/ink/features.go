package ink

// Features are the measures of the ink in one box after everything known to be
// print was taken away. Lengths are in millimetres. They are measurements, not
// pixels, and may be kept and printed.
type Features struct {
	Strokes    int     // connected pieces of ink that may be handwriting
	Width      float64 // extent of these pieces, mm
	Height     float64 // mm
	Length     float64 // total stroke length, mm
	Thickness  float64 // mean stroke thickness, mm
	Turning    float64 // how much the strokes change direction, in full turns
	Colour     float64 // mean chroma of the ink over the paper's, 0 to 180
	Contrast   float64 // darkness of the ink under the paper, 0 to 255
	RedArea    float64 // area of red seal ink in the patch, mm²
	Signature  float64 // estimated probability of a signature, 0 to 1
	Fingertip  float64 // estimated probability of a fingerprint, 0 to 1
	PrintLines int     // lines of typed or neatly written text found in the box
}
