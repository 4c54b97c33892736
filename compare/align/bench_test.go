package align_test

import (
	"testing"

	"synoptic/analyze"
	"synoptic/compare/align"
	"synoptic/lang/en"
	"synoptic/sample"
)

// sides are the first sentences of each report of the sample, some sixty.
func sides(b *testing.B) []align.Side {
	articles, err := sample.Articles()
	if err != nil {
		b.Fatal(err)
	}
	var list []align.Side
	for _, a := range articles {
		d := analyze.Article(a, en.English())
		for _, s := range d.Sentences[:min(10, len(d.Sentences))] {
			list = append(list, align.Side{Doc: d, Tokens: s.Range})
		}
	}
	return list
}

func BenchmarkRead(b *testing.B) {
	list := sides(b)
	align.Read(list[0]) // the lists of the language are unpacked once
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		align.Read(list[n%len(list)])
		n++
	}
}

// One operation is one pair, of all that there are.
func BenchmarkAlign(b *testing.B) {
	var texts []*align.Text
	for _, s := range sides(b) {
		texts = append(texts, align.Read(s))
	}
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		texts[n/len(texts)%len(texts)].Align(texts[n%len(texts)])
		n++
	}
}
