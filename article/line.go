package article

// Line is the JSON form of an article, as JSON Lines and "extract" have it.
// What is unknown is left out.
type Line struct {
	ID        string        `json:"id"`
	URL       string        `json:"url,omitempty"`
	Outlet    string        `json:"outlet,omitempty"`
	Title     string        `json:"title,omitempty"`
	Byline    string        `json:"byline,omitempty"`
	Published string        `json:"published,omitempty"`
	From      PublishedFrom `json:"published_from,omitempty"`
	Modified  string        `json:"modified,omitempty"`
	Language  string        `json:"language,omitempty"`
	Text      string        `json:"text"`
	Regions   []LineRegion  `json:"regions"`
}

// LineRegion is the JSON form of a region: UTF-8 byte offsets in the text of its
// line, and the words there.
type LineRegion struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Kind  Kind   `json:"kind"`
}

// NewLine puts a into its JSON form.
func NewLine(a *Article) Line {
	l := Line{
		ID: a.ID, URL: a.URL, Outlet: a.Outlet, Title: a.Title, Byline: a.Byline,
		Published: a.Published, From: a.From, Modified: a.Modified, Language: a.Language,
		Text: a.Text, Regions: make([]LineRegion, 0, len(a.Regions)),
	}
	for _, r := range a.Regions {
		l.Regions = append(l.Regions, LineRegion{r.Start, r.End, r.Text(a.Text), r.Kind})
	}
	return l
}
