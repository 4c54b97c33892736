package sample_test

import (
	"bytes"
	"encoding/json"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"synoptic"
	"synoptic/dossier"
	"synoptic/eval"
	"synoptic/sample"
)

// made are the dossiers of the events, by the events' names.
var made = sync.OnceValues(func() (map[string]*dossier.Dossier, error) {
	events, err := sample.Events()
	if err != nil {
		return nil, err
	}
	dossiers := map[string]*dossier.Dossier{}
	for _, e := range events {
		dossiers[e.Name] = synoptic.Compare(e.Articles, nil)
	}
	return dossiers, nil
})

func dossierOf(t *testing.T, event string) *dossier.Dossier {
	t.Helper()
	dossiers, err := made()
	if err != nil {
		t.Fatal(err)
	}
	return dossiers[event]
}

// ferry is the dossier of the event that is shown, which the program has to
// have right in many points.
func ferry(t *testing.T) *dossier.Dossier {
	t.Helper()
	return dossierOf(t, "ferry")
}

// TestDifferences holds the dossier to the differences that a reader must see.
func TestDifferences(t *testing.T) {
	d := ferry(t)
	for _, c := range []struct {
		name      string
		slot      string
		relations string // that the two positions may have
		a, b      ref
	}{
		{"signed or not", "polarity", "conflicts",
			ref{"halverport-courier", "Yevhen Sarkhov signed the treaty at the Customs House"},
			ref{"radio-sarnholm", "Minister Sarkov did not sign the treaty"}},
		{"left its lane or not", "polarity", "conflicts",
			ref{"interline", "Sorvik, had left its assigned lane before the collision"},
			ref{"radio-sarnholm", "The Sorvik never left its lane"}},
		{"nine injured, then 14", "count", "updates",
			ref{"interline", "injuring nine people"},
			ref{"halverport-courier", "rose to 14 on Saturday"}},
		{"three or five fishing boats", "count", "conflicts",
			ref{"interline", "Three fishing boats"},
			ref{"halverport-courier", "Five fishing boats"}},
		{"two hours or more than three", "duration", "conflicts",
			ref{"interline", "the evacuation was completed in about two hours"},
			ref{"tarrowgate-observer", "took more than three hours"}},
		{"an interval inside another sentence", "duration", "conflicts",
			ref{"halverport-courier", "The evacuation took roughly two hours"},
			ref{"radio-sarnholm", "lasted between three and four hours"}},
		{"fog: a possible cause or the cause", "certainty", "conflicts refines",
			ref{"interline", "Fog may have contributed to the collision"},
			ref{"halverport-courier", "Thick fog caused the collision"}},
	} {
		a, b := c.a.in(t), c.b.in(t)
		if got := relations(d, c.slot, a, b); !slices.ContainsFunc(got, func(r string) bool { return slices.Contains(strings.Fields(c.relations), r) }) {
			t.Errorf("%s: want %s, %s, between %q and %q; got %q", c.name, c.slot, c.relations, a.Text, b.Text, got)
		}
	}
}

// TestNoFalseConflicts checks that pairs which only look like contradictions
// are not shown as such.
func TestNoFalseConflicts(t *testing.T) {
	for _, event := range events(t) {
		d := dossierOf(t, event.Name)
		gold, err := eval.ParseGold(event.Gold)
		if err != nil {
			t.Fatal(err)
		}
		if n := eval.Score(d, gold)["conflicts_shown_of_not_disagreements"]; n != 0 {
			var s strings.Builder
			eval.Explain(&s, d, gold)
			t.Errorf("%s: tempting pairs shown as conflicts: %v\n%s", event.Name, n, s.String())
		}
	}
}

// TestOneOrigin follows the claim that all six outlets have back to the
// spokesman who made it.
func TestOneOrigin(t *testing.T) {
	d := ferry(t)
	lane := []ref{
		{"interline", "Sorvik, had left its assigned lane"},
		{"lowmarsh-gazette", "Sorvik, had left its assigned lane"},
		{"bright-coast-daily", "Sorvik, had left its assigned lane"},
		{"halverport-courier", "had also left its assigned lane"},
		{"radio-sarnholm", "Sorvik had left its assigned lane"},
		{"tarrowgate-observer", "had left its assigned lane"},
	}
	name := map[string]string{}
	for _, o := range d.Origins {
		name[o.ID] = o.Name
	}
	claim := -1
	for _, r := range lane {
		e := r.in(t)
		at, chain := -1, []string(nil)
		for i, c := range d.Claims {
			for _, report := range c.Reports {
				if meet(report.Evidence, e) {
					at = i
					for _, link := range report.Chain {
						chain = append(chain, name[link.Origin])
					}
				}
			}
		}
		switch {
		case at < 0:
			t.Errorf("%q of %s stands in no claim", e.Text, e.Article)
		case claim >= 0 && at != claim:
			t.Errorf("%q of %s stands in a claim of its own", e.Text, e.Article)
		default:
			claim = at
		}
		if e.Article == "radio-sarnholm" { // it names the agency, not the man
			if !slices.ContainsFunc(chain, contains("Interline")) {
				t.Errorf("%s: chain %q does not name the agency", e.Article, chain)
			}
		} else if len(chain) == 0 || !strings.Contains(chain[len(chain)-1], "Pell") {
			t.Errorf("%s: chain %q does not end at the spokesman", e.Article, chain)
		}
	}
	if claim >= 0 && len(d.Claims[claim].Originals) > 4 {
		t.Errorf("reprints count as originals: %q", d.Claims[claim].Originals)
	}
}

