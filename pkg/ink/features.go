package ink

// Features are the measures of the ink in one box after everything known to be
// print was taken away. Lengths are in millimetres. They are measurements, not
// pixels, and may be kept and printed.
type Features struct {
	Strokes   int     `json:"strokes"`   // connected pieces that may be handwriting
	Width     float64 `json:"width"`     // extent of these pieces, mm
	Height    float64 `json:"height"`    // mm
	Length    float64 `json:"length"`    // total length of the strokes, mm
	Thickness float64 `json:"thickness"` // mean thickness of the strokes, mm
	Ends      int     `json:"ends"`      // free ends of strokes
	Forks     int     `json:"forks"`     // places where strokes meet or cross
	Turning   float64 `json:"turning"`   // how much the strokes change direction, full turns
	// Core and CoreTurning are Length and Turning of the greatest group of
	// strokes that stand together.
	Core        float64 `json:"core"`
	CoreTurning float64 `json:"coreTurning"`

	Spread   float64 `json:"spread"`   // evenness of the directions, 0 one to 1 all alike
	Largest  float64 `json:"largest"`  // diagonal of the largest piece, mm
	Tallest  float64 `json:"tallest"`  // height of the tallest piece, mm
	Contrast float64 `json:"contrast"` // darkness of the ink, the form's print is 1
	Chroma   float64 `json:"chroma"`   // distance of its colour from the paper's, 0 to 255
	// CoreContrast is Contrast of the greatest group of strokes, and Softness how wide its edges
	// are, those of the form's print are 1; 0 where either has too little.
	CoreContrast float64 `json:"coreContrast"`
	Softness     float64 `json:"softness"`
	Inside       float64 `json:"inside"` // part of the ink that lies in the box
	Drop         float64 `json:"drop"`   // middle of the ink, 0 top to 1 bottom of the box

	Rules      float64 `json:"rules"`      // length of folds and ruled lines taken away, mm
	TextLines  int     `json:"textLines"`  // lines of typed or neatly written text taken away
	TextHeight float64 `json:"textHeight"` // height of their letters, mm
	TextChroma float64 `json:"textChroma"` // as Chroma
	TextEven   float64 `json:"textEven"`   // spread of their lower edges, mm
	Specks     float64 `json:"specks"`     // specks a cm²

	BlobArea  float64 `json:"blobArea"`  // area of the densest patch of ink, mm²
	BlobMajor float64 `json:"blobMajor"` // its longer axis, mm
	BlobMinor float64 `json:"blobMinor"` // its shorter axis, mm
	BlobFill  float64 `json:"blobFill"`  // how well an ellipse describes it, 1 is fully
	BlobInk   float64 `json:"blobInk"`   // part of it that is ink
	BlobText  float64 `json:"blobText"`  // contrast of its ink, the form's print is 1

	Red  float64 `json:"red"`  // area of red ink, mm²
	Ring float64 `json:"ring"` // part of a round seal's ring that is seen, 0 to 1
	// SealSpread is how much of a round area of a seal's size is marked, red if
	// the scan has colour: the part of its sides, 0 to 1.
	SealSpread float64 `json:"sealSpread"`
	// RingTrace is how plainly a ring of a seal's size stands out on the average
	// of its circumference, however faint: of what is red, if the scan has colour.
	// GreyTrace is the same of what is dark, of scans in colour without a red ring.
	// Where Ring is plain, RingTrace repeats it and SealSpread is 1.
	RingTrace float64 `json:"ringTrace"` // 0 to 1
	GreyTrace float64 `json:"greyTrace"` // 0 to 1
	// Radial is the part of the ground that is inked by the distance from the
	// middle of the ring, in tenths of 1.2 radii.
	Radial [10]float64 `json:"radial"`
	// Where the ring is, in mm from the top left of the box; 0 without a seal.
	RingX      float64 `json:"ringX"`
	RingY      float64 `json:"ringY"`
	RingRadius float64 `json:"ringRadius"`
	// Hidden is the area of ink under seals of a scan without colour, mm²: it
	// was left out, and strokes may be among it.
	Hidden float64 `json:"hidden"`

	// Foreign is the area of ink that lies in others' boxes and was left out, mm².
	Foreign float64 `json:"foreign"`
	// Paper is the brightness of the paper, 0 black to 1 white.
	Paper float64 `json:"paper"`

	// LookSigned is what the network says of the box: the logarithm of the odds
	// of a signature or a fingerprint. LookFinger is that of a fingerprint
	// against a signature, LookSeal that of a seal, of boxes where one belongs, and
	// LookName that of a name written by hand, of a person's box that nobody signed otherwise.
	LookSigned float64 `json:"lookSigned"`
	LookFinger float64 `json:"lookFinger"`
	LookSeal   float64 `json:"lookSeal"`
	LookName   float64 `json:"lookName"`

	// Shape is what the strokes look like, to be compared by [Same].
	Shape Shape `json:"-"`

	Signature   float64 `json:"signature"`   // estimated probability of a signature or fingerprint
	Fingerprint float64 `json:"fingerprint"` // estimated probability that it is a fingerprint
}
