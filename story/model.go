package story

import (
	_ "embed" // for the weights
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed model.txt
var packed string

// shipped is the model of model.txt.
var shipped = sync.OnceValue(func() *Model {
	m, err := ReadModel(packed)
	if err != nil {
		panic("story/model.txt: " + err.Error()) // it is embedded
	}
	return m
})

// Model says how what is told of an article and a story adds up. All is in
// thousandths, sums in thousandths of the logarithm of the odds. A weight
// stands for each feature, behind one that is always added.
type Model struct {
	Rank  []int  // over FeatureNames: which story is the likeliest
	Join  []int  // over FeatureNames and the context: whether the article belongs to it
	Trees []Tree // over the same; what they give is added to Join
	Merge int    // the least mean of rank scores between the articles of two stories that makes them one
	Split int    // less than it, between the parts of a story, parts it; less than Merge
}

// Tree is a decision tree. The first node is its root.
type Tree []Node

// Node asks whether a feature is at most At, and goes to Low if so, else to
// High; a leaf, with Feature -1, gives At.
type Node struct{ Feature, At, Low, High int }

// Score returns what the tree gives for features.
func (t Tree) Score(features []int) int {
	n := t[0]
	for n.Feature >= 0 {
		if features[n.Feature] <= n.At {
			n = t[n.Low]
		} else {
			n = t[n.High]
		}
	}
	return n.At
}

func linear(weights, features []int) int {
	sum := 1000 * weights[0]
	for i, f := range features {
		sum += weights[i+1] * f
	}
	return sum / 1000
}

// join returns the odds that an article belongs to a story.
func (m *Model) join(features []int) int {
	sum := linear(m.Join, features)
	for _, t := range m.Trees {
		sum += t.Score(features)
	}
	return sum
}

// String writes the model as ReadModel reads it: a line for each weight, then
// one for each tree.
func (m *Model) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "merge\t%d\nsplit\t%d\n", m.Merge, m.Split)
	for i, w := range m.Rank {
		fmt.Fprintf(&b, "rank\t%d\t%s\n", w, weightName(i))
	}
	for i, w := range m.Join {
		fmt.Fprintf(&b, "join\t%d\t%s\n", w, weightName(i))
	}
	for _, t := range m.Trees {
		b.WriteString("tree")
		for _, n := range t {
			if n.Feature < 0 {
				fmt.Fprintf(&b, "\t%d", n.At)
			} else {
				fmt.Fprintf(&b, "\t%d %d %d %d", n.Feature, n.At, n.Low, n.High)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func weightName(i int) string {
	switch i -= 1; {
	case i < 0:
		return "always"
	case i < len(FeatureNames):
		return FeatureNames[i]
	}
	return contextNames[i-len(FeatureNames)]
}

// ReadModel reads what String wrote.
func ReadModel(text string) (*Model, error) {
	m := &Model{Split: math.MinInt} // none, where no line says it
	for line := range strings.Lines(text) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if cells[0] == "tree" {
			t, err := readTree(cells[1:])
			if err != nil {
				return nil, err
			}
			m.Trees = append(m.Trees, t)
			continue
		}
		if len(cells) < 2 {
			return nil, fmt.Errorf("line %q has no number", line)
		}
		w, err := strconv.Atoi(cells[1])
		if err != nil {
			return nil, err
		}
		switch cells[0] {
		case "merge":
			m.Merge = w
		case "split":
			m.Split = w
		case "rank":
			m.Rank = append(m.Rank, w)
		case "join":
			m.Join = append(m.Join, w)
		default:
			return nil, fmt.Errorf("unknown line %q", line)
		}
	}
	if len(m.Rank) != 1+len(FeatureNames) || len(m.Join) != 1+len(FeatureNames)+len(contextNames) {
		return nil, fmt.Errorf("%d and %d weights are not those of the features", len(m.Rank), len(m.Join))
	}
	if m.Split >= m.Merge {
		return nil, fmt.Errorf("what is parted below %d would be merged from %d on", m.Split, m.Merge)
	}
	return m, nil
}

func readTree(cells []string) (Tree, error) {
	t := make(Tree, len(cells))
	for i, cell := range cells {
		var numbers []int
		for word := range strings.FieldsSeq(cell) {
			n, err := strconv.Atoi(word)
			if err != nil {
				return nil, err
			}
			numbers = append(numbers, n)
		}
		switch {
		case len(numbers) == 1:
			t[i] = Node{Feature: -1, At: numbers[0]}
		case len(numbers) == 4 && 0 <= numbers[0] && numbers[0] < len(FeatureNames)+len(contextNames) &&
			i < min(numbers[2], numbers[3]) && max(numbers[2], numbers[3]) < len(cells):
			t[i] = Node{numbers[0], numbers[1], numbers[2], numbers[3]}
		default:
			return nil, fmt.Errorf("%q is no node of a tree", cell)
		}
	}
	if len(t) == 0 {
		return nil, fmt.Errorf("a tree is empty")
	}
	return t, nil
}

// Blank returns a model that weighs nothing and splits nothing, to be learnt.
func Blank() *Model {
	return &Model{
		Rank: make([]int, 1+len(FeatureNames)), Join: make([]int, 1+len(FeatureNames)+len(contextNames)),
		Split: math.MinInt,
	}
}

// Joins reports whether an article belongs to a story that it may belong to.
func (m *Model) Joins(k Candidate) bool { return m.join(k.Features) >= 0 }
