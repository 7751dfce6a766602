package org.plumbline.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.Query.Group;
import org.plumbline.index.lucene.Fields;

/// Says a query in Lucene's terms, over passages.
final class PassageQuery {

    /// What a word among MeSH headings and keywords counts beside the same word in the passage.
    static final float SUBJECT_WEIGHT = 0.2f;

    private static final double MOST = 0.6;

    /// Lucene refuses queries of more than 1,024 clauses; a word has two, a phrase one for each of its words.
    private static final int MOST_CLAUSES = 1_000;

    private PassageQuery() {}

    /// @throws WrongInputException where it has more words than a search can take
    static Query of(org.plumbline.index.Query query) {
        int clauses = terms(query).stream().mapToInt(PassageQuery::clauses).sum();
        if (clauses > MOST_CLAUSES) {
            throw new WrongInputException("a search for " + clauses / 2 + " words: ask for " + MOST_CLAUSES / 2
                    + " at most, the rarest ones tell most");
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean empty = true;
        for (Group group : query.groups()) {
            Optional<Query> said = findGroup(group);
            if (said.isPresent()) {
                boolean optional = group.need() == org.plumbline.index.Query.Need.OPTIONAL;
                all.add(new BoostQuery(said.get(), group.weight()), optional ? Occur.SHOULD : Occur.MUST);
                empty = false;
            }
        }
        return empty ? new MatchNoDocsQuery("no words") : all.build();
    }

    private static Optional<Query> findGroup(Group group) {
        Map<QueryTerm, Integer> terms = QueryTerm.of(group.words());
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        boolean optional = group.need() == org.plumbline.index.Query.Need.OPTIONAL;
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        terms.forEach(
                (term, times) -> builder.add(new BoostQuery(optional ? anyOf(term) : term(term), times), Occur.SHOULD));
        builder.setMinimumNumberShouldMatch(
                switch (group.need()) {
                    case REQUIRED_ALL -> terms.size();
                    case REQUIRED_MOST -> Math.max(1, (int) Math.ceil(MOST * terms.size()));
                    case REQUIRED_ANY, OPTIONAL -> 1;
                });
        return Optional.of(builder.build());
    }

    private static int clauses(QueryTerm term) {
        return switch (term) {
            case QueryTerm.Word _ -> 2;
            case QueryTerm.Compound(String _, List<String> parts) -> 2 + 2 * parts.size();
            case QueryTerm.Quoted(String _, QueryTerm.Phrase parts) -> 2 + clauses(parts);
            case QueryTerm.Phrase(List<String> words, List<Integer> _) -> words.size();
        };
    }

    /// A term among the passages' words or the catalogue's; of a compound the whole, or all parts.
    static Query term(QueryTerm term) {
        return switch (term) {
            case QueryTerm.Word(String word) ->
                new BooleanQuery.Builder()
                        .add(new TermQuery(new Term(Fields.WORDS, word)), Occur.SHOULD)
                        .add(
                                new BoostQuery(new TermQuery(new Term(Fields.SUBJECT, word)), SUBJECT_WEIGHT),
                                Occur.SHOULD)
                        .build();
            case QueryTerm.Compound(String whole, List<String> parts) -> {
                BooleanQuery.Builder all = new BooleanQuery.Builder();
                parts.forEach(part -> all.add(term(new QueryTerm.Word(part)), Occur.MUST));
                yield either(term(new QueryTerm.Word(whole)), all.build());
            }
            case QueryTerm.Quoted(String whole, QueryTerm.Phrase parts) ->
                either(term(new QueryTerm.Word(whole)), inWords(parts));
            case QueryTerm.Phrase phrase -> inWords(phrase);
        };
    }

    private static Query either(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.SHOULD)
                .add(other, Occur.SHOULD)
                .build();
    }

    /// Where nothing is required, each part of a compound counts by itself.
    private static Query anyOf(QueryTerm term) {
        if (!(term instanceof QueryTerm.Compound(String whole, List<String> parts))) {
            return term(term);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(term(new QueryTerm.Word(whole)), Occur.SHOULD);
        parts.forEach(part -> any.add(term(new QueryTerm.Word(part)), Occur.SHOULD));
        return any.build();
    }

    /// A term in the passages' words alone, where headings of the catalogue do not count.
    static Query inWords(QueryTerm term) {
        return switch (term) {
            case QueryTerm.Word(String word) -> new TermQuery(new Term(Fields.WORDS, word));
            case QueryTerm.Compound(String whole, List<String> _) -> inWords(new QueryTerm.Word(whole));
            case QueryTerm.Quoted(String whole, QueryTerm.Phrase parts) ->
                either(inWords(new QueryTerm.Word(whole)), inWords(parts));
            case QueryTerm.Phrase(List<String> words, List<Integer> positions) -> {
                PhraseQuery.Builder builder = new PhraseQuery.Builder();
                for (int i = 0; i < words.size(); i++) {
                    builder.add(new Term(Fields.WORDS, words.get(i)), positions.get(i));
                }
                yield builder.build();
            }
        };
    }

    /// Every term of a query, for highlighting.
    static List<QueryTerm> terms(org.plumbline.index.Query query) {
        List<QueryTerm> terms = new ArrayList<>();
        query.groups().forEach(group -> terms.addAll(QueryTerm.of(group.words()).keySet()));
        return terms;
    }
}
