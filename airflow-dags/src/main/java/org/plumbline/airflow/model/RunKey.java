package org.plumbline.airflow.model;

/// Names one run: a DAG and the run's id in it, such as `scheduled__2026-11-21T00:00:00+00:00`.
public record RunKey(String dagId, String runId) {}
