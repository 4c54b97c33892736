package eval

import (
	"cmp"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"synoptic/analyze/doc"
	"synoptic/compare/align"
	"synoptic/span"
)

// RolePair is two sentences of QA-Align (Brook Weiss et al. 2021) with questions
// and answers that tell who did what to whom in each, and which of these are one.
type RolePair struct {
	Text  [2]string
	Roles [2][]AnsweredRole
	// Gold are the alignments: lists of places in Roles, of both sides; -1 for a
	// question that the lists of the sentence lack, which nobody can find.
	Gold [][2][]int
}

// AnsweredRole is a verb and the words that answer a question about it.
type AnsweredRole struct {
	ID           string
	Verb, Answer span.Span // in the text
}

const (
	maxRoleFile = 1 << 26 // bytes
	maxRoles    = 400     // of a sentence
)

// What a file of QA-Align can have wrong.
var (
	ErrRoleHeader = errors.New(`there are no columns "tokens_1", "tokens_2", "qas_1", "qas_2" and "alignments"`)
	ErrRole       = errors.New("a question or an alignment is not as QA-Align has it")
	ErrRoleLong   = errors.New("the file, or a list of questions, is too long")
)

var roleColumns = []string{"tokens_1", "tokens_2", "qas_1", "qas_2", "alignments"}

// ReadRoles reads QA-Align's CSV.
func ReadRoles(r io.Reader) ([]RolePair, error) {
	limited := &io.LimitedReader{R: r, N: maxRoleFile}
	rows := csv.NewReader(limited)
	header, err := rows.Read()
	if err != nil {
		return nil, &PairError{1, errors.Join(ErrRoleHeader, err)}
	}
	var at []int
	for _, name := range roleColumns {
		if i := slices.Index(header, name); i >= 0 {
			at = append(at, i)
		}
	}
	if len(at) < len(roleColumns) {
		return nil, &PairError{1, ErrRoleHeader}
	}
	var list []RolePair
	for {
		row, err := rows.Read()
		if limited.N == 0 {
			return nil, &PairError{0, ErrRoleLong}
		}
		if err == io.EOF {
			return list, nil
		}
		if err != nil {
			var wrong *csv.ParseError
			if errors.As(err, &wrong) {
				return nil, &PairError{wrong.StartLine, wrong.Err}
			}
			return nil, err
		}
		p, err := parseRoles(row[at[0]], row[at[1]], row[at[2]], row[at[3]], row[at[4]])
		if err != nil {
			line, _ := rows.FieldPos(at[0])
			return nil, &PairError{line, err}
		}
		list = append(list, p)
	}
}

// parseRoles reads one row.
func parseRoles(a, b, qasA, qasB, alignments string) (RolePair, error) {
	p := RolePair{Text: [2]string{a, b}}
	var place [2]map[string]int
	for side, list := range []string{qasA, qasB} {
		place[side] = map[string]int{}
		v, err := parseLiteral(list)
		if err != nil {
			return RolePair{}, err
		}
		roles, ok := v.([]any)
		if !ok {
			return RolePair{}, ErrRole
		}
		if len(roles) > maxRoles {
			return RolePair{}, ErrRoleLong
		}
		for _, one := range roles {
			role, ok := parseRole(p.Text[side], one)
			if !ok {
				return RolePair{}, ErrRole
			}
			place[side][role.ID] = len(p.Roles[side])
			p.Roles[side] = append(p.Roles[side], role)
		}
	}
	v, err := parseLiteral(alignments)
	if err != nil {
		return RolePair{}, err
	}
	all, ok := v.([]any)
	if !ok || len(all) > maxRoles {
		return RolePair{}, ErrRole
	}
	for _, one := range all {
		m, _ := one.(map[string]any)
		var gold [2][]int
		for side, name := range []string{"sent1", "sent2"} {
			ids, _ := m[name].([]any)
			for _, id := range ids {
				fields, _ := id.(map[string]any)
				key, ok := fields["qa_uuid"].(string)
				if !ok {
					return RolePair{}, ErrRole
				}
				i, known := place[side][key]
				if !known {
					i = -1
				}
				gold[side] = append(gold[side], i)
			}
			slices.Sort(gold[side])
		}
		p.Gold = append(p.Gold, gold)
	}
	return p, nil
}

