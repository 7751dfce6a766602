package org.plumbline.airflow.model;

import org.jspecify.annotations.Nullable;

/// Which asset events are listed, newest first.
///
/// @param assetId null is every asset
/// @param sourceDagId null is every maker
/// @param sourceRunId null is every run
public record AssetEventQuery(
        @Nullable Long assetId,
        @Nullable String sourceDagId,
        @Nullable String sourceRunId) {

    public static AssetEventQuery all() {
        return new AssetEventQuery(null, null, null);
    }

    public static AssetEventQuery of(Asset asset) {
        return new AssetEventQuery(asset.id(), null, null);
    }

    public static AssetEventQuery madeBy(RunKey run) {
        return new AssetEventQuery(null, run.dagId(), run.runId());
    }
}
