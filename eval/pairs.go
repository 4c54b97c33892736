package eval

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Pair is two statements with what people say of them.
type Pair struct {
	A, B string
	// Gold is the likeness from 0 to 5, or 1 for a paraphrase and 0 for none.
	Gold float64
}

// Limits of a file of pairs, so that a damaged one does not take the memory.
const (
	maxPairLine = 1 << 16 // bytes of a line
	maxPairs    = 1 << 20
)

// PairError says where a file of pairs can't be read, and why.
type PairError struct {
	Line int // counted from 1
	Why  error
}

func (e *PairError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Why) }

func (e *PairError) Unwrap() error { return e.Why }

// What a file of pairs can have wrong.
var (
	ErrPairFields = errors.New("there are not as many fields as there should be")
	ErrPairScore  = errors.New("the score is none")
	ErrPairLong   = errors.New("a line or the file is too long")
)

// msrHeader is the first line of MSR's files.
const msrHeader = "Quality\t"

// ReadPairs reads STS (score, sentence, sentence) or MSR (a header, then quality,
// two ids and two sentences), whichever it is, from tab-separated values. Quotation
// marks mean nothing in either.
func ReadPairs(r io.Reader) (pairs []Pair, paraphrases bool, err error) {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 0, 4096), maxPairLine)
	n := 0
	for s.Scan() {
		n++
		line := strings.TrimSuffix(strings.TrimPrefix(s.Text(), "\ufeff"), "\r")
		if n == 1 && strings.HasPrefix(line, msrHeader) {
			paraphrases = true
			continue
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		f := strings.Split(line, "\t")
		most := 5.0
		if paraphrases {
			most = 1
			if len(f) != 5 {
				return nil, false, &PairError{n, ErrPairFields}
			}
			f = []string{f[0], f[3], f[4]}
		}
		if len(f) < 3 {
			return nil, false, &PairError{n, ErrPairFields}
		}
		gold, err := strconv.ParseFloat(f[0], 64)
		if err != nil || !(gold >= 0 && gold <= most) || paraphrases && gold != 0 && gold != 1 {
			return nil, false, &PairError{n, ErrPairScore}
		}
		if len(pairs) == maxPairs {
			return nil, false, &PairError{n, ErrPairLong}
		}
		pairs = append(pairs, Pair{f[1], f[2], gold})
	}
	if errors.Is(s.Err(), bufio.ErrTooLong) {
		return nil, false, &PairError{n + 1, ErrPairLong}
	}
	if err := s.Err(); err != nil {
		return nil, false, err
	}
	return pairs, paraphrases, nil
}
