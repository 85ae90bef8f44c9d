package month

// C returns the dossiers of xã Hòa Long. Its register names the file of each
// result; some of the files are called by the system that made them.
func C() []Case {
	return []Case{
		{Code: "H20.32-260903-0001", Procedure: birth, Owner: "Vương Thị Hạnh", Due: "04", Done: "04", Result: electronic},
		{Code: "H20.32-260903-0002", Procedure: single, Owner: "Xa Văn Gần", Due: "08", Done: "08", Result: electronic, But: []change{called("ket_qua_20260908_0001.pdf")},
			Says: "result/wrong-name"},
		{Code: "H20.32-260904-0001", Procedure: trade, Owner: "Yên Thị Bình", Due: "09", Done: "09", Result: electronic, But: []change{called("ket_qua_20260909_0001.pdf")},
			Says: "result/wrong-name"},
		{Code: "H20.32-260907-0001", Procedure: death, Owner: "An Văn Tĩnh", Due: "08", Done: "08", Result: electronic},
		{Code: "H20.32-260909-0001", Procedure: birth, Owner: "Cái Văn Thìn", Due: "10", Done: "10", Result: electronic, But: []change{cells(func(r *row) { r.number = "" })},
			Says: "result/metadata"},
		{Code: "H20.32-260910-0001", Procedure: single, Owner: "Doãn Thị Mùi", Due: "15", Done: "15", But: []change{called("ket_qua_20260915_0001.pdf")},
			Says: "result/missing"},
		{Code: "H20.32-260911-0001", Procedure: trade, Owner: "Đường Văn Ngọt", Due: "16", Done: "16", Result: electronic, But: []change{called("scan0007.pdf"), unlisted},
			Says: "flow/not-registered.no-code"},
		{Code: "H20.32-260914-0001", Procedure: birth, Owner: "Giáp Thị Thân", Due: "15", Done: "15", Result: unsigned,
			Says: "sign/missing"},
		{Code: "H20.32-260915-0001", Procedure: death, Owner: "Hạ Văn Vũ", Due: "16", Done: "18", Result: electronic, But: []change{apology("18")}},
		{Code: "H20.32-260916-0001", Procedure: copied, Owner: "Khổng Thị Văn", Due: "16", But: []change{state("Công dân yêu cầu rút hồ sơ"), notDigitized}},
		{Code: "H20.32-260917-0001", Procedure: single, Owner: "Liễu Văn Thanh", Due: "22", Done: "24", Result: electronic,
			Says: "flow/late.returned"},
		{Code: "H20.32-260918-0001", Procedure: birth, Owner: "Mộc Thị Quế", Due: "21", But: []change{state("Công dân yêu cầu rút hồ sơ")}},
		{Code: "H20.32-260921-0001", Procedure: trade, Owner: "Nông Văn Cày", Due: "24", But: []change{state("Yêu cầu bổ sung giấy tờ")}},
		{Code: "H20.32-260922-0001", Procedure: single, Owner: "Ông Thị Phấn", Due: "25",
			Says: "flow/late.open"},
		{Code: "H20.32-260928-0001", Procedure: birth, Owner: "Phù Văn Sa", Due: "29", But: []change{cells(func(r *row) { r.received = "30/02/2026" })},
			Says: "flow/late.open flow/register-row.date"},
		{Code: "H20.32-260929-0001", Procedure: trade, Owner: "Quản Thị Lời", Due: "10-02",
			Says: "flow/due-soon"},
		{Code: "H20.32-260929-0002", Procedure: marry, Owner: "Sầm Văn Đôi", Due: "10-05"},
		{Code: "H20.32-260929-0003", Procedure: single, Owner: "Tôn Thị Lẻ", Due: "10-06"},
		{Code: "H20.32-260930-0002", Procedure: copied, Owner: "Biện Thị Lý", Due: "10-01",
			Says: "flow/due-soon"},
		{Code: "H20.32-260930-0001", Procedure: birth, Owner: "Ung Văn Non", Due: "10-05"},
	}
}
