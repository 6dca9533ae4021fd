package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"testing"
)

// holdXML holds a document to an XML Schema. The decoder of the standard library reads it strictly; the schema is checked where
// xmllint is at hand, and has to be where APIGLINT_XMLLINT is "required".
func holdXML(t *testing.T, xsd string, document []byte) {
	t.Helper()
	decoder := xml.NewDecoder(bytes.NewReader(document))
	decoder.Strict = true
	for {
		_, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Errorf("%v in %q", err, document)
			return
		}
	}
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		if os.Getenv("APIGLINT_XMLLINT") == "required" {
			t.Fatal(err)
		}
		t.Logf("%s is not checked: %v", xsd, err)
		return
	}
	command := exec.Command(lint, "--nonet", "--noout", "--schema", xsd, "-")
	command.Stdin = bytes.NewReader(document)
	if out, err := command.CombinedOutput(); err != nil {
		t.Errorf("xmllint: %v: %s\n%s", err, out, document)
	}
}
