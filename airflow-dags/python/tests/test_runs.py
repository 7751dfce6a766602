"""Whole runs of each DAG in a real Airflow of one process, with a `plumbline` that only pretends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from airflow.dag_processing.dagbag import DagBag
from airflow.models.dagrun import DagRun
from airflow.sdk import DAG
from airflow.sdk.exceptions import AirflowException, AirflowFailException
from airflow.utils.session import create_session

from plumbline_airflow.operators import PlumblineOperator

pytestmark = pytest.mark.usefixtures("airflow_database")

CONF = {"plumbline_pubmed_baseline": {"year": 2027}}

DAG_IDS = [
    "plumbline_pubmed_baseline",
    "plumbline_pubmed_updates",
    "plumbline_pmc_sync",
    "plumbline_integrity",
    "plumbline_index",
    "plumbline_research",
    "plumbline_recheck",
    "plumbline_maintenance",
]


@pytest.fixture(scope="module")
def bag(airflow_database: None, dags_folder: Path) -> DagBag:
    from airflow.dag_processing.bundles.manager import DagBundlesManager

    DagBundlesManager().sync_bundles_to_db()  # type: ignore[no-untyped-call]
    return DagBag(str(dags_folder))


@pytest.fixture(autouse=True)
def forgotten_events() -> None:
    """No event of an asset is left of other tests."""
    from airflow.models.asset import AssetEvent
    from sqlalchemy import delete

    with create_session() as session:
        session.execute(delete(AssetEvent))


def run(bag: DagBag, name: str, conf: dict[str, Any] | None = None) -> DagRun:
    dag = bag.dags[name]
    assert isinstance(dag, DAG)
    done = dag.test(run_conf=conf if conf is not None else CONF.get(name))
    assert isinstance(done, DagRun)
    return done


def states(done: DagRun) -> dict[str, str]:
    return {task.task_id: str(task.state) for task in done.get_task_instances()}


def xcom(done: DagRun, task_id: str, key: str = "return_value") -> Any:
    task = done.get_task_instance(task_id)
    assert task is not None
    return task.xcom_pull(task_ids=task_id, key=key)


def events() -> list[tuple[str, dict[str, Any]]]:
    from airflow.models.asset import AssetEvent
    from sqlalchemy import select

    with create_session() as session:
        found = session.scalars(select(AssetEvent).order_by(AssetEvent.id)).unique().all()
        return [(str(event.asset.name), dict(event.extra)) for event in found]


def calls(home: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (home / "calls.jsonl").read_text(encoding="utf-8").splitlines()]


def script(home: Path, words: str) -> None:
    (home / "script.py").write_text(words, encoding="utf-8")


CORPUS = {"version": 3, "digest": "d" * 64, "articles": 7, "fullTexts": 2}
NO_OTHERS = {"partlyRetracted": None, "concern": None, "superseded": None, "corrected": None}
EVENTS = {"version": 3, "events": 1, "retracted": 1, **NO_OTHERS}


@pytest.mark.parametrize("name", DAG_IDS)
def test_every_dag_runs_to_its_end(bag: DagBag, fake: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIRFLOW_VAR_PLUMBLINE_EMBED", "100")
    done = run(bag, name)
    assert done.state == "success"
    assert set(states(done).values()) == {"success"}
    for call in calls(fake):
        assert "--json" in call["arguments"]


def test_updates_take_in_and_announce(bag: DagBag, fake: Path) -> None:
    done = run(bag, "plumbline_pubmed_updates")
    assert [call["arguments"] for call in calls(fake)] == [
        ["ingest", "pubmed", "--updates", "--json"],
        ["ingest", "status", "--json"],
        ["ingest", "status", "--json"],
    ]
    assert xcom(done, "take_in") == {"fetched": 1, "known": 4, "missing": []}
    assert xcom(done, "take_in", "batches") == [{"run": "a batch"}]
    assert sorted(events()) == [("plumbline_corpus", CORPUS), ("plumbline_integrity_events", EVENTS)]


def test_what_is_not_new_is_not_announced_again(bag: DagBag, fake: Path) -> None:
    run(bag, "plumbline_pubmed_updates")
    again = run(bag, "plumbline_pmc_sync")
    assert again.state == "success"
    assert states(again) == {"take_in": "success", "announce_corpus": "skipped", "announce_integrity_events": "skipped"}
    assert len(events()) == 2


def test_only_the_asset_that_changed_is_announced(bag: DagBag, fake: Path) -> None:
    run(bag, "plumbline_pubmed_updates")
    changed = {
        "version": 4,
        "digest": "e" * 64,
        "articles": 8,
        "fullTexts": 2,
        "events": 1,
        "standings": {"RETRACTED": 1, "NO_KNOWN_EVENT": 7},
    }
    script(fake, f"import json; print(json.dumps({{'corpus': {changed!r}}}))")
    again = run(bag, "plumbline_pubmed_updates")
    assert states(again)["announce_corpus"] == "success"
    assert states(again)["announce_integrity_events"] == "skipped"
    assert events()[-1] == ("plumbline_corpus", {"version": 4, "digest": "e" * 64, "articles": 8, "fullTexts": 2})


def test_index_event_carries_snapshot_and_counts(bag: DagBag, fake: Path) -> None:
    done = run(bag, "plumbline_index")
    assert xcom(done, "build")["snapshot"] == "s1"
    assert events() == [
        (
            "plumbline_index_snapshot",
            {"snapshot": "s1", "corpusVersion": 3, "articles": 7, "texts": 9, "passages": 40},
        )
    ]


def test_a_snapshot_that_was_verified_is_not_read_again(bag: DagBag, fake: Path) -> None:
    run(bag, "plumbline_index")
    again = run(bag, "plumbline_index")
    assert states(again) == {"build": "success", "embed": "skipped", "verify": "skipped"}
    assert [call["arguments"][1] for call in calls(fake)] == ["build", "verify", "build"]
    assert len(events()) == 1


def test_embeds_where_the_variable_says_how_many(bag: DagBag, fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIRFLOW_VAR_PLUMBLINE_EMBED", "500")
    done = run(bag, "plumbline_index")
    assert calls(fake)[1]["arguments"] == ["index", "embed", "--json", "--limit", "500"]
    assert states(done) == {"build": "success", "embed": "success", "verify": "success"}
    assert events()[-1][1]["snapshot"] == "s1v"
    assert events()[-1][1]["texts"] == 9


def test_without_the_variable_nothing_is_embedded(bag: DagBag, fake: Path) -> None:
    done = run(bag, "plumbline_index")
    assert states(done) == {"build": "success", "embed": "skipped", "verify": "success"}
    assert [call["arguments"][1] for call in calls(fake)] == ["build", "verify"]


def test_refuses_a_number_of_articles_that_is_none(bag: DagBag, fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIRFLOW_VAR_PLUMBLINE_EMBED", "many")
    assert states(run(bag, "plumbline_index"))["embed"] == "failed"


def test_maintenance_passes_how_many_snapshots_stay(bag: DagBag, fake: Path) -> None:
    run(bag, "plumbline_maintenance", {"keep": 2})
    assert [call["arguments"] for call in calls(fake)][1:] == [
        ["index", "verify", "--json"],
        ["index", "prune", "--json", "--keep", "2"],
    ]


def test_a_damaged_snapshot_is_not_announced(bag: DagBag, fake: Path) -> None:
    script(
        fake,
        "import sys\n"
        "if sys.argv[2] == 'verify':\n"
        '    print(\'{"snapshots": ["s1"], "findings": ["s1: a byte"]}\'); sys.exit(1)\n'
        'print(\'{"snapshot": "s1"}\')',
    )
    done = run(bag, "plumbline_index")
    assert done.state == "failed"
    assert states(done)["verify"] == "failed"
    assert xcom(done, "verify")["findings"] == ["s1: a byte"]
    assert events() == []


def test_baseline_passes_its_year(bag: DagBag, fake: Path) -> None:
    run(bag, "plumbline_pubmed_baseline", {"year": 2027})
    assert calls(fake)[0]["arguments"] == ["ingest", "pubmed", "--baseline", "--json", "--new-baseline", "2027"]


def test_maintenance_passes_how_long_versions_stay(bag: DagBag, fake: Path) -> None:
    run(bag, "plumbline_maintenance", {"retain": "PT12H"})
    assert calls(fake)[0]["arguments"] == ["ingest", "optimize", "--json", "--retain", "PT12H"]


def test_variables_and_connections_reach_the_command(bag: DagBag, fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIRFLOW_VAR_PLUMBLINE_SPARK_MASTER", "spark://head:7077")
    monkeypatch.setenv("AIRFLOW_VAR_PLUMBLINE_HEAP", "3g")
    monkeypatch.setenv("AIRFLOW_CONN_PLUMBLINE_PUBMED", '{"conn_type": "http", "host": "127.0.0.1", "port": 81}')
    run(bag, "plumbline_pubmed_updates")
    taking, announcing, _ = calls(fake)
    assert taking["arguments"][-3:] == ["--master", "spark://head:7077", "http://127.0.0.1:81/"]
    assert announcing["arguments"] == ["ingest", "status", "--json"]
    assert taking["environment"]["PLUMBLINE_HEAP"] == "3g"
    assert taking["environment"]["PLUMBLINE_HOME"] == str(fake)


def test_commands_see_nothing_of_airflows_own(bag: DagBag, fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIRFLOW__API_AUTH__JWT_SECRET", "MARKER")
    run(bag, "plumbline_research")
    for name, value in calls(fake)[0]["environment"].items():
        assert not name.startswith("AIRFLOW")
        assert "MARKER" not in value


def test_research_keeps_numbers_only(bag: DagBag, fake: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script(
        fake,
        "import sys\n"
        "print('job 20261123-1: planning', file=sys.stderr)\n"
        "print('java.lang.IllegalStateException: MARKER', file=sys.stderr)\n"
        "print('MARKER', file=sys.stderr)\n"
        'print(\'{"question": "MARKER"}\')\n'
        'print(\'{"done": 1, "failed": 0, "title": "MARKER"}\')',
    )
    done = run(bag, "plumbline_research")
    assert xcom(done, "work") == {"done": 1, "failed": 0}
    assert xcom(done, "work", "batches") is None
    log = capsys.readouterr().out
    assert "job 20261123-1: planning" in log
    assert "MARKER" not in log


def test_a_touched_report_is_a_finding_and_not_tried_again(
    bag: DagBag, fake: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script(fake, 'import sys; print(\'{"checked": 5, "touched": 3, "found": 2, "failed": 0}\'); sys.exit(1)')
    done = run(bag, "plumbline_recheck")
    assert done.state == "failed"
    assert states(done) == {"recheck": "failed"}
    assert xcom(done, "recheck") == {"checked": 5, "touched": 3, "found": 2, "failed": 0}
    assert len(calls(fake)) == 1
    assert "What to do: on the page of plumbline_recheck" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("code", "state"), [(1, "up_for_retry"), (2, "failed"), (3, "up_for_retry"), (77, "up_for_retry"), (127, "failed")]
)
def test_exit_code_decides_whether_an_intake_is_tried_again(bag: DagBag, fake: Path, code: int, state: str) -> None:
    assert ended(bag, fake, "plumbline_pubmed_updates", "take_in", code) == state


@pytest.mark.parametrize(("code", "state"), [(1, "failed"), (2, "failed"), (3, "up_for_retry"), (137, "up_for_retry")])
def test_exit_code_decides_whether_a_check_is_tried_again(bag: DagBag, fake: Path, code: int, state: str) -> None:
    assert ended(bag, fake, "plumbline_index", "build", code) == state


@pytest.mark.parametrize(("failed", "state"), [(0, "up_for_retry"), (2, "failed")])
def test_requests_that_failed_after_their_own_tries_are_final(bag: DagBag, fake: Path, failed: int, state: str) -> None:
    answer = f'{{"done": 1, "failed": {failed}}}'
    assert ended(bag, fake, "plumbline_research", "work", 3, answer) == state


def test_an_end_without_answer_is_a_failure(bag: DagBag, fake: Path) -> None:
    assert ended(bag, fake, "plumbline_index", "build", 0, "no JSON") == "failed"


def ended(bag: DagBag, home: Path, dag_id: str, task_id: str, code: int, answer: str = '{"a": 1}') -> str:
    """Runs the one task, and tells what the way that its command ended comes to."""
    script(home, f"import sys; print('plumbline: said', file=sys.stderr); print({answer!r}); sys.exit({code})")
    task = bag.dags[dag_id].get_task(task_id)
    pushed: dict[str, Any] = {}

    class Instance:
        def xcom_push(self, key: str, value: Any) -> None:
            pushed[key] = value

    context: Any = {"ti": Instance(), "params": {}}
    assert isinstance(task, PlumblineOperator)
    with pytest.raises(AirflowException) as raised:
        task._run(context)
    said = str(raised.value)
    assert code == 0 or (f" ended with {code} (" in said and said.endswith("): said"))
    assert code == 0 or pushed == {"return_value": json.loads(answer)}
    return "failed" if isinstance(raised.value, AirflowFailException) else "up_for_retry"
