package facts

import (
	"testing"
)

// BenchmarkImport has nothing to measure: importing the package decodes
// nothing. What a first question costs is in the other two.
func BenchmarkImport(b *testing.B) {
	for b.Loop() {
		_ = index
	}
}

// BenchmarkFirstUse is what the first Resource call of a program costs beyond
// the index.
func BenchmarkFirstUse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		readType(resourcesFolder + "huaweicloud_apig_api.json")
	}
}

func BenchmarkIndex(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		var t Index
		read(indexFile, &t)
		newCatalog(resourcesFolder, t.Resources, t.ResourceAliases)
		newCatalog(dataFolder, t.DataSources, t.DataSourceAliases)
	}
}

func BenchmarkNextUse(b *testing.B) {
	for b.Loop() {
		Resource("huaweicloud_apig_api")
	}
}
