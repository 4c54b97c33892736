package article

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"synoptic/article/extract"
	"synoptic/article/warc"
	"synoptic/lang"
)

// Stdin is the path that stands for standard input.
const Stdin = "-"

// Limits that keep a damaged or hostile input from taking the memory.
const (
	maxText     = 1 << 20  // bytes of one article's text
	maxRecord   = 8 << 20  // bytes of one JSON line
	maxDocument = 64 << 20 // bytes of a .json file, which is held whole
)

// Options say how articles are read. The zero value is useful.
type Options struct {
	// Language marks the regions of articles that give none. Defaults to
	// none: such articles have no regions.
	Language *lang.Language
	// Meta tells what the files do not say of themselves. Defaults to nothing.
	Meta *Meta
	// Stdin is read for the path "-". Defaults to nothing, which reads as empty.
	Stdin io.Reader
	// Warn is told, in one plain sentence, of what was read but looks odd.
	// Defaults to nobody.
	Warn func(message string)
	// Opened is told of each file that is read, and of "-". Defaults to nobody.
	Opened func(path string)
}

// Read returns the articles of all paths in the order read, and what was left
// out. A path is a file, a folder, which is walked in the order of names, or
// "-". A file that several paths reach is read once. Ids are unique, and do
// not depend on the order of paths.
func Read(paths []string, o Options) ([]*Article, []Unread) {
	r := newReader(o)
	for _, path := range paths {
		r.path(path)
	}
	number(r.articles)
	return r.articles, r.left
}

// Stream is Read for articles that are taken one by one, as they are read: each
// is handed to take and not kept. Ids are unique in the order read.
func Stream(paths []string, o Options, take func(*Article)) []Unread {
	r := newReader(o)
	given := passing{}
	r.take = func(a *Article) {
		a.ID = given.unique(a.ID)
		name(a)
		take(a)
	}
	for _, path := range paths {
		r.path(path)
	}
	return r.left
}

// ReadFrom is Read for the bytes of one file that are at hand. The ending of
// path says how they are laid out.
func ReadFrom(path string, in io.Reader, o Options) ([]*Article, []Unread) {
	r := newReader(o)
	if f := formatOf(path); f.read() {
		r.stream(path, in, f)
	} else {
		r.leave(path, Unsupported, "%s", f.refusal(path))
	}
	number(r.articles)
	return r.articles, r.left
}

// number makes ids unique, by file and by place in it, and completes what
// hangs on them.
func number(articles []*Article) {
	byPath := slices.Clone(articles)
	slices.SortStableFunc(byPath, func(a, b *Article) int { return strings.Compare(a.Path, b.Path) })
	given := ids{}
	for _, a := range byPath {
		a.ID = given.unique(a.ID)
		name(a)
	}
}

// reader is one run over some paths.
type reader struct {
	Options
	read     map[string]bool // files that were read, by their cleaned path
	articles []*Article      // with ids as they come and absent outlets empty
	take     func(*Article)  // takes articles in place of the list, if there is one
	left     []Unread
	within   bool            // the file at hand was found in a folder
	passed   int             // how many of such files were written by the program
	guessed  map[string]bool // files whose charset was guessed
	// pair takes the JSON objects of files when pairs are read; nil for articles.
	pair func(path, at string, b []byte)
}

func newReader(o Options) *reader {
	return &reader{Options: o, read: map[string]bool{}, guessed: map[string]bool{}}
}

func (r *reader) leave(path string, code Code, format string, args ...any) {
	r.left = append(r.left, *unread(path, code, format, args...))
}

func (r *reader) warn(format string, args ...any) {
	if r.Warn != nil {
		r.Warn(fmt.Sprintf(format, args...))
	}
}

func (r *reader) opened(path string) {
	if r.Opened != nil {
		r.Opened(path)
	}
}

// path reads what one argument names.
func (r *reader) path(path string) {
	if path == Stdin {
		if r.Stdin != nil && !r.read[Stdin] {
			r.read[Stdin] = true
			r.opened(Stdin)
			r.stream(Stdin, r.Stdin, sniffed)
		}
		return
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.leave(path, Missing, "there is no such file or folder")
	case err != nil:
		r.leave(path, Unreadable, "can't be opened: %v", cause(err))
	case info.IsDir():
		r.folder(path)
	default:
		f := formatOf(path)
		if f == unknown && filepath.Ext(path) == "" {
			f = sniffed // named by hand, as "/dev/fd/63" is
		}
		if r.read[filepath.Clean(path)] {
			r.warn("%s: is named more than once, and read once", path)
		}
		r.file(path, f)
	}
}

