package org.plumbline.ingest.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Article;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.corpus.FoundRow;
import org.plumbline.ingest.corpus.KernelTable;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.corpus.TakenFiles;

/// Finds what made an article: from an id to the article, its records, their files, the runs that read them.
///
/// Large tables are read by the columns that tell what is wanted, then only the files that hold it.
public final class Tracer {

    private final CorpusHome home;
    private final CurrentCorpus corpus;

    private Tracer(CorpusHome home, CurrentCorpus corpus) {
        this.home = home;
        this.corpus = corpus;
    }

    /// What is known of an id.
    ///
    /// @param written as people write ids: see [WrittenId]
    /// @throws WrongInputException where it is no id, is ambiguous, or nothing is known of it
    public static Trace of(CorpusHome home, String written) {
        List<String> ids = WrittenId.aliases(written);
        CurrentCorpus corpus = CurrentCorpus.find(home)
                .orElseThrow(() -> new WrongInputException(
                        home.folder() + ": nothing was taken in yet; run plumbline ingest pubmed PATH first"));
        return new Tracer(home, corpus).trace(written, ids);
    }

    private Trace trace(String written, List<String> ids) {
        Map<String, String> articleIds = new HashMap<>();
        find("aliases", only("alias", ids), List.of("article_id"), row -> articleIds.put(row.words(0), row.words(1)));
        if (Set.copyOf(articleIds.values()).size() > 1) {
            throw new WrongInputException(written + ": two articles answer to it, "
                    + String.join(" and ", new TreeSet<>(articleIds.keySet())) + "; write one of these");
        }
        if (articleIds.isEmpty()) {
            return withoutArticle(written, ids);
        }
        Map.Entry<String, String> found = articleIds.entrySet().iterator().next();
        return traced(found.getKey(), article(found.getValue()));
    }

    private Article article(String id) {
        List<Article> found = new ArrayList<>();
        find(
                "articles",
                only("article_id", List.of(id)),
                List.of("article"),
                row -> found.add(Json.read(row.words(1), Article.class)));
        return found.getFirst();
    }

    private Trace traced(String asked, Article article) {
        Set<String> keys = new TreeSet<>();
        article.texts().forEach(text -> keys.add(text.record()));
        article.events().forEach(event -> keys.add(event.record()));
        List<Trace.Kept> records = records(keys, article.aliases());
        List<Trace.File> files = files(records);
        List<String> ids = article.ids().aliases();
        return new Trace(
                asked,
                article.id(),
                article.bibliography().title(),
                article.standing().name(),
                article.peerReview().status() + ": "
                        + String.join("; ", article.peerReview().evidence()),
                ids,
                article.aliases().stream().filter(alias -> !ids.contains(alias)).toList(),
                records,
                article.texts().stream()
                        .map(text -> new Trace.TextOf(
                                text.textId().value(), text.kind().name(), text.record()))
                        .toList(),
                article.events(),
                files,
                runs(files),
                quarantined(article.aliases()));
    }

    /// An event, or something in quarantine, may be all that is known of an id.
    private Trace withoutArticle(String written, List<String> ids) {
        List<IntegrityEvent> events = new ArrayList<>();
        find(
                "events",
                only("target", ids),
                List.of("event"),
                row -> events.add(Json.read(row.words(1), IntegrityEvent.class)));
        List<QuarantineEntry> quarantined = quarantined(ids);
        Set<String> keys = new TreeSet<>();
        events.forEach(event -> keys.add(event.record()));
        List<Trace.Kept> records = records(keys, ids);
        if (events.isEmpty() && quarantined.isEmpty() && records.isEmpty()) {
            throw new WrongInputException(
                    written + ": nothing is known of it; see plumbline ingest status for what is");
        }
        List<Trace.File> files = files(records);
        return new Trace(
                ids.getFirst(),
                null,
                "",
                "",
                "",
                List.of(),
                List.of(),
                records,
                List.of(),
                List.copyOf(events),
                files,
                runs(files),
                quarantined);
    }

