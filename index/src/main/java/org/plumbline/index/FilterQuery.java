package org.plumbline.index;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.IntField;
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

    private final BooleanQuery.Builder builder = new BooleanQuery.Builder();

    private FilterQuery() {}

    /// The articles that pass; empty for [Filter#NONE].
    static Optional<Query> find(Filter filter) {
        if (filter.equals(Filter.NONE)) {
            return Optional.empty();
        }
        FilterQuery query = new FilterQuery();
        query.builder.add(new TermQuery(new Term(Fields.KIND, Fields.ARTICLE_KIND)), Occur.FILTER);
        query.years(filter);
        query.names(Fields.JOURNAL, filter.journals(), Occur.FILTER);
        query.names(Fields.JOURNAL, filter.excludedJournals(), Occur.MUST_NOT);
        query.names(Fields.TYPE, filter.publicationTypes(), Occur.FILTER);
        query.terms(Fields.LANGUAGE, filter.languageCodes(), Occur.FILTER);
        query.sources(filter);
        query.kinds(Fields.DESIGN, filter.designs(), Occur.FILTER);
        query.kinds(Fields.STANDING, filter.standings(), Occur.FILTER);
        query.kinds(Fields.STANDING, filter.excludedStandings(), Occur.MUST_NOT);
        query.kinds(Fields.PEER_REVIEW, filter.peerReview(), Occur.FILTER);
        query.kinds(Fields.PEER_REVIEW, filter.excludedPeerReview(), Occur.MUST_NOT);
        query.kinds(Fields.LICENSE, filter.licenses(), Occur.FILTER);
        query.kinds(Fields.SUBJECTS_KIND, filter.subjects(), Occur.FILTER);
        query.kinds(Fields.AGE, filter.ages(), Occur.FILTER);
        return Optional.of(query.builder.build());
    }

    private void years(Filter filter) {
        if (filter.sinceYear().isPresent() || filter.untilYear().isPresent()) {
            int since = filter.sinceYear().orElse(Integer.MIN_VALUE);
            int until = filter.untilYear().orElse(Integer.MAX_VALUE);
            builder.add(IntField.newRangeQuery(Fields.YEAR, since, until), Occur.FILTER);
        }
    }

    /// A list may be of journals that no key names: then no article is on it.
    private void sources(Filter filter) {
        if (!filter.sources().isEmpty()) {
            builder.add(inSet(Fields.SOURCE, filter.sourceKeys()), Occur.FILTER);
        }
        terms(Fields.SOURCE, filter.excludedSourceKeys(), Occur.MUST_NOT);
    }

    private void names(String field, Set<String> names, Occur occur) {
        terms(field, names.stream().map(FoldedName::of).toList(), occur);
    }

    private void kinds(String field, Set<? extends Enum<?>> constants, Occur occur) {
        terms(field, constants.stream().map(Enum::name).toList(), occur);
    }

    private void terms(String field, Collection<String> keys, Occur occur) {
        if (!keys.isEmpty()) {
            builder.add(inSet(field, keys), occur);
        }
    }

    private static Query inSet(String field, Collection<String> keys) {
        return new TermInSetQuery(field, keys.stream().map(BytesRef::new).toList());
    }
}
