package org.plumbline.index.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.Printable;
import org.plumbline.citations.command.TextTable;
import org.plumbline.index.ArticleSet;
import org.plumbline.index.IndexedArticle;
import org.plumbline.index.Snapshot;
import org.plumbline.index.StrategySearch;
import org.plumbline.index.StrategySearch.LineSet;
import org.plumbline.index.mesh.MeshFile;
import org.plumbline.index.mesh.MeshVocabulary;
import org.plumbline.index.pubmed.ClinicalQuery;
import org.plumbline.index.pubmed.Strategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `index strategy`.
@Command(
        name = "strategy",
        mixinStandardHelpOptions = true,
        description = "Counts the articles that a search strategy in PubMed's language matches, line by line.",
        footer = {
            "",
            "Examples:",
            "  plumbline index strategy asthma.txt --ids asthma.ids",
            "  plumbline index strategy --query '\"Asthma\"[mh] AND random*[tiab]' --show 5"
        })
final class StrategyCommand implements Callable<Integer> {

    private static final int MOST_SHOWN = 10_000;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "a strategy, one query a line, later ones may refer to earlier ones; - for stdin")
    private @Nullable String file;

    @Option(names = "--query", paramLabel = "QUERY", description = "a single query instead of a file")
    private @Nullable String query;

    @Option(
            names = "--filter",
            paramLabel = "NAME",
            description = "adds a line: the last one and this Clinical Query, therapy/narrow or therapy/broad")
    private @Nullable String filter;

    @Option(names = "--line", paramLabel = "N", description = "prints the ids of the articles that line N matches")
    private @Nullable Integer line;

    @Option(names = "--show", paramLabel = "N", description = "prints the first N articles of the last line, by id")
    private int show;

    @Option(
            names = "--ids",
            paramLabel = "FILE",
            description = "writes the ids of the last line's articles, one a line")
    private @Nullable Path ids;

    @Option(names = "--json", description = "one JSON object a line on stdout, the summary last")
    private boolean json;

    /// A line of `--json`.
    record JsonLine(int line, String written, String understood, long hits) {}

    /// An article of `--line` with `--json`.
    record JsonId(String article) {}

    /// An article of `--show` with `--json`.
    record JsonArticle(String article, String title, String citation) {}

    /// The last line of `--json`; mesh is the vocabulary's digest, empty without one.
    record Summary(String snapshot, String mesh, int lines, long hits, List<String> notes) {}

    @Override
    public Integer call() throws IOException {
        Strategy strategy = strategy();
        Optional<MeshVocabulary> mesh = MeshFile.find(home.home());
        try (Snapshot snapshot = Snapshot.openCurrent(home.home())) {
            StrategySearch search = snapshot.strategies(mesh);
            List<LineSet> lines = search.lines(strategy);
            search.notes().forEach(note -> System.err.println("note: " + Printable.line(note)));
            if (line == null) {
                print(lines);
            } else {
                printIds(lines);
            }
            ArticleSet last = lines.getLast().articles();
            last.articles(show).forEach(this::print);
            if (ids != null) {
                writeIds(last, ids);
            }
            if (json) {
                System.out.println(Json.line(new Summary(
                        snapshot.manifest().id(),
                        mesh.map(MeshVocabulary::digest).orElse(""),
                        lines.size(),
                        last.count(),
                        search.notes())));
            }
        }
        return Commands.DONE;
    }

    private Strategy strategy() {
        if ((file == null) == (query == null)) {
            throw new WrongInputException(
                    "give a strategy's FILE, - for stdin, or --query QUERY, and one of them only");
        }
        if (show < 0 || show > MOST_SHOWN) {
            throw new WrongInputException("--show %d: from 0 to %,d articles are shown; --ids FILE writes all ids"
                    .formatted(show, MOST_SHOWN));
        }
        Strategy strategy = query == null ? StrategyFile.read(String.valueOf(file)) : of(query);
        Strategy whole = filter == null ? strategy : and(strategy, filter);
        refuseUnknownLine(whole);
        return whole;
    }

    private static Strategy and(Strategy strategy, String filter) {
        ClinicalQuery query = clinicalQuery(filter);
        return StrategyFile.understood(() -> strategy.and(query));
    }

    private static Strategy of(String query) {
        return StrategyFile.understood(() -> Strategy.of(query));
    }

    private void refuseUnknownLine(Strategy strategy) {
        if (line != null
                && strategy.lines().stream()
                        .noneMatch(one -> Integer.valueOf(one.number()).equals(line))) {
            throw new WrongInputException("--line " + line + ": the strategy has no such line");
        }
    }

    private static ClinicalQuery clinicalQuery(String name) {
        return ClinicalQuery.find(name)
                .orElseThrow(() -> new WrongInputException("--filter " + ClinicalQuery.refusal(name)));
    }

    private void print(List<LineSet> lines) {
        TextTable table = new TextTable("line", "hits", "as understood");
        for (LineSet one : lines) {
            if (json) {
                System.out.println(Json.line(new JsonLine(
                        one.line().number(),
                        one.line().written(),
                        one.line().query().toString(),
                        one.articles().count())));
            } else {
                table.add(
                        "#" + one.line().number(),
                        one.articles().count(),
                        one.line().query().toString());
            }
        }
        if (!json) {
            System.out.println(table);
        }
    }

    private void printIds(List<LineSet> lines) {
        ArticleSet wanted = lines.stream()
                .filter(one -> Integer.valueOf(one.line().number()).equals(line))
                .findFirst()
                .orElseThrow()
                .articles();
        wanted.forEachId(id -> System.out.println(json ? Json.line(new JsonId(id)) : Printable.line(id)));
    }

    private void print(IndexedArticle found) {
        String title = found.article().bibliography().title();
        String citation = CitationLine.of(found.article());
        System.out.println(
                json
                        ? Json.line(new JsonArticle(found.article().id(), title, citation))
                        : "\n" + Printable.line(title) + "\n    " + Printable.line(citation));
    }

    private static void writeIds(ArticleSet set, Path file) {
        Path target = file.toAbsolutePath();
        Path temporary = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            try {
                try (Writer out = Files.newBufferedWriter(temporary)) {
                    set.forEachId(id -> write(out, id));
                }
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new WrongInputException(
                    "--ids " + file + ": cannot be written (" + e.getClass().getSimpleName()
                            + "); check folder and rights",
                    e);
        }
    }

    private static void write(Writer out, String id) {
        try {
            out.write(id + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("ids cannot be written", e);
        }
    }
}
