package dossier

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// canned is a dossier with something in every list, about an accident that
// never happened.
func canned(t testing.TB) *Dossier {
	t.Helper()
	read := func(name string) string {
		b, err := os.ReadFile(filepath.Join("testdata", "articles", name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	d := &Dossier{
		Synoptic: "0.1.0",
		Articles: []Article{
			{
				ID: "axis", Outlet: "Axis Post", Title: "Ferry strikes pier at Port Ansel, at least 14 hurt",
				Published: "2031-03-12T11:05:00Z", PublishedFrom: "meta", URL: "https://axispost.example/ferry?id=1&x=2", Text: read("axis"),
			},
			{
				ID: "gazette", Outlet: "Harbour Gazette", Title: "Ferry rams pier in Port Ansel; steering blamed",
				Published: "2031-03-13", PublishedFrom: "text", Text: read("gazette"),
			},
			{
				ID: "northline", Outlet: "Northline Wire", Title: "Ferry crashes into pier, 14 injured",
				Published: "2031-03-12T09:10:00Z", PublishedFrom: "given", URL: "https://northline.example/a/7", Text: read("northline"),
			},
			{ID: "lowland", Outlet: "The Lowland Courier", CopyOf: str("northline"), Text: read("lowland")},
		},
		LeftOut: []LeftOut{{Path: "in/scan.pdf", Code: "format", Reason: "not a text that can be read"}},
		Manifest: Manifest{
			Inputs: []Input{{"axis", "a1"}, {"gazette", "b2"}, {"northline", "c3"}, {"lowland", "d4"}},
			Stages: map[string]int{"segment": 1, "attribution": 2},
		},
		UnalignedSentences: 6,
	}
	for i := range d.Articles {
		d.Articles[i].Sentences = sentences(d.Articles[i].Text)
	}
	ev := func(id, words string) Evidence {
		t.Helper()
		for i := range d.Articles {
			if d.Articles[i].ID != id {
				continue
			}
			if at := strings.Index(d.Articles[i].Text, words); at >= 0 {
				return Evidence{id, Span{Start: at, End: at + len(words), Text: words}}
			}
		}
		t.Fatalf("%s has no %q", id, words)
		return Evidence{}
	}
	evs := func(pairs ...string) []Evidence {
		t.Helper()
		var out []Evidence
		for i := 0; i < len(pairs); i += 2 {
			out = append(out, ev(pairs[i], pairs[i+1]))
		}
		return out
	}
	title := d.Articles[0].Title
	d.Title = &Evidence{"axis", Span{0, len(title), title, "title"}}
	region := func(i int, kind, words string) {
		t.Helper()
		d.Articles[i].Regions = append(d.Articles[i].Regions, Region{ev(d.Articles[i].ID, words).Span, kind})
	}
	region(0, "byline", "By Orla Tennick and Bram Sole")
	region(0, "dateline", "PORT ANSEL — ")
	region(0, "caption", "[Photo] The Corrin Maid lies against the old pier at Port Ansel. (Dell Amory/Axis Post)")
	region(0, "credit", "(Dell Amory/Axis Post)")
	region(0, "promo", "Sign up for our evening letter.")
	region(1, "headline", d.Articles[1].Title)
	region(2, "dateline", "(Northline) - ")
	region(2, "contributors", "(Reporting by Jon Ekeby; editing by Sanna Wirth)")

	d.Origins = []Origin{
		{"o1", "person", "harbour master Ilse Varga", str("e2"), evs("axis", "harbour master Ilse Varga")},
		{"o2", "organization", "the Orrin Health Trust", nil, evs("gazette", "the Orrin Health Trust")},
		{"o3", "organization", "Strait Lines", str("e4"), evs("axis", "Strait Lines")},
		{"o4", "official", "officials", nil, evs("northline", "officials")},
		{"o5", "unnamed", "two dockworkers who asked not to be named", nil, evs("gazette", "two dockworkers who asked not to be named")},
		{"o6", "organization", "the coast guard", nil, evs("axis", "the coast guard")},
		{"o7", "self", "Northline Wire", nil, nil},
		{"o8", "organization", "the transport ministry", nil, evs("axis", "the transport ministry")},
		{"o9", "witness", "residents", nil, evs("gazette", "residents")},
		{"o10", "document", "the ship register", nil, evs("axis", "the ship register")},
		{"o11", "person", "chief executive Marten Coyle", str("e3"), evs("axis", "chief executive Marten Coyle")},
	}
	report := func(id, words, hedge string, chain ...Link) Report {
		t.Helper()
		return Report{Evidence: ev(id, words), Chain: chain, Polarity: "affirmed", Hedge: hedge}
	}
	link := func(origin, id, cue string) Link {
		t.Helper()
		if cue == "" {
			return Link{Origin: origin}
		}
		e := ev(id, cue)
		return Link{origin, &e}
	}
	unsure := func(p Report) Report { p.Unsure = true; return p }
	all := []string{"Axis Post", "Harbour Gazette", "Northline Wire", "The Lowland Courier"}
	d.Claims = []Claim{
		{
			ID: "c1", Statement: ev("axis", "the car ferry Corrin Maid struck the old stone pier at Port Ansel"),
			Reports: []Report{
				report("axis", "the car ferry Corrin Maid struck the old stone pier at Port Ansel", "none", link("o1", "axis", "said")),
				report("gazette", "A car ferry rammed the pier at Port Ansel on Wednesday morning", "none", link("o2", "gazette", "said")),
				report("northline", "crashed into a pier in the harbour of Port Ansel on Wednesday", "none", link("o4", "northline", "said")),
				report("lowland", "crashed into a pier in the harbour of Port Ansel on Wednesday", "none", link("o4", "lowland", "said")),
			},
			Outlets: all, Originals: []string{"axis", "gazette", "northline"}, Origins: []string{"o1", "o2", "o4"},
			Because: "same event and place", Confidence: 0.94,
		},
		{
			ID: "c2", Statement: ev("northline", "its steering failed"),
			Reports: []Report{
				report("axis", "its crew had reported trouble with the steering minutes before", "none", link("o3", "axis", "said")),
				report("northline", "its steering failed", "none", link("o3", "northline", "said")),
				report("lowland", "its steering failed", "none", link("o3", "lowland", "said")),
				unsure(report("gazette", "The company may have known of the steering trouble for a week", "possible", link("o5", "gazette", "according to"))),
			},
			Outlets: []string{"Axis Post", "Northline Wire", "The Lowland Courier"}, Originals: []string{"axis", "northline"}, Origins: []string{"o3"},
			Because: "same participants", Confidence: 0.71,
		},
		{
			ID: "c3", Statement: ev("axis", "It will be led by Judge Henrike Palt."),
			Reports: []Report{
				report("axis", "It will be led by Judge Henrike Palt.", "none", link("o8", "axis", "the transport ministry said")),
				report("northline", "A judge, Henrike Palt, will lead an inquiry.", "none", link("o7", "", "")),
				report("lowland", "A judge, Henrike Palt, will lead an inquiry.", "none", link("o7", "", "")),
			},
			Outlets: []string{"Axis Post", "Northline Wire", "The Lowland Courier"}, Originals: []string{"axis", "northline"}, Origins: []string{"o7", "o8"},
			Because: "same participants and event", Confidence: 0.88,
		},
		{
			ID: "c4", Statement: ev("axis", "\"Nobody on the bridge answered our calls.\""),
			Reports: []Report{
				report("axis", "\"Nobody on the bridge answered our calls.\"", "none", link("o1", "axis", "told")),
				report("gazette", "nobody on the bridge had answered", "none", link("o1", "gazette", "Varga said")),
				report("northline", "Radio calls to the bridge went unanswered", "reported", link("o1", "northline", "she said")),
			},
			Outlets: all[:3], Originals: []string{"axis", "gazette", "northline"}, Origins: []string{"o1"},
			Because: "same speaker and content", Confidence: 0.8,
		},
		{
			ID: "c5", Statement: ev("axis", "A fuel leak from the ferry was stopped by noon"),
			Reports: []Report{
				report("axis", "A fuel leak from the ferry was stopped by noon", "none", link("o6", "axis", "the coast guard said")),
				report("northline", "a fuel leak had been stopped by noon on Wednesday", "none", link("o6", "northline", "The coast guard said")),
				{Evidence: ev("gazette", "Fuel was still leaking into the harbour on Wednesday evening"), Chain: []Link{link("o9", "gazette", "residents said")}, Polarity: "denied", Hedge: "probable"},
			},
			Outlets: all[:3], Originals: []string{"axis", "gazette", "northline"}, Origins: []string{"o6", "o9"},
			Because: "same event", Confidence: 0.66,
		},
		{
			ID: "c6", Statement: ev("axis", "The inquiry will last at least four months"),
			Reports: []Report{
				report("axis", "The inquiry will last at least four months", "none", link("o8", "axis", "the transport ministry said")),
				unsure(report("gazette", "An inquiry was opened the same day", "none")),
			},
			Outlets: all[:1], Originals: []string{"axis"}, Origins: []string{"o8"},
			Because: "same subject", Confidence: 0.31,
		},
	}
	d.Summary = []string{"c1", "c2", "c3"}

	f := func(x float64) *float64 { return &x }
	d.Disagreements = []Disagreement{
		{
			ID: "d1", Slot: "count", About: "people were hurt", Relation: "conflicts", Confidence: 0.9, Claim: str("c1"),
			Positions: []Position{
				{
					Value: "At least 14", Side: 0, Low: f(14), Outlets: []string{"Axis Post", "Northline Wire", "The Lowland Courier"},
					Evidence: evs("axis", "At least 14 people were hurt", "northline", "leaving at least 14 injured", "lowland", "leaving at least 14 injured"),
				},
				{Value: "21", Side: 1, Low: f(21), High: f(21), Outlets: []string{"Harbour Gazette"}, Evidence: evs("gazette", "injuring 21 people")},
			},
			Pairs: []Pair{{0, 1, "conflicts"}},
		},
		{
			ID: "d2", Slot: "polarity", About: "fuel leak", Relation: "conflicts", Confidence: 0.74, Claim: str("c5"),
			Positions: []Position{
				{Value: "was stopped", Side: 0, Outlets: []string{"Axis Post", "Northline Wire"}, Evidence: evs("axis", "A fuel leak from the ferry was stopped by noon", "northline", "a fuel leak had been stopped by noon on Wednesday")},
				{Value: "was still leaking", Side: 1, Outlets: []string{"Harbour Gazette"}, Evidence: evs("gazette", "Fuel was still leaking into the harbour on Wednesday evening")},
			},
			Pairs: []Pair{{0, 1, "conflicts"}},
		},
		{
			ID: "d3", Slot: "duration", About: "The inquiry", Relation: "updates", Confidence: 0.6,
			Positions: []Position{
				{Value: "at least four months", Side: 0, Low: f(4), Unit: "month", Outlets: []string{"Axis Post"}, Evidence: evs("axis", "The inquiry will last at least four months")},
				{Value: "half a year", Side: 0, Low: f(6), High: f(6), Unit: "month", Outlets: []string{"Harbour Gazette"}, Evidence: evs("gazette", "It is to last half a year")},
			},
			Pairs: []Pair{{0, 1, "updates"}},
		},
		{
			ID: "d4", Slot: "count", About: "passengers", Relation: "refines", Confidence: 0.83,
			Positions: []Position{
				{Value: "212", Side: 0, Low: f(212), High: f(212), Outlets: []string{"Axis Post"}, Evidence: evs("axis", "with 212 passengers on board")},
				{Value: "some 210", Side: 0, Low: f(205), High: f(215), Outlets: []string{"Northline Wire", "The Lowland Courier"}, Evidence: evs("northline", "A ferry carrying some 210 people", "lowland", "A ferry carrying some 210 people")},
				{Value: "“more than 200”", Side: 0, Low: f(200), Outlets: []string{"Harbour Gazette"}, Evidence: evs("gazette", "The ferry carried “more than 200” passengers")},
			},
			Pairs: []Pair{{0, 1, "refines"}, {0, 2, "refines"}, {1, 2, "refines"}},
		},
		{
			ID: "d5", Slot: "date", About: "hit the pier", Relation: "compatible", Confidence: 0.5,
			Positions: []Position{
				{Value: "at about 9:40 a.m.", Side: 0, Earliest: "2031-03-12T09:40", Latest: "2031-03-12T09:40", Outlets: []string{"Axis Post"}, Evidence: evs("axis", "The ferry hit the pier at about 9:40 a.m.")},
				{Value: "shortly before ten o'clock", Side: 0, Earliest: "2031-03-12T09:30", Latest: "2031-03-12T10:00", Outlets: []string{"Harbour Gazette"}, Evidence: evs("gazette", "hit the pier shortly before ten o'clock")},
			},
			Pairs: []Pair{{0, 1, "compatible"}},
		},
	}
	d.Entities = []Entity{
		{"e1", "other", "Corrin Maid", []string{"The Corrin Maid"}, true, evs("axis", "Corrin Maid", "gazette", "Corrin Maid", "northline", "Corrin Maid", "lowland", "Corrin Maid")},
		{"e2", "person", "Ilse Varga", []string{"Varga", "harbour master Ilse Varga"}, true, evs("axis", "Ilse Varga", "gazette", "Ilse Varga", "northline", "Ilse Varga", "lowland", "Ilse Varga")},
		{"e3", "person", "Marten Coyle", []string{"Coyle"}, true, evs("axis", "Marten Coyle", "gazette", "Marten Coyle", "northline", "Marten Coyle", "lowland", "Marten Coyle")},
		{"e4", "organization", "Strait Lines", nil, true, evs("axis", "Strait Lines", "gazette", "Strait Lines", "northline", "Strait Lines", "lowland", "Strait Lines")},
		{"e5", "person", "Henrike Palt", []string{"Judge Henrike Palt"}, true, evs("axis", "Henrike Palt", "northline", "Henrike Palt", "lowland", "Henrike Palt")},
		{"e6", "person", "Pia Lund", nil, true, evs("gazette", "Pia Lund")},
		{"e7", "place", "Tarrow Island", nil, true, evs("axis", "Tarrow Island", "gazette", "Tarrow Island", "northline", "Tarrow Island", "lowland", "Tarrow Island")},
		{"e8", "person", "Orla Tennick", nil, false, evs("axis", "Orla Tennick")},
	}
	d.Quotes = []Quote{
		{
			"q1", str("e2"), "Ilse Varga",
			[]Rendering{
				{ev("axis", "\"We saw her come in too fast and we saw her not turn,\""), "direct"},
				{ev("gazette", "“We saw her come in too fast, and we saw her not turn at all,”"), "direct"},
				{ev("northline", "the vessel came in too fast and did not turn"), "indirect"},
				{ev("lowland", "the vessel came in too fast and did not turn"), "indirect"},
			},
			"variant",
		},
		{
			"q2", str("e3"), "Marten Coyle",
			[]Rendering{
				{ev("axis", "\"Our crew did everything right,\""), "direct"},
				{ev("gazette", "“Our crew did everything right,”"), "direct"},
				{ev("northline", "\"Our crew did everything right,\""), "direct"},
				{ev("lowland", "\"Our crew did everything right,\""), "direct"},
			},
			"identical",
		},
	}
	d.Timeline = []Event{
		{"2009", "2009", "year", evs("axis", "The Corrin Maid has worked the crossing since 2009")},
		{"2031-03-12T09:40", "2031-03-12T09:40", "minute", evs("axis", "The ferry hit the pier at about 9:40 a.m.", "northline", "was arriving from Tarrow Island at 9:40 a.m. local time", "lowland", "was arriving from Tarrow Island at 9:40 a.m. local time")},
		{"2031-03-12T12:00", "2031-03-12T12:00", "minute", evs("axis", "A fuel leak from the ferry was stopped by noon")},
		{"2031-03-12T18:00", "2031-03-12T22:00", "part", evs("gazette", "Fuel was still leaking into the harbour on Wednesday evening")},
		{"2031-03-13", "2031-03-17", "range", evs("gazette", "School on Tarrow Island is closed until Monday.")},
	}
	d.Figures = []Figure{
		{"people were hurt", f(14), nil, "", evs("axis", "At least 14 people were hurt", "northline", "leaving at least 14 injured")},
		{"people", f(21), f(21), "", evs("gazette", "injuring 21 people")},
		{"The inquiry", f(4), nil, "month", evs("axis", "The inquiry will last at least four months")},
	}
	for _, e := range evs(
		"axis", "Two of the injured were crew members.",
		"axis", "was last overhauled two winters ago, according to the ship register",
		"gazette", "The company may have known of the steering trouble for a week, according to two dockworkers who asked not to be named.",
		"gazette", "Islanders now depend on a single small boat, the Wren, which takes 30 people and no cars.",
	) {
		d.Only = append(d.Only, Report{Evidence: e, Polarity: "affirmed", Hedge: "none"})
	}
	d.Missing = []Missing{
		{"c2", []string{"Harbour Gazette"}},
		{"c3", []string{"Harbour Gazette"}},
		{"c4", []string{"The Lowland Courier"}},
	}
	return d
}

func str(s string) *string { return &s }

// sentences ends a sentence at each full stop before a blank and at each newline.
func sentences(text string) []Bounds {
	var out []Bounds
	start := 0
	for i := range len(text) {
		if text[i] == '\n' || i+1 == len(text) || text[i] == '.' && (text[i+1] == ' ' || text[i+1] == '\n') {
			end := i + 1
			for start < end && (text[start] == ' ' || text[start] == '\n') {
				start++
			}
			if s := strings.TrimSpace(text[start:end]); s != "" {
				out = append(out, Bounds{start, start + len(s)})
			}
			start = end
		}
	}
	return out
}