// folder reads the articles under path.
func (r *reader) folder(path string) {
	found, passed := 0, r.passed
	r.within = true
	defer func() { r.within = false }()
	// The function returns no error but SkipDir.
	_ = filepath.WalkDir(path, func(at string, entry fs.DirEntry, err error) error {
		if err != nil {
			found++
			r.leave(at, Unreadable, "can't be opened: %v", cause(err))
			return nil
		}
		if at == path {
			return nil
		}
		hidden := strings.HasPrefix(entry.Name(), ".")
		if entry.IsDir() {
			if hidden || accompanies(at) {
				return fs.SkipDir
			}
			return nil
		}
		f := formatOf(at)
		if hidden || f == beside || r.pair != nil && f != lines && f != document {
			return nil
		}
		found++
		// Follow a link to a file, but open nothing that could wait forever.
		info, err := os.Stat(at)
		switch {
		case err != nil:
			r.leave(at, Unreadable, "can't be opened: %v", cause(err))
		case info.IsDir():
			r.leave(at, Unsupported, "is a link to a folder, which is not followed; name that folder")
		case !info.Mode().IsRegular():
			r.leave(at, Unsupported, "is no plain file")
		default:
			r.file(at, f)
		}
		return nil
	})
	switch {
	case r.pair != nil && found == 0:
		r.leave(path, Empty, "the folder holds no file of pairs (%s)", pairable)
	case r.pair == nil && found == r.passed-passed:
		r.leave(path, Empty, "the folder holds no article (%s)", readable)
	}
}

// accompanies reports whether a folder holds what belongs to the web page beside
// it: browsers save "dam.html" with its pictures and frames in "dam_files".
func accompanies(folder string) bool {
	page, ok := strings.CutSuffix(folder, "_files")
	return ok && slices.ContainsFunc([]string{".html", ".htm", ".xhtml"}, func(ext string) bool {
		_, err := os.Stat(page + ext)
		return err == nil
	})
}

func (r *reader) file(path string, f format) {
	clean := filepath.Clean(path)
	if r.read[clean] {
		return
	}
	r.read[clean] = true
	if !f.read() {
		r.leave(path, Unsupported, "%s", f.refusal(path))
		return
	}
	file, err := os.Open(path)
	if err != nil {
		r.leave(path, Unreadable, "can't be opened: %v", cause(err))
		return
	}
	defer file.Close()
	passed := r.passed
	r.stream(path, file, f)
	if r.passed == passed {
		r.opened(path)
	}
}

// stream reads the articles of one file or of standard input.
func (r *reader) stream(path string, from io.Reader, f format) {
	if f == sniffed || f == archived {
		raw := bufio.NewReaderSize(from, sniffLen)
		head, _ := begin(raw)
		// An archive's compressed pieces are told apart by its own reader.
		if r.pair == nil && len(head) > 0 && (f == archived || warc.Begins(head)) {
			r.archive(path, raw)
			return
		}
		from = raw
	}
	in, err := unzipped(from)
	if err != nil {
		r.leave(path, Unreadable, "can't be read: %v", cause(err))
		return
	}
	head, err := begin(in)
	if len(head) == 0 {
		if err != nil && err != io.EOF {
			r.leave(path, Unreadable, "can't be read: %v", cause(err))
		} else {
			r.leave(path, Empty, "is empty")
		}
		return
	}
	if seen, _ := decoded(head); f == sniffed || f == plain && page(seen) {
		f = sniff(seen)
	}
	if r.pair != nil && f != lines && f != document {
		r.leave(path, Unsupported, "holds no pairs; they are in %s", pairable)
		return
	}
	switch encoding := wide(head); {
	case f == hypertext || f == syndicated: // which are decoded by what they declare
	case encoding == fourfold:
		r.leave(path, NotUTF8, "is text in %s; save it as UTF-8", encoding)
		return
	case encoding == doubled && f != plain:
		in = bufio.NewReaderSize(narrowed(in), sniffLen)
	}
	switch f {
	case plain:
		r.plain(path, in)
	case lines:
		r.lines(path, in)
	case document:
		r.document(path, in)
	case hypertext:
		b, err := io.ReadAll(io.LimitReader(in, extract.MaxPage+1))
		if err != nil {
			r.leave(path, Unreadable, "can't be read: %v", cause(err))
			return
		}
		r.html(path, path, b, "", "")
	case syndicated:
		r.syndicated(path, in)
	}
}

// plain reads one article of plain text.
func (r *reader) plain(path string, in io.Reader) {
	b, err := io.ReadAll(io.LimitReader(in, 2*maxText+4)) // UTF-16 has two bytes where UTF-8 has one
	if err != nil {
		r.leave(path, Unreadable, "can't be read: %v", cause(err))
		return
	}
	inner, guess := decoded(b)
	text, invalid := clean(inner)
	_, legible := garbled(text)
	switch {
	case len(text) > maxText:
		r.leave(path, TooLarge, "%v", tooLong())
		return
	case !legible:
		r.leave(path, Binary, "holds bytes that are no text")
		return
	case own(b, plain):
		r.pass(path)
		return
	case strings.TrimSpace(text) == "":
		r.leave(path, Empty, "is empty")
		return
	}
	r.recoded(path, guess)
	if invalid > 0 {
		r.warn("%s: bytes that are not UTF-8 were replaced: %d", path, invalid)
	}
	sum := sha256.Sum256(b)
	r.article(&Article{Text: text, Path: path, Digest: hex.EncodeToString(sum[:])}, false)
}

