// Package form keeps the paper forms of administrative results as data, says
// which form the picture of a page shows, and reads the form's fields.
//
// A form is a YAML file: who issues it under which clause, for which
// procedures, and for each edition where the paper prints its captions and
// where its fields lie, in millimetres of the upright sheet ([Form],
// [Edition]). [Builtin] holds the forms shipped with the program, [Load] reads
// others.
//
// [Set.Read] first matches a page to the known layouts without reading a letter:
// it finds the lines of text on the page, then looks for the turn, shift, scale
// and slant under which a layout's captions fall on found lines of their own
// position, width and height. With an engine ([Options].OCR) it reads the title
// and the captions there; where they say something else, and where no layout
// fits, it finds the form by its title and the fields by their captions,
// whatever the layout. Whose box is whose is never concluded from left and
// right. What a box holds is left to package ink.
//
// A page that matches nothing is a reading without a form and with a reason;
// an error means that reading could not run at all.
package form
