// Package content reads what a content stream shows: its text, as Unicode, and
// how many pictures it draws (ISO 32000-2 clauses 8 and 9). It is made for the
// appearances of signatures and other annotations, which are small, and draws
// nothing.
//
// Text is decoded by what the file says about its fonts: an encoding, glyph
// names, a ToUnicode map. Where the file does not say, [Content.Unread] is set;
// letters are never guessed. What no reader of the page sees is left out:
// invisible text, and text outside of the clip of its form. Colour, opacity and
// what lies on top of what are not looked at.
//
// Everything that hostile input can drive is bounded by the constants of this
// package. It imports the standard library and package pdf only.
package content
