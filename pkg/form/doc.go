// Package form keeps the paper forms of administrative results as data, says
// which form the picture of a page shows, and reads the form's fields.
//
// A form is a YAML file: who issues it under which clause, for which
// procedures, and for each edition where the paper prints its captions and
// where its fields lie, in millimetres of the upright sheet ([Form],
// [Edition]). [Builtin] holds the forms shipped with the program, [Load] reads
// others.
//
// [Set.Read] matches a page to the forms without reading a letter: it finds the
// lines of text on the page, then looks for the turn, shift, scale and slant
// under which a form's captions fall on found lines of their own position,
// width and height. A match counts only when it explains the title and the
// captions at the fields, so that the wife's box is never taken for the
// husband's: `Vợ` is half as wide as `Chồng`, and a sheet whose columns are
// swapped does not match the edition whose columns are not. What a box holds is
// left to package ink.
//
// A page that matches nothing is a reading without a form and with a reason;
// an error means that reading could not run at all.
package form
