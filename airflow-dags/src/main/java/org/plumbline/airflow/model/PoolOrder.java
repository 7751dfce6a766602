package org.plumbline.airflow.model;

/// A pool that shall be there.
///
/// @param slots in all; -1 is unbounded
public record PoolOrder(String name, int slots, String description) {}
