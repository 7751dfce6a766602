"""Where things are: read from Airflow's Variables and Connections when a task runs, never when a DAG is parsed.

====================== ========================================================= ==================================
Variable               what                                                      without it
====================== ========================================================= ==================================
plumbline_command      the launcher's path                                       ``$PLUMBLINE_COMMAND``, else ``plumbline``
plumbline_home         Plumbline's home                                          ``$PLUMBLINE_HOME``, else the command's own
plumbline_spark_master Spark's master, such as ``spark://host:7077``             the command's own: this machine's cores
plumbline_heap         the JVM's heap, such as ``4g``                            ``$PLUMBLINE_HEAP``, else the command's own
plumbline_embed        how many articles get a vector after each build           none
====================== ========================================================= ==================================
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from airflow.sdk import Connection, Variable
from airflow.sdk.exceptions import AirflowFailException, AirflowNotFoundException

_KEPT_FROM_COMMANDS = ("AIRFLOW", "_AIRFLOW")
"""How names of environment variables begin that are Airflow's own: its secrets are no business of a command."""


@dataclass(frozen=True)
class Settings:
    """Where things are; None: nobody said."""

    command: str
    home: str | None
    spark_master: str | None
    heap: str | None

    @staticmethod
    def read() -> Settings:
        """The settings as they are now."""
        return Settings(
            command=_variable("plumbline_command") or os.environ.get("PLUMBLINE_COMMAND") or "plumbline",
            home=_variable("plumbline_home"),
            spark_master=_variable("plumbline_spark_master"),
            heap=_variable("plumbline_heap"),
        )

    def environment(self, own: Mapping[str, str]) -> dict[str, str]:
        """A command's environment: this process' without what is Airflow's, and with what is set here."""
        environment = {name: value for name, value in own.items() if not name.startswith(_KEPT_FROM_COMMANDS)}
        if self.home:
            environment["PLUMBLINE_HOME"] = self.home
        if self.heap:
            environment["PLUMBLINE_HEAP"] = self.heap
        return environment


def address(connection_id: str) -> str | None:
    """The address that a Connection of type HTTP names; None where there is no such Connection."""
    try:
        connection = Connection.get(connection_id)
    except AirflowNotFoundException:
        return None
    if connection.login or connection.password:
        raise AirflowFailException(
            f"Connection {connection_id} has a login or a password, and Plumbline sends none to a source: take them out"
        )
    if not connection.host:
        raise AirflowFailException(f"Connection {connection_id} names no host: fill it in, or remove the Connection")
    return _join(connection)


def count(name: str) -> int | None:
    """The whole number that a Variable has; None where there is no such Variable."""
    value = _variable(name)
    if value is None:
        return None
    if not (value.isascii() and value.isdecimal() and int(value) > 0):
        raise AirflowFailException(
            f"Variable {name} is {value!r}: give a whole number from 1 on, or remove the Variable"
        )
    return int(value)


def _join(connection: Connection) -> str:
    """Scheme, host, port and path. Airflow keeps the scheme in `schema`; in a Connection from a URI the path is there."""
    host, schema = str(connection.host), connection.schema or ""
    path = str(connection.extra_dejson.get("path", ""))
    if schema not in ("", "http", "https"):
        schema, path = "", path or schema
    if "://" in host:
        schema, host = host.split("://", 1)
    host, slash, below = host.partition("/")
    port = f":{connection.port}" if connection.port else ""
    whole = "/".join(part.strip("/") for part in (below if slash else "", path) if part.strip("/"))
    return f"{schema or 'http'}://{host}{port}/{quote(whole, safe='/%')}".rstrip("/") + "/"


def _variable(name: str) -> str | None:
    value = Variable.get(name, default=None)
    return str(value) if value else None
