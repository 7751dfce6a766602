package org.plumbline.index.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
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
        description = "Prints the articles whose passages speak best to the words, each with its best passage.",
        footer = {
            "",
            "Example:",
            "  plumbline index search \"statins after stroke\" --since 2015 --humans --exclude-standing retracted"
        })
final class SearchCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "any of these words; \"in quotes\" as a phrase")
    private List<String> words = List.of();

    @Mixin
    private final FilterOptions filters = new FilterOptions();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "at most N articles (default: 10)")
    private int limit = 10;

    @Option(names = "--json", description = "one JSON object a line on stdout, the summary last")
    private boolean json;

    @Override
    public Integer call() {
        Filter filter = filters.filter(home.home());
        try (Snapshot snapshot = Snapshot.openCurrent(home.home())) {
            SearchResult result = snapshot.searchAndCount(Query.words(String.join(" ", words)), filter, limit);
            if (json) {
                result.hits().forEach(hit -> System.out.println(Json.line(JsonHit.of(hit))));
                System.out.println(Json.line(new Summary(
                        snapshot.manifest().id(),
                        result.matched().articles(),
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
