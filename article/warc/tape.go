package warc

import "io"

// How many bytes a tape keeps to go back over.
const maxKept = 1 << 20

// tape is an archive's compressed bytes. It can go back to a mark that is not
// too far behind.
type tape struct {
	from io.Reader
	buf  []byte
	off  int64 // of buf's start in the archive
	pos  int   // of the next byte, in buf
	mark int   // where back goes to, in buf; negative when that is gone
	err  error // what reading the archive returned at last
}

// place is the offset of the next byte.
func (t *tape) place() int64 { return t.off + int64(t.pos) }

// here sets the mark.
func (t *tape) here() { t.mark = t.pos }

// back moves to the byte behind the mark, and reports whether it could.
func (t *tape) back() bool {
	if t.mark < 0 {
		return false
	}
	t.pos = t.mark + 1
	t.mark = -1
	return true
}

// fill reads more bytes, unless the archive is at its end.
func (t *tape) fill() {
	if t.err != nil {
		return
	}
	keep := t.pos
	if t.mark >= 0 && t.pos-t.mark < maxKept {
		keep = t.mark
	} else {
		t.mark = -1
	}
	// Moving the kept bytes must not cost more than reading new ones.
	if keep > len(t.buf)/2 || len(t.buf) == 0 {
		t.buf = t.buf[:copy(t.buf, t.buf[keep:])]
		t.off += int64(keep)
		t.pos -= keep
		t.mark = max(t.mark-keep, -1)
	}
	if cap(t.buf)-len(t.buf) < bufferSize {
		t.buf = append(t.buf, make([]byte, bufferSize)...)[:len(t.buf)]
	}
	for range 100 { // as often as bufio asks a reader that returns nothing
		n, err := t.from.Read(t.buf[len(t.buf):min(cap(t.buf), len(t.buf)+bufferSize)])
		t.buf = t.buf[:len(t.buf)+n]
		if err != nil {
			t.err = err
			return
		}
		if n > 0 {
			return
		}
	}
	t.err = io.ErrNoProgress
}

// ahead returns the bytes that follow: n of them, or all that there are.
func (t *tape) ahead(n int) []byte {
	for len(t.buf)-t.pos < n && t.err == nil {
		t.fill()
	}
	return t.buf[t.pos:min(len(t.buf), t.pos+n)]
}

func (t *tape) Read(p []byte) (int, error) {
	if t.pos == len(t.buf) {
		t.fill()
		if t.pos == len(t.buf) {
			return 0, t.err
		}
	}
	n := copy(p, t.buf[t.pos:])
	t.pos += n
	return n, nil
}

// ReadByte is what keeps gzip from reading past a member's end.
func (t *tape) ReadByte() (byte, error) {
	if t.pos == len(t.buf) {
		t.fill()
		if t.pos == len(t.buf) {
			return 0, t.err
		}
	}
	t.pos++
	return t.buf[t.pos-1], nil
}
