package dossier_test

import (
	"slices"
	"testing"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/compare"
	"synoptic/dossier"
	"synoptic/lang/en"
)

// wire is printed by the Post as it came, and told otherwise by the Bell.
const wire = `The ferry Lady Orla struck a pier in Veld harbour on Monday morning and injured 12 passengers, the coast guard said. “There was no warning, and then the whole deck moved,” said Ida Roe, a nurse. The ferry had left Sudland an hour before with 140 people on board. The harbour was closed for more than three hours, and two fishing boats were towed away.`

var reports = []*article.Article{
	{ID: "post", Outlet: "The Post", Title: "Ferry strikes pier", Text: wire, Published: "2031-03-03T12:00:00Z", From: article.FromGiven, URL: "https://post.example/1", Digest: "d1"},
	{ID: "agency", Outlet: "Agency", Text: wire, Published: "2031-03-03T09:00:00Z", From: article.FromGiven},
	{
		ID: "bell", Title: "Ferry Lady Orla strikes pier in Veld, injuring 15", Published: "2031-03-03T18:00:00Z", From: article.FromGiven,
		Text: `The ferry Lady Orla struck a pier in Veld harbour on Monday and injured 15 passengers, a spokesman for the coast guard said. “There was no sign, and then the whole deck moved,” Ida Roe told the Bell. The harbour was closed for about one hour.`,
	},
}

func build(t *testing.T, articles ...*article.Article) *dossier.Dossier {
	t.Helper()
	var docs []*doc.Doc
	for _, a := range articles {
		docs = append(docs, analyze.Article(a, en.English()))
	}
	return dossier.New(compare.New(docs))
}

func TestArticles(t *testing.T) {
	d := build(t, reports...)
	var ids []string
	for _, a := range d.Articles {
		ids = append(ids, a.ID)
		of := ""
		if a.CopyOf != nil {
			of = *a.CopyOf
		}
		if want := map[string]string{"post": "agency"}[a.ID]; of != want {
			t.Errorf("%s: copy of %q, want %q", a.ID, of, want)
		}
	}
	if !slices.Equal(ids, []string{"agency", "bell", "post"}) {
		t.Errorf("articles %q", ids)
	}
	post := d.Articles[2]
	if post.Outlet != "The Post" || post.URL != "https://post.example/1" || post.PublishedFrom != "given" || post.Text != wire {
		t.Errorf("%+v", post)
	}
	if d.Articles[1].Outlet != "bell" {
		t.Errorf("an outlet without a name is %q, want its article's id", d.Articles[1].Outlet)
	}
	if d.Manifest.Inputs[2] != (dossier.Input{ID: "post", SHA256: "d1"}) {
		t.Errorf("inputs %+v", d.Manifest.Inputs)
	}
}

// Whatever refers to something by its id refers to something there.
func TestReferences(t *testing.T) {
	d := build(t, reports...)
	article := map[string]dossier.Article{}
	for _, a := range d.Articles {
		article[a.ID] = a
	}
	claims, origins, entities := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, c := range d.Claims {
		claims[c.ID] = true
	}
	for _, o := range d.Origins {
		origins[o.ID] = true
	}
	for _, e := range d.Entities {
		entities[e.ID] = true
	}
	there := func(what string, in map[string]bool, ids ...string) {
		t.Helper()
		for _, id := range ids {
			if !in[id] {
				t.Errorf("%s: no %q", what, id)
			}
		}
	}
	holds := func(e dossier.Evidence) {
		t.Helper()
		text := article[e.Article].Text
		if e.Field == doc.FieldTitle {
			text = article[e.Article].Title
		}
		if e.Text == "" || e.End > len(text) || text[e.Start:e.End] != e.Text {
			t.Errorf("%+v is not there", e)
		}
	}
	if len(d.Claims) == 0 || len(d.Disagreements) == 0 || len(d.Quotes) == 0 || d.Title == nil {
		t.Fatalf("%d claims, %d disagreements, %d quotes, title %v", len(d.Claims), len(d.Disagreements), len(d.Quotes), d.Title)
	}
	if holds(*d.Title); d.Title.Field != doc.FieldTitle {
		t.Errorf("title %+v", d.Title)
	}
	there("summary", claims, d.Summary...)
	for _, c := range d.Claims {
		holds(c.Statement)
		there("origin of "+c.ID, origins, c.Origins...)
		if !slices.IsSorted(c.Outlets) || !slices.IsSorted(c.Origins) || slices.Contains(c.Originals, "post") {
			t.Errorf("%s: outlets %q, origins %q, originals %q", c.ID, c.Outlets, c.Origins, c.Originals)
		}
		for _, r := range c.Reports {
			holds(r.Evidence)
			for _, l := range r.Chain {
				there("chain", origins, l.Origin)
				if l.Cue != nil {
					holds(*l.Cue)
				}
			}
		}
	}
	for _, g := range d.Disagreements {
		if g.Claim != nil {
			there("claim of "+g.ID, claims, *g.Claim)
		}
		for _, p := range g.Positions {
			for _, e := range p.Evidence {
				holds(e)
			}
			if p.Entity != nil {
				there("entity of "+g.ID, entities, *p.Entity)
			}
		}
	}
	for _, q := range d.Quotes {
		if q.Speaker != nil {
			there("speaker", entities, *q.Speaker)
		}
		for _, r := range q.Renderings {
			holds(r.Evidence)
		}
	}
	for _, e := range d.Timeline {
		for _, e := range e.Evidence {
			holds(e)
		}
	}
	for _, r := range d.Only {
		holds(r.Evidence)
	}
}

// position returns the position with the given value in the disagreements of a slot.
func position(d *dossier.Dossier, slot, value string) *dossier.Position {
	for _, g := range d.Disagreements {
		for i := range g.Positions {
			if g.Slot == slot && g.Positions[i].Value == value {
				return &g.Positions[i]
			}
		}
	}
	return nil
}

func TestPositions(t *testing.T) {
	d := build(t, reports...)
	if p := position(d, "count", "12"); p == nil || *p.Low != 12 || *p.High != 12 || !slices.Equal(p.Outlets, []string{"Agency", "The Post"}) {
		t.Errorf("12 passengers: %+v", p)
	}
	if p := position(d, "duration", "more than three hours"); p == nil || *p.Low != 3 || p.High != nil || p.Unit != "hour" {
		t.Errorf("more than three hours: %+v", p)
	}
	if p := position(d, "wording", "sign"); p == nil || !slices.Equal(p.Outlets, []string{"bell"}) {
		t.Errorf("sign: %+v", p)
	}
}

func TestEmptyStory(t *testing.T) {
	for _, articles := range [][]*article.Article{nil, {{ID: "a"}}, {{ID: "a", Title: "One"}, {ID: "b", Title: "Two"}}} {
		d := build(t, articles...)
		if len(d.Articles) != len(articles) || len(d.Claims) != 0 || len(d.Disagreements) != 0 {
			t.Errorf("%+v", d)
		}
	}
}
