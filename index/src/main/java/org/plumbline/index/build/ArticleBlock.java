package org.plumbline.index.build;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.plumbline.citations.Article;
import org.plumbline.citations.Json;
import org.plumbline.citations.LanguageCode;
import org.plumbline.citations.License;
import org.plumbline.citations.Part;
import org.plumbline.citations.Section;
import org.plumbline.citations.Term;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.citations.design.DesignClassifier;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.citations.design.TitleAndAbstract;
import org.plumbline.citations.sources.SourceKeys;
import org.plumbline.index.ArticleWords;
import org.plumbline.index.FilterKeys;
import org.plumbline.index.Passage;
import org.plumbline.index.lucene.EnglishWords;
import org.plumbline.index.lucene.Fields;
import org.plumbline.index.lucene.ReplayedWords;

/// The documents of one article, in the order that [Fields] says, and its digest.
final class ArticleBlock {

    private static final FieldType SUBJECT_TYPE = subjectType();
    private static final EnglishWords ANALYSIS = new EnglishWords();

    private final ArticleWithTexts input;
    private final List<Passage> passages;
    private final LongForms longForms;
    private final AnalysedWords title;
    private final AnalysedWords subject;
    private final ReplayedWords noWords = new ReplayedWords(List::of);
    private final List<Document> documents = new ArrayList<>();
    private final Map<TextId, Integer> heads = new HashMap<>();
    private final Sha256 digest = new Sha256();
    private byte[] bytes = {};

    private ArticleBlock(ArticleWithTexts input) {
        this.input = input;
        this.passages = input.passages();
        this.longForms = LongForms.of(input.texts());
        this.title = new AnalysedWords(
                ANALYSIS, Fields.WORDS, input.article().bibliography().title());
        this.subject = new AnalysedWords(ANALYSIS, Fields.SUBJECT, subject(input.article()));
    }

    static ArticleBlock of(ArticleWithTexts input) {
        ArticleBlock block = new ArticleBlock(input);
        input.texts().forEach(block::addText);
        int size = block.documents.size() + block.passages.size() + 1;
        block.passages.forEach(passage -> block.addPassage(passage, size));
        block.addArticle(size);
        return block;
    }

    List<Document> documents() {
        return documents;
    }

    int texts() {
        return heads.size();
    }

    int passages() {
        return passages.size();
    }

    /// The article's digest: 32 bytes.
    byte[] digest() {
        return bytes.clone();
    }

    private void addText(Text text) {
        heads.put(text.id(), documents.size());
        Document head = new Document();
        head.add(new StringField(Fields.TEXT, text.id().value(), Field.Store.YES));
        head.add(new StringField(Fields.TEXT_RECORD, input.record(text.id()), Field.Store.YES));
        head.add(new StoredField(Fields.TEXT_KIND, text.kind().name()));
        head.add(new StoredField(Fields.SECTIONS, text.sections().size()));
        addWithoutWords(head);
        ContentDigest.text(digest, text.id(), text.kind());
        for (Section section : text.sections()) {
            String json = Json.line(section);
            ContentDigest.section(digest, json);
            Document document = new Document();
            document.add(new StoredField(Fields.SECTION, json));
            addWithoutWords(document);
        }
    }

    private void addPassage(Passage passage, int size) {
        int here = documents.size();
        int head = Objects.requireNonNull(heads.get(passage.location().textId()));
        Document document = new Document();
        if (passage.part() != Part.TITLE) {
            document.add(new TextField(Fields.WORDS, title.replay()));
            passage.heading().forEach(title -> words(document, title));
        }
        document.add(longForms.field(passage.words()));
        document.add(new Field(Fields.SUBJECT, subject.replay(), SUBJECT_TYPE));
        value(document, Fields.TO_ARTICLE, size - 1 - here);
        value(document, Fields.TO_TEXT, here - head);
        value(document, Fields.TO_SECTION, here - (head + 1 + passage.location().section()));
        value(document, Fields.START, passage.location().start());
        value(document, Fields.END, passage.location().end());
        documents.add(document);
        ContentDigest.passage(digest, passage.location());
    }

