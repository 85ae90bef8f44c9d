// Package ink says what is in a box of a form: handwriting that counts as a
// signature, a fingerprint (điểm chỉ, which the law puts beside a signature), or
// nothing of the kind; what else stands there ([Content]); and whether a seal
// does.
//
// The input is a [Patch]: the box and its surroundings, cut upright out of a
// page at one scale for every scan, with the form's own print named and the
// boxes of other people. The package removes what is not ink by hand (print,
// ruled and dotted lines, the pattern of the paper, a red seal, the other side
// showing through, what belongs to the next box), measures the rest in
// millimetres, shows the box to a small network ([Features]), several times
// where that is not all but sure, and judges both by boosted trees ([Reading]).
// How these were fitted is told in internal/fit/README.md.
//
// Two thresholds leave a middle: what lies between is [Unsure], and unsure is
// never reported as either. Calling an empty box signed is the worst error
// here, since a certificate without a spouse's signature would then pass.
//
// [Same] tells one signature pasted into two boxes from those of two people.
//
// Everything in the package is a pure function of its arguments and safe for
// concurrent use. Nothing panics on any picture.
package ink
