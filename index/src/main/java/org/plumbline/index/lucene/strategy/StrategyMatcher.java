package org.plumbline.index.lucene.strategy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.lucene.Fields;
import org.plumbline.index.pubmed.Expression;
import org.plumbline.index.pubmed.PubmedQuery;

/// Finds the articles of queries in one reader, line by line; keeps what each line found for those that refer to it.
/// One thread at a time may call it.
public final class StrategyMatcher {

    /// Lucene refuses a query of more than 1,024 terms; parts of one are found first, as sets.
    private static final int MOST_CLAUSES = 400;

    private final IndexSearcher searcher;
    private final TermQueries terms;
    private final Map<Integer, ArticleDocuments> lines = new HashMap<>();

    /// @throws WrongInputException where the index was built before strategies could be asked of it
    public StrategyMatcher(IndexSearcher searcher, Headings headings) {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            if (leaf.reader().getFieldInfos().fieldInfo(Fields.STRATEGY_TITLE) == null) {
                throw new WrongInputException(
                        "the snapshot was built before strategies could be asked of it: run `plumbline index build`");
            }
        }
        this.searcher = searcher;
        this.terms = new TermQueries(searcher.getIndexReader(), headings);
    }

    /// The articles that a line matches.
    ///
    /// @throws WrongInputException where a star within a phrase stands for too many words
    public ArticleDocuments match(int line, PubmedQuery query) throws IOException {
        ArticleDocuments found = match(query);
        lines.put(line, found);
        return found;
    }

    /// The articles that a query matches; it may refer to lines before.
    public ArticleDocuments match(PubmedQuery query) throws IOException {
        return ArticleDocuments.of(searcher, query(query.root()));
    }

    private Query query(Expression expression) throws IOException {
        return switch (expression) {
            case Expression.And and -> combined(and.operands(), Occur.FILTER);
            case Expression.Or or -> combined(or.operands(), Occur.SHOULD);
            case Expression.Not not -> without(query(not.from()), query(not.without()));
            case Expression.Reference reference ->
                Objects.requireNonNull(lines.get(reference.line())).query();
            case Expression.Filter filter -> query(filter.query().expression());
            case Expression.Term term -> terms.query(term);
        };
    }

    private Query without(Query from, Query without) throws IOException {
        return new BooleanQuery.Builder()
                .add(small(from), Occur.FILTER)
                .add(small(without), Occur.MUST_NOT)
                .build();
    }

    /// Takes operands in as long as the query stays small, then finds what it has so far and goes on from there.
    private Query combined(List<Expression> operands, Occur occur) throws IOException {
        List<Query> taken = new ArrayList<>();
        int clauses = 0;
        for (Expression operand : operands) {
            Query one = small(query(operand));
            int size = clauses(one);
            if (clauses + size > MOST_CLAUSES) {
                Query found = ArticleDocuments.of(searcher, all(taken, occur)).query();
                taken = new ArrayList<>(List.of(found));
                clauses = 1;
            }
            taken.add(one);
            clauses += size;
        }
        return all(taken, occur);
    }

    private static Query all(List<Query> queries, Occur occur) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        queries.forEach(query -> builder.add(query, occur));
        return builder.build();
    }

    private Query small(Query query) throws IOException {
        return clauses(query) <= MOST_CLAUSES / 2
                ? query
                : ArticleDocuments.of(searcher, query).query();
    }

    private static int clauses(Query query) {
        int[] clauses = new int[1];
        query.visit(new QueryVisitor() {
            @Override
            public void visitLeaf(Query leaf) {
                clauses[0]++;
            }

            @Override
            public void consumeTerms(Query leaf, Term... terms) {
                clauses[0]++;
            }

            @Override
            public QueryVisitor getSubVisitor(Occur occur, Query parent) {
                return this;
            }
        });
        return clauses[0];
    }
}
