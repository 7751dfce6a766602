package org.plumbline.index.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.command.Printable;
import org.plumbline.index.ArticleSet;
import org.plumbline.index.Filter;
import org.plumbline.index.Scope;
import org.plumbline.index.Snapshot;
import org.plumbline.index.StrategySearch;
import org.plumbline.index.mesh.MeshFile;
import org.plumbline.index.pubmed.Strategy;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options by which a command's user says among which articles is searched: filters, and a librarian's strategy.
final class ScopeOptions {

    @Mixin
    private final FilterOptions filters = new FilterOptions();

    @Option(
            names = "--strategy",
            paramLabel = "FILE",
            description = "only articles that the last line of this strategy in PubMed's language matches;"
                    + " - for stdin. See index strategy")
    private @Nullable String strategy;

    /// What the options say; there is no snapshot yet.
    ///
    /// @param home where the user's source lists and the MeSH vocabulary lie
    record Wanted(Path home, Filter filter, Optional<Strategy> strategy) {

        /// The scope in a snapshot. What the strategy's user should know is said on stderr.
        Scope in(Snapshot snapshot) {
            if (strategy.isEmpty()) {
                return Scope.of(filter);
            }
            StrategySearch search = snapshot.strategies(MeshFile.find(home));
            ArticleSet set = search.lines(strategy.get()).getLast().articles();
            search.notes().forEach(note -> System.err.println("note: " + Printable.line(note)));
            return new Scope(filter, Optional.of(set));
        }
    }

    /// Reads what the options name.
    ///
    /// @throws org.plumbline.citations.WrongInputException where an option names what is not known, or the strategy
    ///     cannot be read or understood
    Wanted read(Path home) {
        return new Wanted(
                home, filters.filter(home), Optional.ofNullable(strategy).map(StrategyFile::read));
    }

    /// What stands above results within a strategy; nothing without one.
    static List<String> heading(Scope scope) {
        return scope.set().stream()
                .map(set -> String.format(Locale.ROOT, "Within the strategy's articles, %,d:%n", set.count()))
                .toList();
    }
}
