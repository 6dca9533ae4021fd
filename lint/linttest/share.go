//go:build !laws

package linttest

const share = 16
