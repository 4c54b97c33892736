package attribution_test

import (
	"strings"
	"testing"

	"synoptic/analyze/attribution"
	"synoptic/analyze/doc"
)

func TestAppeals(t *testing.T) {
	for _, test := range []struct {
		text   string
		appeal doc.Appeal
		origin doc.OriginKind
	}{
		{"Two officials said the bridge was closed on Monday.", doc.AppealOfficial, doc.OriginOfficial},
		{"The bridge was closed on Monday, police said.", doc.AppealOfficial, doc.OriginOfficial},
		{"Mayor Anna Lund said the bridge was closed on Monday.", doc.AppealOfficial, doc.OriginOfficial},
		{"The bridge moves by a metre a year, said Anna Lund, a professor of geology at the University of Orvik.", doc.AppealExpert, doc.OriginExpert},
		{"Analysts said the price of oil had fallen.", doc.AppealExpert, doc.OriginExpert},
		{"According to a new study, one bridge in five is not safe.", doc.AppealDocument, doc.OriginDocument},
		{"The video shows the bridge swaying in the wind.", doc.AppealEvidence, doc.OriginDocument},
		{"The bridge was closed in March, CNN reported.", doc.AppealMedia, doc.OriginMedia},
		{"The bridge was closed, according to the Orvik Tribune.", doc.AppealMedia, doc.OriginMedia},
		{"The bridge swayed, according to people familiar with it.", doc.AppealWitness, doc.OriginUnnamed},
		{"The bridge was closed, Lund said.", doc.AppealUnclear, doc.OriginPerson},
		{"Lund wants to close the bridge.", doc.NoAppeal, doc.OriginPerson},
		{"I think it is a wonderful bridge.", doc.NoAppeal, doc.OriginPerson},
		{"It has been reported that the bridge is safe.", doc.NoAppeal, doc.OriginUnnamed}, // there is no source
	} {
		d := read(test.text)
		if len(d.Attributions) != 1 {
			t.Errorf("%s: %d attributions", test.text, len(d.Attributions))
			continue
		}
		if a := d.Attributions[0]; a.Appeal != test.appeal || a.Origin != test.origin {
			t.Errorf("%s: appeal %q, origin %q, want %q and %q", test.text, a.Appeal, a.Origin, test.appeal, test.origin)
		}
	}
}

// What an article says of a person once holds wherever that person speaks.
func TestAppealsElsewhere(t *testing.T) {
	d := read("The bridge moves by a metre a year, said Anna Lund, a professor of geology at the University of Orvik.\n\n" +
		"The port was closed on Monday. The bridge moves in the wind, Lund said. “It has moved for years,” she said.")
	if len(d.Attributions) != 3 {
		t.Fatalf("%d attributions", len(d.Attributions))
	}
	for i, a := range d.Attributions {
		if a.Origin != doc.OriginExpert || a.Appeal != doc.AppealExpert {
			t.Errorf("attribution %d: appeal %q, origin %q", i, a.Appeal, a.Origin)
		}
	}
}

// Features do not depend on what a model said before, or training would not give
// the same model twice.
func TestCluesApart(t *testing.T) {
	d := read("“The bridge is safe,” said Anna Lund, a professor of geology. It swayed, a man said.")
	before := attribution.Clues(d)
	for i := range d.Attributions {
		d.Attributions[i].Appeal, d.Attributions[i].Origin = doc.AppealMedia, doc.OriginMedia
	}
	after := attribution.Clues(d)
	if len(before) != 2 {
		t.Fatalf("%d attributions", len(before))
	}
	for i := range before {
		if len(before[i]) < 10 || len(before[i]) != len(after[i]) {
			t.Fatalf("attribution %d: %d features, then %d", i, len(before[i]), len(after[i]))
		}
		for k := range before[i] {
			if before[i][k] != after[i][k] || k > 0 && before[i][k] <= before[i][k-1] {
				t.Fatalf("attribution %d: feature %d", i, k)
			}
		}
	}
}

// What is looked at of one attribution is bounded, however long it is.
func TestCluesBounded(t *testing.T) {
	d := read("Anna Lund, " + strings.Repeat("a very tall geologist from Orvik who likes bridges ", 15) + ", said that " + strings.Repeat("the bridge swayed and ", 60) + "fell.")
	for _, list := range attribution.Clues(d) {
		if len(list) > 3000 {
			t.Errorf("%d features", len(list))
		}
	}
}
