"""Where things are, as Airflow's Variables and Connections say it."""

from __future__ import annotations

import pytest
from airflow.sdk.exceptions import AirflowFailException

from plumbline_airflow.settings import Settings, address

NAME = "plumbline_pubmed"


@pytest.mark.parametrize(
    ("connection", "expected"),
    [
        ('{"conn_type": "http", "host": "mirror.example.org", "schema": "https"}', "https://mirror.example.org/"),
        (
            '{"conn_type": "http", "host": "mirror.example.org", "schema": "https", "extra": {"path": "/nlm/pubmed/"}}',
            "https://mirror.example.org/nlm/pubmed/",
        ),
        ('{"conn_type": "http", "host": "https://mirror.example.org/pubmed"}', "https://mirror.example.org/pubmed/"),
        ('{"conn_type": "http", "host": "127.0.0.1", "port": 8081}', "http://127.0.0.1:8081/"),
        ("http://127.0.0.1:8081/pubmed/", "http://127.0.0.1:8081/pubmed/"),
        ("http://127.0.0.1:8081", "http://127.0.0.1:8081/"),
        (
            '{"conn_type": "http", "host": "m.example.org", "schema": "https", "extra": {"path": "a b"}}',
            "https://m.example.org/a%20b/",
        ),
    ],
)
def test_connection_names_an_address(monkeypatch: pytest.MonkeyPatch, connection: str, expected: str) -> None:
    monkeypatch.setenv("AIRFLOW_CONN_PLUMBLINE_PUBMED", connection)
    assert address(NAME) == expected


@pytest.mark.usefixtures("airflow_database")
def test_without_a_connection_the_command_knows() -> None:
    assert address("plumbline_pmc") is None


@pytest.mark.parametrize(
    "connection",
    [
        '{"conn_type": "http", "host": "mirror.example.org", "password": "MARKER"}',
        '{"conn_type": "http", "host": "mirror.example.org", "login": "me"}',
        '{"conn_type": "http"}',
    ],
)
def test_refuses_a_connection_that_cannot_be_used(monkeypatch: pytest.MonkeyPatch, connection: str) -> None:
    monkeypatch.setenv("AIRFLOW_CONN_PLUMBLINE_PUBMED", connection)
    with pytest.raises(AirflowFailException, match=NAME) as refusal:
        address(NAME)
    assert "MARKER" not in str(refusal.value)


@pytest.mark.usefixtures("airflow_database")
def test_environment_stands_in_for_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings.read() == Settings("plumbline", None, None, None)
    monkeypatch.setenv("PLUMBLINE_COMMAND", "/opt/plumbline/plumbline")
    assert Settings.read().command == "/opt/plumbline/plumbline"
    monkeypatch.setenv("AIRFLOW_VAR_PLUMBLINE_COMMAND", "/opt/other/plumbline")
    assert Settings.read().command == "/opt/other/plumbline"


def test_home_of_the_environment_stays_where_no_variable_is() -> None:
    own = {"PLUMBLINE_HOME": "/data", "PATH": "/bin", "AIRFLOW__CORE__FERNET_KEY": "x", "_AIRFLOW_X": "y"}
    assert Settings("plumbline", None, None, None).environment(own) == {"PLUMBLINE_HOME": "/data", "PATH": "/bin"}
    assert Settings("plumbline", "/other", None, "4g").environment(own) == {
        "PLUMBLINE_HOME": "/other",
        "PLUMBLINE_HEAP": "4g",
        "PATH": "/bin",
    }
