#!/usr/bin/env bash
# Measures taking in: readers beside the bare limit and beside pubmed_parser, then whole runs into the tables at
# growing sizes, then one update file into the largest. Prints one line a measurement; each is one run.
#
#   ingest.sh PLUMBLINE CLASS_PATH DATA WORK [FILES…]
#
# PLUMBLINE: the launcher; CLASS_PATH: with the test classes; DATA: the folder of test data; WORK: an empty folder
# on a disk with 20 GB; FILES: sizes in files of 30,000 citations (default: 1 10 34). JAVA_HOME names the JDK.
set -euo pipefail

plumbline=$1 class_path=$2 data=$3 work=$4
shift 4
sizes=("${@:-}")
[ -n "${sizes[0]}" ] || sizes=(1 10 34)
each=30000
mkdir -p "$work"
java=("${JAVA_HOME:?}/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED -cp "$class_path")

# The greatest resident memory of a process and its children, in MB, while it lives; written to a file.
watch_memory() {
  local pid=$1 file=$2 most=0 now
  while kill -0 "$pid" 2>/dev/null; do
    now=$( (cat "/proc/$pid/status"; for child in $(pgrep -P "$pid"); do cat "/proc/$child/status"; done) 2>/dev/null |
      awk '/^VmHWM/ { sum += $2 } END { print int(sum / 1024) }')
    if [ "${now:-0}" -gt "$most" ]; then most=$now && printf '%s' "$most" >"$file"; fi
    sleep 0.3
  done
}

# measure NAME CITATIONS PATH HOME: takes in and prints rate, memory and size.
measure() {
  local name=$1 citations=$2 path=$3 home=$4 start end before after
  before=$(du -sb "$home/corpus" 2>/dev/null | cut -f1 || true)
  start=$(date +%s.%N)
  "$plumbline" ingest pubmed "$path" --home "$home" --json >"$work/report.json" 2>/dev/null &
  local pid=$!
  watch_memory "$pid" "$work/memory" &
  wait "$pid"
  end=$(date +%s.%N)
  wait
  after=$(du -sb "$home/corpus" | cut -f1)
  awk -v name="$name" -v n="$citations" -v s="$start" -v e="$end" -v m="$(cat "$work/memory")" -v a="$after" -v b="${before:-0}" \
    'BEGIN { t = e - s; printf "%s: %d citations in %.1f s (%.0f/s), peak %d MB, %.0f MB on disk, %.0f MB written (%.1f %% of what was there)\n", name, n, t, n / t, m, a / 1e6, (a - b) / 1e6, b ? 100 * (a - b) / b : 0 }'
}

largest=0
for size in "${sizes[@]}"; do [ "$size" -gt "$largest" ] && largest=$size; done
if [ ! -e "$work/load/update/updatefiles/pubmed26n1335.xml.gz" ]; then
  printf 'writing %d files of %d citations\n' "$largest" "$each" >&2
  "${java[@]}" org.plumbline.ingest.pubmed.PubmedLoad "$data/pubmed" "$work/load" "$largest" "$each" >/dev/null
fi

"${java[@]}" org.plumbline.ingest.pubmed.PubmedThroughput "$data/pubmed" "$each" | tail -3
"${java[@]}" org.plumbline.ingest.jats.JatsThroughput "$data/pmc-oa-opendata" 4 | tail -1
if python3 -m venv "$work/venv" && "$work/venv/bin/pip" -q install 'pubmed_parser==0.5.1' 'setuptools<81' >&2; then
  "$work/venv/bin/python" "$(dirname "$0")/pubmed_parser_rate.py" "$work/load/baseline/pubmed26n0001.xml.gz" "$data/pmc-oa-opendata"
else
  printf 'pubmed_parser: not measured, pip could not install it\n'
fi

for size in "${sizes[@]}"; do
  rm -rf "$work/part" "$work/home"
  mkdir -p "$work/part/baseline"
  for file in $(ls "$work/load/baseline" | head -n "$size"); do ln -s "$work/load/baseline/$file" "$work/part/baseline/"; done
  measure "baseline" $((size * each)) "$work/part" "$work/home"
done
measure "update" "$each" "$work/load/update" "$work/home"
