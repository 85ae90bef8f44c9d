package native

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const header = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"

func TestParse(t *testing.T) {
	lines, err := parse(header +
		"1\t1\t0\t0\t0\t0\t0\t0\t900\t100\t-1\t\n" +
		"4\t1\t1\t1\t1\t0\t36\t5\t90\t20\t-1\t\n" +
		"5\t1\t1\t1\t1\t1\t36\t5\t30\t20\t91.5\tVợ\r\n" +
		"5\t1\t1\t1\t1\t2\t80\t5\t46\t20\t-1\tChồng\r\n" +
		"5\t1\t1\t1\t2\t1\t17\t40\t30\t9\t96\t(Ký,\n" +
		"5\t1\t2\t1\t1\t1\t0\t0\t900\t100\t95\t \n")
	require.NoError(t, err)
	require.Len(t, lines, 2)
	assert.Equal(t, "Vợ Chồng", lines[0].Text())
	assert.InDelta(t, 0.915, lines[0].Words[0].Confidence, 1e-9)
	assert.Zero(t, lines[0].Words[1].Confidence)
	assert.Equal(t, 126, lines[0].Box.X1)
	assert.Equal(t, "(Ký,", lines[1].Text())
	_, err = parse("5\t1\t1\t1\t1\t1\t36\t5\tx\t20\t91\tVợ\n")
	assert.ErrorContains(t, err, "table")
}

func FuzzParse(f *testing.F) {
	f.Add(header + "5\t1\t1\t1\t1\t1\t36\t5\t30\t20\t91.5\tVợ\n")
	f.Add("5\t1\t1\t1\t1\t1\t36\t5\t30\t20\tNaN\tVợ\n")
	f.Add("5\t\t\t\t\t\t-1\t-2147483648\t2147483647\t1\t1e300\t\t\n")
	f.Fuzz(func(t *testing.T, table string) {
		lines, err := parse(table)
		if err != nil {
			return
		}
		for _, l := range lines {
			require.NotEmpty(t, l.Words)
			for _, w := range l.Words {
				require.NotEmpty(t, w.Text)
				require.True(t, w.Confidence >= 0 && w.Confidence <= 1)
			}
		}
	})
}
