// Package agency compares the names of agencies: whether the one that a
// certificate names is the one that a register names.
//
// Two names are compared by the territory they speak of, since that is what
// registers and certificates have in common: "UBND phường Sa Đéc", "ỦY BAN NHÂN
// DÂN PHƯỜNG SA ĐÉC" and "Văn phòng HĐND và UBND P. Sa Đéc" all belong to one
// commune. Offices of a commune are part of it and never accused.
//
// The map moves: on 1/7/2025 the district level ended and most communes were
// merged, while certificates kept their names. [Same] therefore asks when a name
// was borne, and follows the changes listed in this package, each with its
// source. The list holds only what was read in a source. What it does not hold
// is unknown, and unknown is an answer of its own: a bare name is never proof,
// since names were given anew.
//
// The package knows no certificate and no rule. Its functions have no state and
// may be called concurrently.
package agency
