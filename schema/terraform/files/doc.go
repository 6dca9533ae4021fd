// Package files reads the files of Terraform configurations: a directory is listed ([List]) and its files are read
// ([Folder.Read]), in Terraform's order, and each of them is parsed ([Source.Parse]) with HCL's own diagnostics.
//
// There are limits to all of it, so that nothing that somebody puts into a directory can exhaust the machine: what is no
// regular file is not opened, a file has at most [MaxFileSize] bytes, and text that is nested deeper than recursive parsers
// allow is not parsed ([TextProblem]). Where many files are read of which few are kept, an [Arena] takes them in.
package files
