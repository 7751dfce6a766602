package org.plumbline.index.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.plumbline.index.lucene.Bm25;

/// The yardstick: Lucene's BM25 with its EnglishAnalyzer over title and text in one field, one document each, with
/// the same constants as ours.
final class BareRanker implements Ranker, AutoCloseable {

    private static final String ID = "id";
    private static final String WORDS = "words";

    private final Analyzer analyzer = new EnglishAnalyzer();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private BareRanker(DirectoryReader reader) {
        this.reader = reader;
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Bm25.similarity());
    }

    static BareRanker build(List<JudgedDocument> documents, Path folder) throws IOException {
        FSDirectory directory = FSDirectory.open(folder);
        IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer()).setSimilarity(Bm25.similarity());
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            documents.forEach(document -> add(writer, document));
        }
        return new BareRanker(DirectoryReader.open(directory));
    }

    private static void add(IndexWriter writer, JudgedDocument document) {
        Document fields = new Document();
        fields.add(new StringField(ID, document.id(), Field.Store.YES));
        fields.add(new TextField(WORDS, document.title() + " " + document.text(), Field.Store.NO));
        try {
            writer.addDocument(fields);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the index to compare with", e);
        }
    }

    @Override
    public List<String> rank(String words, int documents) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        try (TokenStream stream = analyzer.tokenStream(WORDS, words)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                query.add(new TermQuery(new Term(WORDS, word.toString())), BooleanClause.Occur.SHOULD);
            }
            stream.end();
        }
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query.build(), documents).scoreDocs) {
            ids.add(reader.storedFields().document(hit.doc).get(ID));
        }
        return ids;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        analyzer.close();
    }
}
