"""An Airflow of the tests' own, in a folder that goes, and a `plumbline` that only pretends."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

DAGS = Path(__file__).parents[2] / "dags"
_HOME = tempfile.TemporaryDirectory(prefix="plumbline-airflow-")

# Before anything of Airflow is imported: it reads these once.
os.environ.update(
    {
        "AIRFLOW_HOME": _HOME.name,
        "AIRFLOW__CORE__DAGS_FOLDER": str(DAGS),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__UNIT_TEST_MODE": "False",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{_HOME.name}/airflow.db",
        "AIRFLOW__LOGGING__LOGGING_LEVEL": "INFO",
        "SCARF_ANALYTICS": "false",
    }
)
for name in ("PLUMBLINE_COMMAND", "PLUMBLINE_HOME", "PLUMBLINE_HEAP"):
    os.environ.pop(name, None)

import pytest  # noqa: E402

FAKE = Path(__file__).with_name("fake_plumbline.py")


@pytest.fixture(scope="session")
def dags_folder() -> Path:
    """Where the DAGs lie."""
    return DAGS


@pytest.fixture(scope="session")
def airflow_database() -> Iterator[None]:
    """Airflow's tables, empty."""
    from airflow.utils.db import initdb

    initdb()
    yield
    _HOME.cleanup()


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A `plumbline` that does what the scripts in the answered folder say, and notes how it was called."""
    monkeypatch.setenv("AIRFLOW_VAR_PLUMBLINE_COMMAND", str(FAKE))
    monkeypatch.setenv("AIRFLOW_VAR_PLUMBLINE_HOME", str(tmp_path))
    return tmp_path
