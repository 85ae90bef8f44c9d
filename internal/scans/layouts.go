package scans

// layout is where the blocks of a marriage certificate stand. What a layout
// leaves open (sizes of print, wording of captions, ornaments, how many lines
// the values take) differs from page to page.
type layout struct {
	id           string
	w, h         float64 // mm
	size         float64 // of the print in mm
	edition      int     // of the form: 2010, 2015 or 2020
	husbandFirst bool    // the husband left or above
	stacked      bool    // one spouse under the other
	row          bool    // both spouses and the official side by side
	below        bool    // captions under the space
	cells        bool    // frames round the places of signatures
	dots         bool    // dotted lines to sign on
	spread       bool    // two pages side by side: values on the left, signatures on the right
	over         bool    // the official over the spouses
	indented     bool    // captions begin where their places do, instead of in their middle
	pair         bool    // frames round the places of the spouses alone
	dated        bool    // place and day over the captions of the official
	broken       bool    // the title on two lines
	bars         bool    // captions in grey bars over their places
	headings     bool    // VỢ and CHỒNG over the columns of values
	high         bool    // the seal across the captions of the official, as many put it
	official     float64 // where the middle of the official's place lies, as a share of the width
	held         bool    // kept for checking
}

// layouts are the certificates that are drawn.
var layouts = []layout{
	{id: "a4p", w: 210, h: 297, size: 4.6, edition: 2020, official: 0.7},
	{id: "a4p-swapped", w: 210, h: 297, size: 4.5, edition: 2015, husbandFirst: true, official: 0.68},
	{id: "a4p-2010", w: 210, h: 297, size: 4.5, edition: 2010, husbandFirst: true, official: 0.75},
	{id: "a4p-row", w: 210, h: 297, size: 4.5, edition: 2020, row: true},
	{id: "a4p-stacked", w: 210, h: 297, size: 4.5, edition: 2015, stacked: true, official: 0.72},
	{id: "a4p-below", w: 210, h: 297, size: 4.6, edition: 2020, below: true, official: 0.5},
	{id: "a4p-cells", w: 210, h: 297, size: 4.4, edition: 2020, cells: true, official: 0.66},
	{id: "a4l", w: 297, h: 210, size: 4.2, edition: 2020, official: 0.65},
	{id: "a4l-swapped-row", w: 297, h: 210, size: 4.3, edition: 2015, husbandFirst: true, row: true},
	{id: "a4l-2010", w: 297, h: 210, size: 4.2, edition: 2010, husbandFirst: true, official: 0.75},
	{id: "a5l-row", w: 210, h: 148, size: 3.3, edition: 2015, row: true},
	{id: "a5l-row-below", w: 210, h: 148, size: 3.4, edition: 2020, row: true, below: true, dots: true},
	{id: "b5p", w: 176, h: 250, size: 4, edition: 2020, official: 0.66, dots: true},
	{id: "letter-swapped", w: 215.9, h: 279.4, size: 4.4, edition: 2020, husbandFirst: true, official: 0.32},
	{id: "a4l-spread", w: 297, h: 210, size: 3.9, edition: 2015, spread: true, official: 0.78},
	{id: "a3l-spread", w: 420, h: 297, size: 4.9, edition: 2010, spread: true, husbandFirst: true, official: 0.78},
	{id: "a4p-official-first", w: 210, h: 297, size: 4.5, edition: 2020, over: true, official: 0.5, dated: true},
	{id: "a4p-indented", w: 210, h: 297, size: 4.5, edition: 2015, indented: true, official: 0.34, dated: true},
	{id: "a4p-pair", w: 210, h: 297, size: 4.4, edition: 2020, pair: true, husbandFirst: true, official: 0.7, dated: true},
	{id: "a4l-stacked-below", w: 297, h: 210, size: 4.1, edition: 2020, stacked: true, below: true},
	{id: "a4p-broken-title", w: 210, h: 297, size: 4.4, edition: 2020, broken: true, official: 0.5, dated: true, high: true},
	{id: "a4p-bars", w: 210, h: 297, size: 4.4, edition: 2020, cells: true, bars: true, husbandFirst: true, official: 0.5},
	{id: "a4p-headings", w: 210, h: 297, size: 4.3, edition: 2015, headings: true, official: 0.7, high: true},

	{id: "b5p-swapped-below", w: 176, h: 250, size: 4, edition: 2015, husbandFirst: true, below: true, official: 0.62, held: true},
	{id: "a4l-cells-row", w: 297, h: 210, size: 4.3, edition: 2020, cells: true, row: true, held: true},
	{id: "letter-centred", w: 215.9, h: 279.4, size: 4.5, edition: 2015, official: 0.5, dots: true, held: true},
	{id: "a5l", w: 210, h: 148, size: 3.1, edition: 2020, official: 0.66, held: true},
}
