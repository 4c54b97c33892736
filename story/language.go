package story

import (
	"github.com/RadhiFadlillah/whatlanggo"
	"golang.org/x/text/language"

	"synoptic/article"
)

// languageOf returns the language of an article with these terms, as BCP 47 has
// it without country and script: as it says itself, or as its words do; empty
// when that is not sure, as for a text of few words.
func (c *Clusterer) languageOf(a *article.Article, uses []use) string {
	const (
		enough = 30 * countLead // words that tell a language
		looked = 600            // bytes that are looked at; more make no difference
		sure   = 0.5            // what is wrong of a text of so many words is far less so
	)
	if code := canonical(a.Language); code != "" {
		return code
	}
	words, function := 0, 0
	for _, u := range uses {
		if u.flags&isPair != 0 {
			break // words come first
		}
		words += u.count
		if c.language.Article.Function.Has(u.norm) {
			function += u.count
		}
	}
	switch {
	case words < enough:
		return ""
	case function*10 >= words: // see article.In; this takes far less time than to ask for any language
		return c.language.Code
	}
	found := whatlanggo.Detect(clip(a.Text, looked))
	if found.Confidence < sure {
		return ""
	}
	return canonical(found.Lang.Iso6393())
}

// canonical returns the one code by which a language goes; empty for what is none.
func canonical(code string) string {
	tag, err := language.All.Parse(code)
	base, sure := tag.Base()
	if err != nil || sure != language.Exact {
		return ""
	}
	return base.String()
}

// apart reports whether two languages are known and not the same. What is
// written in them shares names and little else, so that no likeness of words tells
// whether it is of one event.
func apart(a, b string) bool { return a != "" && b != "" && a != b }

// language returns the language of a story's first articles, if known.
func (s *group) language() string {
	for _, r := range s.members[:min(len(s.members), maxMembers)] {
		if r.language != "" {
			return r.language
		}
	}
	return ""
}
