package org.plumbline.ingest.spark;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Part;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Text;

/// What a record of a publication may be without: counted in a run's report, since a sudden rise tells of a source
/// that changed its layout. Records that describe no publication by themselves lack nothing.
enum Lack {
    TITLE,
    /// No words of an abstract, though there may be a body.
    ABSTRACT,
    DATE,
    IDS,
    JOURNAL;

    /// The word in reports.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How a record says that it lacks this.
    String mark() {
        return word() + ",";
    }

    /// The marks of what a record lacks, one after the other.
    static String in(SourceRecord record, @Nullable Text text) {
        if (record.deleted() || record.source().role() != Source.Role.PUBLICATIONS) {
            return "";
        }
        return Arrays.stream(values())
                .filter(lack -> lack.isIn(record, text))
                .map(Lack::mark)
                .collect(Collectors.joining());
    }

    private boolean isIn(SourceRecord record, @Nullable Text text) {
        Bibliography bibliography = record.bibliography();
        return switch (this) {
            case TITLE -> bibliography.title().isEmpty();
            case ABSTRACT ->
                text == null || text.sections().stream().noneMatch(section -> section.part() == Part.ABSTRACT);
            case DATE -> bibliography.date() == null;
            case IDS -> record.ids().aliases().isEmpty();
            case JOURNAL ->
                bibliography.journal().title().isEmpty()
                        && bibliography.journal().issns().isEmpty();
        };
    }
}
