package article

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"synoptic/article/feed"
)

// format is how the bytes of a file are laid out.
type format uint8

const (
	unknown    format = iota
	plain             // one article of plain text
	lines             // JSON Lines
	document          // JSON: one article, an array, or several after each other
	hypertext         // HTML: a web page
	syndicated        // a feed in XML: RSS or Atom
	archived          // a web archive: WARC
	sniffed           // whichever of these the first bytes speak for
	bundled           // a web page in one file with all that belongs to it: MHTML
	beside            // a file that lies beside articles and is none
)

// formats are the endings, in lower case, without ".gz".
var formats = map[string]format{
	".txt": plain, ".text": plain,
	".jsonl": lines, ".ndjson": lines,
	".json": document,
	".html": hypertext, ".htm": hypertext, ".xhtml": hypertext, ".mhtml": bundled, ".mht": bundled,
	".xml": syndicated, ".rss": syndicated, ".atom": syndicated, ".rdf": syndicated,
	".warc": archived,
	".md":   beside, ".csv": beside, ".tsv": beside, ".log": beside,
	".css": beside, ".js": beside, ".sha256": beside,
	".png": beside, ".jpg": beside, ".jpeg": beside, ".gif": beside, ".webp": beside, ".svg": beside, ".ico": beside,
}

// besides are whole names of files that lie beside articles.
var besides = map[string]bool{
	"readme": true, "license": true, "licence": true, "makefile": true, "copying": true, "thumbs.db": true, "desktop.ini": true,
}

func formatOf(path string) format {
	base := strings.ToLower(filepath.Base(path))
	if besides[base] {
		return beside
	}
	return formats[filepath.Ext(strings.TrimSuffix(base, ".gz"))]
}

// read reports whether files of format f can be read.
func (f format) read() bool { return plain <= f && f <= sniffed }

// readable names the endings of what can be read, for messages.
const readable = ".txt, .html, .jsonl, .json, .xml, .rss, .atom or .warc, each also .gz"

// refusal says why a file of format f, named path, is not read.
func (f format) refusal(path string) string {
	const can = "; what can be read ends in " + readable
	if f == bundled {
		return `pages saved as one file can't be read; save the page as "Webpage, HTML only"`
	}
	ext := filepath.Ext(path)
	if bare := path[:len(path)-len(ext)]; strings.EqualFold(ext, ".gz") {
		if inner := filepath.Ext(bare); inner != "" {
			return "files that end in " + inner + ext + " can't be read" + can
		}
		return "its name does not say what is compressed; name it " + filepath.Base(bare) + ".txt.gz, or whatever it holds"
	}
	if ext != "" {
		return "files that end in " + ext + " can't be read" + can
	}
	return "files without an ending are read only when named themselves" + can
}

// How many bytes decide what a file is.
const sniffLen = 64 << 10

// sniff tells the format from the first bytes of a file.
func sniff(head []byte) format {
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte(bom)))
	opens := func(marks string) bool {
		rest := bytes.TrimSpace(head[1:])
		return len(rest) > 0 && strings.IndexByte(marks, rest[0]) >= 0
	}
	switch {
	case len(head) == 0:
		return plain
	case page(head):
		return hypertext
	case head[0] == '[' && opens("{]"):
		return document
	case head[0] == '{' && opens("\"}"):
		first, rest, more := bytes.Cut(head, []byte("\n"))
		first, rest = bytes.TrimSpace(first), bytes.TrimSpace(rest)
		if more && bytes.IndexByte([]byte("[{:,"), first[len(first)-1]) >= 0 {
			return document // an object that goes on, as a feed's list of items does
		}
		// An object that one line holds, or the first of several lines that
		// each begin one; a line over the limit is too long for a document.
		if bytes.HasSuffix(first, []byte("}")) || len(rest) > 0 && rest[0] == '{' || !more && len(head) >= sniffLen/2 {
			return lines
		}
		return document
	case feed.Begins(head):
		return syndicated
	}
	return plain
}

// begin returns the first bytes of in, by which its form is told: sniffLen of
// them, or fewer when the first line is a JSON object. That tells enough, and
// whoever writes such lines may wait for an answer before the next.
func begin(in *bufio.Reader) ([]byte, error) {
	for n := 1; n <= sniffLen; {
		if _, err := in.Peek(n); err != nil {
			break
		}
		head, _ := in.Peek(in.Buffered())
		line, _, whole := bytes.Cut(head, []byte("\n"))
		line = bytes.TrimSpace(line)
		if whole && bytes.HasPrefix(line, []byte("{")) && bytes.HasSuffix(line, []byte("}")) {
			return head, nil
		}
		if whole || len(line) > 0 && line[0] != '{' {
			break
		}
		n = len(head) + 1
	}
	return in.Peek(sniffLen)
}

var errBomb = errors.New("its compressed bytes expand too far")

// unzipped returns from, decompressed when its first bytes are gzip's.
func unzipped(from io.Reader) (*bufio.Reader, error) {
	counted := &counter{Reader: from}
	in := bufio.NewReaderSize(counted, sniffLen)
	if magic, _ := in.Peek(2); !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		return in, nil
	}
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, err
	}
	return bufio.NewReaderSize(&guard{Reader: z, packed: counted}, sniffLen), nil
}

type counter struct {
	io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += int64(n)
	return n, err
}

// guard stops a gzip stream that expands as no text does: text shrinks to a
// fifth or so, and gzip can at best shrink a thousandfold.
type guard struct {
	io.Reader
	packed *counter
	n      int64
}

func (g *guard) Read(p []byte) (int, error) {
	n, err := g.Reader.Read(p)
	g.n += int64(n)
	if g.n > maxDocument && g.n > 200*g.packed.n {
		return 0, errBomb
	}
	return n, err
}

// readLine returns the next line without its end, or long for one over
// maxRecord, which it passes over without keeping it. It may overwrite buffer.
// The error is io.EOF at the end, together with the last line when no newline
// ends it.
func readLine(in *bufio.Reader, buffer []byte) (line []byte, long bool, err error) {
	line = buffer[:0]
	for {
		part, err := in.ReadSlice('\n')
		if long = long || len(line)+len(part) > maxRecord; long {
			line = line[:0]
		} else {
			line = append(line, part...)
		}
		if err != bufio.ErrBufferFull {
			return line, long, err
		}
	}
}
