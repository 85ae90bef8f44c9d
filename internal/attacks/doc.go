// Package attacks is a catalogue of signed PDFs whose verdict is known because of
// how they were made: the published classes of attacks on signed and certified
// documents, forged CMS and certificate chains, and, beside them, the sound files
// that a validator must not accuse.
//
// Classes and where they are described:
//
//   - USF, ISA, SWA: universal signature forgery, incremental saving and signature
//     wrapping. Mladenov, Mainka, Meyer zu Selhausen, Grothe, Schwenk: 1 Trillion
//     Dollar Refund, CCS 2019.
//   - shadow: hide, replace, hide-and-replace. Mainka, Mladenov, Rohlmann: Shadow
//     Attacks, NDSS 2021.
//   - EAA, SSA: evil annotation and sneaky signature. Mainka, Mladenov, Rohlmann:
//     Breaking the Specification, S&P 2021.
//   - forged, chain, cms, swap, time: what validators were seen to accept.
//   - many, vietnam: sound files of the field, and how they age.
//
// Everything is deterministic; keys come from seeds that everybody can read. No
// name is that of a real person, and no authority that of a real one.
package attacks
