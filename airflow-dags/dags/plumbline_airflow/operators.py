"""The operator that runs a ``plumbline`` command as a task.

What a command's end means:

========= =================================== ==============================================
exit code meaning                             the task
========= =================================== ==============================================
0         done                                succeeds; the last line of JSON is its XCom
1         a check found something             fails, or is retried: see WhenFound
2         wrong input                         fails; trying again would not help
3         a fault                             is retried with backoff
other     killed                              is retried with backoff
========= =================================== ==============================================
"""

from __future__ import annotations

import enum
import json
import os
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from airflow.sdk import Asset, BaseOperator
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException

from plumbline_airflow import answers
from plumbline_airflow.answers import Answer
from plumbline_airflow.discretion import screened
from plumbline_airflow.guard import NOT_FOUND, NOT_RUNNABLE
from plumbline_airflow.process import Command, Outcome
from plumbline_airflow.settings import Settings, address, count

if TYPE_CHECKING:
    from airflow.sdk import Context

DONE, FOUND, WRONG_INPUT, FAULT = 0, 1, 2, 3

LONGEST_PART = 500
"""Characters of one part of an answer that the log shows; the XCom has more."""


class WhenFound(enum.Enum):
    """What a task does when its command ends with 1."""

    FAIL = "fail"
    """A check found something that will still be so in an hour."""

    RETRY = "retry"
    """Something did not come that may come later, such as a file from a server that is away."""


@dataclass(frozen=True)
class Announcement:
    """An event of an asset, announced where there is something new to tell.

    asset: whose event
    facts: what the event carries, by name: the path to it in an answer, such as ``corpus.articles``
    identity: the facts by which the state is told from the one announced last
    of_tasks: the tasks whose answers have the facts, known before this task's command starts, the later ones' first;
        none: its own command's
    """

    asset: Asset
    facts: Mapping[str, str]
    identity: tuple[str, ...]
    of_tasks: tuple[str, ...] = ()

    def facts_of(self, answer: Answer) -> Answer:
        """What an event would carry."""
        return {name: answers.fact(answer, path) for name, path in self.facts.items()}


