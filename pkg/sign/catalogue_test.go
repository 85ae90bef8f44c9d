package sign_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/attacks"
	"github.com/tthclint/tthclint/pkg/sign"
)

// known are cases of the catalogue that are judged wrongly so far, with what is
// wrong. Whoever mends one takes it off; one that is right while it stands here
// is named in the log.
var known = map[string]string{}

// TestCatalogue: every file of the catalogue gets the verdict that follows from
// how it was made, axis by axis.
func TestCatalogue(t *testing.T) {
	cast, err := attacks.NewCast()
	require.NoError(t, err)
	cases, err := attacks.Catalogue()
	require.NoError(t, err)
	trust := sign.NewTrust(cast.Anchors(), cast.Intermediates())
	names := map[string]bool{}
	for _, c := range cases {
		require.False(t, names[c.Name], "%s is there twice", c.Name)
		names[c.Name] = true
		t.Run(c.Name, func(t *testing.T) {
			b, err := c.Make()
			require.NoError(t, err)
			rep := validate(t, b, sign.Options{Trust: trust, AsOf: attacks.AsOf})
			wrong := differences(c.Want, rep)
			switch why := known[c.Name]; {
			case len(wrong) == 0 && why != "":
				t.Logf("right by now, take it off the list of known ones: %s", why)
			case len(wrong) > 0 && why != "":
				t.Skipf("known: %s: %v", why, wrong)
			case len(wrong) > 0:
				t.Errorf("%s\n%s\n%s", c.Note, strings.Join(wrong, "\n"), describe(rep))
			}
		})
	}
	for name := range known {
		require.True(t, names[name], "%s is known, but not in the catalogue", name)
	}
}

// differences lists where a report is not what a case wants.
func differences(want []attacks.Want, rep *sign.Report) (out []string) {
	if len(rep.Signatures) != len(want) {
		return []string{fmt.Sprintf("%d signatures, want %d", len(rep.Signatures), len(want))}
	}
	left := slices.Clone(rep.Signatures)
	for i, w := range want {
		// By name: one without usable ranges has no place in the order.
		at := max(slices.IndexFunc(left, func(s sign.Signature) bool { return s.Field == w.Field && s.Removed == w.Removed }), 0)
		s := left[at]
		left = slices.Delete(slices.Clone(left), at, at+1)
		check := func(what, want, got string) {
			if !attacks.Holds(want, got) {
				out = append(out, fmt.Sprintf("signature %d %s: %s is %q, want %q", i+1, s.Field, what, got, want))
			}
		}
		permitted := "none"
		if s.Permitted != nil {
			permitted = yesNo(*s.Permitted)
		}
		timestamp := ""
		if s.Timestamp != nil {
			timestamp = string(s.Timestamp.Integrity)
		}
		check("field", w.Field, s.Field)
		check("integrity", w.Integrity, string(s.Integrity))
		check("coverage", w.Coverage, string(s.Coverage))
		check("changes", w.Changes, string(s.Changes))
		check("permitted", w.Permitted, permitted)
		check("trust", w.Trust, string(s.Trust))
		check("term", w.Term, string(s.Term))
		check("timestamp", w.Timestamp, timestamp)
		check("proven", w.Proven, yesNo(!s.Proven.IsZero()))
		check("passing", w.Passes, yesNo(s.Indication == sign.TotalPassed))
		check("removed", yesNo(w.Removed), yesNo(s.Removed))
		for _, c := range w.Codes {
			if !s.Has(sign.Code(c)) {
				out = append(out, fmt.Sprintf("signature %d %s: no reason %q", i+1, s.Field, c))
			}
		}
		if s.Has(sign.CodeInternal) {
			out = append(out, fmt.Sprintf("signature %d %s: %v", i+1, s.Field, s.Reasons))
		}
	}
	return out
}

func describe(rep *sign.Report) string {
	var b strings.Builder
	for i := range rep.Signatures {
		s := &rep.Signatures[i]
		fmt.Fprintf(&b, "%s: %s %s %s %s %s %s/%s %v %+v\n", s.Field, s.Integrity, s.Coverage, s.Changes, s.Trust, s.Term, s.Indication, s.Sub, s.Reasons, s.ChangeList)
	}
	return b.String()
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
