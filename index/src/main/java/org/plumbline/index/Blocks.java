package org.plumbline.index;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Article;
import org.plumbline.citations.Json;
import org.plumbline.citations.Location;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.citations.TextKind;
import org.plumbline.citations.design.Ages;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.citations.design.Subjects;
import org.plumbline.index.lucene.Fields;
import org.plumbline.index.lucene.WithinIndex;

/// Reads articles, texts, sections and passages out of an article's block of documents.
@WithinIndex("builds and vectors read the blocks of parts too")
public final class Blocks {

    private final IndexReader reader;

    public Blocks(IndexReader reader) {
        this.reader = reader;
    }

    /// The one live document with this term, the first where there are more.
    public Optional<Integer> find(Term term) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum documents = leaf.reader().postings(term, PostingsEnum.NONE);
            int document = documents == null
                    ? NO_MORE_DOCS
                    : nextLive(documents, leaf.reader().getLiveDocs());
            if (document != NO_MORE_DOCS) {
                return Optional.of(leaf.docBase + document);
            }
        }
        return Optional.empty();
    }

    /// The article of an id or alias, in any case.
    Optional<Integer> findArticle(String alias) throws IOException {
        return find(new Term(Fields.ALIAS, alias.strip().toLowerCase(Locale.ROOT)));
    }

    /// The head of a text.
    Optional<Integer> findText(TextId id) throws IOException {
        return find(new Term(Fields.TEXT, id.value()));
    }

    /// A section of the text with this head; empty where it has none of this number.
    Optional<Section> findSection(int head, int section) throws IOException {
        return section < 0 || section >= sections(head) ? Optional.empty() : Optional.of(section(head + 1 + section));
    }

    /// All live documents with this term.
    public List<Integer> findAll(Term term) throws IOException {
        List<Integer> found = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum documents = leaf.reader().postings(term, PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            while (documents != null && nextLive(documents, live) != NO_MORE_DOCS) {
                found.add(leaf.docBase + documents.docID());
            }
        }
        return found;
    }

    private static int nextLive(PostingsEnum documents, @Nullable Bits live) throws IOException {
        int document = documents.nextDoc();
        while (document != NO_MORE_DOCS && live != null && !live.get(document)) {
            document = documents.nextDoc();
        }
        return document;
    }

    public IndexedArticle article(int document) throws IOException {
        Document stored = reader.storedFields()
                .document(document, Set.of(Fields.ARTICLE, Fields.DESIGN_LEVEL, Fields.SUBJECTS, Fields.AGES));
        return new IndexedArticle(
                Json.read(stored.get(Fields.ARTICLE), Article.class),
                Json.read(stored.get(Fields.DESIGN_LEVEL), DesignLevel.class),
                Json.read(stored.get(Fields.SUBJECTS), Subjects.class),
                Json.read(stored.get(Fields.AGES), Ages.class));
    }

    /// The texts of an article by its document, those that it lists first.
    public List<Text> texts(int article) throws IOException {
        int count = value(Fields.TEXT_COUNT, article);
        int head = article + 1 - value(Fields.BLOCK, article);
        List<Text> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Text text = text(head);
            texts.add(text);
            head += 1 + text.sections().size();
        }
        return texts;
    }

    public Text text(int head) throws IOException {
        Document stored = reader.storedFields().document(head);
        int sections = stored.getField(Fields.SECTIONS).numericValue().intValue();
        List<Section> read = new ArrayList<>(sections);
        for (int i = 0; i < sections; i++) {
            read.add(section(head + 1 + i));
        }
        return new Text(new TextId(stored.get(Fields.TEXT)), TextKind.valueOf(stored.get(Fields.TEXT_KIND)), read);
    }

    public int sections(int head) throws IOException {
        return reader.storedFields()
                .document(head, Set.of(Fields.SECTIONS))
                .getField(Fields.SECTIONS)
                .numericValue()
                .intValue();
    }

    Section section(int document) throws IOException {
        return Json.read(
                reader.storedFields().document(document, Set.of(Fields.SECTION)).get(Fields.SECTION), Section.class);
    }

    /// The passages of one article in the order of their documents here; each text and section is read once.
    List<Passage> passages(List<Integer> documents) throws IOException {
        Map<Integer, TextId> texts = new HashMap<>();
        Map<Integer, Section> sections = new HashMap<>();
        List<Passage> passages = new ArrayList<>(documents.size());
        for (int document : documents) {
            int head = document - value(Fields.TO_TEXT, document);
            int at = document - value(Fields.TO_SECTION, document);
            TextId text = texts.get(head);
            if (text == null) {
                text = textId(head);
                texts.put(head, text);
            }
            Section section = sections.get(at);
            if (section == null) {
                section = section(at);
                sections.put(at, section);
            }
            passages.add(passage(document, text, section));
        }
        return passages;
    }

    /// The first passage of an article, both by their documents; empty where it has none.
    Optional<Integer> findFirstPassage(int article) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(article, reader.leaves()));
        int first = article + 1 - value(Fields.BLOCK, article);
        int passage = DocValues.getNumeric(leaf.reader(), Fields.TO_ARTICLE).advance(first - leaf.docBase);
        return passage < article - leaf.docBase ? Optional.of(leaf.docBase + passage) : Optional.empty();
    }

    /// The record that the corpus keeps a text under.
    public String textRecord(int head) throws IOException {
        return reader.storedFields().document(head, Set.of(Fields.TEXT_RECORD)).get(Fields.TEXT_RECORD);
    }

    public TextId textId(int head) throws IOException {
        return new TextId(
                reader.storedFields().document(head, Set.of(Fields.TEXT)).get(Fields.TEXT));
    }

    private Passage passage(int document, TextId text, Section section) throws IOException {
        Location location =
                new Location(text, section.number(), value(Fields.START, document), value(Fields.END, document));
        return new Passage(
                location,
                section.part(),
                section.role(),
                section.heading(),
                section.content().substring(location.start(), location.end()));
    }

    private int value(String field, int document) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
        values.advanceExact(document - leaf.docBase);
        return (int) values.longValue();
    }
}