// lines reads JSON Lines: one article a line.
func (r *reader) lines(path string, in *bufio.Reader) {
	found := false
	var buffer []byte
	for n := 1; ; n++ {
		line, long, err := readLine(in, buffer)
		buffer = line
		line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte(bom)))
		if len(line) == 0 && !long && err == nil {
			continue
		}
		at := fmt.Sprintf("%s:%d", path, n)
		switch {
		case long:
			found = true
			r.leave(at, TooLarge, "the line is longer than the %d MB that one may have", maxRecord>>20)
		case err != nil && err != io.EOF:
			r.leave(at, Unreadable, "can't be read: %v", cause(err))
			return
		case bytes.IndexByte(line, 0) >= 0:
			r.leave(at, Binary, "holds bytes that are no text")
			return
		case len(line) > 0:
			found = true
			r.record(path, at, line)
		}
		if err != nil {
			break
		}
	}
	if !found {
		r.leave(path, Empty, "is empty")
	}
}

// document reads JSON that may run over several lines: one article, an array
// of them, or articles one after the other.
func (r *reader) document(path string, in *bufio.Reader) {
	b, err := io.ReadAll(io.LimitReader(in, maxDocument+1))
	switch {
	case err != nil:
		r.leave(path, Unreadable, "can't be read: %v", cause(err))
		return
	case len(b) > maxDocument:
		r.leave(path, TooLarge, "is larger than the %d MB that JSON of this form may have; save it as .jsonl, one article a line", maxDocument>>20)
		return
	case bytes.IndexByte(b, 0) >= 0:
		r.leave(path, Binary, "holds bytes that are no text")
		return
	}
	b = bytes.TrimPrefix(b, []byte(bom))
	decoder := json.NewDecoder(bytes.NewReader(b))
	array := len(bytes.TrimSpace(b)) > 0 && bytes.TrimSpace(b)[0] == '['
	if array {
		_, _ = decoder.Token() // the bracket
	}
	found := false
	for decoder.More() {
		start := decoder.InputOffset()
		var one json.RawMessage
		if err := decoder.Decode(&one); err != nil {
			r.leave(path, BadJSON, "%v", jsonError(b, err))
			return
		}
		found = true
		at := path
		if start > 0 {
			// Name the line that the value, not the gap before it, begins at.
			at = fmt.Sprintf("%s:%d", path, 1+bytes.Count(b[:decoder.InputOffset()-int64(len(one))], []byte("\n")))
		}
		r.record(path, at, one)
	}
	if array {
		if _, err := decoder.Token(); err != nil {
			r.leave(path, BadJSON, "%v", jsonError(b, io.ErrUnexpectedEOF))
			return
		}
	}
	if !found && r.pair != nil {
		r.leave(path, Empty, "holds no pair")
	} else if !found {
		r.leave(path, Empty, "holds no article")
	}
}

// record takes one JSON object of a file; at names its place for messages.
func (r *reader) record(path, at string, b []byte) {
	if r.pair != nil {
		r.pair(path, at, b)
		return
	}
	inner, guess := decoded(b)
	a, given, notes, code, err := parse(inner)
	if code == NoText && r.aside(path, at, b) {
		return
	}
	if code == NoText && own(b, document) {
		r.pass(at)
		return
	}
	if err != nil {
		r.leave(at, code, "%v", err)
		return
	}
	for _, note := range notes {
		r.warn("%s: %s", at, note)
	}
	if r.recoded(path, guess); !utf8.Valid(inner) {
		r.warn("%s: bytes that are not UTF-8 were replaced", at)
	}
	sum := sha256.Sum256(b)
	a.Path, a.Digest = path, hex.EncodeToString(sum[:])
	r.article(a, given)
}

// recoded tells, once a file, that it was read in a charset that was guessed.
func (r *reader) recoded(path, charset string) {
	if charset != "" && !r.guessed[path] {
		r.guessed[path] = true
		r.warn("%s: is no UTF-8 and was read as %s", path, charset)
	}
}

// article completes a and keeps it. Regions that the input gives are not
// marked anew; lines that can't be read always are.
func (r *reader) article(a *Article, given bool) {
	identify(a)
	if r.Meta != nil {
		r.Meta.fill(a)
	}
	if !given && r.Language != nil {
		mark(a, &r.Language.Article)
	}
	if lines, _ := garbled(a.Text); len(lines) > 0 {
		r.warn("%s: the part of %q that can't be read is passed over", a.Path, a.ID)
		strike(a, lines)
	}
	if r.take != nil {
		r.take(a)
		return
	}
	r.articles = append(r.articles, a)
}

// cause drops what a message already says: the operation and the path.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
