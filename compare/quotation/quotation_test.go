package quotation_test

import (
	"strings"
	"testing"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/compare/entity"
	"synoptic/compare/quotation"
	"synoptic/lang/en"
)

func read(texts ...string) []*doc.Doc {
	var docs []*doc.Doc
	for i, text := range texts {
		docs = append(docs, analyze.Article(&article.Article{ID: string(rune('a' + i)), Outlet: string(rune('A' + i)), Text: text}, en.English()))
	}
	return docs
}

func TestGroup(t *testing.T) {
	for _, test := range []struct {
		name     string
		texts    []string
		want     [][]string // renderings, in the order of the texts
		relation quotation.Relation
	}{
		{
			"identical",
			[]string{
				"“The harbour will open again before the winter,” Anna Lund said.",
				"Anna Lund, the mayor, told reporters: “The harbour will open again before the winter.”",
			},
			[][]string{{"“The harbour will open again before the winter,”", "“The harbour will open again before the winter.”"}},
			quotation.Identical,
		},
		{
			"two alike",
			[]string{
				"“We never promised that we would not sell the old mill,” Anna Lund said. “We never promised that we would sell the old mill.”",
				"“We never promised that we would not sell the old mill,” said Anna Lund on Friday. “We never promised that we would sell the old mill.”",
			},
			[][]string{
				{"“We never promised that we would not sell the old mill,”", "“We never promised that we would not sell the old mill,”"},
				{"“We never promised that we would sell the old mill.”", "“We never promised that we would sell the old mill.”"},
			},
			quotation.Identical,
		},
		{
			"translations",
			[]string{
				"“Our fishermen are waging a noble struggle to protect their waters and livelihood,” Anna Lund said.",
				"“Our fishermen now wage a noble battle to protect their livelihood and their waters,” said Anna Lund.",
			},
			[][]string{{
				"“Our fishermen are waging a noble struggle to protect their waters and livelihood,”",
				"“Our fishermen now wage a noble battle to protect their livelihood and their waters,”",
			}},
			quotation.Variant,
		},
		{
			"fragment",
			[]string{
				"“This is a reckless gamble with the future of every fishing village,” Anna Lund said.",
				"Anna Lund said the plan was a “reckless gamble with the future” of the coast.",
			},
			[][]string{{
				"“This is a reckless gamble with the future of every fishing village,”",
				"“reckless gamble with the future”",
			}},
			quotation.Partial,
		},
		{
			"other words for the same",
			[]string{
				"“The old pumping station has done its work,” Anna Lund said.",
				"Anna Lund spoke for an hour, adding “the old city pumping station has finished its work.”",
			},
			[][]string{{"“The old pumping station has done its work,”", "“the old city pumping station has finished its work.”"}},
			quotation.Variant,
		},
		{
			"the beginning of a longer sentence",
			[]string{
				"“There was no siren, nothing. The water came over the wall and took the cars,” Anna Lund said.",
				"“There was no siren, nothing, and by then the whole street was a river,” Anna Lund said.",
			},
			[][]string{{"“There was no siren, nothing.", "“There was no siren, nothing"}},
			quotation.Partial,
		},
		{
			"two sentences that another gives as one",
			[]string{
				"“There was no siren, nothing. Then the pumps stopped and the street became a river,” Anna Lund said.",
				"“There was no siren, nothing. Then the pumps stopped and the street became a river,” said Anna Lund.",
				"“There was no siren, nothing, and then the street became a river,” Anna Lund said.",
			},
			[][]string{{
				"“There was no siren, nothing. Then the pumps stopped and the street became a river,”",
				"“There was no siren, nothing. Then the pumps stopped and the street became a river,”",
				"“There was no siren, nothing, and then the street became a river,”",
			}},
			quotation.Variant,
		},
		{
			"a phrase owned by a name",
			[]string{
				"Anna Lund praised what she called Norland’s “sacred duty” to guard its coast.",
				"Anna Lund voiced support for Norland’s “sacred duty” to guard its coast.",
			},
			[][]string{{"Norland’s “sacred duty” to guard its coast", "Norland’s “sacred duty” to guard its coast"}},
			quotation.Identical,
		},
		{
			"a judgement",
			[]string{
				"Anna Lund called the lawsuit “frivolous” on Monday.",
				"“While this lawsuit is frivolous, we will answer it,” Anna Lund said.",
			},
			[][]string{{"called the lawsuit “frivolous”", "“While this lawsuit is frivolous"}},
			quotation.Partial,
		},
		{
			"a paper and who repeats it",
			[]string{
				"“The harbour found a willing and active partner in the bank,” Anna Lund said.",
				"The lawsuit says the harbour found a “willing and active partner” in the bank.",
			},
			nil, "",
		},
		{
			"a phrase that anybody uses",
			[]string{
				"“We see the talks as a step towards the economic revival of the coast,” Anna Lund said.",
				"Per Holm spoke of the “economic revival of the coast” in his speech.",
			},
			nil, "",
		},
		{
			"two statements",
			[]string{
				"“The harbour will open again before the winter,” Anna Lund said.",
				"“We counted forty boats in the storm,” Anna Lund said.",
			},
			nil, "",
		},
		{
			"two speakers with a common phrase",
			[]string{
				"Anna Lund called the result “very good.”",
				"Per Holm said his breakfast was “very good.”",
			},
			nil, "",
		},
		{
			"a part first, and all of it below",
			[]string{
				"Anna Lund saw a “willing and active partner” in the bank. The bank is closed. The talks went on all night. “In the end the harbour found a willing and active partner in the bank,” Anna Lund said.",
				"The harbour is closed.",
			},
			[][]string{{"“willing and active partner”", "“In the end the harbour found a willing and active partner in the bank,”"}},
			quotation.Partial,
		},
		{
			"one outlet only",
			[]string{
				"“The harbour will open again before the winter,” Anna Lund said. “The harbour will open again before the winter,” she repeated.",
				"The harbour is closed.",
			},
			nil, "",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			docs := read(test.texts...)
			got := quotation.Group(docs, entity.Resolve(docs))
			if len(got) != len(test.want) {
				t.Fatalf("got %d utterances, want %d: %+v", len(got), len(test.want), got)
			}
			for i, q := range got {
				var words []string
				for _, r := range q.Renderings {
					words = append(words, r.Text(docs[r.Doc].Text))
				}
				if strings.Join(words, "\n") != strings.Join(test.want[i], "\n") {
					t.Errorf("got %q, want %q", words, test.want[i])
				}
				if q.Relation != test.relation {
					t.Errorf("got %s, want %s", q.Relation, test.relation)
				}
			}
		})
	}
}

