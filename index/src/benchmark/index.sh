#!/usr/bin/env bash
# Measures building and searching at growing sizes: a load multiplied from real abstracts, written straight into the
# index beside a bare Lucene IndexWriter; searched in each mode, without and with vectors, which are sampled from those
# of real abstracts; updated; and searched by eight readers while a snapshot is published. Prints one line a measurement;
# each is one run. Ends with the code of the first step that fails.
#
#   index.sh CLASS_PATH DATA WORK [ARTICLES…]
#
# CLASS_PATH: with the test classes; DATA: the folder of test data; WORK: a folder on a disk with 20 GB; ARTICLES:
# sizes (default: 10000 100000 1000000). JAVA_HOME names the JDK; JVM_BUILD, JVM_SEARCH and JVM_EMBED: the flags of the
# JVMs that build, that search by words, and that embed or search by vectors; SEARCHES: how many of each kind by words
# (default 500, at most as many as there are claims), MODE_SEARCHES: how many of each mode (default 200), COLD_SEARCHES:
# how many that embed what they find (default 120); UPDATED: articles of the large update, half of them revised (default
# 30000); SAMPLE: how many abstracts are embedded for real (default 2000); PUBLISHED: articles of the publish under
# readers (default 3000).
#
# Beside a bare writer only up to 250,000 articles are built: above it, building the others costs more than it tells.
set -euo pipefail

class_path=$1 data=$2 work=$3
shift 3
sizes=("${@:-}")
[ -n "${sizes[0]}" ] || sizes=(10000 100000 1000000)
searches=${SEARCHES:-500} mode_searches=${MODE_SEARCHES:-200} cold_searches=${COLD_SEARCHES:-120}
updated=${UPDATED:-30000} sample=${SAMPLE:-2000} published=${PUBLISHED:-3000}
mkdir -p "$work"

# Runs a step: what its JVM is for, the class, its arguments.
step() {
  local flags=$1 class=$2
  shift 2
  # shellcheck disable=SC2086 # flags are words
  "${JAVA_HOME:?}/bin/java" $flags -cp "$class_path" "org.plumbline.index.build.$class" "$data" "$home" "$@"
}
build() { step "${JVM_BUILD:?}" "$@"; }
search() { step "${JVM_SEARCH:?}" "$@"; }
modes() { step "${JVM_EMBED:?}" "$@"; }
embed() { step "${JVM_EMBED:?}" "$@"; }

for size in "${sizes[@]}"; do
  home="$work/home-$size"
  rm -rf "$home"
  began=$SECONDS
  if [ "$size" -le 250000 ]; then build BuildRate "$size"; else build BuildRate "$size" alone; fi
  search SearchSpeed "$searches"
  modes ModeSpeed "$cold_searches" without "without vectors"
  search PublishSpeed bm25 8 "$published"
  embed SampledVectors "$work/sample" "$sample"
  modes ModeSpeed "$mode_searches" with "with vectors"
  build UpdateCost $((size / 100)) 0
  modes ModeSpeed "$mode_searches" with "1 % replaced, its vectors to come"
  embed SampledVectors "$work/sample" "$sample"
  modes ModeSpeed "$mode_searches" with "1 % replaced"
  build UpdateCost $((updated / 2)) $((updated - updated / 2))
  embed SampledVectors "$work/sample" "$sample"
  modes PublishSpeed rerank 20 "$published"
  printf 'benchmark of %s articles: %s s in all\n' "$size" $((SECONDS - began))
done
