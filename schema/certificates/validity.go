package certificates

import (
	"crypto/x509"
	"time"
)

// State is what a certificate is on a day.
type State int

// The states. A certificate that expires on the day itself, or in one of the [Notice] days after it, is Expiring.
const (
	Valid State = iota
	Premature
	Expiring
	Expired
)

// Notice is how many days before a certificate expires that is worth knowing.
const Notice = 60

// Latest is when a certificate has to have expired for the service to take it: its clock has 32 bits.
var Latest = time.Date(2038, 1, 19, 3, 14, 7, 0, time.UTC)

// StateOn returns what a certificate is on the day of a time, Valid for the zero time. Of a time only its date counts, so that a report is
// the same all day.
func StateOn(c *x509.Certificate, day time.Time) State {
	year, month, date := day.Date()
	begins := time.Date(year, month, date, 0, 0, 0, 0, time.UTC)
	switch {
	case day.IsZero():
		return Valid
	case !c.NotBefore.Before(begins.AddDate(0, 0, 1)):
		return Premature
	case c.NotAfter.Before(begins):
		return Expired
	case c.NotAfter.Before(begins.AddDate(0, 0, Notice+1)):
		return Expiring
	}
	return Valid
}