// TestCopies checks that the two reprints are known as such.
func TestCopies(t *testing.T) {
	for _, a := range ferry(t).Articles {
		of := ""
		if a.CopyOf != nil {
			of = *a.CopyOf
		}
		want := ""
		if a.ID == "lowmarsh-gazette" || a.ID == "bright-coast-daily" {
			want = "interline"
		}
		if of != want {
			t.Errorf("%s: copy of %q, want %q", a.ID, of, want)
		}
	}
}

// TestQuotes checks that renderings of one utterance stand together, those of
// two apart, and that the speaker is known.
func TestQuotes(t *testing.T) {
	d := ferry(t)
	groups := []struct {
		speaker string
		refs    []ref
	}{
		{"Sark", []ref{ // two translations, a part and an indirect rendering
			{"interline", "There is no treaty in the world that can be worth more than a human life"},
			{"lowmarsh-gazette", "There is no treaty in the world that can be worth more than a human life"},
			{"bright-coast-daily", "There is no treaty in the world that can be worth more than a human life"},
			{"radio-sarnholm", "No treaty on earth is worth one human life"},
			{"tarrowgate-observer", "can be worth more than a human life"},
		}},
		{"Corrow", []ref{
			{"interline", "There was no horn, nothing"},
			{"lowmarsh-gazette", "There was no horn, nothing"},
			{"bright-coast-daily", "There was no horn, nothing"},
			{"halverport-courier", "There was no horn, nothing"},
		}},
		{"Dray", []ref{
			{"halverport-courier", "I counted them off, and then I counted them again"},
			{"tarrowgate-observer", "I counted them off, and then I counted them again"},
		}},
	}
	seen := map[int]string{}
	for _, g := range groups {
		in := -1
		for _, r := range g.refs {
			e := r.in(t)
			at := slices.IndexFunc(d.Quotes, func(q dossier.Quote) bool {
				return slices.ContainsFunc(q.Renderings, func(r dossier.Rendering) bool { return meet(r.Evidence, e) })
			})
			if at < 0 || in >= 0 && at != in {
				t.Errorf("%s: %q of %s is not with the other renderings", g.speaker, e.Text, e.Article)
				continue
			}
			in = at
		}
		if in < 0 {
			continue
		}
		if other, taken := seen[in]; taken {
			t.Errorf("quotations of %s and %s are one", other, g.speaker)
		}
		seen[in] = g.speaker
		if !strings.Contains(d.Quotes[in].SpeakerName, g.speaker) {
			t.Errorf("the speaker of %q is %q, want %s", d.Quotes[in].Renderings[0].Text, d.Quotes[in].SpeakerName, g.speaker)
		}
	}
}

// TestWhoIsWho checks one person in three spellings and two of one surname.
func TestWhoIsWho(t *testing.T) {
	d := ferry(t)
	people := []struct {
		name string
		refs []ref
	}{
		{"the Estmari minister", []ref{
			{"interline", "transport minister, {Yevgen Sarkhov}"},
			{"halverport-courier", "minister {Yevhen Sarkhov}"},
			{"radio-sarnholm", "the minister, {Jevgen Sarkov}"},
			{"radio-sarnholm", "Mr. {Sarkov}, who"},
		}},
		{"the Caldrian minister", []ref{
			{"interline", "foreign minister, {Ilena Dray}"},
			{"interline", "decide today,\" {Dray} said"},
			{"halverport-courier", "Foreign minister {Ilena Dray}"},
		}},
		{"the captain", []ref{
			{"halverport-courier", "Captain {Ruben Dray}, who is"},
			{"tarrowgate-observer", "captain, {Ruben Dray}"},
			{"tarrowgate-observer", "{Dray} told the Halverport Courier"},
		}},
	}
	seen := map[string]string{}
	for _, p := range people {
		in := ""
		for _, r := range p.refs {
			e := r.in(t)
			at := ""
			for _, entity := range d.Entities {
				if slices.ContainsFunc(entity.Mentions, func(m dossier.Evidence) bool { return meet(m, e) }) {
					at = entity.ID
				}
			}
			if at == "" || in != "" && at != in {
				t.Errorf("%s: %q of %s is not with the other mentions", p.name, e.Text, e.Article)
				continue
			}
			in = at
		}
		if other, taken := seen[in]; taken && in != "" {
			t.Errorf("%s and %s are one", other, p.name)
		}
		seen[in] = p.name
	}
}

