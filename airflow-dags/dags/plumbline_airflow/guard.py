"""Runs a command and ends it when the task that asked for it ends, however that comes about.

Usage: ``guard.py GRACE COMMAND [ARGUMENT…]``. Standard input is the task's lifeline: a pipe of which the task holds the
other end. When it closes (the task was cancelled, timed out, or was killed without a chance to say anything), or when
the guard itself is asked to end, the command's process group gets SIGTERM, and SIGKILL GRACE seconds later. The command
writes to the guard's own standard output and error. The guard ends with the command's exit code, or 128 and the signal
that ended it.

The guard is a process of its own because a killed task can do nothing any more. It needs only the standard library.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import time

NOT_RUNNABLE = 126
NOT_FOUND = 127
BY_SIGNAL = 128

LIFELINE = 0
SECONDS_BETWEEN_LOOKS = 0.05


def main(argv: list[str]) -> int:
    """Runs the command and answers its exit code."""
    grace, command = float(argv[1]), argv[2:]
    alarms = _listen()
    try:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=_die_with_guard)
    except FileNotFoundError:
        return _refuse(f"{command[0]}: no such command", NOT_FOUND)
    except OSError as fault:
        return _refuse(f"{command[0]}: cannot be run ({fault.strerror})", NOT_RUNNABLE)
    if not _ends_by_itself(child, alarms):
        _signal_group(child, signal.SIGTERM)
        deadline = time.monotonic() + grace
        while _runs(child) and time.monotonic() < deadline:
            time.sleep(SECONDS_BETWEEN_LOOKS)
    # What the command may have left in its group goes too; while it is not reaped its group keeps its number.
    _signal_group(child, signal.SIGKILL)
    code = child.wait()
    return code if code >= 0 else BY_SIGNAL - code


def _refuse(words: str, code: int) -> int:
    sys.stderr.write(f"plumbline: {words}; set the Airflow Variable plumbline_command to the launcher's path\n")
    return code


def _listen() -> int:
    """Makes signals readable: a byte arrives at the answered descriptor for each."""
    alarms, bell = os.pipe()
    os.set_blocking(alarms, False)
    os.set_blocking(bell, False)
    signal.set_wakeup_fd(bell, warn_on_full_buffer=False)
    for number in (signal.SIGCHLD, signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: None)
    return alarms


def _ends_by_itself(child: subprocess.Popen[bytes], alarms: int) -> bool:
    """Waits until the command has ended (true) or shall end (false)."""
    while _runs(child):
        readable, _, _ = select.select([LIFELINE, alarms], [], [])
        if LIFELINE in readable and not os.read(LIFELINE, 1):
            return False
        if alarms in readable and set(os.read(alarms, 100)) - {signal.SIGCHLD}:
            return False
    return True


def _runs(child: subprocess.Popen[bytes]) -> bool:
    return os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None


def _signal_group(child: subprocess.Popen[bytes], number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, number)


def _die_with_guard() -> None:
    """Has the kernel kill the command if the guard is killed; there is no such thing but on Linux."""
    if sys.platform == "linux":
        import ctypes

        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main(sys.argv))
