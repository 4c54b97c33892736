package warc

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
)

// The first bytes of a gzip member that is deflated (RFC 1952, 2.3.1).
var gzipMagic = []byte{0x1f, 0x8b, 0x08}

const (
	tryBytes = 4 << 10 // of a member that tell whether it begins a record
	maxTries = 10000   // members of one archive that are tried so
	// A deflated stream holds at most a thousand times its length; an archive
	// some five times. What it may hold before that counts, in bytes:
	bombRatio, bombFloor = 200, 64 << 20
)

var (
	// errEdge stands between two members.
	errEdge = errors.New("end of a compressed piece")
	errBomb = errors.New("its compressed bytes expand too far")
)

// packedError is a member that can't be decompressed.
type packedError struct{ error }

func (e *packedError) Error() string {
	if e.error == io.ErrUnexpectedEOF {
		return errCut.Error()
	}
	return "can't be decompressed"
}

// members reads the gzip members of an archive one after the other, with
// errEdge behind each. Writers of archives make one of each record, so that
// those can be found by their offset and damage stays within one.
type members struct {
	raw   *tape
	zip   gzip.Reader
	open  bool
	err   error // why the member can't be read on, until seek
	at    int64 // where the member read last begins in the archive
	from  int64 // decompressed bytes before that member
	n     int64 // decompressed bytes
	tries int
	backs int
}

func (m *members) Read(p []byte) (n int, err error) {
	if m.err != nil {
		return 0, m.err
	}
	if !m.open {
		if len(m.raw.ahead(1)) == 0 {
			return 0, m.raw.err
		}
		m.at, m.from = m.raw.place(), m.n
		m.raw.here()
		if err := m.zip.Reset(m.raw); err != nil {
			return 0, m.failed(err)
		}
		m.zip.Multistream(false)
		m.open = true
	}
	n, err = m.zip.Read(p)
	m.n += int64(n)
	switch {
	case m.n > bombFloor && m.n/bombRatio > m.raw.place():
		return n, errBomb
	case err == io.EOF:
		m.open = false
		return n, errEdge
	case err != nil:
		return n, m.failed(err)
	}
	return n, nil
}

// failed tells errors of the compression from those of reading the archive.
func (m *members) failed(err error) error {
	if m.raw.err != nil && m.raw.err != io.EOF {
		return m.raw.err
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF // within the member's header
	}
	m.err = &packedError{err}
	return m.err
}

// seek moves to the next member that holds the beginning of a record, and
// reports whether there is one. It looks from the beginning of the damaged one
// on, since what can't be decompressed is noticed late, perhaps within the
// next.
func (m *members) seek() bool {
	m.open, m.err = false, nil
	if m.backs++; m.backs <= maxRewinds {
		m.raw.back()
	}
	for m.tries <= maxTries {
		b := m.raw.ahead(bufferSize)
		i := bytes.Index(b, gzipMagic)
		switch {
		case i < 0 && len(b) < bufferSize:
			return false
		case i < 0:
			i = len(b) - len(gzipMagic) + 1
		default:
			m.raw.pos += i
			if i = 1; m.begins(m.raw.ahead(tryBytes)) {
				return true
			}
		}
		m.raw.pos += i
	}
	return false
}

// begins reports whether head begins a member that holds the beginning of a
// record.
func (m *members) begins(head []byte) bool {
	if m.tries++; !bytes.HasPrefix(head, gzipMagic) || m.tries > maxTries {
		return false
	}
	if m.zip.Reset(bytes.NewReader(head[:min(len(head), tryBytes)])) != nil {
		return false
	}
	text := make([]byte, len(recordMagic))
	_, err := io.ReadFull(&m.zip, text)
	return err == nil && bytes.Equal(text, recordMagic)
}
