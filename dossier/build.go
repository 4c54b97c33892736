package dossier

import (
	"slices"
	"strconv"

	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/compare"
	"synoptic/span"
)

// New arranges a story for the reader. What could not be read, and the versions
// of the program and its stages, are the caller's to add.
func New(s *compare.Story) *Dossier {
	b := &builder{story: s}
	d := &Dossier{}
	for n := range s.Docs {
		d.Articles = append(d.Articles, b.article(n))
		d.Manifest.Inputs = append(d.Manifest.Inputs, Input{ID: s.Docs[n].Article.ID, SHA256: s.Docs[n].Article.Digest})
	}
	if s.Title != nil {
		title := b.evidence(*s.Title)
		d.Title = &title
	}
	b.entities(d)
	b.origins(d)
	for i := range s.Claims {
		d.Claims = append(d.Claims, b.claim(i))
	}
	for _, c := range s.Summary {
		d.Summary = append(d.Summary, claimID(c))
	}
	for i := range s.Disagreements {
		d.Disagreements = append(d.Disagreements, b.disagreement(i))
	}
	for i := range s.Quotes {
		d.Quotes = append(d.Quotes, b.quote(i))
	}
	for _, e := range s.Timeline {
		d.Timeline = append(d.Timeline, Event{Earliest: e.Earliest, Latest: e.Latest, Precision: e.Precision, Evidence: b.all(e.Evidence)})
	}
	for _, f := range s.Figures {
		d.Figures = append(d.Figures, b.figure(f))
	}
	for i := range s.Only {
		d.Only = append(d.Only, b.report(&s.Only[i]))
	}
	for _, m := range s.Missing {
		var outlets []string
		for _, n := range m.Docs {
			outlets = append(outlets, b.outlet(n))
		}
		slices.Sort(outlets)
		d.Missing = append(d.Missing, Missing{Claim: claimID(m.Claim), Outlets: slices.Compact(outlets)})
	}
	d.UnalignedSentences = s.Unaligned
	return d
}

// builder turns the indices of a story into ids and words.
type builder struct {
	story *compare.Story
}

func claimID(i int) string  { return "c" + strconv.Itoa(i+1) }
func entityID(i int) string { return "e" + strconv.Itoa(i+1) }
func originID(i int) string { return "o" + strconv.Itoa(i+1) }

func (b *builder) outlet(n int) string {
	if a := b.story.Docs[n].Article; a.Outlet != "" {
		return a.Outlet
	}
	return b.story.Docs[n].Article.ID
}

func (b *builder) article(n int) Article {
	a := b.story.Docs[n].Article
	out := Article{ID: a.ID, Outlet: b.outlet(n), Title: a.Title, Published: a.Published, PublishedFrom: string(a.From), URL: a.URL, Text: a.Text}
	if of := b.story.CopyOf[n]; of >= 0 {
		id := b.story.Docs[of].Article.ID
		out.CopyOf = &id
	}
	out.Regions = regions(a)
	d := b.story.Docs[n]
	for _, r := range d.Sentences {
		if field, at := d.Locate(d.Span(r.Range)); field == doc.FieldText {
			out.Sentences = append(out.Sentences, Bounds{at.Start, at.End})
		}
	}
	return out
}

func regions(a *article.Article) []Region {
	list := make([]Region, 0, len(a.Regions))
	for _, r := range a.Regions {
		list = append(list, Region{Span: Span{Start: r.Start, End: r.End, Text: r.Text(a.Text)}, Kind: string(r.Kind)})
	}
	return list
}

func (b *builder) evidence(e compare.Evidence) Evidence { return b.at(e.Doc, e.Span) }

// at returns span s of document n with its words, in the field that holds it.
func (b *builder) at(n int, s span.Span) Evidence {
	d := b.story.Docs[n]
	return Evidence{Article: d.Article.ID, Span: located(d, s)}
}

func (b *builder) all(list []compare.Evidence) []Evidence {
	var out []Evidence
	for _, e := range list {
		out = append(out, b.evidence(e))
	}
	return out
}

func (b *builder) entities(d *Dossier) {
	s := b.story
	for i := range s.Entities.Entities {
		e := &s.Entities.Entities[i]
		out := Entity{ID: entityID(i), Type: string(e.Type), Name: e.Name, Aliases: e.Aliases, Participant: e.Participant}
		for _, m := range e.Members {
			for _, n := range s.Docs[m.Doc].Entities[m.Entity].Names {
				out.Mentions = append(out.Mentions, b.at(m.Doc, s.Docs[m.Doc].Span(s.Docs[m.Doc].Names[n].Range)))
			}
		}
		d.Entities = append(d.Entities, out)
	}
}

