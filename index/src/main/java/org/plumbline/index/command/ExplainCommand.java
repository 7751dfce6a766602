package org.plumbline.index.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.index.Explanation;
import org.plumbline.index.Mode;
import org.plumbline.index.Query;
import org.plumbline.index.Scope;
import org.plumbline.index.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `index explain`.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Says in words and numbers why an article ranks where it does for a search.",
        footer = {"", "Example:", "  plumbline index explain \"statins after stroke\" pmid:12345 --since 2015"})
final class ExplainCommand implements Callable<Integer> {

    /// What `--json` prints: an [Explanation] with its article's id, without the one of `rank` and `unranked` that it
    /// has not.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Explained(
            String snapshot,
            String query,
            String article,
            @Nullable Integer rank,
            @Nullable String unranked,
            long articlesMatched,
            double score,
            List<String> bars,
            List<ExplainedPassage> passages,
            List<String> lacking,
            List<Explanation.Signal> signals) {}

    record ExplainedPassage(
            String location,
            double share,
            double score,
            double contribution,
            String words,
            List<Explanation.TermPart> terms) {}

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "QUERY", description = "the words of the search, in one argument")
    private String words = "";

    @Parameters(index = "1", paramLabel = "ARTICLE", description = "its id or an alias, such as pmid:12345")
    private String article = "";

    @Mixin
    private final ScopeOptions options = new ScopeOptions();

    @Option(names = "--mode", paramLabel = "MODE", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Mode mode = Mode.USUAL;

    @Option(names = "--json", description = "one JSON object on stdout")
    private boolean json;

    @Override
    public Integer call() {
        Query query = PlainWords.query(words);
        ScopeOptions.Wanted wanted = options.read(home.home());
        try (Snapshot snapshot = Snapshot.openCurrent(home.home())) {
            Scope scope = wanted.in(snapshot);
            Explanation explanation = snapshot.explain(query, scope, mode, article);
            if (json) {
                System.out.println(Json.line(explained(snapshot.manifest().id(), explanation)));
            } else {
                ScopeOptions.heading(scope).forEach(System.out::println);
                new ExplanationPage(Terminal.isAttached()).lines(explanation).forEach(System.out::println);
            }
        }
        return Commands.DONE;
    }

    private Explained explained(String snapshot, Explanation explanation) {
        return new Explained(
                snapshot,
                words,
                explanation.article().article().id(),
                explanation.rank(),
                explanation.unranked().isEmpty() ? null : explanation.unranked(),
                explanation.articlesMatched(),
                explanation.score(),
                explanation.bars(),
                explanation.passages().stream().map(ExplainCommand::passage).toList(),
                explanation.lacking(),
                explanation.signals());
    }

    private static ExplainedPassage passage(Explanation.PassagePart part) {
        return new ExplainedPassage(
                part.hit().passage().location().toString(),
                part.share(),
                part.hit().score(),
                part.contribution(),
                part.hit().passage().words(),
                part.terms());
    }
}
