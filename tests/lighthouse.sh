#!/usr/bin/env bash
# Lighthouse on the form as a phone loads it: four figures of 100 and a first load of 40 KB at most. Not part of run.sh:
# it fetches Lighthouse, and its figures want a machine that does nothing else: the median of five loads counts, of a
# host that has shown the page before.
set -euo pipefail
cd "$(dirname "$0")/.."
export CHROME_PATH=${CHROME_PATH:-/usr/bin/chromium}
[ -x "$CHROME_PATH" ] || { echo "chromium is missing: apt-get install chromium, or set CHROME_PATH"; exit 1; }

work=$(mktemp -d)
dotnet build src/Host -c Release -v q -o "$work/host" >/dev/null
dotnet "$work/host/StrengthDays.Host.dll" --urls http://127.0.0.1:0 --Data "$work/data" >"$work/greeting" &
host=$!
trap 'kill $host; rm -rf "$work"' EXIT
until grep -q '^Strength Days' "$work/greeting"; do kill -0 $host; sleep 0.2; done
site=$(awk 'NR == 1 { print $NF }' "$work/greeting")

for _ in 1 2 3; do curl -fsS --noproxy '*' "$site" >/dev/null; done
for load in 1 2 3 4 5; do
  npx --yes lighthouse@12.2.3 "$site" --quiet --output json --output-path "$work/$load.json" \
    --only-categories=performance,accessibility,best-practices,seo \
    --chrome-flags="--headless --no-sandbox --disable-gpu --no-proxy-server"
done
node -e '
  const reports = process.argv.slice(1).map((file) => require(file));
  const all = (read) => reports.map(read).sort((one, other) => one - other);
  const show = (values) => `${values[2]} (${values.join(", ")})`;
  const categories = Object.values(reports[0].categories);
  const scores = categories.map(({ id }) => all((report) => Math.round(report.categories[id].score * 100)));
  categories.forEach(({ title }, i) => console.log(`${title}: ${show(scores[i])}`));
  const bytes = all((report) => report.audits["total-byte-weight"].numericValue)[2];
  console.log(`First load: ${(bytes / 1000).toFixed(1)} KB`);
  for (const audit of Object.values(reports[0].audits))
    if (audit.score !== null && audit.score < 1) console.log(`  ${audit.id}: ${audit.title} ${audit.displayValue ?? ""}`);
  process.exit(scores.every((values) => values[2] === 100) && bytes <= 40_000 ? 0 : 1);
' "$work"/?.json
