#!/usr/bin/env bash
# A picture of every page and every mail, on a phone, a tablet and a desk, light and dark: screenshots.sh [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
SCREENSHOTS=1 dotnet test tests/Browser.Tests --filter FullyQualifiedName~LookTests
pictures=artifacts/screenshots
[ $# -eq 0 ] || { mkdir -p "$1"; cp "$pictures"/*.png "$1"; pictures=$1; }
echo "$(ls "$pictures" | wc -l) pictures in $pictures"
