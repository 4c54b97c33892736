package compare_test

import (
	"strings"
	"testing"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/compare"
	"synoptic/lang/en"

	"github.com/google/go-cmp/cmp"
)

// TestTimeline holds which times make an entry and which entries are one. Each
// line is a day and the words shown, those of further documents after "|".
func TestTimeline(t *testing.T) {
	tests := []struct {
		name  string
		texts []string
		want  []string
	}{
		{"order of events", []string{"The mayor resigned on Tuesday. The dam broke on Monday."},
			[]string{"2031-03-03 The dam broke on Monday", "2031-03-04 The mayor resigned on Tuesday"}},
		{"one event once", []string{
			"The Orvik dam collapsed on Monday and flooded the valley.",
			"Engineers were shocked. The Orvik dam collapsed on Monday, flooding the valley.",
		}, []string{"2031-03-03 The Orvik dam collapsed on Monday | The Orvik dam collapsed on Monday"}},
		{"names", []string{"The 2028 election divided the town. The Monday vote ended badly."}, nil},
		{"how far it reaches", []string{"The bridge has stood since 1962. The work lasted until Monday."}, nil},
		{"what may happen", []string{"The bridge could close on Friday. He hopes to leave on Friday."}, nil},
		{"what was said", []string{"The mayor said on Monday that he was tired."}, nil},
		{"papers", []string{"The firm defended its engineers in a statement on Monday."}, nil},
		{"what did not", []string{"The council did not meet on Monday."}, nil},
		{"a clock", []string{"The council signed the treaty shortly after 3 p.m. on Monday."},
			[]string{"2031-03-03T15:00 The council signed the treaty shortly after 3 p.m. on Monday"}},
		{"a relative clause", []string{"The chairwoman, who visited Orvik in 2029, is ill."},
			[]string{"2029-01-01 The chairwoman, who visited Orvik in 2029"}},
	}
	for _, tt := range tests {
		var docs []*doc.Doc
		for i, text := range tt.texts {
			docs = append(docs, analyze.Article(&article.Article{ID: string(rune('a' + i)), Text: text, Published: "2031-03-05"}, en.English()))
		}
		s := compare.New(docs)
		var got []string
		for _, e := range s.Timeline {
			var words []string
			for _, v := range e.Evidence {
				words = append(words, v.Text(s.Docs[v.Doc].Text))
			}
			got = append(got, e.Earliest+" "+strings.Join(words, " | "))
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
	}
}
