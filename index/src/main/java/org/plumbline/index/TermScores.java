package org.plumbline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.plumbline.index.Explanation.TermPart;
import org.plumbline.index.Explanation.Where;
import org.plumbline.index.Query.Need;
import org.plumbline.index.lucene.Fields;

/// What each term of a query adds to a passage's score.
final class TermScores {

    private final IndexSearcher searcher;
    private final WordRarity rarity;

    TermScores(IndexSearcher searcher) {
        this.searcher = searcher;
        this.rarity = new WordRarity(searcher);
    }

    /// What the terms that the passage has add. The parts of a compound count by themselves in a group of which
    /// nothing is required, as the search has it, and otherwise where all stand there.
    ///
    /// @param passage its document
    List<TermPart> of(List<WeighedTerm> terms, int passage) throws IOException {
        List<TermPart> parts = new ArrayList<>();
        for (WeighedTerm term : terms) {
            switch (term.term()) {
                case QueryTerm.Word(String word) -> addWord(term, word, passage, parts);
                case QueryTerm.Compound(String whole, List<String> words) -> {
                    addWord(term, whole, passage, parts);
                    addCompound(term, words, passage, parts);
                }
                case QueryTerm.Quoted(String whole, QueryTerm.Phrase words) -> {
                    addWord(term, whole, passage, parts);
                    addPhrase(term, words, passage, parts);
                }
                case QueryTerm.Phrase phrase -> addPhrase(term, phrase, passage, parts);
            }
        }
        return parts;
    }

    private void addCompound(WeighedTerm term, List<String> words, int passage, List<TermPart> parts)
            throws IOException {
        List<TermPart> found = new ArrayList<>();
        boolean all = true;
        for (String word : words) {
            int before = found.size();
            addWord(term, word, passage, found);
            all &= found.size() > before;
        }
        if (all || term.need() == Need.OPTIONAL) {
            parts.addAll(found);
        }
    }

    private void addWord(WeighedTerm term, String word, int passage, List<TermPart> parts) throws IOException {
        addWord(term, new Term(Fields.WORDS, word), Where.PASSAGE, passage, parts);
        addWord(term, new Term(Fields.SUBJECT, word), Where.SUBJECT, passage, parts);
    }

    private void addWord(WeighedTerm term, Term word, Where where, int passage, List<TermPart> parts)
            throws IOException {
        LeafReaderContext leaf = leaf(passage);
        PostingsEnum postings = leaf.reader().postings(word, PostingsEnum.FREQS);
        if (postings == null || postings.advance(passage - leaf.docBase) != passage - leaf.docBase) {
            return;
        }
        float share = where == Where.SUBJECT ? PassageQuery.SUBJECT_WEIGHT : 1;
        parts.add(new TermPart(
                term.typed(),
                where,
                searcher.getIndexReader().docFreq(word),
                rarity.passages(word.field()),
                rarity.idf(word),
                postings.freq(),
                score(new TermQuery(word), term.weight() * share, passage)));
    }

    private void addPhrase(WeighedTerm term, QueryTerm.Phrase phrase, int passage, List<TermPart> parts)
            throws IOException {
        Query query = PassageQuery.inWords(phrase);
        int times = times(query, passage);
        if (times == 0) {
            return;
        }
        double idf = 0;
        for (String word : phrase.words()) {
            idf += rarity.idf(new Term(Fields.WORDS, word));
        }
        parts.add(new TermPart(
                term.typed(),
                Where.PASSAGE,
                searcher.count(query),
                rarity.passages(Fields.WORDS),
                idf,
                times,
                score(query, term.weight(), passage)));
    }

    private int times(Query query, int passage) throws IOException {
        LeafReaderContext leaf = leaf(passage);
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        Matches matches = weight.matches(leaf, passage - leaf.docBase);
        MatchesIterator places = matches == null ? null : matches.getMatches(Fields.WORDS);
        int times = 0;
        while (places != null && places.next()) {
            times++;
        }
        return times;
    }

    private double score(Query query, float weight, int passage) throws IOException {
        LeafReaderContext leaf = leaf(passage);
        Scorer scorer = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, weight)
                .scorer(leaf);
        int document = passage - leaf.docBase;
        return scorer != null && scorer.iterator().advance(document) == document ? scorer.score() : 0;
    }

    private LeafReaderContext leaf(int document) {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(document, leaves));
    }
}
