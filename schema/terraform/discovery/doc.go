// Package discovery finds the root modules below a directory ([Roots]): every directory with Terraform files that no other one
// calls as a local module, but for what git ignores ([Ignored]).
//
// There may be many directories that do not matter. They are read side by side, and of files that name neither the provider
// nor another word that matters only the module calls are looked for (outline.go): such a root is [Found.Unrelated], unless
// one of the modules that it calls does name it. What matters is parsed there and then, and handed to the loader.
package discovery
