package article

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"synoptic/span"
)

func words(text string, spans []span.Span) []string {
	var w []string
	for _, s := range spans {
		w = append(w, s.Text(text))
	}
	return w
}

func TestParagraphs(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"empty", "", nil},
		{"only space", " \n\n\t\n", nil},
		{"one newline", "The dam burst.\nThe town flooded.", []string{"The dam burst.", "The town flooded."}},
		{"two newlines", "The dam burst.\n\nThe town flooded.\n", []string{"The dam burst.", "The town flooded."}},
		{"separator", "The dam burst.\u2029The town flooded.", []string{"The dam burst.", "The town flooded."}},
		{"space around", "  The dam burst. \n   \n The town flooded.", []string{"The dam burst.", "The town flooded."}},
		{"names", "The dead:\nAnna Lund\nBo Krantz\nCarla Voss\nDrago Hill", []string{"The dead:", "Anna Lund", "Bo Krantz", "Carla Voss", "Drago Hill"}},
		{"wrapped", `VELD (NNA) -- The dam above Veld burst on
Monday night and flooded the lower town,
where some 300 people live, the mayor
said on Tuesday.

"We had ten minutes," said Anna Lund,
who keeps the bakery by the river. She
was not hurt.
`, []string{
			"VELD (NNA) -- The dam above Veld burst on\nMonday night and flooded the lower town,\nwhere some 300 people live, the mayor\nsaid on Tuesday.",
			"\"We had ten minutes,\" said Anna Lund,\nwho keeps the bakery by the river. She\nwas not hurt.",
		}},
		{"wrapped without gaps", `The dam above Veld burst on Monday night
and flooded the lower town, where some
300 people live, the mayor said.
"We had ten minutes," said Anna Lund,
who keeps the bakery by the river.
She was not hurt. The council meets on
Friday to decide what will be done.`, []string{
			"The dam above Veld burst on Monday night\nand flooded the lower town, where some\n300 people live, the mayor said.",
			"\"We had ten minutes,\" said Anna Lund,\nwho keeps the bakery by the river.",
			"She was not hurt. The council meets on\nFriday to decide what will be done.",
		}},
		{"wrapped with a headline", `Dam bursts above Veld
By ANNA LUND
VELD (NNA) -- The dam above Veld burst on
Monday night and flooded the lower town,
where some 300 people live, the mayor
said on Tuesday.`, []string{
			"Dam bursts above Veld",
			"By ANNA LUND",
			"VELD (NNA) -- The dam above Veld burst on\nMonday night and flooded the lower town,\nwhere some 300 people live, the mayor\nsaid on Tuesday.",
		}},
		{"wrapped with indents", `  The dam above Veld burst on Monday night
and flooded the lower town, where some 300
people live, the mayor of Veld told us all.
  The council of the town meets on Friday,
and the governor will be there to listen to
what is said.`, []string{
			"The dam above Veld burst on Monday night\nand flooded the lower town, where some 300\npeople live, the mayor of Veld told us all.",
			"The council of the town meets on Friday,\nand the governor will be there to listen to\nwhat is said.",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, words(tt.text, Paragraphs(tt.text))); d != "" {
				t.Error(d)
			}
		})
	}
}
