package configs

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// Source returns the source address of a module call, "" where it is no literal.
func Source(e hcl.Expression) string { return SourceOf(LiteralString(e)) }

// SourceOf returns a source address as it means. In a path Terraform takes a backslash for a slash, on every system.
func SourceOf(text string) string {
	if slashes := strings.ReplaceAll(text, `\`, "/"); IsLocalSource(slashes) {
		return slashes
	}
	return text
}

// IsLocalSource reports whether a module's source is a path.
func IsLocalSource(source string) bool {
	return source == "." || source == ".." || strings.HasPrefix(source, "./") || strings.HasPrefix(source, "../")
}
