package score

type valueScoreRecord struct {
	Key     string      `json:"key"` // empty: all
	N       int         `json:"n"`
	Unsure  int         `json:"unsure"`
	NotRead int         `json:"notRead"`
	Filled  classRecord `json:"filled"`
	Blank   classRecord `json:"blank"`
	How     rateRecord  `json:"how"`
	Text    rateRecord  `json:"text"`
}

func recordValues(all []ValueScore) []valueScoreRecord {
	out := []valueScoreRecord{}
	for _, v := range all {
		out = append(out, valueScoreRecord{v.Key, v.N, v.Unsure, v.Unread, recordClass(v.Filled), recordClass(v.Blank), recordRate(v.How), recordRate(v.Text)})
	}
	return out
}
