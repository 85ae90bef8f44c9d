package tesseract

import _ "embed"

// The module is the build of Tesseract with vector instructions that the npm
// package tesseract-wasm brings; the model is that of Debian's
// tesseract-ocr-vie, from tessdata_fast. ASSETS has their versions and hashes,
// and refresh.sh fetches them again.
var (
	//go:embed tesseract-core.wasm
	module []byte
	//go:embed vie.traineddata
	model string
)

// version is what [Engine.Version] returns: the version of the package, and the
// beginning of the hash of the model. A test compares it with ASSETS.
const version = "tesseract-wasm 0.11.0, vie tessdata_fast (79df64ca)"
