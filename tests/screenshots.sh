#!/usr/bin/env bash
# A picture of every page and every mail, on a phone, a tablet and a desk, light and dark: screenshots.sh [FOLDER].
# With README=1 the two pictures of the README are cut from them anew.
set -euo pipefail
cd "$(dirname "$0")/.."
SCREENSHOTS=1 dotnet test tests/Browser.Tests --filter FullyQualifiedName~LookTests
pictures=artifacts/screenshots
[ $# -eq 0 ] || { mkdir -p "$1"; cp "$pictures"/*.png "$1"; pictures=$1; }
echo "$(ls "$pictures" | wc -l) pictures in $pictures"

# The top of a picture, as wide and as high as asked: cut FROM TO WIDTH HEIGHT
cut() {
  local page
  page=$(mktemp --suffix .html)
  printf '<body style="margin:0"><img src="%s" style="width:%spx;display:block">' "$PWD/$pictures/$1" "$3" >"$page"
  "${CHROME_PATH:-/usr/bin/chromium}" --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size="$3,$4" \
    --screenshot="$PWD/$2" "file://$page" 2>/dev/null
  rm "$page"
}
[ "${README:-}" != 1 ] || {
  cut plan-1280.png docs/plan.png 960 620
  cut mail-02-session-680.png docs/session-mail.png 720 860
}
