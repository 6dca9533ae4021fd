// Package reporttest says what is wrong with a report: for each format what its readers ask for, beyond what its schema
// says.
package reporttest
