// Package learn runs the scripts that learn networks of analyze/neural. They need
// Python with PyTorch.
package learn

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

//go:embed neural.py
var shared []byte

// Options say with what to learn.
type Options struct {
	// Vectors is the npm package of word vectors, a .tgz.
	Vectors string
	// Python has PyTorch. Defaults to "python3".
	Python string
	// Log is told how it goes on. Defaults to nobody.
	Log io.Writer
}

// Run runs a script, beside which neural.py lies, with arguments, on one core.
func Run(script []byte, o Options, args ...string) error {
	if o.Python == "" {
		o.Python = "python3"
	}
	if o.Log == nil {
		o.Log = io.Discard
	}
	folder, err := os.MkdirTemp("", "learn")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	program := filepath.Join(folder, "train.py")
	if err := errors.Join(os.WriteFile(program, script, 0o666), os.WriteFile(filepath.Join(folder, "neural.py"), shared, 0o666)); err != nil {
		return err
	}
	run := exec.Command(o.Python, append([]string{program}, args...)...)
	run.Env = append(os.Environ(), "OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1")
	run.Stdout, run.Stderr = o.Log, o.Log
	if err := run.Run(); err != nil {
		return fmt.Errorf("%s did not learn (it must have PyTorch; on Debian, python3-torch): %w", o.Python, err)
	}
	return nil
}
