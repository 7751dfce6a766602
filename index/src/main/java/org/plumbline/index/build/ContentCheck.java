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
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
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
import org.plumbline.index.lucene.DeadBlocks;
import org.plumbline.index.lucene.Fields;

/// Reads every article of snapshots again: each text must have the digest that is its id, each passage must stand in
/// its text, and the digests of article, parts and manifest must be those of what was read. A part is read once,
/// however many snapshots have it: what each leaves out of it is subtracted, as its articles' values say, which were
/// compared with what was read.
final class ContentCheck {

    private final SnapshotFolder folder;
    private final Map<String, Content> read = new HashMap<>();

    ContentCheck(SnapshotFolder folder) {
        this.folder = folder;
    }

    /// What was read in a part.
    ///
    /// @param all what it holds, the articles included that snapshots leave out
    private record Content(Holding all, List<String> findings) {}

    /// What is wrong with the content of a snapshot, one line each.
    List<String> of(SnapshotManifest manifest) throws IOException {
        List<String> findings = new ArrayList<>();
        Holding all = Holding.NOTHING;
        for (SnapshotPart part : manifest.parts()) {
            Content content = content(part);
            findings.addAll(content.findings());
            Holding held;
            try {
                held = content.all().minus(dead(manifest.id(), part));
            } catch (IllegalArgumentException e) {
                findings.add(part.deadFile() + ": " + e.getMessage());
                continue;
            }
            if (!held.equals(part.live())) {
                findings.add("part " + part.id() + ": the manifest says " + part.live() + ", it holds " + held);
            }
            all = all.plus(held);
        }
        Holding said = new Holding(
                manifest.articles(), manifest.texts(), manifest.passages(), DigestSum.of(manifest.contentDigest()));
        if (!all.equals(said)) {
            findings.add("the manifest says " + said + ", the parts hold " + all);
        }
        return findings;
    }

    private Content content(SnapshotPart part) throws IOException {
        Content known = read.get(part.id());
        if (known == null) {
            List<String> findings = new ArrayList<>();
            SnapshotPart whole = new SnapshotPart(part.id(), part.holding(), part.files());
            try (DirectoryReader reader = OpenParts.of(folder, "", whole)) {
                known = new Content(read(reader.leaves().getFirst(), findings), findings);
            }
            read.put(part.id(), known);
        }
        return known;
    }

    /// What a snapshot leaves out of a part.
    private Holding dead(String snapshot, SnapshotPart part) throws IOException {
        Holding dead = Holding.NOTHING;
        if (!part.deadFile().isEmpty()) {
            try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder.part(part.id())))) {
                LeafReader leaf = reader.leaves().getFirst().reader();
                for (int article : DeadBlocks.read(folder.of(snapshot).resolve(part.deadFile()))
                        .articles()
                        .toArray()) {
                    dead = dead.plus(Death.holding(leaf, article));
                }
            }
        }
        return dead;
    }

    /// Counts what was read, with the digests that were computed from it.
    private static Holding read(LeafReaderContext leaf, List<String> findings) throws IOException {
        BinaryDocValues ids = DocValues.getBinary(leaf.reader(), Fields.ID);
        BinaryDocValues digests = DocValues.getBinary(leaf.reader(), Fields.DIGEST);
        NumericDocValues sizes = DocValues.getNumeric(leaf.reader(), Fields.BLOCK);
        Passages passages = new Passages(leaf);
        StoredFields stored = leaf.reader().storedFields();
        Holding held = Holding.NOTHING;
        while (ids.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int article = ids.docID();
            digests.advanceExact(article);
            sizes.advanceExact(article);
            int first = article + 1 - (int) sizes.longValue();
            String id = ids.binaryValue().utf8ToString();
            try {
                Holding one = article(stored, passages, first, article);
                byte[] digest = HexFormat.of().parseHex(one.digest().toString());
                if (!new BytesRef(digest).equals(digests.binaryValue())
                        || !one.equals(Death.holding(leaf.reader(), article))) {
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
