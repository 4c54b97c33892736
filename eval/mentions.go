package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// Mention is words of a report that mention an event, as ECB+ (Cybulska and Vossen
// 2014) has them.
type Mention struct {
	Topic  string // whose reports are of one event, or of two alike
	Report string
	Chain  string   // the event, gold
	Tokens []string // of the report, or what of it is known
	At     []int    // the mention, in Tokens, ascending
	Head   string   // its head word
	Lemma  string   // of that
}

// Limits of a file of mentions, so that a damaged one does not take the memory.
const (
	maxMentionLine  = 1 << 20 // bytes
	maxMentions     = 1 << 16
	maxMentionsOf   = 1000 // of a topic, which are compared pair by pair
	maxMentionWords = 5000 // of a report
)

// What a file of mentions can have wrong.
var (
	ErrMention     = errors.New("is no mention of an event as ECB+ has it")
	ErrMentionLong = errors.New("the line, or the list of mentions, is too long")
)

// ReadMentions reads mentions of events as JSON Lines.
func ReadMentions(r io.Reader) ([]Mention, error) {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 0, 4096), maxMentionLine)
	var list []Mention
	of := map[string]int{}
	n := 0
	for s.Scan() {
		n++
		line := bytes.TrimSpace(bytes.TrimPrefix(s.Bytes(), []byte("\ufeff")))
		if len(line) == 0 {
			continue
		}
		var in struct {
			Chain  *string  `json:"coref_chain"`
			Report string   `json:"doc_id"`
			Tokens []string `json:"mention_context"`
			At     []int    `json:"tokens_number"`
			Head   string   `json:"mention_head"`
			Lemma  string   `json:"mention_head_lemma"`
			Topic  string   `json:"topic_id"`
		}
		if err := json.Unmarshal(line, &in); err != nil {
			return nil, &PairError{n, errors.Join(ErrMention, err)}
		}
		if in.Chain == nil || len(in.At) == 0 {
			return nil, &PairError{n, ErrMention}
		}
		for i, at := range in.At {
			if at < 0 || at >= len(in.Tokens) || i > 0 && at <= in.At[i-1] {
				return nil, &PairError{n, fmt.Errorf("%w: token %d", ErrMention, at)}
			}
		}
		if of[in.Topic]++; of[in.Topic] > maxMentionsOf || len(list) == maxMentions || len(in.Tokens) > maxMentionWords {
			return nil, &PairError{n, ErrMentionLong}
		}
		list = append(list, Mention{in.Topic, in.Report, *in.Chain, in.Tokens, in.At, in.Head, strings.ToLower(in.Lemma)})
	}
	if errors.Is(s.Err(), bufio.ErrTooLong) {
		return nil, &PairError{n + 1, ErrMentionLong}
	}
	if err := s.Err(); err != nil {
		return nil, err
	}
	return list, nil
}

// mentionGold is gold of ECB+.
type mentionGold []Mention

func (g mentionGold) with(more alignGold) alignGold {
	m, ok := more.(mentionGold)
	if !ok {
		return nil
	}
	return append(g, m...)
}

// score finds which mentions of a topic are of one event, and scores that.
func (g mentionGold) score() Result {
	result := Result{Items: len(g)}
	start := time.Now()
	var found, gold []string
	for _, t := range ReadTopics(g) {
		for i, n := range t.Cluster(coreferenceWeights()) {
			found, gold = append(found, fmt.Sprint(t.Name, "/", n)), append(gold, t.Mentions[i].Chain)
		}
	}
	result.Timed(start)
	result.Scores = ConllScores(found, gold)
	return result
}
