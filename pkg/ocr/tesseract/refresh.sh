#!/bin/sh
# Fetches the files in ASSETS again, from the package registries that npm and
# apt-get are set up for, and puts them here if their hashes are as listed. To
# move to another version, change ASSETS first, then see that the letters of the
# imports and exports (imports.go, system.go, memory.go) are still those of the
# glue code in lib.js: they change with every build.
set -eu
cd "$(dirname "$0")"
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
field() { awk -v file="$1" -v n="$2" '$1 == file { print $n }' "$here/ASSETS"; }

cd "$work"
wasm=tesseract-core.wasm
npm pack --silent "tesseract-wasm@$(field $wasm 3)"
tar -xzf tesseract-wasm-*.tgz "package/dist/$wasm"
mv "package/dist/$wasm" .

model=vie.traineddata
apt-get download "tesseract-ocr-vie=$(field $model 3)"
dpkg-deb -x tesseract-ocr-vie_*.deb debian
find debian -name "$model" -exec mv {} . \;

for f in $wasm $model; do
	echo "$(field $f 4)  $f" | sha256sum -c -
done
install -m 644 $wasm $model "$here"
