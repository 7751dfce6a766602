package org.plumbline.index.strategy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Journal;
import org.plumbline.citations.Term;
import org.plumbline.index.Samples;
import org.plumbline.index.build.ArticleWithTexts;

/// Real records out of the screening of systematic reviews: title, abstract, authors, MeSH headings.
final class ScreeningRecords {

    private ScreeningRecords() {}

    /// The records of some reviews, each once, by id.
    static List<ArticleWithTexts> read(Path data, String... reviews) throws IOException {
        Map<String, ArticleWithTexts> byId = new TreeMap<>();
        for (String review : reviews) {
            rows(Path.of(data.toString(), "retrieval", "cohen2006-screening", review + ".csv"))
                    .forEach(row -> byId.put("pmid:" + row.get(1), article("pmid:" + row.get(1), row)));
        }
        return List.copyOf(byId.values());
    }

    private static ArticleWithTexts article(String id, List<String> row) {
        List<Term> headings = new ArrayList<>();
        for (String name : row.get(3).split("; ", -1)) {
            if (!name.isBlank()) {
                headings.add(Term.of("", name));
            }
        }
        List<Author> authors = new ArrayList<>();
        for (String name : row.get(4).split("; ", -1)) {
            String[] parts = name.split(", ", 2);
            authors.add(Author.person(parts[0], "", parts.length < 2 ? "" : parts[1].replace(" ", "")));
        }
        String title = row.get(2);
        return StrategyArticles.of(
                id,
                new Bibliography(title, "", authors, Journal.NONE, null, "", "", "", "eng"),
                List.of(),
                headings,
                List.of(),
                Samples.text(title.isBlank() ? "No title" : title, row.get(5).isBlank() ? "None." : row.get(5)));
    }

    /// The rows of a CSV file below its headings.
    private static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String text = Files.readString(file).replace("\r\n", "\n");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"') {
                boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                cell.append(doubled ? "\"" : "");
                i += doubled ? 1 : 0;
                quoted = doubled || !quoted;
            } else if (!quoted && (character == ',' || character == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (character == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else {
                cell.append(character);
            }
        }
        return rows.subList(1, rows.size());
    }
}
