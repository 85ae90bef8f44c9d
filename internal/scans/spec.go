package scans

import "slices"

// The forms that a page can be, as column form of labels.csv names them.
const (
	Marriage            = "ket_hon"
	Extract             = "trich_luc_ket_hon"
	BirthExtract        = "trich_luc_khai_sinh"
	DeathExtract        = "trich_luc_khai_tu"
	OtherExtract        = "trich_luc_ho_tich"
	Birth               = "khai_sinh"
	Decision            = "quyet_dinh"
	MaritalNote         = "xac_nhan_hon_nhan"
	Household           = "ho_kinh_doanh"
	Land                = "quyen_su_dung_dat"
	ControlSlip         = "phieu_kiem_soat"
	Receipt             = "giay_tiep_nhan"
	Apology             = "phieu_xin_loi"
	DeskSlip            = "phieu_mot_cua"
	MarriageApplication = "to_khai_ket_hon"
	Application         = "to_khai"
	Other               = "khac" // no form that is known
)

// Forms lists what can be drawn.
func Forms() []string {
	return []string{Marriage, Extract, BirthExtract, DeathExtract, OtherExtract, Birth, Decision, MaritalNote, Household, Land,
		ControlSlip, Receipt, Apology, DeskSlip, MarriageApplication, Application, Other}
}

// Colour is how a scanner keeps the light of a page.
type Colour string

// The ways, as column colour of labels.csv names them.
const (
	InColour Colour = "colour"
	InGrey   Colour = "grey"
	Bilevel  Colour = "bilevel"
)

// Spec says what to draw. What it leaves empty is taken from Seed, except the
// flaws: a page without flaws is a clean scan.
type Spec struct {
	Seed uint64
	Form string // empty: Marriage
	// Layout is an id of [LayoutsOf] the form. Empty: any that is not held.
	Layout string

	// Cases of the fields, of [Cases]; empty: "normal", for the official
	// "name_typed". A form without the field ignores its case.
	Wife, Husband, Official string
	Seal                    string // "normal", "bleeds" or "none"; empty: "normal"

	Hand  bool // filled in by hand instead of typed
	Mixed bool // some values by hand, others typed
	// Blank holds keys of values that are left blank, Blanks is the share of the
	// others that are, by chance.
	Blank     []string
	Blanks    float64
	OtherName bool // another name than the wife's stands under her signature

	DPI     int    // 0: 200
	Colour  Colour // empty: InColour
	Quality int    // of the JPEG; 0: 80
	Flate   bool   // packed without loss instead of as JPEG
	// Rotation is how far the picture is turned, in degrees clockwise, a multiple
	// of 90; with Upright the page's /Rotate undoes it.
	Rotation int
	Upright  bool
	// Flaws of the scan: adaptive (the threshold of a bilevel scan), back_side,
	// blur, dark_edge, dithered, faint_seal, fold, jpeg_low, low_dpi, phone,
	// photocopy, shadow, skew, streak, strips or yellowed. jpeg_low and low_dpi
	// only name what Quality and DPI say.
	Flaws []string

	Type *Type  // typefaces; nil: the built-in letters
	Ink  []Crop // signatures from paper; none: drawn ones
}

// Point is a point of the stored picture in pixels.
type Point struct{ X, Y float64 }

// Quad holds the corners of an upright box: top left, top right, bottom right,
// bottom left.
type Quad [4]Point

// Truth is what stands on a page. Fields are wife, husband, official and seal,
// on a control slip giao1, nhan1 and so on.
type Truth struct {
	Form, Layout string
	Colour       Colour
	Codec        string // "jpeg", "g4" or "flate"
	DPI, Quality int
	Rotation     int
	RotateMeta   int // the page's /Rotate
	Flaws        []string
	Hand         bool
	State        map[string]string // "present", "absent" or "fingerprint"
	Case         map[string]string
	Boxes        map[string]Quad
	Writer       map[string]string // names the crop of a signature from paper
	Values       map[string]Value  // what is filled in, by key
	W, H         int               // of the stored picture, in pixels
}

// BothSigned returns "yes" or "no", or "na" for a page that spouses do not sign.
func (t Truth) BothSigned() string {
	w, h := t.State["wife"], t.State["husband"]
	switch {
	case w == "" || h == "":
		return "na"
	case w == "absent" || h == "absent":
		return "no"
	}
	return "yes"
}

// Cases lists what a place can show that somebody signed, or that nobody did.
func Cases(isSigned bool) []string {
	if isSigned {
		return slices.Clone(signed)
	}
	return slices.Clone(unsigned)
}

// signed are the cases of a signature, drawn the way they say.
var signed = []string{"normal", "name_typed", "name_hand", "on_typed_name", "outside", "over_caption", "tiny", "initials", "faint", "fingerprint", "two_in_one"}

// unsigned are the cases of a place that nobody signed.
//
//   - hand_name is a name written by hand and no signature,
//   - bleed is the seal that reaches into the place,
//   - two_in_one, which stands above, leaves the other place to its own case.
var unsigned = []string{"blank", "typed_name", "typed_and_stray", "stray", "pencil_x", "dirt", "dotted", "fold", "ruled", "showthrough", "bleed", "hand_name"}
