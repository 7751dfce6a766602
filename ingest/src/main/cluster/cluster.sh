#!/usr/bin/env bash
# Starts and stops a standalone Spark cluster on this machine's loopback, from the jars of a class path: for trying
# --master and for tests. Not for production: it knows no other host and no user.
#
#   cluster.sh up DIR CLASS_PATH [WORKERS]   starts a master and WORKERS workers (2) of one core each; prints the master's address
#   cluster.sh down DIR                      stops them
#
# DIR holds logs, work files and process ids. JAVA_HOME names the JDK. PLUMBLINE_CLUSTER_MEMORY (default 1g) is what
# one worker gives to executors.
set -euo pipefail

say() { printf 'cluster: %s\n' "$*" >&2; }

# A port that nobody listens on now.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      printf '%s' "$port"
      return
    fi
  done
}

# start NAME CLASS ARG…: a process of its own, its id in DIR/NAME.pid, its words in DIR/NAME.log.
start() {
  local name=$1
  shift
  setsid "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dlog4j2.configurationFile="$dir/log4j2.properties" -Dspark.master.rest.enabled=false -Dspark.ui.enabled=false -cp "$class_path" "$@" >"$dir/$name.log" 2>&1 </dev/null &
  printf '%s' $! >"$dir/$name.pid"
}

# Waits until a log says something; fails when its process ends or 60 s pass.
await() {
  local name=$1 words=$2 waited=0
  until grep -q "$words" "$dir/$name.log"; do
    if ! kill -0 "$(cat "$dir/$name.pid")" 2>/dev/null || [ $((waited += 1)) -gt 300 ]; then
      say "$name did not start; see $dir/$name.log"
      tail -5 "$dir/$name.log" >&2
      down
      exit 3
    fi
    sleep 0.2
  done
}

up() {
  : "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
  class_path=$1
  local workers=${2:-2} port memory=${PLUMBLINE_CLUSTER_MEMORY:-1g}
  mkdir -p "$dir/spark/jars"
  dir=$(cd "$dir" && pwd)
  # Spark looks for its jars in SPARK_HOME/jars before it starts an executor.
  local jar
  tr ':' '\n' <<<"$class_path" | grep '\.jar$' | while IFS= read -r jar; do ln -sf "$jar" "$dir/spark/jars/"; done
  # What the processes say is how this script knows that they are ready.
  printf '%s\n' 'rootLogger.level = info' 'rootLogger.appenderRef.out.ref = out' 'appender.out.type = Console' \
    'appender.out.name = out' 'appender.out.layout.type = PatternLayout' 'appender.out.layout.pattern = %d{HH:mm:ss} %p %c{1}: %m%n' \
    >"$dir/log4j2.properties"
  export SPARK_HOME="$dir/spark" SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1
  port=$(free_port)
  start master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$port" --webui-port 0
  await master 'I have been elected leader\|New state: ALIVE'
  local worker
  for worker in $(seq "$workers"); do
    start "worker$worker" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --webui-port 0 --cores 1 --memory "$memory" \
      --work-dir "$dir/work$worker" "spark://127.0.0.1:$port"
  done
  for worker in $(seq "$workers"); do await "worker$worker" 'Successfully registered with master'; done
  printf 'spark://127.0.0.1:%s\n' "$port" | tee "$dir/master"
}

# Ends the workers first, so that nobody looks for a master that is gone.
down() {
  local file pid
  for file in "$dir"/worker*.pid "$dir"/master.pid; do
    [ -e "$file" ] || continue
    pid=$(cat "$file")
    kill -- "-$pid" 2>/dev/null || kill "$pid" 2>/dev/null || true
    rm -f "$file"
  done
  rm -rf "$dir/master" "$dir/spark"
}

if [ $# -lt 2 ]; then
  sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
command=$1 dir=$2
shift 2
case $command in
  up) up "$@" ;;
  down) down ;;
  *) say "unknown command \"$command\": up or down" && exit 2 ;;
esac
