#!/usr/bin/env bash
# Puts the program into the path of the steps that follow: the one of the release
# VERSION of REPOSITORY, or one that is built from the source of the action.
set -euo pipefail

bin=$RUNNER_TEMP/tthclint
mkdir -p "$bin"
echo "$bin" >>"$GITHUB_PATH"

if [ -z "$VERSION" ]; then
	cd "$GITHUB_ACTION_PATH/../../.."
	CGO_ENABLED=0 go build -trimpath -o "$bin/" ./cmd/tthclint
	exit
fi

case $RUNNER_OS in
Linux) os=linux archive=tar.gz ;;
macOS) os=darwin archive=tar.gz ;;
Windows) os=windows archive=zip ;;
*) echo "::error::no release for $RUNNER_OS" && exit 2 ;;
esac
case $RUNNER_ARCH in
X64) arch=amd64 ;;
ARM64) arch=arm64 ;;
*) echo "::error::no release for $RUNNER_ARCH" && exit 2 ;;
esac
name=tthclint_${os}_$arch.$archive

cd "$bin"
gh release download "$VERSION" --repo "$REPOSITORY" --pattern "$name" --pattern checksums.txt
grep " $name\$" checksums.txt | if command -v sha256sum >/dev/null; then sha256sum --check; else shasum -a 256 --check; fi
if [ "$archive" = zip ]; then unzip -q "$name"; else tar -xzf "$name"; fi
