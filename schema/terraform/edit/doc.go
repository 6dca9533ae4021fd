// Package edit changes the text of configurations, in bytes. Whoever wants a change names what is to be changed (an argument, a
// block, a literal in one) and gets [Edits], or nil where the bytes are not just what they were taken for: where a reference, a
// template or an escape stands instead of a literal, where a line holds something else, where a comment says why something is
// there. So nobody has to know how a value is written. It applies nothing: see lint.Apply.
package edit
