package story

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// maxCorrection is how long the line of a correction may be, in bytes.
const maxCorrection = 1 << 20

// ReadCorrections reads corrections, a JSON object a line.
func ReadCorrections(r io.Reader) ([]Correction, error) {
	var list []Correction
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxCorrection)
	for n := 1; lines.Scan(); n++ {
		line := bytes.TrimSpace(lines.Bytes())
		if len(line) == 0 {
			continue
		}
		if len(list) == maxCorrections {
			return nil, fmt.Errorf("more than %d corrections", maxCorrections)
		}
		var k Correction
		decoder := json.NewDecoder(bytes.NewReader(line))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&k); err != nil {
			return nil, fmt.Errorf("line %d is no correction: %w", n, err)
		}
		if decoder.More() {
			return nil, fmt.Errorf("line %d is more than one correction", n)
		}
		list = append(list, k)
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	return list, nil
}
