package sign_test

import (
	"bytes"
	"context"
	"fmt"
	"testing/fstest"
	"time"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// A file signed by a person, then by the agency, judged against one anchor.
func ExampleValidate() {
	p := testPKI()
	at := time.Date(2023, 9, 11, 8, 30, 0, 0, time.UTC)
	file, _ := signtest.Sign(signtest.Blank(1), p.person, signtest.Options{Field: "Nguoi", Time: at})
	file, _ = signtest.Sign(file, p.agency, signtest.Options{Field: "CoQuan", Time: at.Add(8 * time.Minute)})

	trust, err := sign.LoadTrust(fstest.MapFS{
		"root.pem": {Data: p.root.PEM()}, // self-signed: an anchor
		"sub.pem":  {Data: p.sub.PEM()},  // anything else: an intermediate
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := sign.Validate(context.Background(), bytes.NewReader(file), int64(len(file)), sign.Options{
		Trust: trust,
		AsOf:  time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range report.Signatures {
		fmt.Println(s.Field, s.Role, s.Integrity, s.Coverage, s.Changes, s.Trust, s.Term, s.Indication)
	}
	// Output:
	// Nguoi person intact whole-revision form trusted within TOTAL_PASSED
	// CoQuan agency intact whole-file none trusted within TOTAL_PASSED
}

// The check of a ByteRange alone, for those who have their own PDF reader.
func ExampleCheckByteRange() {
	contents := pdf.Span{Start: 1000, End: 9000}
	fmt.Println(len(sign.CheckByteRange([]int64{0, 1000, 9000, 500}, contents, 9500)))
	fmt.Println(sign.CheckByteRange([]int64{0, 0, 0, 0}, contents, 9500)[0].Code)
	fmt.Println(sign.CheckByteRange([]int64{0, 900, 9000, 500}, contents, 9500)[0].Code)
	// Output:
	// 0
	// byterange-malformed
	// byterange-gap
}
