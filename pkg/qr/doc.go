// Package qr finds and reads QR codes (TCVN 7322:2009, ISO/IEC 18004) on the
// picture of a page, and reads what a code of an administrative procedure says.
//
// A page without a code must cost next to nothing, since nearly all are. So the
// three finder patterns of a code are looked for first, on some rows of the
// page; only where three of them stand as those of a code is a part of the page
// decoded. That is done by a library, behind limits: no picture makes [Read]
// panic, and the number of places that are tried is bounded.
package qr
