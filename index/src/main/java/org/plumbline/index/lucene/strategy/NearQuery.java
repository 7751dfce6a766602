package org.plumbline.index.lucene.strategy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Words of one field in any order with at most so many other words among them; a word that is asked for twice must
/// stand there twice.
final class NearQuery extends Query {

    private final String field;
    private final Map<String, Integer> times = new TreeMap<>();
    private final int words;
    private final int most;

    NearQuery(String field, List<String> words, int most) {
        this.field = field;
        this.words = words.size();
        this.most = most;
        words.forEach(word -> times.merge(word, 1, Integer::sum));
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                List<PostingsEnum> postings = new ArrayList<>();
                for (String word : times.keySet()) {
                    PostingsEnum of = leaf.reader().postings(new Term(field, word), PostingsEnum.POSITIONS);
                    if (of == null) {
                        return null;
                    }
                    postings.add(of);
                }
                return new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, near(postings)));
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return true;
            }
        };
    }

    private TwoPhaseIterator near(List<PostingsEnum> postings) {
        List<DocIdSetIterator> each = List.copyOf(postings);
        DocIdSetIterator all = each.size() == 1 ? each.getFirst() : ConjunctionUtils.intersectIterators(each);
        int[] needed = times.values().stream().mapToInt(Integer::intValue).toArray();
        return new TwoPhaseIterator(all) {
            @Override
            public boolean matches() throws IOException {
                return isNear(places(postings), needed);
            }

            @Override
            public float matchCost() {
                return 100;
            }
        };
    }

    /// Every place of every word, by place: the position times 2^32, and which word stands there.
    private static long[] places(List<PostingsEnum> postings) throws IOException {
        int size = 0;
        for (PostingsEnum one : postings) {
            size += one.freq();
        }
        long[] places = new long[size];
        int at = 0;
        for (int word = 0; word < postings.size(); word++) {
            int times = postings.get(word).freq();
            for (int i = 0; i < times; i++) {
                places[at++] = ((long) postings.get(word).nextPosition() << 32) | word;
            }
        }
        Arrays.sort(places);
        return places;
    }

    /// Whether some window holds every word often enough and few others: grows it to the right, and shrinks it from
    /// the left as long as it holds them.
    private boolean isNear(long[] places, int[] needed) {
        int[] missing = needed.clone();
        int lacking = words;
        int from = 0;
        for (long place : places) {
            int word = (int) place;
            lacking -= missing[word]-- > 0 ? 1 : 0;
            while (lacking == 0) {
                if ((place >> 32) - (places[from] >> 32) + 1 - words <= most) {
                    return true;
                }
                int left = (int) places[from++];
                lacking += ++missing[left] > 0 ? 1 : 0;
            }
        }
        return false;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public String toString(String of) {
        return field + ":" + times + "~" + most;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NearQuery near
                && near.field.equals(field)
                && near.times.equals(times)
                && near.most == most;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * field.hashCode() + times.hashCode()) + most;
    }
}
