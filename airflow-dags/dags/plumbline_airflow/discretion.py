"""Keeps what clinicians asked out of Airflow, where every user may read every log.

Commands say nothing clinical by themselves. What is left is the message of a fault, which may quote what it choked on.
"""

from __future__ import annotations

import re

WITHHELD = "(a line withheld here: run the command on the machine itself to read it)"

_SAID_BY_COMMANDS = ("plumbline: ", "job ", "\tat ", "\t... ")
_FAULT = re.compile(r"((?:Caused by: |Suppressed: )?(?:[\w$]+\.)+[\w$]*(?:Exception|Error)[\w$]*)(: .*)?")


def screened(line: str) -> str:
    """The line, if it is one that commands say of themselves; of a fault its kind without its message."""
    if line.startswith(_SAID_BY_COMMANDS):
        return line
    fault = _FAULT.fullmatch(line.strip())
    return fault.group(1) if fault else WITHHELD
