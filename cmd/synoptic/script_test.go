package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"synoptic": main})
}

// Each file of testdata/script is a session at the command line.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       os.Getenv("UPDATE") != "",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"warc": warc},
	})
}

// warc makes a web archive as crawlers write them, one gzip member a record:
// warc FILE URL PAGE [URL PAGE ...], each PAGE a file with the page's source.
func warc(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 3 || len(args)%2 == 0 {
		ts.Fatalf("usage: warc FILE URL PAGE [URL PAGE ...]")
	}
	var archive bytes.Buffer
	for i := 1; i < len(args); i += 2 {
		block := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + ts.ReadFile(args[i+1])
		z := gzip.NewWriter(&archive)
		_, err := fmt.Fprintf(z, "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%d>\r\nWARC-Date: 2031-12-24T00:00:00Z\r\n"+
			"WARC-Target-URI: %s\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", i, args[i], len(block), block)
		ts.Check(err)
		ts.Check(z.Close())
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), archive.Bytes(), 0o666))
}
