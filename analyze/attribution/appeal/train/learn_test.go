package main

import (
	"math"
	"reflect"
	"testing"

	"synoptic/analyze/attribution/internal/appeal"
	"synoptic/analyze/doc"
	"synoptic/eval"
	"synoptic/span"
)

func TestExp(t *testing.T) {
	for x := -45.0; x <= 0; x += 0.37 {
		if got, want := exp(x), math.Exp(x); math.Abs(got-want) > 1e-12 {
			t.Errorf("exp(%v) is %v, want %v", x, got, want)
		}
	}
}

// What is learnt tells the cases apart by what they differ in, and is the same each
// time.
func TestLearn(t *testing.T) {
	var texts []text
	for range 20 {
		texts = append(texts, text{cases: []example{
			{0, []uint32{1, 2}, 0}, {0, []uint32{1, 3, 4}, 3}, {0, []uint32{1, 3, 5}, 7},
		}})
	}
	features := learn(texts)
	if !reflect.DeepEqual(features, learn(texts)) {
		t.Error("not the same twice")
	}
	m, err := appeal.Read(appeal.Append(nil, features))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range texts[0].cases {
		if got, _ := m.Best(c.features); got != appeal.Kinds[c.label] {
			t.Errorf("%v: %q, want %q", c.features, got, appeal.Kinds[c.label])
		}
	}
}

// Of two attributions to one source, that rests on it which is given as a fact.
func TestRests(t *testing.T) {
	text := "Lund said the bridge swayed, calling it ugly."
	at := func(from, to int) []span.Span { return []span.Span{{Start: from, End: to}} }
	d := &doc.Doc{Text: text, Attributions: []doc.Attribution{
		{Source: at(0, 4), Content: at(10, 27)},
		{Source: at(0, 4), Content: at(37, 44)},
		{Content: at(37, 44)},
	}}
	gold := &eval.Appeals{Text: text, Sources: []eval.GoldSource{{Span: span.Span{Start: 0, End: 4}, Type: "Witness"}}, Facts: at(10, 27)}
	for k, want := range []doc.Appeal{doc.AppealWitness, doc.NoAppeal} {
		if got := rests(gold, d, k); got != want {
			t.Errorf("attribution %d: %q, want %q", k, got, want)
		}
	}
	gold.Facts = nil
	if got := rests(gold, d, 1); got != doc.AppealWitness {
		t.Errorf("without facts: %q", got)
	}
}
