#!/bin/sh
# A JVM for untrusted documents. closed: no network, no other process in sight, bounded CPU time and file sizes, no core
# dumps. plain: the same JVM without that, where the system does not let an ordinary user have it.
mode=@MODE@
java=@JAVA@
exec 2>>@LOG@
if [ "$mode" = closed ]; then
  exec unshare --user --map-root-user --net --ipc --uts prlimit --cpu=@CPU@ --fsize=268435456 --core=0 "$java" "$@"
fi
exec "$java" "$@"
