package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"time"
)

// file is a file of an archive.
type file struct {
	name       string // in the archive's folder, slash-separated
	from       string // where it is
	executable bool
}

func (f file) mode() fs.FileMode {
	if f.executable {
		return 0o755
	}
	return 0o644
}

// packTar writes files into an archive, below one folder, all of one time and of no one in particular.
func packTar(archive, folder string, files []file, at time.Time) error {
	return create(archive, func(out io.Writer) error {
		compressed, err := gzip.NewWriterLevel(out, gzip.BestCompression)
		if err != nil {
			return err
		}
		w := tar.NewWriter(compressed)
		for _, f := range files {
			content, err := os.ReadFile(f.from)
			if err != nil {
				return err
			}
			header := &tar.Header{
				Typeflag: tar.TypeReg, Name: folder + "/" + f.name, Size: int64(len(content)), Mode: int64(f.mode()), ModTime: at,
				Format: tar.FormatUSTAR,
			}
			if err := w.WriteHeader(header); err != nil {
				return err
			}
			if _, err := w.Write(content); err != nil {
				return err
			}
		}
		return errors.Join(w.Close(), compressed.Close())
	})
}

// packZip is packTar for ZIP.
func packZip(archive, folder string, files []file, at time.Time) error {
	return create(archive, func(out io.Writer) error {
		w := zip.NewWriter(out)
		for _, f := range files {
			content, err := os.ReadFile(f.from)
			if err != nil {
				return err
			}
			header := &zip.FileHeader{Name: folder + "/" + f.name, Method: zip.Deflate, Modified: at}
			header.SetMode(f.mode())
			entry, err := w.CreateHeader(header)
			if err != nil {
				return err
			}
			if _, err := entry.Write(content); err != nil {
				return err
			}
		}
		return w.Close()
	})
}

// create writes a file.
func create(name string, write func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}
