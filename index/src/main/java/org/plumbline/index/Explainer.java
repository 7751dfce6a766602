package org.plumbline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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

    /// @param document the article's
    Explanation explain(Query query, Filter filter, int document) throws IOException {
        IndexedArticle article = blocks.article(document);
        List<String> bars = FilterCheck.bars(filter, article);
        Filter among = bars.isEmpty() ? filter : Filter.NONE;
        var words = PassageQuery.of(query);
        Candidate candidate = search.score(words, new int[] {document}).getFirst();
        List<WeighedTerm> terms = WeighedTerm.of(query);
        Set<QueryTerm> found = new HashSet<>();
        List<PassagePart> passages = new ArrayList<>();
        TermScores scores = new TermScores(search.searcher());
        for (PassageHit hit : hits(candidate, terms)) {
            int passage = candidate.passages().get(passages.size()).document();
            passages.add(part(passages.size(), hit, scores.of(terms, passage, found)));
        }
        return new Explanation(
                article,
                candidate.passages().isEmpty() ? null : 1 + (int) search.before(candidate, words, among),
                search.count(words, among),
                candidate.score(),
                bars,
                passages.subList(0, Math.min(passages.size(), ArticleScore.COUNTED)),
                lacking(terms, found),
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

    private static List<String> lacking(List<WeighedTerm> terms, Set<QueryTerm> found) {
        return terms.stream()
                .filter(term -> !found.contains(term.term()))
                .map(WeighedTerm::typed)
                .distinct()
                .toList();
    }
}