    private void addArticle(int size) {
        Article article = input.article();
        TitleAndAbstract words = input.titleAndAbstract();
        DesignLevel design =
                DesignClassifier.classify(article.publicationTypes(), article.articleTypes(), article.mesh(), words);
        String articleJson = Json.line(article);
        String designJson = Json.line(design);
        ContentDigest.article(digest, articleJson, designJson);
        bytes = digest.bytes();

        Document document = new Document();
        document.add(new StringField(Fields.KIND, Fields.ARTICLE_KIND, Field.Store.NO));
        document.add(new StoredField(Fields.ARTICLE, articleJson));
        document.add(new StoredField(Fields.DESIGN_LEVEL, designJson));
        document.add(new BinaryDocValuesField(Fields.ID, new BytesRef(article.id())));
        document.add(new BinaryDocValuesField(Fields.DIGEST, new BytesRef(bytes)));
        byte[] embedded = ArticleWords.of(article, input.texts()).key().bytes();
        document.add(new BinaryDocValuesField(Fields.EMBEDDED, new BytesRef(embedded)));
        value(document, Fields.BLOCK, size);
        value(document, Fields.TEXT_COUNT, heads.size());
        value(document, Fields.PASSAGE_COUNT, passages.size());
        article.texts().stream()
                .map(Article.ArticleText::record)
                .distinct()
                .forEach(record -> keyword(document, Fields.LISTED_RECORD, record));
        keyword(document, Fields.ALIAS, article.id().toLowerCase(Locale.ROOT));
        article.aliases().stream()
                .map(alias -> alias.toLowerCase(Locale.ROOT))
                .filter(alias -> !alias.equals(article.id().toLowerCase(Locale.ROOT)))
                .distinct()
                .forEach(alias -> keyword(document, Fields.ALIAS, alias));
        if (article.bibliography().date() != null) {
            document.add(new IntField(Fields.YEAR, article.bibliography().date().year(), Field.Store.NO));
        }
        FilterKeys.ofJournal(article.bibliography().journal()).forEach(key -> keyword(document, Fields.JOURNAL, key));
        FilterKeys.ofTypes(article).forEach(key -> keyword(document, Fields.TYPE, key));
        SourceKeys.of(article).forEach(key -> keyword(document, Fields.SOURCE, key));
        keyword(document, Fields.DESIGN, design.kind().name());
        StudiedPeople.add(document, article.mesh(), words);
        keyword(document, Fields.STANDING, article.standing().name());
        keyword(document, Fields.PEER_REVIEW, article.peerReview().status().name());
        keyword(document, Fields.LICENSE, License.of(article.license()).name());
        keyword(
                document,
                Fields.LANGUAGE,
                LanguageCode.of(article.bibliography().language()));
        StrategyFields.add(document, input);
        addWithoutWords(document);
    }

    /// Adds a document that is no passage. It has the fields of words, but none in them: so each document has a norm,
    /// and
    /// a search finds a passage's norm by its number, without looking up which documents have one.
    private void addWithoutWords(Document document) {
        document.add(new TextField(Fields.WORDS, noWords));
        document.add(new Field(Fields.SUBJECT, noWords, SUBJECT_TYPE));
        documents.add(document);
    }

    private static String subject(Article article) {
        List<String> names = new ArrayList<>();
        for (Term heading : article.mesh()) {
            names.add(heading.name());
        }
        names.addAll(article.keywords());
        return String.join(" ; ", names);
    }

    private static void words(Document document, String words) {
        document.add(new TextField(Fields.WORDS, words, Field.Store.NO));
    }

    /// A value too long to be a term (over 32 KB, from a broken record) is left out.
    private static void keyword(Document document, String field, String value) {
        if (value.length() < 8_000 || value.getBytes(StandardCharsets.UTF_8).length < 32_000) {
            document.add(new StringField(field, value, Field.Store.NO));
        }
    }

    private static void value(Document document, String field, long value) {
        document.add(new NumericDocValuesField(field, value));
    }

    private static FieldType subjectType() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
