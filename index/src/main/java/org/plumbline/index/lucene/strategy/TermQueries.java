package org.plumbline.index.lucene.strategy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.sources.FoldedName;
import org.plumbline.index.lucene.Fields;
import org.plumbline.index.lucene.StrategyKeys;
import org.plumbline.index.lucene.UnstemmedWords;
import org.plumbline.index.pubmed.Expression;
import org.plumbline.index.pubmed.Expression.Author;
import org.plumbline.index.pubmed.Expression.Place;
import org.plumbline.index.pubmed.Expression.Topic;
import org.plumbline.index.pubmed.Expression.Word;
import org.plumbline.index.pubmed.TextField;

/// Says single terms of a query in Lucene's terms, over article documents.
final class TermQueries {

    /// Words that a star within a phrase may stand for. A single word with a star is not bounded.
    private static final int MOST_WORDS = 2_000;

    private static final List<String> TITLE_ABSTRACT =
            List.of(Fields.STRATEGY_TITLE, Fields.STRATEGY_ABSTRACT, Fields.STRATEGY_KEYWORDS);
    private static final List<String> EVERYWHERE =
            List.of(Fields.STRATEGY_TITLE, Fields.STRATEGY_ABSTRACT, Fields.STRATEGY_KEYWORDS, Fields.STRATEGY_SUBJECT);

    private final IndexReader reader;
    private final Headings headings;

    TermQueries(IndexReader reader, Headings headings) {
        this.reader = reader;
        this.headings = headings;
    }

    Query query(Expression.Term term) throws IOException {
        return switch (term) {
            case Expression.Text text -> text(text);
            case Expression.Near near -> near(near);
            case Expression.Heading heading -> heading(heading);
            case Expression.Subheading subheading -> keys(Fields.STRATEGY_MESH, headings.keys(subheading));
            case Expression.Type type ->
                type.truncated()
                        ? prefix(Fields.TYPE, FoldedName.of(type.name()))
                        : keys(Fields.TYPE, headings.keys(type));
            case Author author -> author(author);
            case Expression.JournalName journal ->
                journal.truncated()
                        ? prefix(Fields.JOURNAL, FoldedName.of(journal.name()))
                        : keys(Fields.JOURNAL, Set.of(FoldedName.of(journal.name())));
            case Expression.Published published ->
                IntPoint.newRangeQuery(Fields.STRATEGY_DATE, published.firstDay(), published.lastDay());
            case Expression.Language language -> keys(Fields.LANGUAGE, Set.of(language.code()));
            case Expression.Identifier id ->
                keys(Fields.ALIAS, Set.of(id.alias().toLowerCase(Locale.ROOT)));
        };
    }

    private static List<String> fields(TextField field) {
        return switch (field) {
            case TITLE -> List.of(Fields.STRATEGY_TITLE);
            case ABSTRACT -> List.of(Fields.STRATEGY_ABSTRACT);
            case TITLE_ABSTRACT -> TITLE_ABSTRACT;
            case KEYWORD -> List.of(Fields.STRATEGY_KEYWORDS);
            case TEXT_WORD, ALL -> EVERYWHERE;
        };
    }

    private Query text(Expression.Text text) throws IOException {
        List<Word> words = new ArrayList<>();
        for (Word word : text.words()) {
            List<String> parts = UnstemmedWords.of(word.written());
            for (int i = 0; i < parts.size(); i++) {
                words.add(new Word(parts.get(i), word.truncated() && i == parts.size() - 1));
            }
        }
        List<Query> queries = new ArrayList<>();
        for (String field : fields(text.field())) {
            queries.add(sideBySide(field, words));
        }
        return any(queries);
    }

    private Query sideBySide(String field, List<Word> words) throws IOException {
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        if (words.size() == 1) {
            Word word = words.getFirst();
            return word.truncated() ? prefix(field, word.written()) : new TermQuery(new Term(field, word.written()));
        }
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        for (Word word : words) {
            Term[] terms = word.truncated() ? expanded(field, word) : new Term[] {new Term(field, word.written())};
            if (terms.length == 0) {
                return new MatchNoDocsQuery("no word begins with " + word.written());
            }
            phrase.add(terms);
        }
        return phrase.build();
    }

    private Term[] expanded(String field, Word word) throws IOException {
        BytesRef beginning = new BytesRef(word.written());
        Set<BytesRef> found = new TreeSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(field);
            TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
            boolean more = each.seekCeil(beginning) != TermsEnum.SeekStatus.END;
            for (; more && StringHelper.startsWith(each.term(), beginning); more = each.next() != null) {
                found.add(BytesRef.deepCopyOf(each.term()));
                refuseTooMany(found.size(), word);
            }
        }
        return found.stream().map(bytes -> new Term(field, bytes)).toArray(Term[]::new);
    }

    private static void refuseTooMany(int words, Word word) {
        if (words > MOST_WORDS) {
            throw new WrongInputException("\"%s*\" stands for more than %,d words within a phrase: write more letters"
                    .formatted(word.written(), MOST_WORDS));
        }
    }

    private static Query near(Expression.Near near) {
        List<String> words = near.words().stream()
                .flatMap(word -> UnstemmedWords.of(word).stream())
                .toList();
        List<Query> queries = new ArrayList<>();
        fields(near.field()).forEach(field -> queries.add(new NearQuery(field, words, near.most())));
        return any(queries);
    }

    private Query heading(Expression.Heading heading) {
        if (heading.truncated()) {
            String beginning = FoldedName.of(heading.name());
            return prefix(
                    Fields.STRATEGY_MESH, heading.major() == Topic.MAJOR ? StrategyKeys.major(beginning) : beginning);
        }
        return keys(Fields.STRATEGY_MESH, headings.keys(heading));
    }

    /// Any of its last words may be initials: "van der berg j" is a family of three words and an initial, or of four.
    private static Query author(Author author) {
        List<String> words = UnstemmedWords.of(author.name());
        List<Query> queries = new ArrayList<>();
        for (int family = 1; family <= words.size(); family++) {
            String initials = String.join("", words.subList(family, words.size()));
            String key = StrategyKeys.author(words.subList(0, family), initials);
            boolean whole = author.exact() && !initials.isEmpty();
            queries.add(authorKey(author, key, whole));
        }
        if (author.truncated()) {
            queries.add(authorKey(author, String.join(" ", words), false));
        }
        return any(queries);
    }

    private static Query authorKey(Author author, String key, boolean whole) {
        String placed = author.place() == Place.FIRST ? StrategyKeys.first(key) : key;
        return whole ? new TermQuery(new Term(Fields.STRATEGY_AUTHOR, placed)) : prefix(Fields.STRATEGY_AUTHOR, placed);
    }

    private static Query prefix(String field, String beginning) {
        return new PrefixQuery(new Term(field, beginning));
    }

    private static Query keys(String field, Collection<String> keys) {
        return new TermInSetQuery(field, keys.stream().map(BytesRef::new).toList());
    }

    private static Query any(List<Query> queries) {
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        queries.forEach(query -> builder.add(query, Occur.SHOULD));
        return builder.build();
    }
}
