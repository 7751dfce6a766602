package org.plumbline.index.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.index.ArticleSet;
import org.plumbline.index.Mode;
import org.plumbline.index.Query;
import org.plumbline.index.Scope;
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
            "Examples:",
            "  plumbline index search \"statins after stroke\" --since 2015 --humans --exclude-standing retracted",
            "  plumbline index search \"which inhaler prevents exacerbations\" --strategy asthma.txt --limit 50"
        })
final class SearchCommand implements Callable<Integer> {

    /// A list for people; its articles are read and laid out in memory.
    private static final int MOST = 10_000;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "any of these words; \"in quotes\" as a phrase")
    private List<String> words = List.of();

    @Mixin
    private final ScopeOptions options = new ScopeOptions();

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
        ScopeOptions.Wanted wanted = options.read(home.home());
        try (Snapshot snapshot = Snapshot.openCurrent(home.home())) {
            Scope scope = wanted.in(snapshot);
            SearchResult result = snapshot.searchAndCount(query, scope, mode, limit);
            if (json) {
                result.hits().forEach(hit -> System.out.println(Json.line(JsonHit.of(hit))));
                System.out.println(Json.line(new Summary(
                        snapshot.manifest().id(),
                        strategyMatched(scope),
                        result.matched().articles(),
                        result.hits().size())));
            } else {
                ScopeOptions.heading(scope).forEach(System.out::println);
                new SearchPage(Terminal.isAttached()).lines(result).forEach(System.out::println);
            }
        }
        return Commands.DONE;
    }

    private static @Nullable Long strategyMatched(Scope scope) {
        return scope.set().map(ArticleSet::count).orElse(null);
    }

    /// The last line of `--json`.
    ///
    /// @param strategyMatched among how many articles was searched, by the strategy; absent without one
    /// @param articlesMatched how many match by their words; where vectors have a say, some that are shown may not
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(String snapshot, @Nullable Long strategyMatched, long articlesMatched, int articlesShown) {}
}
