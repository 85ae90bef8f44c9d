package main

import "github.com/tthclint/tthclint/pkg/msg"

// What the lists and explanations of rules say.
var (
	helpEffectiveOn = msg.Message{ID: "help/effective-on", VI: "mức độ và căn cứ có hiệu lực trong `NGÀY` này, dạng năm-tháng-ngày", EN: "severities and clauses in force on this `DATE`, year-month-day"}
	helpDiff        = msg.Message{ID: "help/diff", VI: "những gì thay đổi sau `NGÀY` này đến ngày thứ hai ghi sau (mặc định hôm nay)", EN: "what changed after this `DATE` up to a second one that follows it (default today)"}
	helpRulesUse    = msg.Message{ID: "help/rules-use", VI: "rules [--diff NGÀY NGÀY]", EN: "rules [--diff DATE DATE]"}
	helpRulesLong   = msg.Message{
		ID: "help/rules-long",
		VI: `Liệt kê các quy tắc với mức độ của hôm nay. Mức ghi sau dấu / là mức của một số trường hợp; «tthclint explain QUY-TẮC» nói rõ.

--effective-on ghi kèm căn cứ có hiệu lực trong ngày đó. --diff cho biết quy tắc nào bắt đầu, thôi áp dụng, đổi mức hoặc đổi căn cứ giữa hai ngày.`,
		EN: `Lists the rules with their severities of today. What stands behind a / is the severity of some cases; «tthclint explain RULE» tells which.

--effective-on adds the clauses in force on that day. --diff tells which rules began, ended, or changed severity or clauses between two days.`,
	}
	helpRulesExample = msg.Message{
		ID: "help/rules-example",
		VI: "  tthclint rules\n  tthclint rules --effective-on 2027-03-01\n  tthclint rules --diff 2026-01-01 2027-03-01",
		EN: "  tthclint rules\n  tthclint rules --effective-on 2027-03-01\n  tthclint rules --diff 2026-01-01 2027-03-01",
	}

	listInForce    = msg.Message{ID: "rules/in-force", VI: "Có hiệu lực ngày {day}: {n}/{of} quy tắc", EN: "In force on {day}: {n} of {of} rules"}
	listChanges    = msg.Message{ID: "rules/changes", VI: "Sau ngày {from} đến ngày {to}: {n} thay đổi", EN: "After {from} up to {to}: {n} changes"}
	changeDay      = msg.Message{ID: "rules/day", VI: "Từ {day}:", EN: "From {day} on:"}
	changeBegan    = msg.Message{ID: "rules/began", VI: "bắt đầu áp dụng, mức {severity}", EN: "begins to apply, as {severity}"}
	changeEnded    = msg.Message{ID: "rules/ended", VI: "thôi áp dụng (trước đó mức {severity})", EN: "no longer applies (was {severity})"}
	changeSeverity = msg.Message{ID: "rules/severity", VI: "đổi mức {before} thành {after}", EN: "changes from {before} to {after}"}
	changeJudged   = msg.Message{ID: "rules/judged", VI: "đổi cách xét", EN: "is judged otherwise"}
	changeAdded    = msg.Message{ID: "rules/added", VI: "Thêm căn cứ: {basis}", EN: "Clauses added: {basis}"}
	changeRemoved  = msg.Message{ID: "rules/removed", VI: "Bớt căn cứ: {basis}", EN: "Clauses dropped: {basis}"}

	textDiffOrder       = msg.Message{ID: "cmd/diff-order", VI: "ngày thứ hai ({to}) phải sau ngày thứ nhất ({from}).", EN: "the second day ({to}) must come after the first ({from})."}
	textDiffOrderRemedy = msg.Message{ID: "cmd/diff-order.remedy", VI: "Ví dụ: tthclint rules --diff 2026-01-01 2027-03-01", EN: "For example: tthclint rules --diff 2026-01-01 2027-03-01"}
	textDiffOrDay       = msg.Message{ID: "cmd/diff-or-day", VI: "--diff và --effective-on không dùng cùng nhau.", EN: "--diff and --effective-on do not go together."}
	textDiffOrDayRemedy = msg.Message{ID: "cmd/diff-or-day.remedy", VI: "Chọn một trong hai tùy chọn.", EN: "Choose one of the two."}

	wordNotInForce      = msg.Message{ID: "explain/not-in-force", VI: "–", EN: "–"}
	explainWhat         = msg.Message{ID: "explain/what", VI: "Nội dung", EN: "What"}
	explainWhy          = msg.Message{ID: "explain/why", VI: "Vì sao, xét thế nào", EN: "Why, and how it is judged"}
	explainRemedy       = msg.Message{ID: "explain/remedy", VI: "Cách xử lý", EN: "What to do"}
	explainEditions     = msg.Message{ID: "explain/editions", VI: "Hiệu lực và căn cứ", EN: "In force, and by which clauses"}
	helpExplainPNG      = msg.Message{ID: "help/explain-png", VI: "ghi hình minh họa của quy tắc vào `TỆP` .png", EN: "write the picture of the rule to a `FILE` .png"}
	explainPicture      = msg.Message{ID: "explain/picture", VI: "Hình minh họa", EN: "Picture"}
	explainPictureFile  = msg.Message{ID: "explain/picture-file", VI: "hinh.png", EN: "picture.png"}
	textNoPicture       = msg.Message{ID: "cmd/no-picture", VI: "quy tắc {rule} không có hình minh họa", EN: "the rule {rule} has no picture"}
	textNoPictureRemedy = msg.Message{ID: "cmd/no-picture.remedy", VI: "Bỏ --png; chỉ quy tắc về những gì thấy trên trang giấy mới có hình.", EN: "Leave out --png; only rules about what is seen on a page have one."}
	explainAfter        = msg.Message{ID: "explain/after", VI: "Không xét khi đã có lỗi", EN: "Silent after a finding of"}
	textEdition         = msg.Message{ID: "explain/edition", VI: "{period}: {severity}. {basis}.", EN: "{period}: {severity}. {basis}."}
	textException       = msg.Message{ID: "explain/exception", VI: "Riêng: {severity} {when}.", EN: "But {severity} {when}."}
	textWaiverBasis     = msg.Message{ID: "explain/waiver-basis", VI: "Mọi thời điểm: {severity}. Căn cứ là của quy tắc được miễn trừ.", EN: "At all times: {severity}. The clauses are those of the rule that was waived."}
)
