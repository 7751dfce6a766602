package org.plumbline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.index.Explanation.PassagePart;
import org.plumbline.index.Explanation.TermPart;

/// Takes an article's score apart. It asks the index once more for each term alone, so that the parts are what the
/// search itself adds up. Any thread may call it.
final class Explainer {

    private final ArticleSearch search;
    private final Blocks blocks;

    Explainer(ArticleSearch search, Blocks blocks) {
        this.search = search;
        this.blocks = blocks;
    }

    /// By its words alone; why it has no rank is left to say.
    ///
    /// @param document the article's
    Explanation explain(Query query, Scope scope, int document) throws IOException {
        IndexedArticle article = blocks.article(document);
        List<String> bars = scope.bars(article, document);
        Scope among = bars.isEmpty() ? scope : Scope.ALL;
        var words = PassageQuery.of(query);
        Candidate candidate = search.score(words, new int[] {document}).getFirst();
        List<WeighedTerm> terms = WeighedTerm.of(query);
        List<PassagePart> passages = new ArrayList<>();
        TermScores scores = new TermScores(search.searcher());
        for (PassageHit hit : hits(candidate, terms)) {
            int passage = candidate.passages().get(passages.size()).document();
            passages.add(part(passages.size(), hit, scores.of(terms, passage)));
        }
        return new Explanation(
                article,
                candidate.passages().isEmpty() ? null : 1 + (int) search.before(candidate, words, among),
                "",
                search.count(words, among),
                candidate.score(),
                bars,
                passages.subList(0, Math.min(passages.size(), ArticleScore.COUNTED)),
                lacking(terms, document),
                List.of());
    }

    private List<PassageHit> hits(Candidate candidate, List<WeighedTerm> terms) throws IOException {
        return Hits.passages(
                blocks, candidate, terms.stream().map(WeighedTerm::term).toList());
    }

    private static PassagePart part(int place, PassageHit hit, List<TermPart> terms) {
        List<TermPart> largestFirst = terms.stream()
                .sorted(Comparator.comparingDouble(TermPart::score).reversed())
                .toList();
        return new PassagePart(hit, place == 0 ? 1 : ArticleScore.NEXT_SHARE, largestFirst);
    }

    /// The terms that no passage of the article has, also of those that do not count; of a compound all parts must
    /// stand in one.
    private List<String> lacking(List<WeighedTerm> terms, int document) throws IOException {
        Set<String> lacking = new LinkedHashSet<>();
        for (WeighedTerm term : terms) {
            Candidate its = search.score(PassageQuery.term(term.term()), new int[] {document})
                    .getFirst();
            if (its.passages().isEmpty()) {
                lacking.add(term.typed());
            }
        }
        return List.copyOf(lacking);
    }
}
