package parse

import (
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"synoptic/analyze/doc"
	"synoptic/analyze/segment"
	"synoptic/analyze/tag"
	"synoptic/article"
	"synoptic/lang/en"
)

func read(text string) *doc.Doc {
	d := doc.New(&article.Article{Text: text}, en.English())
	segment.Run(d)
	tag.Run(d)
	Run(d)
	return d
}

// TestRun holds the parser to plain sentences that any good parser gets right.
func TestRun(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{
			"The mayor said two ferries had been damaged.",
			"The<mayor:det mayor<said:nsubj said:root two<ferries:nummod ferries<damaged:nsubj:pass had<damaged:aux been<damaged:aux:pass damaged<said:ccomp .<said:punct",
		},
		{
			"Police arrested three men who had fled.",
			"Police<arrested:nsubj arrested:root three<men:nummod men<arrested:obj who<fled:nsubj had<fled:aux fled<men:acl:relcl .<arrested:punct",
		},
		{
			"He was killed by the blast.",
			"He<killed:nsubj:pass was<killed:aux:pass killed:root by<blast:case the<blast:det blast<killed:obl:agent .<killed:punct",
		},
		{
			"Workers in Lund and Veld want to leave.",
			"Workers<want:nsubj in<Lund:case Lund<Workers:nmod and<Veld:cc Veld<Lund:conj want:root to<leave:mark leave<want:xcomp .<want:punct",
		},
	} {
		d := read(c.text)
		var got []string
		for i := range d.Tokens {
			w := &d.Tokens[i]
			head := ""
			if w.Head >= 0 {
				head = "<" + d.Word(w.Head)
			}
			got = append(got, d.Word(i)+head+":"+w.Relation)
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// check holds what is true of the trees of any text: each sentence has one
// root, from which every token can be reached.
func check(t rapid.TB, d *doc.Doc) {
	t.Helper()
	for _, s := range d.Sentences {
		roots := 0
		for i := s.From; i < s.To; i++ {
			w := &d.Tokens[i]
			if w.Relation == "" || (w.Head < 0) != (w.Relation == Root) {
				t.Fatalf("%q: token %d hangs on %d as %q", d.Text, i, w.Head, w.Relation)
			}
			if w.Head < 0 {
				roots++
				continue
			}
			steps := 0
			for at := i; at >= 0; at = d.Tokens[at].Head {
				if !s.Has(at) {
					t.Fatalf("%q: token %d hangs on %d, outside its sentence", d.Text, i, at)
				}
				if steps++; steps > s.Len() {
					t.Fatalf("%q: token %d hangs on itself", d.Text, i)
				}
			}
		}
		if roots != 1 {
			t.Fatalf("%q: %d roots", d.Text, roots)
		}
	}
}

// pieces make texts that are hard to parse.
var pieces = strings.Fields(`the a two Lund Norland he who which that where if as while and or but to of in by said told was has been
	not will may meeting killed saying help old 1990 Monday 's , . ; : - — “ ” ' ( ) $ % boats leave no É 漢字 ffi`)

func TestAnyWords(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(rt, "words"), " ")
		d, again := read(text), read(text)
		check(rt, d)
		if !slices.Equal(d.Tokens, again.Tokens) {
			rt.Fatalf("%q: two trees", text)
		}
	})
}

// Tags that no tagger would give must do no harm either.
func TestAnyTags(t *testing.T) {
	upos := []string{"NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADP", "DET", "PRON", "NUM", "SCONJ", "CCONJ", "PUNCT", ""}
	xpos := []string{"NN", "NNP", "VB", "VBD", "VBN", "MD", "IN", "TO", "DT", "WDT", "POS", "CC", ",", ".", "``", "''", ""}
	rapid.Check(t, func(rt *rapid.T) {
		d := doc.New(&article.Article{Text: rapid.String().Draw(rt, "text")}, en.English())
		segment.Run(d)
		for i := range d.Tokens {
			d.Tokens[i].UPOS = rapid.SampledFrom(upos).Draw(rt, "upos")
			d.Tokens[i].XPOS = rapid.SampledFrom(xpos).Draw(rt, "xpos")
		}
		Run(d)
		check(rt, d)
	})
}

// TestLong parses sentences as long as any.
func TestLong(t *testing.T) {
	check(t, read(strings.Repeat("and the old man who said that if ", 1000)))
}

func FuzzRun(f *testing.F) {
	for _, text := range []string{
		"", "\"", "to", "and and", "who who who", "Mr. Roe, left, and", "—, said", "\x00\xff", "“It is over,” said Ann Lund, who — having left — was told to leave.",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { check(t, read(strings.ToValidUTF8(text, ""))) })
}

func TestDamagedModel(t *testing.T) {
	packed, err := os.ReadFile("../../lang/en/parse.model")
	if err != nil {
		t.Fatal(err)
	}
	for _, damaged := range [][]byte{nil, []byte("no model"), packed[:len(packed)/3], packed[:len(packed)-1]} {
		if m := unpack(damaged); m != nil {
			t.Errorf("unpacked a model from %d bytes", len(damaged))
		}
	}
}

const prose = "The 18-month plan of Gov. Ann Lee, who can't run again, cost $3.5m, the U.S. agency said on Jan. 5. \"We won't pay,\" she said.\n\n"

func BenchmarkRun(b *testing.B) {
	d := read(strings.Repeat(prose, 100))
	b.ReportAllocs()
	for b.Loop() {
		Run(d)
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkUnpack(b *testing.B) {
	packed, err := os.ReadFile("../../lang/en/parse.model")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		unpack(packed)
	}
}
