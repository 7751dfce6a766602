package org.plumbline.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.plumbline.index.lucene.strategy.Headings;
import org.plumbline.index.lucene.strategy.StrategyMatcher;
import org.plumbline.index.mesh.MeshVocabulary;
import org.plumbline.index.pubmed.PubmedQuery;
import org.plumbline.index.pubmed.Strategy;

/// Finds the articles of one snapshot that queries in PubMed's language match: exactly, all of them, without rank.
/// One thread at a time may call it; it lives no longer than its snapshot.
public final class StrategySearch {

    /// A line of a strategy and what it matches.
    public record LineSet(Strategy.Line line, ArticleSet articles) {}

    private final IndexSearcher searcher;
    private final Blocks blocks;
    private final Headings headings;

    StrategySearch(IndexSearcher searcher, Blocks blocks, Optional<MeshVocabulary> mesh) {
        this.searcher = searcher;
        this.blocks = blocks;
        this.headings = new Headings(mesh);
    }

    /// The articles that a query matches.
    ///
    /// @throws WrongInputException where the snapshot was built before strategies could be asked of it
    public ArticleSet matching(PubmedQuery query) {
        try {
            return new ArticleSet(new StrategyMatcher(searcher, headings).match(query), blocks);
        } catch (IOException e) {
            throw new UncheckedIOException("the snapshot cannot be read; run `plumbline index verify`", e);
        }
    }

    /// The articles that each line of a strategy matches, in its order.
    ///
    /// @throws WrongInputException as [#matching]
    public List<LineSet> lines(Strategy strategy) {
        try {
            StrategyMatcher matcher = new StrategyMatcher(searcher, headings);
            List<LineSet> sets = new ArrayList<>();
            for (Strategy.Line line : strategy.lines()) {
                sets.add(new LineSet(line, new ArticleSet(matcher.match(line.number(), line.query()), blocks)));
            }
            return sets;
        } catch (IOException e) {
            throw new UncheckedIOException("the snapshot cannot be read; run `plumbline index verify`", e);
        }
    }

    /// What a user should know of the headings asked so far: such as that there is no MeSH vocabulary.
    public List<String> notes() {
        return headings.notes();
    }
}
