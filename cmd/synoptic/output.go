package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"synoptic/article"
	"synoptic/dossier"
)

// writable reports what speaks against writing to path, before work is done
// for it.
func writable(path string) error {
	if path == "" || path == "-" {
		return nil
	}
	if namesFolder(path) {
		return usageError(fmt.Sprintf("-o %s is a folder; name a file in it", path))
	}
	return parent(path)
}

// fillable reports what speaks against writing tables into path, which is made
// when it is not there.
func fillable(path string) error {
	switch _, err := os.Stat(filepath.Clean(path)); {
	case path == "" || path == "-":
		return usageError("csv is several tables: name a folder for them, as in -o tables/")
	case isFolder(path):
		return nil
	case err == nil, !namesFolder(path) && filepath.Ext(path) != "":
		return usageError(fmt.Sprintf("-o %s is no folder, and csv is several tables: name a folder for them, as in -o tables/", path))
	}
	return parent(filepath.Clean(path))
}

// parent reports whether the folder that path is to stand in is missing.
func parent(path string) error {
	if folder := filepath.Dir(path); !isFolder(folder) {
		return fmt.Errorf("-o %s can't be written: there is no folder %s", path, folder)
	}
	return nil
}

// namesFolder tells that path is a folder, or is written like one.
func namesFolder(path string) bool {
	return path != "" && os.IsPathSeparator(path[len(path)-1]) || isFolder(path)
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// tables are the paths of the files that writeTables writes into folder.
func tables(folder string) []string {
	var paths []string
	for _, t := range new(dossier.Dossier).CSV() {
		paths = append(paths, filepath.Join(folder, t.Name))
	}
	return paths
}

// apart reports which of outputs is one of inputs, whatever the names: writing
// it would destroy what was read.
func (a *app) apart(outputs, inputs []string) error {
	for _, output := range outputs {
		if output == "" || output == article.Stdin {
			continue
		}
		to, err := os.Stat(output)
		if err != nil || !to.Mode().IsRegular() {
			continue
		}
		for _, input := range inputs {
			if from, err := a.stat(input); err == nil && os.SameFile(from, to) {
				return usageError(fmt.Sprintf("%s is one of the files that are read, and would be overwritten; name another with -o", oneLine(output)))
			}
		}
	}
	return nil
}

// stat is os.Stat of an input.
func (a *app) stat(input string) (fs.FileInfo, error) {
	if input != article.Stdin {
		return os.Stat(input)
	}
	if f, ok := a.stdin.(*os.File); ok {
		return f.Stat()
	}
	return nil, fs.ErrNotExist
}

// write lets fill write to path, or to standard output for "" and "-". A file
// appears whole or not at all.
func (a *app) write(path string, fill func(io.Writer) error) error {
	if path == "" || path == "-" {
		if terminal(a.stdout) {
			return fill(a.stdout)
		}
		out := bufio.NewWriter(a.stdout)
		if err := fill(out); err != nil {
			return err
		}
		return out.Flush()
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		file, err := os.OpenFile(path, os.O_WRONLY, 0) // a pipe or a device
		if err != nil {
			return written(path, err)
		}
		return written(path, errors.Join(fill(file), file.Close()))
	}
	return written(path, atomically(path, fill))
}

// written names the file that err is about.
func written(path string, err error) error {
	if err == nil {
		return nil
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return fmt.Errorf("%s: can't be written: %w", path, err)
}

// writeTables writes tables into folder: all of them, or none so far as that can
// be told before the first takes its place.
func writeTables(folder string, tables []dossier.Table) (err error) {
	if !isFolder(folder) {
		if err := os.Mkdir(folder, 0o777); err != nil { // less what the umask takes away
			return written(folder, err)
		}
		defer func() {
			if err != nil {
				_ = os.Remove(folder) // which fails if it holds anything
			}
		}()
	}
	var parts []part
	defer func() {
		for _, p := range parts {
			p.drop()
		}
	}()
	for _, t := range tables {
		path := filepath.Join(folder, t.Name)
		if isFolder(path) {
			return written(path, errors.New("a folder has that name"))
		}
		p, err := prepare(path, t.Write)
		if err != nil {
			return written(path, err)
		}
		parts = append(parts, p)
	}
	for _, p := range parts {
		if err := p.settle(); err != nil {
			return written(p.path, err)
		}
	}
	return nil
}

// atomically writes beside path and then takes its place, so that nobody sees
// half a file.
func atomically(path string, fill func(io.Writer) error) error {
	p, err := prepare(path, fill)
	if err != nil {
		return err
	}
	defer p.drop()
	return p.settle()
}

// part is a whole file that stands beside the place that it is to take.
type part struct{ name, path string }

// settle takes the place.
func (p part) settle() error { return os.Rename(p.name, p.path) }

// drop takes p away unless it has settled.
func (p part) drop() { _ = os.Remove(p.name) }

// prepare writes a file beside path, which stays as it is.
func prepare(path string, fill func(io.Writer) error) (p part, err error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	p = part{fmt.Sprintf("%s.%d.part", path, os.Getpid()), path}
	mode := fs.FileMode(0o666) // less what the umask takes away
	old, _ := os.Stat(path)
	file, err := os.OpenFile(p.name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return p, err
	}
	defer func() {
		if err != nil {
			p.drop()
		}
	}()
	out := bufio.NewWriter(file)
	err = errors.Join(fill(out), out.Flush())
	if err == nil && old != nil {
		err = file.Chmod(old.Mode().Perm())
	}
	return p, errors.Join(err, file.Close())
}
