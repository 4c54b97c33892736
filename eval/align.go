package eval

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"time"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/compare/align"
	"synoptic/lang/en"
)

// alignGold is gold for statements side by side, of whatever form.
type alignGold interface {
	// with returns g and more of the same form, or nil when it is of another.
	with(more alignGold) alignGold
	score() Result
}

// ErrAlignForms is for files of several forms, whose scores do not add up.
var ErrAlignForms = errors.New("is of another form than the file before; score each by itself")

// Align scores statements side by side. The files are told apart by their form:
// pairs of STS give "pearson", of the score with what people say, and those of MSR
// "accuracy" and "f1" of what is said to be the same; answers of NAnCo give
// "balanced_accuracy" over pairs of a question's answers, the mean over questions;
// questions of QA-Align "f1" over their alignments; and mentions of events of ECB+
// "conll_f1", the mean of "muc_f1", "b3_f1" and "ceafe_f1", of what is found to be
// one event within a topic.
func Align(paths []string) (Result, error) {
	if len(paths) == 0 {
		return Result{}, ErrNoGold
	}
	var gold alignGold
	for _, path := range paths {
		f, err := open(path)
		if err != nil {
			return Result{}, err
		}
		some, err := readAlign(f)
		f.Close()
		if err == nil && gold != nil {
			if some = gold.with(some); some == nil {
				err = ErrAlignForms
			}
		}
		if err != nil {
			return Result{}, fmt.Errorf("%s: %w", path, err)
		}
		gold = some
	}
	return gold.score(), nil
}

// readAlign reads gold of whichever form.
func readAlign(r io.Reader) (alignGold, error) {
	in := bufio.NewReader(r)
	head, _ := in.Peek(4096)
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff")))
	switch {
	case len(head) > 0 && head[0] == '[':
		questions, err := ReadAnswers(in)
		return answerGold(questions), err
	case len(head) > 0 && head[0] == '{':
		mentions, err := ReadMentions(in)
		return mentionGold(mentions), err
	case bytes.Contains(bytes.Split(head, []byte("\n"))[0], []byte("qas_1")):
		roles, err := ReadRoles(in)
		return roleGold(roles), err
	}
	pairs, paraphrases, err := ReadPairs(in)
	return &pairGold{pairs, paraphrases}, err
}

// pairGold is gold of STS or MSR.
type pairGold struct {
	pairs       []Pair
	paraphrases bool
}

func (g *pairGold) with(more alignGold) alignGold {
	m, ok := more.(*pairGold)
	if !ok || m.paraphrases != g.paraphrases {
		return nil
	}
	return &pairGold{append(g.pairs, m.pairs...), g.paraphrases}
}

func (g *pairGold) score() Result {
	result := Result{Items: len(g.pairs)}
	found := make([]*align.Result, len(g.pairs))
	start := time.Now()
	for i := range g.pairs {
		found[i] = g.pairs[i].Align()
	}
	result.Timed(start)
	result.Scores = ScorePairs(g.pairs, found, g.paraphrases)
	return result
}

// Align aligns the pair as the program does, each statement read by itself.
func (p *Pair) Align() *align.Result {
	return align.Align(align.Whole(statement(p.A)), align.Whole(statement(p.B)))
}

func statement(text string) *doc.Doc {
	return analyze.Article(&article.Article{ID: "statement", Text: text}, en.English())
}

// ScorePairs scores what was found of each pair.
func ScorePairs(pairs []Pair, found []*align.Result, paraphrases bool) map[string]float64 {
	var x, y []float64
	var c Decisions
	for i, p := range pairs {
		x, y = append(x, float64(found[i].Score)), append(y, p.Gold)
		c.Add(p.Gold == 1, found[i].Same)
	}
	if paraphrases {
		return map[string]float64{"accuracy": c.Accuracy(), "f1": c.F1()}
	}
	return map[string]float64{"pearson": Pearson(x, y)}
}

// Decisions counts yes and no against the gold.
type Decisions struct{ Hits, Missed, False, Rest int }

// Add counts one.
func (d *Decisions) Add(gold, found bool) {
	switch {
	case gold && found:
		d.Hits++
	case gold:
		d.Missed++
	case found:
		d.False++
	default:
		d.Rest++
	}
}

func (d *Decisions) all() int { return d.Hits + d.Missed + d.False + d.Rest }

// Accuracy returns how many of a hundred are right; 0 for none at all.
func (d *Decisions) Accuracy() float64 {
	return percent(d.Hits+d.Rest, d.all())
}

// F1 returns F1 of those found, from 0 to 100.
func (d *Decisions) F1() float64 { return percent(2*d.Hits, 2*d.Hits+d.Missed+d.False) }

// Balanced returns the mean of the accuracies over gold yes and gold no.
func (d *Decisions) Balanced() float64 {
	return (percent(d.Hits, d.Hits+d.Missed) + percent(d.Rest, d.Rest+d.False)) / 2
}

// Pearson returns the correlation of two rows of numbers; 0 when one does not vary.
func Pearson(x, y []float64) float64 {
	n := float64(len(x))
	var sx, sy float64
	for i := range x {
		sx += x[i]
		sy += y[i]
	}
	var xy, xx, yy float64
	for i := range x {
		dx, dy := x[i]-sx/n, y[i]-sy/n
		xy += float64(dx * dy)
		xx += float64(dx * dx)
		yy += float64(dy * dy)
	}
	if xx == 0 || yy == 0 {
		return 0
	}
	return xy / math.Sqrt(float64(xx*yy))
}
