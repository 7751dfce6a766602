#!/usr/bin/env bash
# Measures building and searching at growing sizes: a load multiplied from real abstracts, written straight into the
# index beside a bare Lucene IndexWriter, then searched, alone and by eight readers while a snapshot is published.
# Prints one line a measurement; each is one run.
#
#   index.sh CLASS_PATH DATA WORK [ARTICLES…]
#
# CLASS_PATH: with the test classes; DATA: the folder of test data; WORK: a folder on a disk with 20 GB; ARTICLES:
# sizes (default: 10000 100000 1000000). JAVA_HOME names the JDK; SEARCHES: how many of each kind (default 500).
set -euo pipefail

class_path=$1 data=$2 work=$3
shift 3
sizes=("${@:-}")
[ -n "${sizes[0]}" ] || sizes=(10000 100000 1000000)
mkdir -p "$work"
java=("${JAVA_HOME:?}/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED -cp "$class_path")

for size in "${sizes[@]}"; do
  home="$work/home-$size"
  rm -rf "$home"
  "${java[@]}" org.plumbline.index.build.BuildRate "$data" "$home" "$size"
  "${java[@]}" org.plumbline.index.build.SearchSpeed "$data" "$home" "${SEARCHES:-500}"
done
