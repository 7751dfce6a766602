"""Runs one command below its guard, passes on what it says, and keeps what it answers."""

from __future__ import annotations

import contextlib
import os
import re
import selectors
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plumbline_airflow import answers
from plumbline_airflow.answers import Answer

GRACE_SECONDS = 3.0
"""Between SIGTERM and SIGKILL. Airflow kills a task 5 s after it asked it to end; commands are safe to kill."""

LONGEST_ANSWER = 1_000_000
"""Bytes of one line of JSON."""

LONGEST_LINE = 4_000
"""Bytes of one line of talk; what is beyond is left out."""

MOST_LINES = 5_000
"""Of talk that go into the log as they come; of those beyond, the last MOST_AT_END follow at the end."""

MOST_AT_END = 100

MOST_BATCHES = 10
"""Answers before the last one that are kept."""

_GUARD = Path(__file__).with_name("guard.py")
_LOOK_SECONDS = 0.02
_PARENT_LOOK_SECONDS = 1.0
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Outcome:
    """How a command ended.

    exit_code: its own, 128 and the signal that ended it, or the guard's for a command that could not be started
    answer: the last line of its standard output, if that is a JSON object
    batches: the JSON objects before it, the newest MOST_BATCHES
    complaint: the last thing that it said to people
    """

    exit_code: int
    answer: Answer | None
    batches: tuple[Answer, ...]
    complaint: str


class Command:
    """One command, to be run once. `end` may be called from a signal handler while `run` waits."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        say: Callable[[str], None],
        screen: Callable[[str], str] = str,
    ) -> None:
        """say: is told each line of the command's talk, as the screen lets it through."""
        self._command = list(command)
        self._environment = dict(environment)
        self._talk = _Talk(say, screen)
        self._answers: deque[str] = deque(maxlen=MOST_BATCHES + 1)
        self._guard: subprocess.Popen[bytes] | None = None
        self._parent = os.getppid()

    def run(self) -> Outcome:
        """Waits until the command has ended; however this is left, the command is gone then."""
        guard = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_GUARD), str(GRACE_SECONDS), *self._command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self._environment,
            start_new_session=True,
        )
        self._guard = guard
        try:
            self._listen(guard)
            while (code := guard.poll()) is None:
                time.sleep(_LOOK_SECONDS)
        finally:
            self.end()
        self._talk.close()
        parsed = [answers.parse(line) for line in self._answers]
        return Outcome(
            exit_code=code if code >= 0 else 128 - code,
            answer=parsed[-1] if parsed else None,
            batches=tuple(one for one in parsed[:-1] if one is not None),
            complaint=self._talk.last,
        )

    def end(self) -> None:
        """Ends the command, if it still runs, and answers when it is gone: after GRACE_SECONDS and a little at most."""
        guard = self._guard
        if guard is None or guard.stdin is None:
            return
        with contextlib.suppress(OSError):
            guard.stdin.close()
        try:
            guard.wait(GRACE_SECONDS + 1)
        except subprocess.TimeoutExpired:
            guard.kill()

    def _listen(self, guard: subprocess.Popen[bytes]) -> None:
        """Reads both streams until both are closed, or the guard is gone and nothing more is in them."""
        assert guard.stdout is not None
        assert guard.stderr is not None
        with selectors.DefaultSelector() as selector:
            for stream, lines, heard in (
                (guard.stdout, _Lines(LONGEST_ANSWER), self._answered),
                (guard.stderr, _Lines(LONGEST_LINE), self._talk.heard),
            ):
                os.set_blocking(stream.fileno(), False)
                selector.register(stream, selectors.EVENT_READ, (lines, heard))
            while selector.get_map():
                gone = guard.poll() is not None
                ready = selector.select(0 if gone else _PARENT_LOOK_SECONDS)
                for key, _ in ready:
                    _pass_on(key, selector)
                if gone and not ready:
                    break
                if os.getppid() != self._parent:
                    # Whoever supervised this task was killed: nobody would learn how it ended.
                    self.end()

    def _answered(self, line: str) -> None:
        if line.strip():
            self._answers.append(line)


def _pass_on(key: selectors.SelectorKey, selector: selectors.BaseSelector) -> None:
    """Reads what a stream has, and gives its listener the lines that ended."""
    lines, heard = key.data
    data = os.read(key.fd, 65_536)
    if not data:
        selector.unregister(key.fileobj)
    for line in lines.take(data):
        heard(line)


class _Talk:
    """What a command says to people, on its way into the log."""

    def __init__(self, say: Callable[[str], None], screen: Callable[[str], str]) -> None:
        self._say = say
        self._screen = screen
        self._said = 0
        self._late: deque[str] = deque(maxlen=MOST_AT_END)
        self.last = ""

    def heard(self, line: str) -> None:
        words = self._screen(_UNPRINTABLE.sub(" ", line.rstrip()))
        if not words:
            return
        if not words[0].isspace():
            self.last = words
        self._said += 1
        if self._said <= MOST_LINES:
            self._say(words)
        else:
            self._late.append(words)

    def close(self) -> None:
        left_out = self._said - MOST_LINES - len(self._late)
        if left_out > 0:
            self._say(f"… {left_out} lines left out …")
        for words in self._late:
            self._say(words)


class _Lines:
    """Cuts bytes into lines; of a line no more than `longest` bytes are kept."""

    def __init__(self, longest: int) -> None:
        self._longest = longest
        self._begun = bytearray()
        self._left_out = 0

    def take(self, data: bytes) -> list[str]:
        """The lines that end in these bytes; no bytes: the rest."""
        *ended, rest = data.split(b"\n")
        whole = []
        for part in ended:
            self._add(part)
            whole.append(self._end())
        self._add(rest)
        if not data and self._begun:
            whole.append(self._end())
        return whole

    def _add(self, part: bytes) -> None:
        room = self._longest - len(self._begun)
        self._begun += part[:room]
        self._left_out += max(0, len(part) - room)

    def _end(self) -> str:
        words = self._begun.decode("utf-8", errors="replace")
        if self._left_out:
            words += f" … {self._left_out} bytes left out"
        self._begun.clear()
        self._left_out = 0
        return words