// TestOccasion keeps apart what a speaker says again weeks later, in other words.
func TestOccasion(t *testing.T) {
	group := func(day string) int {
		docs := read()
		for i, x := range []struct{ day, text string }{
			{"2031-06-02", "“We know there was a tragic accident, and we are hoping that the child makes a full recovery,” Per Holm said."},
			{day, "“We are still hoping that the child makes a full and speedy recovery,” Per Holm said."},
		} {
			docs = append(docs, analyze.Article(&article.Article{ID: string(rune('a' + i)), Published: x.day, Text: x.text}, en.English()))
		}
		return len(quotation.Group(docs, entity.Resolve(docs)))
	}
	if got := group("2031-06-03"); got != 1 {
		t.Errorf("a day later: %d utterances, want 1", got)
	}
	if got := group("2031-06-23"); got != 0 {
		t.Errorf("three weeks later: %d utterances, want 0", got)
	}
}

func BenchmarkGroup(b *testing.B) {
	var texts []string
	for range 12 {
		texts = append(texts, strings.Repeat("“The harbour will open again before the winter,” Anna Lund said. She called the storm “a disaster for the coast.”\n\n", 8))
	}
	docs := read(texts...)
	entities := entity.Resolve(docs)
	for b.Loop() {
		quotation.Group(docs, entities)
	}
}
