package org.plumbline.index.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.index.Filter;
import org.plumbline.index.Mode;
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

    /// A list for people; its articles are read and laid out in memory.
    private static final int MOST = 10_000;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "any of these words; \"in quotes\" as a phrase")
    private List<String> words = List.of();

    @Mixin
    private final FilterOptions filters = new FilterOptions();

    @Option(names = "--mode", paramLabel = "MODE", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Mode mode = Mode.USUAL;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            description = "at most N articles, 10000 or fewer (default: 10)")
    private int limit = 10;

    @Option(names = "--json", description = "one JSON object a line on stdout, the summary last")
    private boolean json;

    @Override
    public Integer call() {
        if (limit > MOST) {
            throw new WrongInputException(
                    "--limit %d: ask for %d at most; index strategy lists every article that meets a query"
                            .formatted(limit, MOST));
        }
        Query query = PlainWords.query(String.join(" ", words));
        Filter filter = filters.filter(home.home());
        try (Snapshot snapshot = Snapshot.openCurrent(home.home())) {
            SearchResult result = snapshot.searchAndCount(query, filter, mode, limit);
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
    ///
    /// @param articlesMatched how many match by their words; where vectors have a say, some that are shown may not
    record Summary(String snapshot, long articlesMatched, int articlesShown) {}
}
