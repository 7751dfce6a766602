"""A command below its guard: what is heard of it, and that it never outlives its task."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from plumbline_airflow import process
from plumbline_airflow.process import Command, Outcome

LONGEST_END = 10.0


def run(program: str, say: Callable[[str], None] | None = None) -> tuple[Outcome, list[str]]:
    heard: list[str] = []
    command = Command([sys.executable, "-c", program], os.environ, say or heard.append)
    return command.run(), heard


@pytest.mark.parametrize("code", [0, 1, 2, 3, 77])
def test_tells_exit_code(code: int) -> None:
    assert run(f"import sys; sys.exit({code})")[0].exit_code == code


def test_last_line_is_the_answer_and_those_before_are_batches() -> None:
    outcome, heard = run("print('{\"a\": 1}'); print('noise'); print('{\"b\": 2}'); print('{\"c\": 3}'); print('  ')")
    assert outcome.answer == {"c": 3}
    assert outcome.batches == ({"a": 1}, {"b": 2})
    assert heard == []


@pytest.mark.parametrize("last", ["words", "[1]", "3", '{"half": ', "NaN"])
def test_what_is_no_object_is_no_answer(last: str) -> None:
    assert run(f"print('{{\"a\": 1}}'); print({last!r})")[0].answer is None


def test_an_answer_without_line_end_counts() -> None:
    assert run("print('{\"a\": 1}', end='')")[0].answer == {"a": 1}


def test_talk_arrives_while_the_command_runs() -> None:
    heard: list[tuple[float, str]] = []
    start = time.monotonic()
    program = "import sys, time; print('early', file=sys.stderr); sys.stderr.flush(); time.sleep(1.5); print('{}')"
    run(program, lambda line: heard.append((time.monotonic() - start, line)))
    assert heard[0][1] == "early"
    assert heard[0][0] < 1.4


def test_unicode_survives_and_control_characters_do_not() -> None:
    program = (
        "import sys; sys.stderr.buffer.write('Größe ≤ 5 µg 漢字\\n'.encode() + b'\\x1b[31mred\\x07 \\xff\\r\\n');"
        'print(\'{"wort": "Größe 漢字"}\')'
    )
    outcome, heard = run(program)
    assert outcome.answer == {"wort": "Größe 漢字"}
    assert heard == ["Größe ≤ 5 µg 漢字", " [31mred  �"]


def test_long_lines_are_cut() -> None:
    _, heard = run("import sys; print('x' * 1_000_000, file=sys.stderr); print('y', file=sys.stderr)")
    assert heard[0].endswith(" bytes left out")
    assert len(heard[0]) < process.LONGEST_LINE + 50
    assert heard[1] == "y"


def test_endless_talk_is_bounded_and_its_end_is_kept() -> None:
    lines = 200_000
    outcome, heard = run(f"import sys\nfor n in range({lines}): print('line', n, file=sys.stderr)\nprint('{{}}')")
    assert len(heard) == process.MOST_LINES + 1 + process.MOST_AT_END
    assert heard[process.MOST_LINES] == f"… {lines - process.MOST_LINES - process.MOST_AT_END} lines left out …"
    assert heard[-1] == outcome.complaint == f"line {lines - 1}"


def test_an_answer_larger_than_memory_should_hold_is_none() -> None:
    program = "print('{\"a\": \"' + 'x' * 3_000_000 + '\"}')"
    assert run(program)[0].answer is None


def test_many_answers_keep_the_newest() -> None:
    outcome, _ = run("for n in range(10_000): print('{\"n\": %d}' % n)")
    assert outcome.answer == {"n": 9_999}
    assert [batch["n"] for batch in outcome.batches] == list(range(9_989, 9_999))


def test_complaint_is_the_last_thing_said_at_the_margin() -> None:
    program = (
        "import sys; sys.stderr.write('plumbline: broken\\nCaused by: it\\n\\tat some.Place\\n\\tat other.Place\\n')"
    )
    assert run(program)[0].complaint == "Caused by: it"


def test_a_missing_program_is_said_in_one_line() -> None:
    heard: list[str] = []
    outcome = Command(["/no/such/plumbline", "ingest"], os.environ, heard.append).run()
    assert outcome.exit_code == 127
    assert heard == [
        "plumbline: /no/such/plumbline: no such command; set the Airflow Variable plumbline_command to the launcher's path"
    ]


def test_a_program_without_the_right_is_said_in_one_line(tmp_path: Path) -> None:
    launcher = tmp_path / "plumbline"
    launcher.write_text("")
    heard: list[str] = []
    assert Command([str(launcher)], os.environ, heard.append).run().exit_code == 126
    assert "cannot be run" in heard[0]


def test_being_killed_is_told_as_the_signal() -> None:
    assert run("import os; os.kill(os.getpid(), 9)")[0].exit_code == 128 + 9


def test_nothing_passes_through_a_shell() -> None:
    outcome = Command(
        [
            sys.executable,
            "-c",
            "import json, sys; print(json.dumps({'heard': sys.argv[1:]}))",
            "$(id)",
            "a b",
            "*",
            "'",
        ],
        os.environ,
        print,
    ).run()
    assert outcome.answer == {"heard": ["$(id)", "a b", "*", "'"]}


HANGS = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, {handler})
child = subprocess.Popen([sys.executable, "-c", "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(120)"])
print(child.pid, file=sys.stderr)
sys.stderr.flush()
time.sleep(120)
"""