// TestOnly checks details that one report has alone, and that none is shown
// which several have.
func TestOnly(t *testing.T) {
	d := ferry(t)
	for _, r := range []ref{
		{"bright-coast-daily", "Owen and Sylvie Tarrant of Brightwater"},
		{"radio-sarnholm", "carrying 1,900 tonnes of cement"},
		{"radio-sarnholm", "parliament voted for it in January"},
		{"tarrowgate-observer", "was fined 40,000 crowns in 2023"},
	} {
		if e := r.in(t); !slices.ContainsFunc(d.Only, func(o dossier.Report) bool { return meet(o.Evidence, e) }) {
			t.Errorf("%q of %s is not shown as a sole report", e.Text, e.Article)
		}
	}
	for _, r := range []ref{
		{"interline", "Passengers were taken to a school gymnasium"},
		{"interline", "two nautical miles west of Skarn Rock"},
		{"tarrowgate-observer", "Fourteen people were injured"},
		{"halverport-courier", "Thick fog caused the collision"},
	} {
		if e := r.in(t); slices.ContainsFunc(d.Only, func(o dossier.Report) bool { return meet(o.Evidence, e) }) {
			t.Errorf("%q of %s is shown as a sole report", e.Text, e.Article)
		}
	}
}

// TestEvidence checks that every line of a dossier is exact words of a source.
func TestEvidence(t *testing.T) {
	for _, event := range events(t) {
		t.Run(event.Name, func(t *testing.T) { checkEvidence(t, dossierOf(t, event.Name)) })
	}
}

func checkEvidence(t *testing.T, d *dossier.Dossier) {
	t.Helper()
	text := map[string]string{}
	for _, a := range d.Articles {
		text[a.ID], text[a.ID+"#title"] = a.Text, a.Title
	}
	b, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var page any
	if err := json.Unmarshal(b, &page); err != nil {
		t.Fatal(err)
	}
	lines := 0
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, one := range v {
				walk(one)
			}
		case map[string]any:
			for _, one := range v {
				walk(one)
			}
			id, ok := v["article"].(string)
			if !ok {
				return
			}
			lines++
			if field, ok := v["field"].(string); ok {
				id += "#" + field
			}
			start, end := int(v["start"].(float64)), int(v["end"].(float64))
			if in := text[id]; start >= end || end > len(in) || in[start:end] != v["text"] {
				t.Errorf("%s: %q does not stand at %d–%d", id, v["text"], start, end)
			}
		}
	}
	walk(page)
	if lines == 0 {
		t.Error("the dossier shows nothing")
	}
}

// TestSameBytes checks that the order of articles changes nothing.
func TestSameBytes(t *testing.T) {
	for _, event := range events(t) {
		want, err := json.Marshal(dossierOf(t, event.Name))
		if err != nil {
			t.Fatal(err)
		}
		slices.Reverse(event.Articles)
		got, err := json.Marshal(synoptic.Compare(event.Articles, nil))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("%s: articles in reverse order give another dossier", event.Name)
		}
	}
}

// ref is words of one report of the ferry, as in gold.txt.
type ref struct{ name, words string }

// in finds the words.
func (r ref) in(t *testing.T) dossier.Evidence {
	t.Helper()
	for _, a := range events(t)[0].Articles {
		if strings.TrimSuffix(path.Base(a.Path), ".txt") == r.name {
			e, err := find(a, false, r.words)
			if err != nil {
				t.Fatal(err)
			}
			return e
		}
	}
	t.Fatalf("no report %q", r.name)
	return dossier.Evidence{}
}

// meet reports whether a and b share bytes.
func meet(a, b dossier.Evidence) bool {
	return a.Article == b.Article && a.Field == b.Field && a.Start < b.End && b.Start < a.End
}

func contains(part string) func(string) bool {
	return func(s string) bool { return strings.Contains(s, part) }
}

// relations returns how the dossier relates positions with evidence a to those
// with b, over disagreements of that slot.
func relations(d *dossier.Dossier, slot string, a, b dossier.Evidence) []string {
	var list []string
	for _, one := range d.Disagreements {
		if one.Slot != slot {
			continue
		}
		has := func(i int, e dossier.Evidence) bool {
			return slices.ContainsFunc(one.Positions[i].Evidence, func(x dossier.Evidence) bool { return meet(x, e) })
		}
		for _, p := range one.Pairs {
			if has(p.A, a) && has(p.B, b) || has(p.A, b) && has(p.B, a) {
				list = append(list, p.Relation)
			}
		}
	}
	return list
}

// TestPageSize holds the page to what can be sent by mail and opened at once.
func TestPageSize(t *testing.T) {
	for _, event := range events(t) {
		var page bytes.Buffer
		if err := dossierOf(t, event.Name).HTML(&page); err != nil {
			t.Fatal(err)
		}
		if n := page.Len(); n > 300_000 {
			t.Errorf("the page of %s has %d bytes, want 300,000 at most", event.Name, n)
		}
	}
}
