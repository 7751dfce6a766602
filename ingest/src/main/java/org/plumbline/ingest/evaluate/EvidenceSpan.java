package org.plumbline.ingest.evaluate;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A span of evidence as people marked it in a full text.
///
/// @param row its row in the file, from 1
/// @param promptId the question that it answers
/// @param pmcid the article
/// @param words its words without any white space
record EvidenceSpan(int row, String promptId, String pmcid, String words) {

    /// The spans whose label and reasoning were both found valid, by article.
    static Map<String, List<EvidenceSpan>> valid(Path annotations) throws IOException {
        Map<String, List<EvidenceSpan>> spans = new TreeMap<>();
        try (Reader reader = Files.newBufferedReader(annotations)) {
            CsvRows rows = new CsvRows(reader);
            int number = 1;
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                if (isTrue(row.get(), "Valid Label") && isTrue(row.get(), "Valid Reasoning")) {
                    EvidenceSpan span = of(number, row.get());
                    spans.computeIfAbsent(span.pmcid(), _ -> new ArrayList<>()).add(span);
                }
                number++;
            }
        }
        return spans;
    }

    /// Words without any kind of space that Unicode knows, the no-break and the zero-width ones too.
    static String withoutSpace(String words) {
        return words.replaceAll("[\\s\\p{Z}\\u200b\\ufeff]+", "");
    }

    private static EvidenceSpan of(int number, Map<String, String> fields) {
        return new EvidenceSpan(
                number,
                fields.getOrDefault("PromptID", ""),
                "PMC" + fields.getOrDefault("PMCID", ""),
                withoutSpace(fields.getOrDefault("Annotations", "")));
    }

    private static boolean isTrue(Map<String, String> fields, String name) {
        return "True".equalsIgnoreCase(fields.getOrDefault(name, ""));
    }
}
