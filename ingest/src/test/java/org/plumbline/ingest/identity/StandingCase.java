package org.plumbline.ingest.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.citations.Article;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Relation;
import org.plumbline.citations.Source;
import org.plumbline.ingest.crossref.CrossrefReader;
import org.plumbline.ingest.europepmc.EuropePmcReader;
import org.plumbline.ingest.jats.JatsReader;
import org.plumbline.ingest.pubmed.PubmedReader;
import org.plumbline.ingest.retractions.RetractionReader;
import org.plumbline.ingest.text.RecordReader;
import org.plumbline.ingest.trials.TrialReader;

/// A `standing/<case>.txt`: files as their sources write them, each behind a line `--- <name>`, and behind
/// `--- expected` the articles that they make.
///
/// @param files their content by name, in the order of the fixture, without what is expected
public record StandingCase(Map<String, String> files, String expected) {

    private static final Path FIXTURES = Path.of("src", "test", "resources", "standing");
    private static final String EXPECTED = "expected";

    static Path folder() {
        return FIXTURES;
    }

    public static StandingCase named(String name) {
        return read(FIXTURES.resolve(name + ".txt"));
    }

    static StandingCase read(Path fixture) {
        Map<String, String> files = new LinkedHashMap<>();
        String name = "";
        try {
            for (String line : Files.readAllLines(fixture)) {
                if (line.startsWith("--- ")) {
                    name = line.substring(4);
                    files.put(name, "");
                } else {
                    files.merge(name, line + "\n", String::concat);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String expected = String.valueOf(files.remove(EXPECTED));
        return new StandingCase(files, expected);
    }

    /// Which source a file is of, by its name.
    public static Source source(String file) {
        return switch (kind(file)) {
            case "pubmed" -> Source.PUBMED;
            case "PMC" -> Source.PMC;
            case "jats" -> Source.JATS;
            case "crossref" -> Source.CROSSREF;
            case "europepmc" -> Source.EUROPE_PMC;
            case "trials" -> Source.CLINICAL_TRIALS;
            case "retraction", "pairs" -> Source.RETRACTION_WATCH;
            default -> throw new IllegalArgumentException(file);
        };
    }

    public static RecordReader reader(Source source) {
        return switch (source) {
            case PUBMED -> new PubmedReader();
            case PMC, JATS -> new JatsReader();
            case CROSSREF -> new CrossrefReader();
            case EUROPE_PMC -> new EuropePmcReader();
            case CLINICAL_TRIALS -> new TrialReader();
            case RETRACTION_WATCH, NOTICE_LIST -> new RetractionReader();
            case DOCUMENT, CITATION -> throw new IllegalArgumentException(source.name());
        };
    }

    private static String kind(String file) {
        return file.replaceFirst("[^a-zA-Z].*", "").replaceFirst("[0-9].*", "");
    }

    /// Articles in the words of `expected`.
    public static String described(List<Article> articles) {
        StringBuilder lines = new StringBuilder();
        for (Article article : articles) {
            lines.append(article.id()).append(' ').append(article.standing()).append('\n');
            article.events()
                    .forEach(
                            event -> lines.append("  ").append(described(event)).append('\n'));
            article.relations().stream()
                    .filter(relation -> relation.kind() == Relation.Kind.PREPRINT
                            || relation.kind() == Relation.Kind.PUBLISHED_VERSION)
                    .forEach(relation -> lines.append("  ")
                            .append(relation.kind())
                            .append(' ')
                            .append(String.join(" ", relation.other().aliases()))
                            .append('\n'));
            article.studyIds()
                    .forEach(study -> lines.append("  study ").append(study).append('\n'));
        }
        return lines.toString();
    }

    private static String described(IntegrityEvent event) {
        String date = event.date() == null ? "" : " " + event.date();
        String notice = event.notice().aliases().isEmpty()
                ? ""
                : " by " + String.join(" ", event.notice().aliases());
        return event.kind() + date + notice + ", says " + event.record();
    }
}
