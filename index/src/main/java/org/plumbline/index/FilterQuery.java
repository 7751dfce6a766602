package org.plumbline.index;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.plumbline.citations.sources.FoldedName;
import org.plumbline.index.lucene.Fields;

/// Says a filter in Lucene's terms, over articles.
final class FilterQuery {

    private FilterQuery() {}

    /// The articles that pass; empty for [Filter#NONE].
    static Optional<Query> find(Filter filter) {
        if (filter.equals(Filter.NONE)) {
            return Optional.empty();
        }
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        builder.add(new TermQuery(new Term(Fields.KIND, Fields.ARTICLE_KIND)), Occur.FILTER);
        if (filter.sinceYear().isPresent() || filter.untilYear().isPresent()) {
            builder.add(
                    IntPoint.newRangeQuery(
                            Fields.YEAR,
                            filter.sinceYear().orElse(Integer.MIN_VALUE),
                            filter.untilYear().orElse(Integer.MAX_VALUE)),
                    Occur.FILTER);
        }
        names(builder, Fields.JOURNAL, filter.journals(), Occur.FILTER);
        names(builder, Fields.JOURNAL, filter.excludedJournals(), Occur.MUST_NOT);
        names(builder, Fields.TYPE, filter.publicationTypes(), Occur.FILTER);
        terms(builder, Fields.SOURCE, filter.sourceKeys(), Occur.FILTER);
        terms(builder, Fields.SOURCE, filter.excludedSourceKeys(), Occur.MUST_NOT);
        terms(builder, Fields.DESIGN, filter.designs().stream().map(Enum::name).toList(), Occur.FILTER);
        exclude(builder, Fields.STANDING, filter.excludedStandings());
        exclude(builder, Fields.PEER_REVIEW, filter.excludedPeerReview());
        return Optional.of(builder.build());
    }

    private static void names(BooleanQuery.Builder builder, String field, Set<String> names, Occur occur) {
        terms(builder, field, names.stream().map(FoldedName::of).toList(), occur);
    }

    private static void terms(BooleanQuery.Builder builder, String field, Collection<String> keys, Occur occur) {
        if (!keys.isEmpty()) {
            builder.add(
                    new TermInSetQuery(field, keys.stream().map(BytesRef::new).toList()), occur);
        }
    }

    private static void exclude(BooleanQuery.Builder builder, String field, Collection<? extends Enum<?>> values) {
        if (!values.isEmpty()) {
            long[] ordinals = values.stream().mapToLong(Fields::code).toArray();
            builder.add(NumericDocValuesField.newSlowSetQuery(field, ordinals), Occur.MUST_NOT);
        }
    }
}
