// Package warc reads web archives (ISO 28500, WARC/1.0 and 1.1) record by
// record as they stream in, plain or compressed with gzip in whatever pieces,
// and takes the web pages out of the records. What is damaged is told with
// its place, and the reading goes on behind it.
package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Limits that keep a damaged or hostile archive from taking the memory or the
// time.
const (
	maxHeader  = 64 << 10 // bytes of a record's header
	maxBlock   = 16 << 20 // bytes of a record's block that are kept
	maxRewinds = 64       // records of one archive within which another is looked for
	bufferSize = 64 << 10
)

// Record is one record. Its time, WARC-Date, is left out on purpose: it says
// when the page was collected, not when it was published.
type Record struct {
	Offset int64  // where the record begins; see Reader
	Type   string // "response", "resource" and so on, in lower case
	URL    string // WARC-Target-URI
	// ContentType is that of the block; for a response it is
	// "application/http" and the page has one of its own.
	ContentType string
	// Block is what the record holds, or the first 16 MB of it. It is valid
	// until the next call of Next.
	Block []byte
	Long  bool // the block is longer than that
	// Truncated tells that who made the archive has kept the beginning of the
	// page only in this record (WARC-Truncated, WARC-Segment-Number).
	Truncated bool
}

// DamageError is a record, or some bytes where one should be, that can't be
// read.
type DamageError struct {
	Offset int64 // where it begins; see Reader
	Reason string
}

func (e *DamageError) Error() string {
	return fmt.Sprintf("the record at byte %d %s", e.Offset, e.Reason)
}

// Reader reads the records of one archive. Offsets are those of the file, and
// for a record that does not stand at the start of a compressed piece those of
// the decompressed bytes.
type Reader struct {
	in      *bufio.Reader
	from    *source
	members *members // nil when the archive is not compressed
	text    []byte   // the header read last
	block   []byte
	lost    bool // the next record has to be looked for
	rewinds int
	err     error // what every further call returns
}

// NewReader returns a Reader of an archive.
func NewReader(archive io.Reader) *Reader {
	r := &Reader{from: &source{}}
	raw := &tape{from: archive, mark: -1}
	r.from.below = raw
	// The beginning may be damaged too.
	head := raw.ahead(bufferSize)
	if at := bytes.Index(head, gzipMagic); at >= 0 && !bytes.Contains(head[:at], recordMagic) {
		r.members = &members{raw: raw}
		r.from.below = r.members
	}
	r.in = bufio.NewReaderSize(r.from, bufferSize)
	return r
}

// Begins reports whether head, the first bytes of a file, are those of an
// archive.
func Begins(head []byte) bool {
	return bytes.HasPrefix(head, recordMagic) || new(members).begins(head)
}

var recordMagic = []byte("WARC/")

// Next returns the next record. The error is io.EOF at the end; a *DamageError
// for what can't be read, after which Next goes on; or what reading the
// archive returned.
func (r *Reader) Next() (*Record, error) {
	if r.err != nil {
		return nil, r.err
	}
	if r.lost {
		r.lost = false
		if err := r.resync(); err != nil {
			r.err = err
			return nil, err
		}
	}
	at, err := r.begin()
	if err == io.EOF {
		r.err = err
		return nil, err
	}
	rec := &Record{Offset: at}
	var length int64
	if err == nil {
		length, err = r.header(rec)
	}
	if err == nil {
		err = r.body(rec, length)
	}
	if err != nil {
		return nil, r.damage(at, err)
	}
	return rec, nil
}

// Errors within one record, in words that go on after "the record at byte N".
var (
	errHeader = errors.New("has no proper header")
	errLength = errors.New("has another length than its header says")
	errCut    = errors.New("breaks off before its end")
)

// damage makes the error for the record at an offset and has the next call
// look for another record. An error of the archive itself ends the reading.
func (r *Reader) damage(at int64, err error) error {
	r.lost = true
	var packed *packedError
	switch {
	case err == io.EOF, err == errEdge:
		err = errCut
	case err == errHeader, err == errLength, errors.As(err, &packed):
	default:
		r.err = err
		return err
	}
	return &DamageError{at, err.Error()}
}

// place is the offset of the next byte.
func (r *Reader) place() int64 {
	at := r.from.n - int64(r.in.Buffered())
	if r.members != nil && at == r.members.from {
		return r.members.at
	}
	return at
}

// begin moves to the next record, over the empty lines between two.
func (r *Reader) begin() (at int64, err error) {
	for {
		c, err := r.in.ReadByte()
		switch {
		case err == errEdge || err == nil && (c == '\r' || c == '\n'):
		case err != nil:
			return r.place(), err
		default:
			_ = r.in.UnreadByte() // it was just read
			return r.place(), nil
		}
	}
}

