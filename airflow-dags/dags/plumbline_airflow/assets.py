"""The three things that Plumbline's DAGs make and wait for.

Their events carry facts for people and for whoever listens; what they stand for lies in Plumbline's home.
"""

from __future__ import annotations

from airflow.sdk import Asset

CORPUS = Asset("plumbline_corpus")
"""The tables of articles. An event: version, digest, articles, full texts."""

INTEGRITY_EVENTS = Asset("plumbline_integrity_events")
"""Retractions, concerns, corrections. An event: how many there are, and how many articles have which standing."""

INDEX_SNAPSHOT = Asset("plumbline_index_snapshot")
"""What can be searched. An event: the snapshot's id, the corpus version it was made from, articles, texts, passages."""
