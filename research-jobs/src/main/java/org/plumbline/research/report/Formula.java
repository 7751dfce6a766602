package org.plumbline.research.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a report may count, and how it says the result. Studies are counted, not articles: several reports of one
/// study (rows with the same study id) count once.
public enum Formula {
    /// Value: the number of studies.
    STUDIES("different study ids among the rows") {
        @Override
        Computed overRows(String subject, List<EvidenceRow> rows) {
            long studies = rows.stream().map(EvidenceRow::studyId).distinct().count();
            long articles = rows.stream().map(EvidenceRow::reference).distinct().count();
            String reports = articles == studies ? "" : " (in " + counted(articles, "article", "articles") + ")";
            return said(
                    subject,
                    rows,
                    String.valueOf(studies),
                    counted(studies, "study", "studies")
                            + reports
                            + (studies == 1 ? " reports" : " report")
                            + (subject.isEmpty() ? " results on the question." : " on " + subject + "."));
        }
    },

    /// Value: participants over studies with a quoted number, over all studies: "1240/3/4".
    PARTICIPANTS("sum over the studies of the largest number of participants quoted for each") {
        @Override
        Computed overRows(String subject, List<EvidenceRow> rows) {
            Map<String, Integer> sizes = new TreeMap<>();
            rows.forEach(row -> {
                EvidenceRow.SampleSize size = row.sampleSize();
                if (size != null) {
                    sizes.merge(row.studyId(), size.n(), Math::max);
                }
            });
            long participants =
                    sizes.values().stream().mapToLong(Integer::longValue).sum();
            long studies = rows.stream().map(EvidenceRow::studyId).distinct().count();
            return said(
                    subject,
                    rows,
                    participants + "/" + sizes.size() + "/" + studies,
                    participants(participants, sizes.size(), studies));
        }

        private String participants(long participants, long sized, long studies) {
            if (sized == 0) {
                return "Participants: number not found in what was read.";
            }
            String people = counted(participants, "participant", "participants");
            return sized == studies
                    ? people + " in " + counted(studies, "study", "studies") + "."
                    : people + " in the " + sized + " of " + counted(studies, "study", "studies")
                            + " whose size was found.";
        }
    },

    /// Value: studies with lower / no different / higher / unclear outcome: "2/1/0/1".
    AGREEMENT("studies by the direction of their quoted result; a study whose own rows differ counts as unclear") {
        @Override
        Computed overRows(String subject, List<EvidenceRow> rows) {
            Directions directions = Directions.of(rows);
            return said(subject, rows, directions.value(), directions.sentence(subject));
        }
    },

    /// Value: the number of articles left out; the inputs are their ids.
    RETRACTED_LEFT_OUT("excluded articles whose reason is a retraction") {
        @Override
        Computed overExcluded(String subject, List<Excluded> excluded) {
            long articles = excluded.stream()
                    .filter(article -> article.reason() == Excluded.Reason.RETRACTED)
                    .count();
            return new Computed(
                    this,
                    subject,
                    excluded.stream().map(Excluded::articleId).toList(),
                    String.valueOf(articles),
                    counted(articles, "retracted article", "retracted articles") + " matched the question and "
                            + (articles == 1 ? "was" : "were") + " left out.");
        }
    };

    private final String words;

    Formula(String words) {
        this.words = words;
    }

    /// What is counted, in words.
    public String words() {
        return words;
    }

    /// Counts over evidence rows.
    ///
    /// @param subject what the sentence says it is about, such as an outcome's name; may be empty
    public final Computed over(String subject, List<EvidenceRow> rows) {
        return overRows(subject, rows);
    }

    /// Counts over excluded articles.
    public final Computed left(List<Excluded> excluded) {
        return overExcluded("", excluded);
    }

    final Computed recount(String subject, List<String> inputs, List<EvidenceRow> rows, List<Excluded> excluded) {
        return this == RETRACTED_LEFT_OUT
                ? overExcluded(subject, pick(inputs, byArticle(excluded)))
                : overRows(subject, pick(inputs, byId(rows)));
    }

    Computed overRows(String subject, List<EvidenceRow> rows) {
        throw new IllegalArgumentException(this + " does not count evidence rows");
    }

    Computed overExcluded(String subject, List<Excluded> excluded) {
        throw new IllegalArgumentException(this + " does not count excluded articles");
    }

    final Computed said(String subject, List<EvidenceRow> rows, String value, String sentence) {
        return new Computed(this, subject, rows.stream().map(EvidenceRow::id).toList(), value, sentence);
    }

    static String counted(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }

    private static <T> List<T> pick(List<String> ids, Map<String, T> things) {
        List<T> picked = new ArrayList<>();
        for (String id : ids) {
            T thing = things.get(id);
            if (thing != null) {
                picked.add(thing);
            }
        }
        return picked;
    }

    private static Map<String, EvidenceRow> byId(List<EvidenceRow> rows) {
        return rows.stream()
                .collect(Collectors.toMap(EvidenceRow::id, row -> row, (first, second) -> first, LinkedHashMap::new));
    }

    private static Map<String, Excluded> byArticle(List<Excluded> excluded) {
        return excluded.stream()
                .collect(Collectors.toMap(
                        Excluded::articleId, article -> article, (first, second) -> first, LinkedHashMap::new));
    }
}
