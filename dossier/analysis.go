package dossier

import (
	"fmt"
	"math"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// Analysis is what one article says, in the published form of "analyze".
// Offsets count in Text, or in Title for a span whose field says so.
type Analysis struct {
	ID           string              `json:"id"`
	URL          string              `json:"url,omitempty"`
	Outlet       string              `json:"outlet,omitempty"`
	Title        string              `json:"title,omitempty"`
	Byline       string              `json:"byline,omitempty"`
	Published    string              `json:"published,omitempty"`
	From         string              `json:"published_from,omitempty"`
	Modified     string              `json:"modified,omitempty"`
	Language     string              `json:"language"`
	Text         string              `json:"text"`
	Regions      []Region            `json:"regions"`
	Sentences    []Span              `json:"sentences"`
	Entities     []AnalysisEntity    `json:"entities"`
	Names        []AnalysisName      `json:"names"`
	Attributions []AnalysisSource    `json:"attributions"`
	Quantities   []AnalysisQuantity  `json:"quantities"`
	Times        []AnalysisTime      `json:"times"`
	Statements   []AnalysisStatement `json:"statements"`
}

// AnalysisEntity is who or what the article speaks of.
type AnalysisEntity struct {
	ID          string   `json:"id"`
	Type        string   `json:"type"`
	Name        string   `json:"name"`
	Aliases     []string `json:"aliases"`
	Participant bool     `json:"participant"`
}

// AnalysisName is one mention by name.
type AnalysisName struct {
	Span
	Entity *string `json:"entity"`
	Type   string  `json:"type"`
	Label  string  `json:"label"` // the finder's own type
}

// AnalysisSource is an attribution.
type AnalysisSource struct {
	ID         string  `json:"id"`
	Source     []Span  `json:"source"`
	Cue        []Span  `json:"cue"`
	Content    []Span  `json:"content"`
	Kind       string  `json:"kind"`
	Speaker    *string `json:"speaker"`
	Origin     string  `json:"origin"`
	Appeal     *string `json:"appeal"` // on what kind of source the words rest as facts; null when on none
	Parent     *string `json:"parent"`
	Confidence float64 `json:"confidence"` // from 0 to 1, in hundredths
}

// AnalysisQuantity is a number with what it counts. An end that is open to
// infinity is null.
type AnalysisQuantity struct {
	Span
	Low         *float64 `json:"low"`
	High        *float64 `json:"high"`
	LowOpen     bool     `json:"low_open"`
	HighOpen    bool     `json:"high_open"`
	Approximate bool     `json:"approximate"`
	Unit        string   `json:"unit"`
	Dimension   string   `json:"dimension"`
	Of          *Span    `json:"of"`
}

// AnalysisTime is an expression of time.
type AnalysisTime struct {
	Span
	Type     string `json:"type"`
	Value    string `json:"value"`
	Earliest string `json:"earliest"`
	Latest   string `json:"latest"`
	Mod      string `json:"mod"`
}

// AnalysisStatement is what one clause says.
type AnalysisStatement struct {
	Span
	Predicate    Span                  `json:"predicate"`
	Participants []AnalysisParticipant `json:"participants"`
	Polarity     string                `json:"polarity"` // affirmed or denied
	Hedge        string                `json:"hedge"`
	Quantities   []Span                `json:"quantities"`
	Times        []Span                `json:"times"`
	Attribution  *string               `json:"attribution"`
}

// AnalysisParticipant takes part in a statement.
type AnalysisParticipant struct {
	Role   string  `json:"role"`
	Span   Span    `json:"span"`
	Entity *string `json:"entity"`
}

// NewAnalysis puts d into its published form.
func NewAnalysis(d *doc.Doc) Analysis {
	a := d.Article
	r := Analysis{
		ID: a.ID, URL: a.URL, Outlet: a.Outlet, Title: a.Title, Byline: a.Byline,
		Published: a.Published, From: string(a.From), Modified: a.Modified, Language: a.Language,
		Text: a.Text, Regions: regions(a),
		Sentences:    make([]Span, 0, len(d.Sentences)),
		Entities:     make([]AnalysisEntity, 0, len(d.Entities)),
		Names:        make([]AnalysisName, 0, len(d.Names)),
		Attributions: make([]AnalysisSource, 0, len(d.Attributions)),
		Quantities:   make([]AnalysisQuantity, 0, len(d.Quantities)),
		Times:        make([]AnalysisTime, 0, len(d.Times)),
		Statements:   make([]AnalysisStatement, 0, len(d.Statements)),
	}
	if r.Language == "" && d.Lang != nil && a.In(d.Lang) {
		r.Language = d.Lang.Code
	}
	for _, s := range d.Sentences {
		r.Sentences = append(r.Sentences, located(d, d.Span(s.Range)))
	}
	for i, e := range d.Entities {
		aliases := e.Aliases
		if aliases == nil {
			aliases = []string{}
		}
		r.Entities = append(r.Entities, AnalysisEntity{*ref("e", i), string(e.Type), e.Name, aliases, e.Participant})
	}
	for _, n := range d.Names {
		r.Names = append(r.Names, AnalysisName{located(d, d.Span(n.Range)), ref("e", n.Entity), string(n.Type), n.Label})
	}
	for i, s := range d.Attributions {
		var appeal *string
		if kind := string(s.Appeal); kind != "" {
			appeal = &kind
		}
		r.Attributions = append(r.Attributions, AnalysisSource{
			ID: *ref("a", i), Source: locatedAll(d, s.Source), Cue: locatedAll(d, s.Cue), Content: locatedAll(d, s.Content),
			Kind: string(s.Kind), Speaker: ref("e", s.Speaker), Origin: string(s.Origin), Appeal: appeal, Parent: ref("a", s.Parent),
			Confidence: float64(s.Confidence) / 100,
		})
	}
	for _, q := range d.Quantities {
		one := AnalysisQuantity{
			Span: located(d, q.Span), Low: finite(q.Low), High: finite(q.High), LowOpen: q.LowOpen, HighOpen: q.HighOpen,
			Approximate: q.Approximate, Unit: q.Unit, Dimension: q.Dimension,
		}
		if !q.Of.Empty() {
			of := located(d, d.Span(q.Of))
			one.Of = &of
		}
		r.Quantities = append(r.Quantities, one)
	}
	for _, t := range d.Times {
		r.Times = append(r.Times, AnalysisTime{located(d, t.Span), t.Type, t.Value, t.Earliest, t.Latest, t.Mod})
	}
	for _, s := range d.Statements {
		r.Statements = append(r.Statements, newStatement(d, s))
	}
	return r
}

func newStatement(d *doc.Doc, s doc.Statement) AnalysisStatement {
	one := AnalysisStatement{
		Span: located(d, s.Span), Predicate: located(d, d.Span(s.Predicate)),
		Participants: make([]AnalysisParticipant, 0, len(s.Participants)),
		Polarity:     "affirmed", Hedge: string(s.Hedge),
		Quantities: make([]Span, 0, len(s.Quantities)), Times: make([]Span, 0, len(s.Times)),
		Attribution: ref("a", s.Attribution),
	}
	if s.Denied {
		one.Polarity = "denied"
	}
	for _, p := range s.Participants {
		one.Participants = append(one.Participants, AnalysisParticipant{string(p.Role), located(d, d.Span(p.Range)), ref("e", p.Entity)})
	}
	for _, q := range s.Quantities {
		one.Quantities = append(one.Quantities, located(d, d.Quantities[q].Span))
	}
	for _, t := range s.Times {
		one.Times = append(one.Times, located(d, d.Times[t].Span))
	}
	return one
}

// located is s as a span of the field of the article that holds it.
func located(d *doc.Doc, s span.Span) Span {
	field, at := d.Locate(s)
	text := d.Article.Text
	if field == doc.FieldTitle {
		text = d.Article.Title
	}
	return Span{Start: at.Start, End: at.End, Text: at.Text(text), Field: field}
}

func locatedAll(d *doc.Doc, spans []span.Span) []Span {
	all := make([]Span, 0, len(spans))
	for _, s := range spans {
		all = append(all, located(d, s))
	}
	return all
}

// ref is the id of item i, counted from 1 for people; nil for -1, none.
func ref(letter string, i int) *string {
	if i < 0 {
		return nil
	}
	id := fmt.Sprintf("%s%d", letter, i+1)
	return &id
}

// finite is nil for a value that JSON has no number for.
func finite(v float64) *float64 {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return nil
	}
	return &v
}
