package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// writable reports what speaks against writing to path, before work is done
// for it.
func writable(path string) error {
	if path == "" || path == "-" {
		return nil
	}
	if isFolder(path) {
		return fmt.Errorf("-o %s is a folder; name a file in it", path)
	}
	if folder := filepath.Dir(path); !isFolder(folder) {
		return fmt.Errorf("-o %s can't be written: there is no folder %s", path, folder)
	}
	return nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
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

// atomically writes beside path and then takes its place, so that nobody sees
// half a file.
func atomically(path string, fill func(io.Writer) error) (err error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	mode := fs.FileMode(0o666) // less what the umask takes away
	old, _ := os.Stat(path)
	part := fmt.Sprintf("%s.%d.part", path, os.Getpid())
	file, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(part)
		}
	}()
	out := bufio.NewWriter(file)
	err = errors.Join(fill(out), out.Flush())
	if err == nil && old != nil {
		err = file.Chmod(old.Mode().Perm())
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return err
	}
	return os.Rename(part, path)
}
