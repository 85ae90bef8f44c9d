// Package learn makes a form file out of scans of the form and a few marks: an
// office describes a paper of its own without writing the description.
//
// The scans show the same print, filled in by different people. [Learn] lays them
// on each other by what they have in common, and takes for the print of the form
// what reads the same at the same place on nearly all of them. What differs was
// filled in and goes nowhere. So that nothing personal slips in, print ends at a
// colon and before a date or a number; whatever looks like a person's name is
// left out, even where every scan has it, and so is what stands in a marked place
// or under it. With a single scan there is nothing to compare: only what looks
// like labels is taken, and who reviews the form must look at each of them.
//
// [Suggest] makes a first marks file of one scan. Everything is safe for
// concurrent use and keeps no page.
package learn
