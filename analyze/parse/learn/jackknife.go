package learn

import (
	"hash/fnv"

	"synoptic/analyze/class"
	"synoptic/analyze/doc"
	"synoptic/analyze/tag"
	taglearn "synoptic/analyze/tag/learn"
	"synoptic/eval"
	"synoptic/lang"
	"synoptic/lang/en"
)

// Jackknife returns a document of gold's tokens that are tagged by taggers which
// have not learnt from them: gold is parted by its documents, and each part is
// tagged by what is learnt from the others. The taggers are learnt in haste and
// so are a little worse than one that ships.
func Jackknife(gold []eval.Treebank, classes *class.Table) (*doc.Doc, error) {
	const parts = 5
	d := eval.GoldTokens(gold)
	for k := range parts {
		var rest, part []eval.Treebank
		var sentences []int
		for n, t := range gold {
			if partOf(t.Document)%parts == uint32(k) {
				part, sentences = append(part, t), append(sentences, n)
			} else {
				rest = append(rest, t)
			}
		}
		if len(part) == 0 || len(rest) == 0 {
			continue
		}
		model, err := taglearn.Train(rest, nil, taglearn.Options{Schools: 1, Passes: 6, Classes: classes})
		if err != nil {
			return nil, err
		}
		tagged := Tagged(part, model)
		for i, n := range sentences {
			from, to := tagged.Sentences[i].Range, d.Sentences[n].Range
			for j := range from.Len() {
				w := &tagged.Tokens[from.From+j]
				t := &d.Tokens[to.From+j]
				t.UPOS, t.XPOS, t.Lemma = w.UPOS, w.XPOS, w.Lemma
			}
		}
	}
	return d, nil
}

// Tagged returns a document of gold's tokens as a tagger's model tags them.
func Tagged(gold []eval.Treebank, model []byte) *doc.Doc {
	language := *en.English()
	language.Tag.Model = lang.NewModel(model)
	d := eval.GoldTokens(gold)
	d.Lang = &language
	tag.Run(d)
	return d
}

func partOf(document string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(document))
	return h.Sum32()
}
