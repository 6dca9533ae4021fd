package report

import (
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

// withinLimits answers the document with as many of n results as code scanning takes.
func withinLimits(n int, write func(most int) ([]byte, error)) ([]byte, error) {
	for most := min(n, maxResults); ; {
		document, err := write(most)
		if err != nil || len(document) <= maxUpload {
			return document, err
		}
		size := compressed(document)
		if size <= maxUpload || most == 0 {
			return document, nil
		}
		most = int(math.Floor(float64(most) * 0.9 * maxUpload / float64(size)))
	}
}

// compressed answers how many bytes an upload has.
func compressed(document []byte) int {
	var size byteCount
	z := gzip.NewWriter(&size)
	_, _ = z.Write(document) // counting cannot fail
	_ = z.Close()
	return int(size)
}

type byteCount int

func (c *byteCount) Write(p []byte) (int, error) {
	*c += byteCount(len(p))
	return len(p), nil
}

// worst answers at most a number of findings, the most severe of them in their order, and how many are left.
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
