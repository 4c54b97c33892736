package tag

import (
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"synoptic/analyze/doc"
	"synoptic/analyze/segment"
	"synoptic/article"
	"synoptic/lang/en"
)

func run(text string) *doc.Doc {
	d := doc.New(&article.Article{Text: text}, en.English())
	segment.Run(d)
	Run(d)
	return d
}

// TestRun holds the tagger to plain sentences that any good tagger gets right.
func TestRun(t *testing.T) {
	for _, c := range []struct{ text, tags, lemmas string }{
		{
			"The mayor didn't say when the ferries would leave.",
			"DET/DT NOUN/NN AUX/VBD PART/RB VERB/VB ADV/WRB DET/DT NOUN/NNS AUX/MD VERB/VB PUNCT/.",
			"the mayor do not say when the ferry would leave .",
		},
		{
			"Ann Lee, who was hurt, is recovering in Lund.",
			"PROPN/NNP PROPN/NNP PUNCT/, PRON/WP AUX/VBD VERB/VBN PUNCT/, AUX/VBZ VERB/VBG ADP/IN PROPN/NNP PUNCT/.",
			"Ann Lee , who be hurt , be recover in Lund .",
		},
		{
			"\"We have taken 1,200 of the worst ones,\" she said.",
			"PUNCT/`` PRON/PRP AUX/VBP VERB/VBN NUM/CD ADP/IN DET/DT ADJ/JJS NOUN/NNS PUNCT/, PUNCT/'' PRON/PRP VERB/VBD PUNCT/.",
			"\" we have take 1200 of the bad one , \" she say .",
		},
		{
			"Lund Suspends Ferries After Deadly Floods",
			"PROPN/NNP VERB/VBZ NOUN/NNS ADP/IN ADJ/JJ NOUN/NNS",
			"Lund suspend ferry after deadly flood",
		},
	} {
		d := run(c.text)
		var tags, lemmas []string
		for _, w := range d.Tokens {
			tags = append(tags, w.UPOS+"/"+w.XPOS)
			lemmas = append(lemmas, w.Lemma)
		}
		if got := strings.Join(tags, " "); got != c.tags {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.tags)
		}
		if got := strings.Join(lemmas, " "); got != c.lemmas {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.lemmas)
		}
	}
}

func TestLemmas(t *testing.T) {
	d := run("He was stopping trains, denied charges and has committed crimes; they’re suing companies that the wives of two men owned, and it's worse.")
	want := "he be stop train , deny charge and have commit crime ; they be sue company that the wife of two man own , and it be bad ."
	var got []string
	for _, w := range d.Tokens {
		got = append(got, w.Lemma)
	}
	if strings.Join(got, " ") != want {
		t.Errorf("got %s", strings.Join(got, " "))
	}
}

// TestAny checks that every token of any text gets both tags and a lemma, the
// same each time.
func TestAny(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		a, b := run(text), run(text)
		for i, w := range a.Tokens {
			if w.UPOS == "" || w.XPOS == "" || w.Lemma == "" && w.Norm != "" || w != b.Tokens[i] {
				t.Fatalf("token %q: %+v", a.Word(i), w)
			}
		}
	})
}

func TestDamagedModel(t *testing.T) {
	for _, packed := range [][]byte{nil, []byte("no model"), {0x1f, 0x8b}} {
		if got := unpack(packed); got != nil {
			t.Errorf("unpacked %v from %q", got, packed)
		}
	}
}

const prose = "The 18-month plan of Gov. Ann Lee, who can't run again, cost $3.5m, the U.S. agency said on Jan. 5. \"We won't pay,\" she said.\n\n"

func BenchmarkRun(b *testing.B) {
	d := run(strings.Repeat(prose, 100))
	b.ReportAllocs()
	for b.Loop() {
		Run(d)
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkUnpack(b *testing.B) {
	packed, err := os.ReadFile("../../lang/en/tag.model")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		unpack(packed)
	}
}
