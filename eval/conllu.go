package eval

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
)

// Treebank is one sentence of a CoNLL-U file.
type Treebank struct {
	Text        string // its "# text" comment
	Document    string // the name of the document it is in
	NewDocument bool   // it begins a document
	NewPart     bool   // it begins a paragraph
	Words       []Word
}

// Word is one syntactic word of a CoNLL-U sentence.
type Word struct {
	Form, Lemma, UPOS, XPOS string
	Head                    int // counted from 1; 0 for the root
	Relation                string
	Misc                    string
	// Glued is true when no space follows.
	Glued bool
}

// ReadTreebank reads the CoNLL-U files at paths, gzipped or not, in order.
// Empty nodes are passed over; words of a multiword token are glued.
func ReadTreebank(paths []string) ([]Treebank, error) {
	var all []Treebank
	for _, path := range paths {
		r, err := open(path)
		if err != nil {
			return nil, err
		}
		list, err := parseTreebank(r)
		r.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		all = append(all, list...)
	}
	return all, nil
}

func parseTreebank(r io.Reader) ([]Treebank, error) {
	var list []Treebank
	var t Treebank
	document := ""
	multi, multiGlued := 0, false // last word of the multiword token at hand
	var blocks []int              // sentences left of the paragraphs at hand that say how many they have
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 16<<20)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		switch {
		case line == "":
			if len(t.Words) > 0 {
				t.Document = document
				list = append(list, t)
			}
			t, multi = Treebank{}, 0
			for i := range blocks {
				blocks[i]--
				t.NewPart = t.NewPart || blocks[i] == 0
			}
			blocks = slices.DeleteFunc(blocks, func(left int) bool { return left <= 0 })
			continue
		case line[0] == '#':
			if text, ok := strings.CutPrefix(line, "# text = "); ok {
				t.Text = text
			}
			if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
				document = id
			}
			t.NewDocument = t.NewDocument || strings.HasPrefix(line, "# newdoc")
			t.NewPart = t.NewPart || strings.HasPrefix(line, "# newpar")
			blocks = append(blocks, blockLengths(line)...)
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 10 {
			return nil, fmt.Errorf("line %d has %d columns, not 10", n, len(f))
		}
		glued := strings.Contains(f[9], "SpaceAfter=No")
		if _, last, ok := strings.Cut(f[0], "-"); ok {
			multi, _ = strconv.Atoi(last)
			multiGlued = glued
			continue
		}
		if strings.Contains(f[0], ".") {
			continue
		}
		id, err := strconv.Atoi(f[0])
		if err != nil || id != len(t.Words)+1 {
			return nil, fmt.Errorf("line %d: word %q is out of order", n, f[0])
		}
		head, _ := strconv.Atoi(f[6])
		switch {
		case id < multi:
			glued = true
		case id == multi:
			glued = multiGlued
		}
		t.Words = append(t.Words, Word{Form: f[1], Lemma: f[2], UPOS: f[3], XPOS: f[4], Head: head, Relation: f[7], Misc: f[9], Glued: glued})
	}
	if len(t.Words) > 0 {
		t.Document = document
		list = append(list, t)
	}
	return list, lines.Err()
}

// blockLengths reads GUM's "# newpar_block = p (6 s) | figure (1 s)": a
// paragraph of six sentences begins, and in it a picture with one.
func blockLengths(line string) (sentences []int) {
	rest, ok := strings.CutPrefix(line, "# newpar_block")
	for ok {
		if _, rest, ok = strings.Cut(rest, "("); ok {
			number, unit, _ := strings.Cut(rest, " ")
			if n, err := strconv.Atoi(number); err == nil && strings.HasPrefix(unit, "s)") {
				sentences = append(sentences, n)
			}
		}
	}
	return sentences
}

// open opens the file at path, unpacked when its name ends in ".gz".
func open(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil || !strings.HasSuffix(path, ".gz") {
		return f, err
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return unpacked{z, f}, nil
}

// unpacked is a gzipped file that closes with its reader.
type unpacked struct {
	*gzip.Reader
	file *os.File
}

func (u unpacked) Close() error {
	err := u.Reader.Close()
	if e := u.file.Close(); err == nil {
		err = e
	}
	return err
}
