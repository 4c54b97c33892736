package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"synoptic/analyze/doc"
	"synoptic/compare/align"
)

// Question is one of NAnCo's (Laban et al. 2022, "Discord Questions") with what
// outlets answer it.
type Question struct {
	Question string
	Answers  []Answer
}

// Answer is an outlet's, with the number of the group that people put it in.
type Answer struct {
	Text  string
	Group int
}

// Limits of a file of NAnCo, so that a damaged one does not take the memory.
const (
	maxAnswersFile = 1 << 26 // bytes
	maxAnswers     = 200     // of a question, which are compared pair by pair
	maxAnswer      = 4096    // bytes
)

// What a file of NAnCo can have wrong.
var (
	ErrAnswersForm = errors.New("is no JSON of questions with their answers")
	ErrAnswersLong = errors.New("the file, an answer or the list of them is too long")
)

// ReadAnswers reads NAnCo's JSON: a list of questions with "answers", each with
// its "Answer" and its group, "cluster_global".
func ReadAnswers(r io.Reader) ([]Question, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxAnswersFile+1))
	if err != nil {
		return nil, err
	}
	if len(b) > maxAnswersFile {
		return nil, ErrAnswersLong
	}
	var in []struct {
		Question string `json:"question"`
		Answers  []struct {
			Answer string
			Group  *int `json:"cluster_global"`
		} `json:"answers"`
	}
	if err := json.Unmarshal(b, &in); err != nil {
		return nil, errors.Join(ErrAnswersForm, err)
	}
	var list []Question
	for _, q := range in {
		one := Question{Question: q.Question}
		if len(q.Answers) > maxAnswers {
			return nil, ErrAnswersLong
		}
		for _, a := range q.Answers {
			switch {
			case a.Group == nil || a.Answer == "":
				return nil, fmt.Errorf("%w: one has no answer or no cluster_global", ErrAnswersForm)
			case len(a.Answer) > maxAnswer:
				return nil, ErrAnswersLong
			}
			one.Answers = append(one.Answers, Answer{a.Answer, *a.Group})
		}
		list = append(list, one)
	}
	return list, nil
}

// sameAnswer is the score, in thousandths, from which on two answers to one
// question count as the same. It is learnt from NAnCo's dev.
const sameAnswer = 150

// answerGold is gold of NAnCo.
type answerGold []Question

func (g answerGold) with(more alignGold) alignGold {
	m, ok := more.(answerGold)
	if !ok {
		return nil
	}
	return append(g, m...)
}

// score gives the mean over questions of the balanced accuracy over all pairs of a
// question's answers. A question all of whose answers are alike, or all different,
// says nothing and is left out.
func (g answerGold) score() Result {
	var result Result
	start := time.Now()
	sum, questions := 0.0, 0
	for i := range g {
		d := g[i].decide(sameAnswer)
		result.Items += d.all()
		if d.Hits+d.Missed > 0 && d.Rest+d.False > 0 {
			sum += d.Balanced()
			questions++
		}
	}
	result.Timed(start)
	result.Scores = map[string]float64{"balanced_accuracy": sum / float64(max(questions, 1))}
	return result
}

func (q *Question) decide(least int) (d Decisions) {
	docs := make([]*doc.Doc, len(q.Answers))
	for i, a := range q.Answers {
		docs[i] = statement(a.Text)
	}
	for i, a := range q.Answers {
		for k, b := range q.Answers[:i] {
			d.Add(a.Group == b.Group, align.Align(align.Whole(docs[i]), align.Whole(docs[k])).Score >= least)
		}
	}
	return d
}
