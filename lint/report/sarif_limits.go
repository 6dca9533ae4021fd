package report

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"math"
	"slices"

	"github.com/apiglint/apiglint/lint"
)

// Code scanning refuses a file with more results, or with more bytes when it is compressed.
const (
	maxResults = 25_000
	maxUpload  = 10_000_000
)

// maxKept is how much of a document is kept until it is known to fit. 20 000 findings are half of it.
const maxKept = 32 << 20

// writeWithinLimits writes the document with as many of n results as code scanning takes. What is kept is written once.
func writeWithinLimits(out *bufio.Writer, n int, write func(out *bufio.Writer, most int) error) error {
	for most := min(n, maxResults); ; {
		d := &draft{}
		if err := buffered(d, func(out *bufio.Writer) error { return write(out, most) }); err != nil {
			return err
		}
		switch size := d.size(); {
		case size <= maxUpload && d.length <= maxKept:
			for _, p := range d.kept {
				out.Write(p)
			}
			return nil
		case size <= maxUpload, most == 0:
			return write(out, most)
		default:
			most = int(math.Floor(float64(most) * 0.9 * maxUpload / float64(size)))
		}
	}
}

// draft keeps a document, unless it is very long, and knows how many bytes an upload has.
type draft struct {
	kept   [][]byte
	length int
	gzip   *gzip.Writer // nil as long as the document is small enough as it is
	packed byteCount
}

func (d *draft) Write(p []byte) (int, error) {
	d.length += len(p)
	if d.gzip == nil && d.length > maxUpload {
		d.gzip, _ = gzip.NewWriterLevel(&d.packed, gzip.BestSpeed) // who uploads packs no worse
		for _, p := range d.kept {
			_, _ = d.gzip.Write(p) // counting cannot fail
		}
	}
	if d.length <= maxKept {
		d.kept = append(d.kept, bytes.Clone(p))
	} else {
		d.kept = nil
	}
	if d.gzip != nil {
		return d.gzip.Write(p)
	}
	return len(p), nil
}

// size returns how many bytes an upload of the whole document has at most.
func (d *draft) size() int {
	if d.gzip == nil {
		return d.length
	}
	_ = d.gzip.Close() // counting cannot fail
	return int(d.packed)
}

type byteCount int

func (c *byteCount) Write(p []byte) (int, error) {
	*c += byteCount(len(p))
	return len(p), nil
}

// worst returns at most a number of findings, the most severe of them in their order, and how many are left.
func worst(findings []*lint.Finding, most int) (kept []*lint.Finding, left int) {
	if len(findings) <= most {
		return findings, 0
	}
	taken := map[*lint.Finding]bool{}
	for _, f := range bySeverity(findings)[:most] {
		taken[f] = true
	}
	kept = slices.DeleteFunc(slices.Clone(findings), func(f *lint.Finding) bool { return !taken[f] })
	return kept, len(findings) - most
}
