package org.plumbline.ingest.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Journal;
import org.plumbline.citations.SourceRecord;

/// The bibliography of several records: each field from the first record that has it, so PubMed's, with gaps
/// filled.
final class MergedBibliography {

    private MergedBibliography() {}

    static Bibliography of(List<SourceRecord> records) {
        List<Bibliography> all =
                records.stream().map(SourceRecord::bibliography).toList();
        return new Bibliography(
                first(all, Bibliography::title),
                first(all, Bibliography::originalTitle),
                all.stream()
                        .map(Bibliography::authors)
                        .filter(authors -> !authors.isEmpty())
                        .findFirst()
                        .orElse(List.of()),
                journal(all.stream().map(Bibliography::journal).toList()),
                all.stream()
                        .map(Bibliography::date)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                first(all, Bibliography::volume),
                first(all, Bibliography::issue),
                first(all, Bibliography::pages),
                first(all, Bibliography::language));
    }

    private static Journal journal(List<Journal> all) {
        Set<String> issns = new LinkedHashSet<>();
        all.forEach(journal -> issns.addAll(journal.issns()));
        return new Journal(
                first(all, Journal::title),
                first(all, Journal::abbreviation),
                List.copyOf(issns),
                first(all, Journal::nlmId),
                first(all, Journal::publisher));
    }

    private static <T> String first(List<T> all, Function<T, String> field) {
        return all.stream()
                .map(field)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }
}