func (b *builder) entity(i int) *string {
	if i < 0 {
		return nil
	}
	id := entityID(i)
	return &id
}

func (b *builder) origins(d *Dossier) {
	for i := range b.story.Origins.Origins {
		o := &b.story.Origins.Origins[i]
		out := Origin{ID: originID(i), Kind: string(o.Kind), Name: o.Name, Entity: b.entity(o.Entity)}
		for _, m := range o.Mentions {
			out.Mentions = append(out.Mentions, b.at(m.Doc, m.Span))
		}
		d.Origins = append(d.Origins, out)
	}
}

func (b *builder) report(r *compare.Report) Report {
	out := Report{Evidence: b.evidence(r.Evidence), Polarity: "affirmed", Hedge: string(r.Hedge), Unsure: r.Unsure}
	if r.Denied {
		out.Polarity = "denied"
	}
	for _, l := range r.Chain {
		link := Link{Origin: originID(l.Origin)}
		if !l.Cue.Empty() {
			cue := b.at(r.Doc, l.Cue)
			link.Cue = &cue
		}
		out.Chain = append(out.Chain, link)
	}
	return out
}

func (b *builder) claim(i int) Claim {
	s := b.story
	c := &s.Claims[i]
	out := Claim{ID: claimID(i), Statement: b.evidence(c.Statement), Because: c.Because, Confidence: float64(c.Score/10) / 100}
	for _, r := range c.Reports {
		out.Reports = append(out.Reports, b.report(&r))
		if r.Unsure {
			continue
		}
		out.Outlets = append(out.Outlets, b.outlet(r.Doc))
		if s.CopyOf[r.Doc] < 0 {
			out.Originals = append(out.Originals, s.Docs[r.Doc].Article.ID)
		}
		out.Origins = append(out.Origins, originID(s.Root(r)))
	}
	for _, list := range []*[]string{&out.Outlets, &out.Originals, &out.Origins} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return out
}

func (b *builder) disagreement(i int) Disagreement {
	d := &b.story.Disagreements[i]
	out := Disagreement{
		ID: "d" + strconv.Itoa(i+1), Slot: string(d.Slot), About: b.evidence(d.About).Text,
		Relation: string(d.Relation), Confidence: float64(d.Confidence) / 100,
	}
	if d.Claim >= 0 {
		id := claimID(d.Claim)
		out.Claim = &id
	}
	for _, p := range d.Positions {
		position := Position{
			Value: b.evidence(p.Value).Text, Side: p.Side, Earliest: p.Earliest, Latest: p.Latest,
			Entity: b.entity(p.Entity), Evidence: b.all(p.Evidence),
		}
		if p.Interval != nil {
			position.Low, position.High, position.Unit = finite(p.Interval.Low), finite(p.Interval.High), p.Interval.Unit
		}
		for _, e := range p.Evidence {
			position.Outlets = append(position.Outlets, b.outlet(e.Doc))
		}
		slices.Sort(position.Outlets)
		position.Outlets = slices.Compact(position.Outlets)
		out.Positions = append(out.Positions, position)
	}
	for _, p := range d.Pairs {
		out.Pairs = append(out.Pairs, Pair{A: p.A, B: p.B, Relation: string(p.Relation)})
	}
	return out
}

func (b *builder) quote(i int) Quote {
	q := &b.story.Quotes[i]
	out := Quote{ID: "q" + strconv.Itoa(i+1), Speaker: b.entity(q.Speaker), Relation: string(q.Relation)}
	if q.Speaker >= 0 {
		out.SpeakerName = b.story.Entities.Entities[q.Speaker].Name
	}
	for _, r := range q.Renderings {
		out.Renderings = append(out.Renderings, Rendering{Evidence: b.at(r.Doc, r.Span), Kind: string(r.Kind)})
	}
	return out
}

func (b *builder) figure(f compare.Figure) Figure {
	return Figure{
		Of: b.evidence(f.Of).Text, Low: finite(f.Interval.Low), High: finite(f.Interval.High), Unit: f.Interval.Unit,
		Evidence: b.all(f.Evidence),
	}
}
