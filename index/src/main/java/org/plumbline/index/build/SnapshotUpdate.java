package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;

/// Makes the next snapshot out of an earlier one and new parts: what these replace is dead, small parts are joined.
/// What it costs follows from the update, but for a look into each part.
public final class SnapshotUpdate {

    private final SnapshotFolder folder;
    private final SnapshotManifest base;
    private final SnapshotBuild build;
    private final long fullArticles;
    private final Consumer<String> progress;

    /// @param progress is told what happens, for people
    public SnapshotUpdate(Path home, SnapshotManifest base, SnapshotBuild build, Consumer<String> progress) {
        this(home, base, build, Tiers.FULL_ARTICLES, progress);
    }

    SnapshotUpdate(
            Path home, SnapshotManifest base, SnapshotBuild build, long fullArticles, Consumer<String> progress) {
        this.folder = new SnapshotFolder(home);
        this.base = base;
        this.build = build;
        this.fullArticles = fullArticles;
        this.progress = progress;
    }

    /// Publishes the base without some articles, and with new parts.
    ///
    /// @param replaced ids of articles that are gone, or are in the new parts
    public SnapshotManifest publish(NavigableSet<String> replaced, List<SnapshotPart> added) throws IOException {
        Death death = new Death(replaced, build.scratch().resolve("dead"));
        List<LivePart> parts = new ArrayList<>();
        for (SnapshotPart part : base.parts()) {
            parts.add(death.in(ofBase(part)));
        }
        for (SnapshotPart part : added) {
            if (part.holding().articles() > 0) {
                parts.add(new LivePart(part, build.newParts().resolve(part.id()), Optional.empty()));
            }
        }
        join(parts);
        Map<String, Path> deadFiles = new HashMap<>();
        parts.forEach(part ->
                part.deadFile().ifPresent(file -> deadFiles.put(part.part().id(), file)));
        return build.publish(parts.stream().map(LivePart::part).toList(), deadFiles);
    }

    private LivePart ofBase(SnapshotPart part) {
        Optional<Path> dead = Optional.of(part.deadFile())
                .filter(file -> !file.isEmpty())
                .map(file -> folder.of(base.id()).resolve(file));
        return new LivePart(part, folder.part(part.id()), dead);
    }

    private void join(List<LivePart> parts) throws IOException {
        int number = 0;
        List<List<LivePart>> joins = Tiers.joins(parts, fullArticles);
        while (!joins.isEmpty()) {
            for (List<LivePart> group : joins) {
                progress.accept(
                        group.size() == 1
                                ? "writing a part anew without what is dead in it"
                                : "joining " + group.size() + " parts");
                parts.removeAll(group);
                parts.add(PartJoin.of(group, build.newParts(), "join-" + number++));
            }
            joins = Tiers.joins(parts, fullArticles).stream()
                    .filter(group -> group.size() > 1)
                    .toList();
        }
    }
}
