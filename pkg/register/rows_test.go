package register_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
)

const short = "Mã hồ sơ,Thủ tục,Chủ hồ sơ,Trạng thái\n"

// say returns what was read of each entry: row, code, procedure, status, faults.
func say(reg *whole) (lines []string) {
	for _, e := range reg.Entries {
		line := fmt.Sprintf("%d %s|%s|%s", e.Row, e.Code, e.ProcedureName, e.Status)
		for _, f := range e.Faults {
			line += fmt.Sprintf(" %s:%d", f.Kind, f.Column)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestQuotes(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"cells with separators, quotes and line breaks": {
			"A-1,\"Đăng ký, kết hôn\",\"Mẫu \"\"Đơn\"\"\",Đã trả\r\n" +
				"A-2,\"Đăng ký\r\nkết hôn\",\"Số 1\n\nđường 2, tổ 3\",\"Đã\ntrả\"\r\n" +
				"A-3,x,,Đã trả\r\n",
			[]string{"2 A-1|Đăng ký, kết hôn|Đã trả", "3 A-2|Đăng ký kết hôn|Đã trả", "8 A-3|x|Đã trả"},
		},
		"the last line has no end":              {"A-1,\"x\ny\",,\"Đã trả\"", []string{"2 A-1|x y|Đã trả"}},
		"an unclosed quote":                     {"A-1,\"Đăng ký,An,Đã trả\nA-2,x,,Đã trả\nA-3,y,,\n", []string{"2 A-1|Đăng ký|Đã trả quote:2", "3 A-2|x|Đã trả", "4 A-3|y|"}},
		"an unclosed quote before quoted cells": {"A-1,\"Đăng ký,An,Đã trả\nA-2,\"x, y\",An,Đã trả\n", []string{"2 A-1|Đăng ký|Đã trả quote:2", "3 A-2|x, y|Đã trả"}},
		"an unclosed quote before empty quoted cells": {
			"A-1,\"Đăng ký,An,Đã trả\nA-2,\"\",An,\nA-3,\"\",\"\",\"\"\n",
			[]string{"2 A-1|Đăng ký|Đã trả quote:2", "3 A-2||", "4 A-3||"},
		},
		"an unclosed quote before a cell that ends with one": {
			"A-1,x,\"An,Đã trả\nA-2,Màn hình 5\",An,Đã trả\n",
			[]string{"2 A-1|x|Đã trả quote:3", "3 A-2|Màn hình 5\"|Đã trả"},
		},
		"an unclosed quote where all cells are quoted": {
			"\"A-1\",\"x\",\"An\",\"Đã trả\n\"A-2\",\"x\",\"An\",\"Đã trả\"\n",
			[]string{"2 A-1|x|Đã trả quote:4", "3 A-2|x|Đã trả"},
		},
		"an unclosed code":             {"\"A-1,x,An,Đã trả\nA-2,x,,\n", []string{"2 A-1|x|Đã trả quote:1", "3 A-2|x|"}},
		"an unclosed quote at the end": {"A-1,x,,Đã trả\nA-2,x,,\"Đã trả", []string{"2 A-1|x|Đã trả", "3 A-2|x|Đã trả quote:4"}},
		"a cell of too many lines": {
			"A-1,\"x" + strings.Repeat("\n", 10) + "y\",,Đã trả\nA-2,x,,\n",
			[]string{"2 A-1|x| quote:2", "12 y\"|| cell-count:4", "13 A-2|x|"},
		},
		"a lone quotation mark":   {"A-1,\"a \"b\" c\",,Đã trả\nA-2,5\" màn hình,,\n", []string{"2 A-1|a \"b\" c|Đã trả", "3 A-2|5\" màn hình|"}},
		"a code of several lines": {"\"A-\n1\",x,An,Đã trả\n", []string{"2 A- 1|x|Đã trả"}},
	} {
		assert.Equal(t, c.want, say(read(t, short+c.text)), name)
	}
}

func TestAnUnclosedTitleOrHeaderSwallowsNothing(t *testing.T) {
	reg := read(t, "\"DANH SÁCH HỒ SƠ\n"+short+"A-1,x,,Đã trả\n")
	assert.Equal(t, 2, reg.Header)
	assert.Len(t, reg.Entries, 1)
	reg = read(t, "Mã hồ sơ,\"Thủ\ntục\",Chủ hồ sơ,\"Trạng thái\n"+"A-1,x,,Đã trả\n")
	assert.Equal(t, 1, reg.Header)
	assert.Len(t, reg.Entries, 1)
}

func TestFaultsDoNotNameCitizens(t *testing.T) {
	reg := read(t, short+"A-1,x,\"Võ Thị Mẫu Đơn,Đã trả\nA-2,\"x,An,Đã trả\n")
	assert.Equal(t, dossier.Fault{Kind: dossier.FaultQuote, Column: 3, Header: "Chủ hồ sơ"}, reg.Entries[0].Faults[0])
	assert.Equal(t, dossier.Fault{Kind: dossier.FaultQuote, Column: 2, Header: "Thủ tục", Value: "x"}, reg.Entries[1].Faults[0])
}

func TestACellIsBounded(t *testing.T) {
	long := strings.Repeat("x", 40<<10)
	reg := read(t, short+"A-1,\""+long+"\n\",,Đã trả\nA-2,\""+long+"\n"+long+"\",,Đã trả\nA-3,x,,\n")
	require.Len(t, reg.Entries, 4)
	assert.Empty(t, reg.Entries[0].Faults)
	assert.Equal(t, dossier.FaultQuote, reg.Entries[1].Faults[0].Kind)
	assert.Equal(t, "A-3", reg.Entries[3].Code)
	assert.Equal(t, 6, reg.Entries[3].Row)
}

// TestHostileQuotesTakeLinearTime ends by the time limit of the whole run if it
// does not end.
func TestHostileQuotesTakeLinearTime(t *testing.T) {
	reg := read(t, short+strings.Repeat("\"a,", 20_000)+"\n"+strings.Repeat("A-1,\"x,,\n", 20_000))
	assert.Len(t, reg.Entries, 20_001)
}
