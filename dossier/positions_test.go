package dossier

import "testing"

func TestSubject(t *testing.T) {
	tests := []struct{ name, slot, about, value, words, want string }{
		{"value before", "count", "people", "At least 14", "At least 14 people were hurt", "people were hurt"},
		{"value within", "count", "people", "21", "injuring 21 people", "injuring … people"},
		{"value behind", "duration", "talks", "two hours", "the talks lasted two hours", "the talks lasted …"},
		{"no more than the value", "count", "dead", "28", "28 dead", "dead"},
		{"other words", "count", "people", "21", "21 were hurt", "people"},
		{"long enough", "count", "people in the square", "21", "injuring 21 people in the square", "people in the square"},
		{"one side", "polarity", "the lane", "had left", "The Sorvik never left the lane", "the lane"},
		{"both sides", "polarity", "the lane", "never left", "The Sorvik never left the lane", "The Sorvik … the lane"},
		{"person", "role", "Rick Gates", "deputy", "the deputy Rick Gates said", "Rick Gates"},
		{"cut quotation", "wording", "\"It has done its job,\"", "job", "\"It has done its job,\"", "It has done its job"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := &Disagreement{Slot: test.slot, About: test.about, Positions: []Position{
				{Value: test.value, Evidence: []Evidence{{Article: "a", Span: Span{Text: test.words}}}},
			}}
			if got := newReading(&Dossier{}).subject(g); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
