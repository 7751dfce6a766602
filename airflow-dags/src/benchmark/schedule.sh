#!/usr/bin/env bash
# Measures a local Airflow: how long a run waits for its start, sixty runs at once, and how long a request takes from
# its submission to its report. Prints one line a measurement; each is one run unless n says otherwise.
#
#   schedule.sh PLUMBLINE CLASS_PATH TEST_DAGS WORK
#
# PLUMBLINE: the launcher; CLASS_PATH: with the test classes; TEST_DAGS: the folder of the tests' DAGs; WORK: an empty
# folder. JAVA_HOME names the JDK.
set -euo pipefail

plumbline=$1 class_path=$2 dags=$3 work=$4
rm -rf "$work" && mkdir -p "$work"
java=("${JAVA_HOME:?}/bin/java" -Xmx256m -cp "$class_path")
trap '"$plumbline" schedule down --home "$work/tests" >&2 || true; "$plumbline" schedule down --home "$work/home" >&2 || true' EXIT

now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.1f", b - a }'; }

"$plumbline" schedule up --home "$work/tests" --dags "$dags" >&2
"${java[@]}" org.plumbline.schedule.ScheduleLatency "$work/tests" "b$(date +%s)"
"$plumbline" schedule down --home "$work/tests" >&2

"$plumbline" demo --home "$work/home" >&2
start=$(now)
"$plumbline" schedule up --home "$work/home" >&2
printf 'schedule up, eight DAGs: %s s\n' "$(since "$start")"

for n in 1 2 3; do
  start=$(now)
  job=$("$plumbline" research submit --home "$work/home" --question "Does lumetrazine reduce hospitalisation in heart failure, question $n?")
  printf 'submitted in %s s' "$(since "$start")"
  until [ -e "$work/home/jobs/$job/report.html" ]; do sleep 0.1; done
  printf ', its report was there after %s s\n' "$(since "$start")"
done
"${java[@]}" org.plumbline.airflow.ClientOverhead