class PlumblineOperator(BaseOperator):
    """Runs a ``plumbline`` command; nothing passes through a shell or a template.

    arguments: of the command; ``--json`` is added
    options: further options by the param whose value they get; a param without value leaves its option out
    only_with: an option and the Variable that has the number for it; without the Variable the task is skipped
    source: id of the Connection that names the address to take from; without such a Connection the command knows
    on_spark: whether the command takes ``--master``
    when_found: what exit code 1 comes to
    finding: what exit code 1 means, in words for the one who is on call
    final_if: name of a number in the answer; where it is not 0 a fault (3) is final: the command tried again itself
    clinical: whether the command touches requests: then the log is screened, and of answers only numbers are kept
    announcement: the asset event that success comes to; where the state is the one announced last, the task is skipped
    """

    ui_color = "#e8f0f2"

    def __init__(
        self,
        *,
        arguments: Sequence[str],
        options: Mapping[str, str] | None = None,
        only_with: tuple[str, str] | None = None,
        source: str | None = None,
        on_spark: bool = False,
        when_found: WhenFound = WhenFound.FAIL,
        finding: str = "the check found something",
        final_if: str | None = None,
        clinical: bool = False,
        announcement: Announcement | None = None,
        **kwargs: Any,
    ) -> None:
        if announcement is not None:
            kwargs.setdefault("outlets", [announcement.asset])
            kwargs.setdefault("inlets", [announcement.asset])
        super().__init__(**kwargs)
        self.arguments = list(arguments)
        # What Airflow's pages show on the task, instead of this class' name.
        self.custom_operator_name = self._words()
        self.options = dict(options or {})
        self.only_with = only_with
        self.source = source
        self.on_spark = on_spark
        self.when_found = when_found
        self.finding = finding
        self.final_if = final_if
        self.clinical = clinical
        self.announcement = announcement
        self._running: Command | None = None

    def execute(self, context: Context) -> Answer:
        """Runs the command, answers its last line of JSON, and announces what is new."""
        told = self.announcement
        if told is not None and told.of_tasks:
            self._require_new(told, told.facts_of(self._answered(told, context)), context)
        answer = self._run(context)
        if told is not None:
            facts = told.facts_of(self._answered(told, context) if told.of_tasks else answer)
            if not told.of_tasks:
                self._require_new(told, facts, context)
            context["outlet_events"][told.asset].extra = facts
        return answer

    @staticmethod
    def _answered(told: Announcement, context: Context) -> Answer:
        """What the tasks before answered that an announcement is about; a task that was skipped answered nothing."""
        answered: Answer = {}
        for task in told.of_tasks:
            answered.update(context["ti"].xcom_pull(task_ids=task) or {})
        return answered

    def on_kill(self) -> None:
        """Ends the command: the task was cancelled, timed out, or its worker is stopped."""
        if self._running is not None:
            self._running.end()

    def _run(self, context: Context) -> Answer:
        settings = Settings.read()
        command = [settings.command, *self._arguments(settings, context)]
        self.log.info("Running: %s", shlex.join(command))
        self.log.info("Home: %s", settings.home or os.environ.get("PLUMBLINE_HOME") or "the command's own default")
        self._running = Command(
            command,
            settings.environment(os.environ),
            say=lambda line: self.log.info("%s", line),
            screen=screened if self.clinical else str,
        )
        outcome = self._running.run()
        answer = None
        if outcome.answer is not None:
            answer = answers.bounded(answers.numbers(outcome.answer) if self.clinical else outcome.answer)
            self._show("Answer", answer)
        try:
            self._judge(outcome, answer, context)
        except AirflowException as failure:
            # In lines of their own: the trace that Airflow prints is of no use to the one who is on call, and the page
            # of a task does not link to the one that says what to do.
            self.log.error("%s", failure)
            self.log.error("What to do: on the page of %s (its name, top left) behind the book, top right", self.dag_id)
            raise
        if answer is None:
            raise AirflowFailException(
                f"{self._words()} ended well, but its last line is no JSON object: are the DAGs and the program of one version?"
            )
        if outcome.batches and not self.clinical:
            context["ti"].xcom_push(
                key="batches", value=answers.bounded({"batches": [*outcome.batches]}).get("batches")
            )
        return answer

    def _show(self, name: str, answer: Answer) -> None:
        """Says an answer in the log, a line for each of its parts."""
        self.log.info("%s:", name)
        for part, value in answer.items():
            self.log.info("  %s: %s", part, json.dumps(value, ensure_ascii=False)[:LONGEST_PART])

    def _arguments(self, settings: Settings, context: Context) -> list[str]:
        arguments = [*self.arguments, "--json"]
        if self.only_with is not None:
            option, variable = self.only_with
            number = count(variable)
            if number is None:
                raise AirflowSkipException(f"Variable {variable} is not set: {self._words()} is not wanted")
            arguments += [option, str(number)]
        for option, param in self.options.items():
            value = context["params"].get(param)
            if value is not None:
                arguments += [option, str(value)]
        if self.on_spark and settings.spark_master:
            arguments += ["--master", settings.spark_master]
        place = address(self.source) if self.source else None
        return [*arguments, place] if place else arguments

    def _judge(self, outcome: Outcome, answer: Answer | None, context: Context) -> None:
        """Raises what the exit code comes to; returns where the command is done."""
        if outcome.exit_code == DONE:
            return
        if answer is not None:
            # What is raised leaves no XCom; the run's page shall say all the same what the command said.
            context["ti"].xcom_push(key="return_value", value=answer)
        code = outcome.exit_code
        count = answer.get(self.final_if, 0) if answer is not None and self.final_if else 0
        if code == FOUND:
            raise self._failure(outcome, self.finding, tried_again=self.when_found is WhenFound.RETRY)
        if code == WRONG_INPUT:
            raise self._failure(outcome, "wrong input", tried_again=False)
        if code in (NOT_FOUND, NOT_RUNNABLE):
            raise self._failure(outcome, "the program is not there", tried_again=False)
        if count:
            raise self._failure(outcome, f"{count} {self.final_if}, after tries of its own", tried_again=False)
        raise self._failure(outcome, f"killed by signal {code - 128}" if code > 128 else "a fault", tried_again=True)

    def _failure(self, outcome: Outcome, meaning: str, *, tried_again: bool) -> AirflowException:
        said = outcome.complaint.removeprefix("plumbline: ")
        words = f"{self._words()} ended with {outcome.exit_code} ({meaning})" + (f": {said}" if said else "")
        return AirflowException(words) if tried_again else AirflowFailException(words)

    def _require_new(self, told: Announcement, facts: Answer, context: Context) -> None:
        last = list(context["inlet_events"][told.asset].ascending(False).limit(1))
        known = (last[0].extra or {}) if last else {}
        if last and all(known.get(name) == facts[name] for name in told.identity):
            same = ", ".join(f"{name} {facts[name]}" for name in told.identity if facts[name] is not None)
            raise AirflowSkipException(f"{told.asset.name} is as announced last ({same}): nothing to tell")

    def _words(self) -> str:
        return "plumbline " + " ".join(self.arguments)
