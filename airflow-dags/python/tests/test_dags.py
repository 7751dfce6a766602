"""What the DAG files say, read as Airflow reads them."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from airflow.dag_processing.dagbag import DagBag
from airflow.sdk import DAG, Asset, AssetAll, AssetAny, Param
from airflow.sdk.exceptions import ParamValidationError

from plumbline_airflow.operators import PlumblineOperator, WhenFound

INTAKE = {"take_in": {"announce_corpus", "announce_integrity_events"}}

STRUCTURE: Mapping[str, Mapping[str, set[str]]] = {
    "plumbline_pubmed_baseline": INTAKE,
    "plumbline_pubmed_updates": INTAKE,
    "plumbline_pmc_sync": INTAKE,
    "plumbline_integrity": INTAKE,
    "plumbline_index": {"build": {"embed"}},
    "plumbline_research": {"work": set()},
    "plumbline_recheck": {"recheck": set()},
    "plumbline_maintenance": {"optimize": {"verify_index"}},
}

COMMANDS = {
    ("plumbline_pubmed_baseline", "take_in"): "ingest pubmed --baseline",
    ("plumbline_pubmed_updates", "take_in"): "ingest pubmed --updates",
    ("plumbline_pmc_sync", "take_in"): "ingest pmc",
    ("plumbline_integrity", "take_in"): "ingest integrity",
    ("plumbline_index", "build"): "index build",
    ("plumbline_index", "embed"): "index embed",
    ("plumbline_index", "verify"): "index verify",
    ("plumbline_research", "work"): "research work --drain",
    ("plumbline_recheck", "recheck"): "research recheck",
    ("plumbline_maintenance", "optimize"): "ingest optimize",
    ("plumbline_maintenance", "verify_index"): "index verify",
    ("plumbline_maintenance", "prune_index"): "index prune",
}

WRITERS = {"ingest pubmed --baseline", "ingest pubmed --updates", "ingest pmc", "ingest integrity", "ingest optimize"}


@pytest.fixture(scope="module")
def bag(dags_folder: Path) -> DagBag:
    return DagBag(str(dags_folder))


def param(bag: DagBag, dag_id: str, name: str) -> Param:
    """A copy: a param remembers what it was last resolved to."""
    return copy.deepcopy(dag(bag, dag_id).params.get_param(name))


def dag(bag: DagBag, name: str) -> DAG:
    found = bag.dags[name]
    assert isinstance(found, DAG)
    return found


def tasks(bag: DagBag) -> list[PlumblineOperator]:
    found: list[PlumblineOperator] = []
    for one in bag.dags.values():
        for task in one.tasks:
            assert isinstance(task, PlumblineOperator)
            found.append(task)
    return found


def test_all_files_import(bag: DagBag) -> None:
    assert bag.import_errors == {}
    assert set(bag.dags) == set(STRUCTURE)


def test_each_file_holds_the_dag_of_its_name(bag: DagBag) -> None:
    for name, one in bag.dags.items():
        assert Path(one.fileloc).stem == name


@pytest.mark.parametrize("name", STRUCTURE)
def test_steps_follow_each_other_as_drawn(bag: DagBag, name: str) -> None:
    one = dag(bag, name)
    first_steps = {task.task_id for task in one.tasks if not task.upstream_task_ids}
    assert {task: set(one.get_task(task).downstream_task_ids) for task in first_steps} == STRUCTURE[name]


@pytest.mark.parametrize(("place", "command"), COMMANDS.items())
def test_task_runs_its_command(bag: DagBag, place: tuple[str, str], command: str) -> None:
    task = dag(bag, place[0]).get_task(place[1])
    assert isinstance(task, PlumblineOperator)
    assert " ".join(task.arguments) == command


def test_every_task_belongs_to_a_command_or_announces(bag: DagBag) -> None:
    for task in tasks(bag):
        expected = COMMANDS.get((task.dag_id, task.task_id), "ingest status")
        assert " ".join(task.arguments) == expected
        assert task.announcement is not None or expected != "ingest status"


def test_pools_are_those_of_the_list(bag: DagBag, dags_folder: Path) -> None:
    listed: dict[str, Any] = json.loads((dags_folder / "pools.json").read_text(encoding="utf-8"))
    assert {task.pool for task in tasks(bag)} - {"default_pool"} == set(listed)
    for pool in listed.values():
        assert set(pool) == {"slots", "description"}
        assert 0 < len(pool["description"]) < 256


def test_whatever_writes_the_corpus_shares_one_slot(bag: DagBag, dags_folder: Path) -> None:
    listed = json.loads((dags_folder / "pools.json").read_text(encoding="utf-8"))
    assert listed["plumbline_corpus"]["slots"] == 1
    for task in tasks(bag):
        assert (task.pool == "plumbline_corpus") == (" ".join(task.arguments) in WRITERS), task
        assert task.pool_slots == 1


def test_faults_are_tried_again_with_growing_pauses(bag: DagBag) -> None:
    for task in tasks(bag):
        assert task.retries == 3
        assert task.retry_exponential_backoff
        assert timedelta(minutes=1) <= task.retry_delay <= timedelta(minutes=5)
        assert task.max_retry_delay is not None


def test_only_a_fetch_is_tried_again_when_something_is_missing(bag: DagBag) -> None:
    for task in tasks(bag):
        assert (task.when_found is WhenFound.RETRY) == (task.task_id == "take_in")


def test_every_task_has_an_end(bag: DagBag) -> None:
    for task in tasks(bag):
        assert task.execution_timeout is not None
        assert timedelta(minutes=1) < task.execution_timeout <= timedelta(days=7)


def test_one_run_at_a_time_and_none_for_the_past(bag: DagBag) -> None:
    for one in bag.dags.values():
        assert one.max_active_runs == 1
        assert one.catchup is False


def test_schedules() -> None:
    # As text, since that is what a person reads on the page.
    from airflow.serialization.serialized_objects import DagSerialization

    bag = DagBag()
    said = {
        name: DagSerialization.deserialize_dag(DagSerialization.serialize_dag(dag(bag, name))).timetable.summary
        for name in STRUCTURE
    }
    assert said == {
        "plumbline_pubmed_baseline": "None",
        "plumbline_pubmed_updates": "15 1 * * *",
        "plumbline_pmc_sync": "30 1 * * *",
        "plumbline_integrity": "0 1 * * *",
        "plumbline_index": "Asset",
        "plumbline_research": "Asset or */5 * * * *",
        "plumbline_recheck": "Asset",
        "plumbline_maintenance": "0 13 * * 0",
    }


def waited_for(bag: DagBag, dag_id: str) -> set[str]:
    condition = dag(bag, dag_id).timetable.asset_condition
    assert isinstance(condition, (AssetAny, AssetAll))
    return {asset.name for asset in condition.objects if isinstance(asset, Asset)}


def test_index_follows_corpus_or_events(bag: DagBag) -> None:
    assert isinstance(dag(bag, "plumbline_index").timetable.asset_condition, AssetAny)
    assert waited_for(bag, "plumbline_index") == {"plumbline_corpus", "plumbline_integrity_events"}


def test_recheck_follows_the_snapshot_that_it_reads(bag: DagBag) -> None:
    assert waited_for(bag, "plumbline_recheck") == {"plumbline_index_snapshot"}


def test_assets_come_from_those_who_make_them(bag: DagBag) -> None:
    makers: dict[str, set[str]] = {}
    for task in tasks(bag):
        for outlet in task.outlets:
            assert isinstance(outlet, Asset)
            makers.setdefault(outlet.name, set()).add(f"{task.dag_id}.{task.task_id}".removeprefix("plumbline_"))
    intake = ("pubmed_baseline", "pubmed_updates", "pmc_sync", "integrity")
    assert makers == {
        "plumbline_corpus": {f"{name}.announce_corpus" for name in intake},
        "plumbline_integrity_events": {f"{name}.announce_integrity_events" for name in intake},
        "plumbline_index_snapshot": {"index.verify"},
    }


@pytest.mark.parametrize("name", STRUCTURE)
def test_page_tells_the_one_who_is_on_call_what_to_do(bag: DagBag, name: str) -> None:
    one = dag(bag, name)
    page = one.doc_md or ""
    for words in (
        "### If it is red",
        "### What it does",
        "### Any task, by what it ended with",
        "Clear",
        "`plumbline_command`",
    ):
        assert words in page
    # Each command that may find something says what to do then.
    for task_id in STRUCTURE[name]:
        assert f"`{task_id}`" in page
        assert f"`{task_id}` ends with" in page
        assert f"`{task_id}` runs" in page
    assert one.description
    assert len(one.description) <= 100
    assert "plumbline" in one.tags
    for task in one.tasks:
        assert task.doc_md


@pytest.mark.parametrize("wrong", [2017, 2100, "2027", "twenty", None, 2026.5])
def test_baseline_refuses_what_is_no_year(bag: DagBag, wrong: object) -> None:
    year = param(bag, "plumbline_pubmed_baseline", "year")
    with pytest.raises(ParamValidationError):
        year.resolve(wrong)


def test_baseline_asks_for_a_year(bag: DagBag) -> None:
    year = param(bag, "plumbline_pubmed_baseline", "year")
    assert year.schema["title"] == "Year of the baseline"
    with pytest.raises(ParamValidationError):
        year.resolve()
    assert year.resolve(2027) == 2027


@pytest.mark.parametrize("wrong", ["7", "P0D", "P7D; rm", "$(x)", "", None, 7])
def test_maintenance_refuses_what_is_no_duration(bag: DagBag, wrong: object) -> None:
    retain = param(bag, "plumbline_maintenance", "retain")
    assert retain.value == "P7D"
    assert copy.copy(retain).resolve("PT12H") == "PT12H"
    with pytest.raises(ParamValidationError):
        retain.resolve(wrong)


@pytest.mark.parametrize("wrong", [0, -1, "all", None, 1.5])
def test_maintenance_refuses_what_is_no_number_of_snapshots(bag: DagBag, wrong: object) -> None:
    keep = param(bag, "plumbline_maintenance", "keep")
    assert copy.copy(keep).resolve(3) == 3
    with pytest.raises(ParamValidationError):
        keep.resolve(wrong)


def test_nothing_is_pruned_before_it_was_verified(bag: DagBag) -> None:
    assert dag(bag, "plumbline_maintenance").get_task("prune_index").upstream_task_ids == {"verify_index"}


@pytest.mark.parametrize("wrong", ["two words", "Does it help?", "x" * 65, "", 7])
def test_research_takes_no_words(bag: DagBag, wrong: object) -> None:
    job = param(bag, "plumbline_research", "job")
    assert job.resolve() is None
    assert copy.copy(job).resolve("20261123-abc") == "20261123-abc"
    with pytest.raises(ParamValidationError):
        job.resolve(wrong)


def test_nothing_is_templated(bag: DagBag) -> None:
    for task in tasks(bag):
        assert list(task.template_fields) == []


def test_what_touches_requests_is_clinical(bag: DagBag) -> None:
    for task in tasks(bag):
        assert task.clinical == (task.arguments[0] == "research")


IMPORTS = """
import importlib, json, sys, time
from airflow.sdk import DAG, Asset, AssetOrTimeSchedule, BaseOperator, Connection, CronTriggerTimetable, Param, Variable
spent = {}
for name in sys.argv[1:]:
    for known in [module for module in sys.modules if module.startswith("plumbline_")]:
        del sys.modules[known]
    start = time.process_time()
    importlib.import_module(name)
    spent[name] = time.process_time() - start
print(json.dumps(spent))
"""


def test_each_file_imports_within_a_second(dags_folder: Path) -> None:
    # With all that it shares with the others, and without what Airflow itself costs.
    said = subprocess.run(
        [sys.executable, "-c", IMPORTS, *STRUCTURE],
        env={**os.environ, "PYTHONPATH": str(dags_folder)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    spent: dict[str, float] = json.loads(said.splitlines()[-1])
    assert set(spent) == set(STRUCTURE)
    assert max(spent.values()) < 1.0, spent