    /// The records of these keys, and those that state one of these ids.
    private List<Trace.Kept> records(Set<String> named, Collection<String> aliases) {
        SequencedMap<String, Set<String>> wanted = new LinkedHashMap<>();
        wanted.put("key", new TreeSet<>(named));
        List.of("pmid", "pmcid", "doi").forEach(kind -> wanted.put(kind, new TreeSet<>()));
        for (String alias : aliases) {
            String kind = alias.substring(0, alias.indexOf(':'));
            String id = alias.substring(kind.length() + 1);
            wanted.computeIfPresent(kind, (_, ids) -> with(ids, id));
            Stream.of(Source.values())
                    .forEach(source -> wanted.computeIfPresent("key", (_, keys) -> with(keys, source + ":" + id)));
        }
        wanted.values().removeIf(Set::isEmpty);
        int first = wanted.size();
        List<Trace.Kept> records = new ArrayList<>();
        find(
                "records",
                wanted,
                List.of("source", "file", "sequence", "version", "position", "deleted", "text_id"),
                row -> records.add(new Trace.Kept(
                        row.words(0),
                        Source.valueOf(row.words(first)).word(),
                        row.words(first + 1),
                        row.number(first + 2),
                        (int) row.number(first + 3),
                        row.number(first + 4),
                        row.isTrue(first + 5),
                        row.words(first + 6))));
        records.sort(Comparator.comparing(Trace.Kept::key));
        return List.copyOf(records);
    }

    private static Set<String> with(Set<String> values, String value) {
        values.add(value);
        return values;
    }

    private List<Trace.File> files(List<Trace.Kept> records) {
        Set<String> names = new TreeSet<>();
        records.forEach(record -> names.add(record.file()));
        List<Trace.File> files = new ArrayList<>();
        if (!names.isEmpty()) {
            find(
                    TakenFiles.TABLE,
                    only("name", names),
                    List.of("source", "sha256", "bytes", "run", "path"),
                    row -> files.add(new Trace.File(
                            Source.valueOf(row.words(1)).word(),
                            row.words(0),
                            row.words(5),
                            row.words(2),
                            row.number(3),
                            row.words(4))));
        }
        files.sort(Comparator.comparing(Trace.File::run).thenComparing(Trace.File::name));
        return List.copyOf(files);
    }

    private List<RunLine> runs(List<Trace.File> files) {
        Set<String> wanted = new TreeSet<>();
        files.forEach(file -> wanted.add(file.run()));
        List<RunLine> runs = new ArrayList<>();
        if (!wanted.isEmpty()) {
            find(
                    Runs.TABLE,
                    only("run", wanted),
                    List.of("source", "started", "ended", "report"),
                    row -> runs.add(new RunLine(
                            row.words(0),
                            Source.valueOf(row.words(1)).word(),
                            RunLine.Outcome.PUBLISHED,
                            row.words(2),
                            row.words(3),
                            "",
                            Json.read(row.words(4), RunReport.class))));
        }
        runs.sort(Comparator.comparing(RunLine::run));
        return List.copyOf(runs);
    }

    /// What was refused at a place that names one of these ids, or in a file that is named after it.
    private List<QuarantineEntry> quarantined(Collection<String> aliases) {
        Pattern named = Pattern.compile(aliases.stream()
                .map(alias -> Pattern.quote(alias.substring(alias.indexOf(':') + 1)))
                .reduce((left, right) -> left + "|" + right)
                .map(any -> "(?<![A-Za-z0-9])(" + any + ")(?![0-9])")
                .orElseThrow());
        List<QuarantineEntry> entries = new ArrayList<>();
        Quarantine.of(home).forEach(entry -> {
            if (named.matcher(entry.place()).find()
                    || named.matcher(entry.file()).find()) {
                entries.add(entry);
            }
        });
        return List.copyOf(entries);
    }

    private void find(
            String table, SequencedMap<String, Set<String>> wanted, List<String> further, Consumer<FoundRow> out) {
        @Nullable Long version = corpus.tables().get(table);
        if (version != null) {
            new KernelTable(home.table(table)).find(version, wanted, further, out);
        }
    }

    private static SequencedMap<String, Set<String>> only(String column, Collection<String> values) {
        SequencedMap<String, Set<String>> wanted = new LinkedHashMap<>();
        wanted.put(column, new TreeSet<>(values));
        return wanted;
    }
}
