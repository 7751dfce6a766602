package org.plumbline.index.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.plumbline.citations.Json;
import org.plumbline.citations.Location;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.citations.TextKind;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.DigestSum;
import org.plumbline.index.Holding;
import org.plumbline.index.OpenParts;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.lucene.Fields;

/// Reads every live article of a snapshot again: each text must have the digest that is its id, each passage must
/// stand in its text, and the digests of article, parts and manifest must be those of what was read.
final class ContentCheck {

    private final List<String> findings = new ArrayList<>();

    private ContentCheck() {}

    static List<String> of(SnapshotFolder folder, SnapshotManifest manifest) throws IOException {
        ContentCheck check = new ContentCheck();
        Holding all = Holding.NOTHING;
        for (SnapshotPart part : manifest.parts()) {
            Holding held;
            try (DirectoryReader reader = OpenParts.of(folder, manifest.id(), part)) {
                held = check.read(reader.leaves().getFirst());
            }
            if (!held.equals(part.live())) {
                check.findings.add("part " + part.id() + ": the manifest says " + part.live() + ", it holds " + held);
            }
            all = all.plus(held);
        }
        Holding said = new Holding(
                manifest.articles(), manifest.texts(), manifest.passages(), DigestSum.of(manifest.contentDigest()));
        if (!all.equals(said)) {
            check.findings.add("the manifest says " + said + ", the parts hold " + all);
        }
        return check.findings;
    }

    /// Counts what was read, with the digests that were computed from it.
    private Holding read(LeafReaderContext leaf) throws IOException {
        BinaryDocValues ids = DocValues.getBinary(leaf.reader(), Fields.ID);
        BinaryDocValues digests = DocValues.getBinary(leaf.reader(), Fields.DIGEST);
        NumericDocValues sizes = DocValues.getNumeric(leaf.reader(), Fields.BLOCK);
        Bits live = leaf.reader().getLiveDocs();
        Passages passages = new Passages(leaf);
        StoredFields stored = leaf.reader().storedFields();
        Holding held = Holding.NOTHING;
        while (ids.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int article = ids.docID();
            if (live != null && !live.get(article)) {
                continue;
            }
            digests.advanceExact(article);
            sizes.advanceExact(article);
            int first = article + 1 - (int) sizes.longValue();
            String id = ids.binaryValue().utf8ToString();
            try {
                Holding one = article(stored, passages, first, article);
                byte[] digest = HexFormat.of().parseHex(one.digest().toString());
                if (!new BytesRef(digest).equals(digests.binaryValue())) {
                    findings.add(id + " is not what was indexed");
                }
                held = held.plus(one);
            } catch (WrongInputException | IllegalArgumentException e) {
                findings.add(id + ": " + e.getMessage());
            }
        }
        return held;
    }

    private static Holding article(StoredFields stored, Passages passages, int first, int article) throws IOException {
        Sha256 digest = new Sha256();
        Map<Integer, Text> texts = new HashMap<>();
        int document = first;
        while (document < article && !passages.reach(document)) {
            Document head = stored.document(document);
            TextId id = new TextId(head.get(Fields.TEXT));
            TextKind kind = TextKind.valueOf(head.get(Fields.TEXT_KIND));
            ContentDigest.text(digest, id, kind);
            int count = head.getField(Fields.SECTIONS).numericValue().intValue();
            List<Section> sections = new ArrayList<>(count);
            for (int i = 1; i <= count; i++) {
                String json = stored.document(document + i).get(Fields.SECTION);
                ContentDigest.section(digest, json);
                sections.add(Json.read(json, Section.class));
            }
            texts.put(document, new Text(id, kind, sections));
            document += 1 + count;
        }
        int passagesFrom = document;
        for (; document < article; document++) {
            ContentDigest.passage(digest, passages.location(document, texts));
        }
        Document last = stored.document(article);
        ContentDigest.article(digest, last.get(Fields.ARTICLE), last.get(Fields.DESIGN_LEVEL));
        return new Holding(1, texts.size(), article - passagesFrom, DigestSum.of(digest.bytes()));
    }

    /// The values of passages, read forwards.
    private static final class Passages {

        private final NumericDocValues toText;
        private final NumericDocValues toSection;
        private final NumericDocValues start;
        private final NumericDocValues end;

        Passages(LeafReaderContext leaf) throws IOException {
            toText = DocValues.getNumeric(leaf.reader(), Fields.TO_TEXT);
            toSection = DocValues.getNumeric(leaf.reader(), Fields.TO_SECTION);
            start = DocValues.getNumeric(leaf.reader(), Fields.START);
            end = DocValues.getNumeric(leaf.reader(), Fields.END);
        }

        /// Whether the document is a passage.
        boolean reach(int document) throws IOException {
            return toText.advanceExact(document);
        }

        /// The passage's location, which is read in its text.
        Location location(int document, Map<Integer, Text> texts) throws IOException {
            if (!reach(document)
                    || !toSection.advanceExact(document)
                    || !start.advanceExact(document)
                    || !end.advanceExact(document)) {
                throw new IllegalArgumentException("a passage without a location");
            }
            int head = document - (int) toText.longValue();
            Text text = texts.get(head);
            if (text == null) {
                throw new IllegalArgumentException("a passage of no text");
            }
            int section = document - (int) toSection.longValue() - head - 1;
            Location location = new Location(text.id(), section, (int) start.longValue(), (int) end.longValue());
            return text.quote(location).location();
        }
    }
}