// parseRole reads one question of a text whose tokens are parted by blanks.
func parseRole(text string, v any) (AnsweredRole, bool) {
	m, _ := v.(map[string]any)
	id, ok := m["qa_uuid"].(string)
	verb, known := m["verb_idx"].(int)
	answer, _ := m["answer_range"].(string)
	from, to, cut := strings.Cut(answer, ":")
	first, err := strconv.Atoi(from)
	end, wrong := strconv.Atoi(to)
	if !ok || !known || !cut || err != nil || wrong != nil {
		return AnsweredRole{}, false
	}
	at, found := blankTokens(text, verb, verb+1)
	words, within := blankTokens(text, first, end)
	return AnsweredRole{id, at, words}, found && within
}

// blankTokens returns the bytes from one token to before another of a text whose
// tokens are parted by single blanks.
func blankTokens(text string, from, to int) (span.Span, bool) {
	if from < 0 || to <= from {
		return span.Span{}, false
	}
	s, n, start := span.Span{}, 0, 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != ' ' {
			continue
		}
		if n == from {
			s.Start = start
		}
		if n++; n == to {
			s.End = i
			return s, true
		}
		start = i + 1
	}
	return span.Span{}, false
}

// roleGold is gold of QA-Align.
type roleGold []RolePair

func (g roleGold) with(more alignGold) alignGold {
	m, ok := more.(roleGold)
	if !ok {
		return nil
	}
	return append(g, m...)
}

// score gives F1 over alignments, which are right when they have the same
// questions on both sides.
func (g roleGold) score() Result {
	result := Result{Items: len(g)}
	var d Decisions
	start := time.Now()
	for i := range g {
		g[i].decide(&d)
	}
	result.Timed(start)
	result.Scores = map[string]float64{"f1": d.F1()}
	return result
}

// sameRole is the share of words of two answers that have to be linked, in
// thousandths, for questions about linked verbs to be one. It is learnt from
// QA-Align's dev.
const sameRole = 200

// decide aligns the questions of both sides one to one, the best first.
func (p *RolePair) decide(d *Decisions) {
	a, b := statement(p.Text[0]), statement(p.Text[1])
	r := align.Align(align.Whole(a), align.Whole(b))
	type candidate struct{ i, k, score int }
	var list []candidate
	for i, x := range p.Roles[0] {
		for k, y := range p.Roles[1] {
			if shared(a, b, r.Links, x.Verb, y.Verb) == 0 {
				continue
			}
			if s := shared(a, b, r.Links, x.Answer, y.Answer); s >= sameRole {
				list = append(list, candidate{i, k, s})
			}
		}
	}
	slices.SortStableFunc(list, func(x, y candidate) int { return cmp.Compare(y.score, x.score) })
	var done [2]map[int]bool
	done[0], done[1] = map[int]bool{}, map[int]bool{}
	found := 0
	for _, c := range list {
		if done[0][c.i] || done[1][c.k] {
			continue
		}
		done[0][c.i], done[1][c.k] = true, true
		found++
		if slices.ContainsFunc(p.Gold, func(g [2][]int) bool {
			return slices.Equal(g[0], []int{c.i}) && slices.Equal(g[1], []int{c.k})
		}) {
			d.Hits++
			found--
		}
	}
	d.False += found
	d.Missed += len(p.Gold) - len(done[0]) + found
}

// shared returns the share of the words of two spans that links join, in
// thousandths: of content words where both have any.
func shared(a, b *doc.Doc, links []align.Link, x, y span.Span) int {
	inA, inB := a.Range(x), b.Range(y)
	all := inA.Len() + inB.Len()
	heavyA, heavyB := heavy(a, inA), heavy(b, inB)
	met, heavyMet := 0, 0
	for _, l := range links {
		if inA.Contains(l.A) && inB.Contains(l.B) {
			met += l.A.Len() + l.B.Len()
			heavyMet += heavy(a, l.A) + heavy(b, l.B)
		}
	}
	if heavyA > 0 && heavyB > 0 {
		return 1000 * heavyMet / (heavyA + heavyB)
	}
	return 1000 * met / max(1, all)
}

// heavy counts content words.
func heavy(d *doc.Doc, r span.Range) int {
	n := 0
	for i := r.From; i < r.To; i++ {
		switch d.Tokens[i].UPOS {
		case "NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM":
			n++
		}
	}
	return n
}