@pytest.mark.parametrize("handler", ["signal.SIG_DFL", "signal.SIG_IGN"])
def test_end_takes_the_whole_group(handler: str) -> None:
    heard: list[str] = []
    said = threading.Event()

    def say(line: str) -> None:
        heard.append(line)
        said.set()

    command = Command([sys.executable, "-c", HANGS.format(handler=handler)], os.environ, say)
    outcomes: list[Outcome] = []
    waiting = threading.Thread(target=lambda: outcomes.append(command.run()))
    waiting.start()
    assert said.wait(10)
    start = time.monotonic()
    command.end()
    waiting.join(LONGEST_END)
    assert time.monotonic() - start < LONGEST_END
    assert outcomes[0].exit_code in (128 + signal.SIGTERM, 128 + signal.SIGKILL)
    assert_gone(int(heard[0]))


def test_output_left_open_by_a_stray_child_does_not_hang() -> None:
    program = "import subprocess, sys; subprocess.Popen(['sleep', '60'], start_new_session=True); print('{}')"
    start = time.monotonic()
    outcome, _ = run(program)
    assert outcome.answer == {}
    assert time.monotonic() - start < LONGEST_END


TASK = """
import os, sys
from plumbline_airflow.process import Command
command = Command([sys.executable, "-c", {program!r}], os.environ, lambda line: print(line, flush=True))
{before}
command.run()
"""


def start_task(before: str = "") -> tuple[subprocess.Popen[str], int]:
    """Starts a process that runs a command which hangs, and tells the pid of the command's child."""
    dags = str(Path(process.__file__).parents[1])
    task = subprocess.Popen(
        [sys.executable, "-c", TASK.format(program=HANGS.format(handler="signal.SIG_IGN"), before=before)],
        env={**os.environ, "PYTHONPATH": dags},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert task.stdout is not None
    return task, int(task.stdout.readline())


def assert_gone(pid: int) -> None:
    deadline = time.monotonic() + LONGEST_END
    while Path(f"/proc/{pid}").exists():
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        if state == "Z":
            return
        assert time.monotonic() < deadline, f"process {pid} still runs"
        time.sleep(0.05)


def test_command_goes_when_its_task_is_killed() -> None:
    task, child = start_task()
    task.kill()
    task.wait()
    assert_gone(child)


def test_command_goes_when_its_guard_is_killed() -> None:
    task, child = start_task()
    # The child's group is the command's, and its parent is the guard.
    command = int(Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()[1])
    guard = int(Path(f"/proc/{command}/stat").read_text().rsplit(")", 1)[1].split()[1])
    os.kill(guard, signal.SIGKILL)
    task.wait(LONGEST_END)
    assert_gone(command)
    os.kill(child, signal.SIGKILL)


def test_command_goes_when_the_tasks_supervisor_is_killed() -> None:
    # As Airflow does it: a supervisor forks the task, and is killed without a word.
    task, child = start_task(before="if os.fork(): os.wait()\ncommand._parent = os.getppid()")
    task.kill()
    task.wait()
    assert_gone(child)


def test_json_is_what_is_read() -> None:
    assert run('print(\'{"n": 1e3, "t": true}\')')[0].answer == json.loads('{"n": 1e3, "t": true}')
