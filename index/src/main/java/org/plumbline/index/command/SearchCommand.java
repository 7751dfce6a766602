package org.plumbline.index.command;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.index.Filter;
import org.plumbline.index.Query;
import org.plumbline.index.SearchResult;
import org.plumbline.index.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `index search`.
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Prints the articles whose passages speak best to the words, each with its best passage.")
final class SearchCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "any of these words; \"in quotes\" as a phrase")
    private List<String> words = List.of();

    @Option(names = "--since", paramLabel = "YEAR", description = "published in this year or later")
    private @Nullable Integer since;

    @Option(names = "--until", paramLabel = "YEAR", description = "published in this year or before")
    private @Nullable Integer until;

    @Option(
            names = "--journal",
            split = ";",
            paramLabel = "NAME",
            description = "only this journal: title, abbreviation or ISSN; repeat, or separate with ;")
    private Set<String> journals = new HashSet<>();

    @Option(names = "--exclude-journal", split = ";", paramLabel = "NAME", description = "not this journal; likewise")
    private Set<String> excludedJournals = new HashSet<>();

    @Option(
            names = "--design",
            split = ",",
            paramLabel = "DESIGN",
            description = "only this design level, such as randomised-trial or meta-analysis")
    private Set<DesignLevel.Kind> designs = new HashSet<>();

    @Option(
            names = "--type",
            split = ";",
            paramLabel = "TYPE",
            description = "only this publication type, by name or NLM id, such as \"Randomized Controlled Trial\"")
    private Set<String> types = new HashSet<>();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "at most N articles (default: 10)")
    private int limit = 10;

    @Option(names = "--json", description = "one JSON object a line on stdout, the summary last")
    private boolean json;

    @Override
    public Integer call() {
        Filter filter = new Filter(
                Optional.ofNullable(since),
                Optional.ofNullable(until),
                journals,
                excludedJournals,
                designs,
                Set.of(),
                Set.of(),
                types,
                List.of(),
                List.of());
        try (Snapshot snapshot = Snapshot.openCurrent(home.home())) {
            SearchResult result = snapshot.search(Query.words(String.join(" ", words)), filter, limit);
            if (json) {
                result.hits().forEach(hit -> System.out.println(Json.line(JsonHit.of(hit))));
                System.out.println(Json.line(new Summary(
                        snapshot.manifest().id(),
                        result.articlesMatched(),
                        result.hits().size())));
            } else {
                new SearchPage(Terminal.isAttached()).lines(result).forEach(System.out::println);
            }
        }
        return Commands.DONE;
    }

    /// The last line of `--json`.
    record Summary(String snapshot, long articlesMatched, int articlesShown) {}
}
