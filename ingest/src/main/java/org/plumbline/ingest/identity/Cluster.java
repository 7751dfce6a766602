package org.plumbline.ingest.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.SourceRecord;

/// The live records of one publication, at most one of each source: PubMed's first, then PMC's, then loose JATS.
record Cluster(List<SourceRecord> records) {

    static final Comparator<SourceRecord> BY_SOURCE =
            Comparator.comparing(SourceRecord::source).thenComparing(SourceRecord::sourceId);

    Cluster {
        records = records.stream().sorted(BY_SOURCE).toList();
    }

    /// Both together.
    Cluster with(Cluster other) {
        return new Cluster(
                Stream.concat(records.stream(), other.records.stream()).toList());
    }

    /// Whether both can be one publication: no source says two things of it, and no two PMIDs, PMCIDs or, where
    /// only the fingerprint speaks for it, DOIs are stated. A preprint is not its published article: for one with a
    /// DOI in common a record must say that it is published, for one with the title it is enough that it does not
    /// say that it is a preprint.
    boolean agreesWith(Cluster other, LinkKind link) {
        return disjointSources(other)
                && oneAtMost(other, ArticleIds::pmid)
                && oneAtMost(other, ArticleIds::pmcid)
                && (link != LinkKind.TITLE || oneAtMost(other, ArticleIds::doi))
                && preprintsAgree(other, link);
    }

    private boolean preprintsAgree(Cluster other, LinkKind link) {
        return switch (link) {
            case PMID, PMCID -> true;
            case DOI ->
                !(any(Preprints::is) && other.any(Preprints::isPublished))
                        && !(other.any(Preprints::is) && any(Preprints::isPublished));
            case TITLE -> any(Preprints::is) == other.any(Preprints::is);
        };
    }

    private boolean any(Predicate<SourceRecord> property) {
        return records.stream().anyMatch(property);
    }

    private boolean disjointSources(Cluster other) {
        return records.stream()
                .noneMatch(mine -> other.records.stream().anyMatch(its -> its.source() == mine.source()));
    }

    private boolean oneAtMost(Cluster other, Function<ArticleIds, @Nullable String> id) {
        Set<String> stated = new HashSet<>(stated(records, id));
        stated.addAll(stated(other.records, id));
        return stated.size() <= 1;
    }

    private static Set<String> stated(Collection<SourceRecord> records, Function<ArticleIds, @Nullable String> id) {
        return records.stream()
                .map(record -> id.apply(record.ids()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
