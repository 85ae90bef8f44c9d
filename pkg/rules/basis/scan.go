package basis

import "github.com/tthclint/tthclint/pkg/law"

// digitizedPaper cites what a digitized paper must be: PDF 1.4 or later, in
// colour, at 200 dpi or more, at a ratio of 100 %.
func digitizedPaper() law.Citation {
	return law.Citation{Instrument: nd30, Clause: "Phụ lục I, Phần II, Mục I khoản 1"}
}

// ScanColour returns the grounds of a scan being in colour and at a ratio of
// 100 %: Nghị định 30/2020 Phụ lục I, and since 25/5/2023 Thông tư 01/2023 Điều 8
// khoản 2, which asks for an accurate copy of the whole paper.
func ScanColour() []law.Ground {
	joined := law.Date(2023, 5, 25)
	return []law.Ground{
		{In: law.Period{From: sinceElectronicResult().From, To: joined}, Basis: []law.Citation{digitizedPaper()}},
		{In: law.Period{From: joined}, Basis: []law.Citation{digitizedPaper(), {Instrument: tt0123, Clause: "Điều 8 khoản 2"}}},
	}
}

// ScanMeasures returns the grounds of the version of a scan's PDF and of its
// resolution. Since 25/5/2023 Thông tư 01/2023 takes technical measures from
// Thông tư 02/2019/TT-BNV, which has the same two. Since 1/7/2025 digital archives
// follow Thông tư 05/2025/TT-BNV, whose measures were not seen: the decree stands.
func ScanMeasures() []law.Ground {
	joined, archives := law.Date(2023, 5, 25), law.Date(2025, 7, 1)
	circular := law.Citation{Instrument: tt0123, Clause: "Điều 8 khoản 2"}
	return []law.Ground{
		{In: law.Period{From: sinceElectronicResult().From, To: joined}, Basis: []law.Citation{digitizedPaper()}},
		{In: law.Period{From: joined, To: archives}, Basis: []law.Citation{digitizedPaper(), circular, {Instrument: tt0219}}},
		{In: law.Period{From: archives}, Basis: []law.Citation{digitizedPaper(), circular, {Instrument: tt0525}}},
	}
}

// WholePaper returns the ground of a scan having as many page images as the
// paper has pages, in their order: Thông tư 01/2023 Điều 8 khoản 2.
func WholePaper() []law.Ground {
	return []law.Ground{{In: law.Since(2023, 5, 25), Basis: []law.Citation{{Instrument: tt0123, Clause: "Điều 8 khoản 2"}}}}
}