// header reads a record's header into rec and returns the length of its block.
func (r *Reader) header(rec *Record) (length int64, err error) {
	length = -1
	var name string
	var value []byte
	set := func() {
		switch v := strings.TrimSpace(string(value)); name {
		case "content-length":
			if n, err := strconv.ParseInt(v, 10, 64); err == nil && n >= 0 {
				length = n
			}
		case "warc-type":
			rec.Type = strings.ToLower(v)
		case "warc-target-uri":
			rec.URL = strings.TrimSuffix(strings.TrimPrefix(v, "<"), ">") // 1.0 has the brackets in its grammar
		case "content-type":
			rec.ContentType = v
		case "warc-truncated", "warc-segment-number":
			rec.Truncated = v != ""
		}
	}
	r.text = r.text[:0]
	for first := true; ; first = false {
		line, err := r.line()
		if err != nil {
			return 0, err
		}
		line = bytes.TrimRight(line, "\r\n")
		switch {
		case first:
			if !bytes.HasPrefix(line, recordMagic) {
				return 0, errHeader
			}
		case len(line) == 0:
			set()
			if length < 0 || rec.Type == "" {
				return 0, errHeader
			}
			return length, nil
		case line[0] == ' ' || line[0] == '\t': // the last value goes on
			value = append(append(value, ' '), line...)
		default:
			set()
			n, v, ok := bytes.Cut(line, []byte(":"))
			if !ok {
				return 0, errHeader
			}
			name, value = strings.ToLower(string(bytes.TrimSpace(n))), append(value[:0], v...)
		}
	}
}

// line returns the next line of a header.
func (r *Reader) line() ([]byte, error) {
	from := len(r.text)
	for {
		part, err := r.in.ReadSlice('\n')
		if r.text = append(r.text, part...); err == bufio.ErrBufferFull || len(r.text) > maxHeader {
			return nil, errHeader
		}
		if err == errEdge && !r.atRecord() {
			continue // the pieces were cut without regard to the records
		}
		return r.text[from:], err
	}
}

// body reads a record's block, and makes sure that the record ends behind it.
func (r *Reader) body(rec *Record, length int64) error {
	keep := min(length, maxBlock)
	r.block = r.block[:0]
	for int64(len(r.block)) < keep {
		if len(r.block) == cap(r.block) {
			// What the header says is trusted only as it comes true.
			r.block = append(r.block, make([]byte, bufferSize)...)[:len(r.block)]
		}
		room := r.block[len(r.block):min(cap(r.block), int(keep))]
		n, err := r.in.Read(room)
		r.block = r.block[:len(r.block)+n]
		if err == errEdge && !r.atRecord() {
			continue
		}
		if err != nil {
			r.rewind()
			return err
		}
	}
	rec.Block, rec.Long = r.block, length > keep
	if rec.Long {
		if r.rewind() {
			return errLength
		}
		if err := r.skip(length - keep); err != nil {
			return err
		}
	}
	if err := r.ended(); err != nil {
		r.rewind()
		return err
	}
	return nil
}

// ended returns an error unless a record, or the archive, can end here.
func (r *Reader) ended() error {
	for {
		c, err := r.in.ReadByte()
		switch {
		case err == io.EOF, err == errEdge:
			return nil
		case err != nil:
			return err
		case c == '\r', c == '\n':
			continue
		}
		_ = r.in.UnreadByte() // it was just read
		if !r.atRecord() {
			return errLength
		}
		return nil
	}
}

// atRecord reports whether a record begins at the next byte. The last few bytes
// of a compressed piece are none, and are passed over.
func (r *Reader) atRecord() bool {
	for {
		head, err := r.in.Peek(len(recordMagic))
		if len(head) == len(recordMagic) {
			return bytes.Equal(head, recordMagic)
		}
		_, _ = r.in.Discard(len(head)) // they are buffered
		if err != errEdge {
			return false
		}
	}
}

// skip passes over n bytes. A line that begins a record ends it before that.
func (r *Reader) skip(n int64) error {
	for start := false; n > 0; {
		if start && r.atRecord() {
			return errLength
		}
		if _, err := r.in.Peek(1); err == errEdge {
			start = true
			continue
		} else if err != nil {
			return err
		}
		b, _ := r.in.Peek(int(min(n, int64(r.in.Buffered())))) // they are buffered
		i := bytes.IndexByte(b, '\n') + 1
		if start = i > 0; !start {
			i = len(b)
		}
		_, _ = r.in.Discard(i) // they are buffered
		n -= int64(i)
	}
	return nil
}

// rewind goes back to a record that stands within the block read last, whose
// length was wrong then.
func (r *Reader) rewind() bool {
	i := bytes.Index(r.block, []byte("\r\n\r\nWARC/1."))
	if i < 0 || r.rewinds == maxRewinds {
		return false
	}
	r.rewinds++
	ahead, _ := r.in.Peek(r.in.Buffered())
	r.from.back(append(bytes.Clone(r.block[i+4:]), ahead...))
	r.in.Reset(r.from)
	return true
}

// resync moves to the next record after damage.
func (r *Reader) resync() error {
	for start := true; ; {
		if start && r.atRecord() {
			return nil
		}
		_, err := r.in.ReadSlice('\n')
		start = err == nil || err == errEdge
		var packed *packedError
		switch {
		case err == nil, err == errEdge, err == bufio.ErrBufferFull:
		case errors.As(err, &packed):
			if !r.members.seek() {
				return io.EOF
			}
			r.in.Reset(r.from)
			start = true
		default:
			return err
		}
	}
}

// source is what the records are read from: bytes that were put back, then
// the archive.
type source struct {
	again []byte
	below io.Reader
	n     int64 // bytes given out
}

func (s *source) Read(p []byte) (n int, err error) {
	if len(s.again) > 0 {
		n = copy(p, s.again)
		s.again = s.again[n:]
	} else {
		n, err = s.below.Read(p)
	}
	s.n += int64(n)
	return n, err
}

func (s *source) back(b []byte) {
	s.again = append(b, s.again...)
	s.n -= int64(len(b))
}
