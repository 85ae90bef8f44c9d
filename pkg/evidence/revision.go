package evidence

import "github.com/tthclint/tthclint/pkg/sign"

// Revision is the state of a file in which its pages are read: what the last
// intact signature covers, since that is what its signer vouches for; what was
// written afterwards is judged by the rules on changes. Without such a signature
// it is the whole file.
type Revision struct {
	Size   int64 // how many bytes of the file, from its start, belong to it
	Signed int   // the signature that ends it, from 1 in the order of [sign.Report]; 0 is none
	Last   bool  // the file ends with it
}

func revisionOf(d *Document) (Revision, error) {
	report, err := d.Signatures()
	if err != nil {
		return Revision{}, err
	}
	r := Revision{Size: d.Size, Last: true}
	for i := range report.Signatures {
		s := &report.Signatures[i]
		// Revision 0: the signed bytes end where no reader would stop.
		if s.Kind != sign.KindSignature || s.Integrity != sign.Intact || s.Removed || s.Revision == 0 || len(s.ByteRange) != 4 {
			continue
		}
		if end := s.ByteRange[2] + s.ByteRange[3]; end > 0 && end <= d.Size && (r.Signed == 0 || end > r.Size) {
			r = Revision{Size: end, Signed: i + 1, Last: end == d.Size}
		}
	}
	return r, nil
}
