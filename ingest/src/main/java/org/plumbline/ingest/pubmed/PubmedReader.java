package org.plumbline.ingest.pubmed;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.ingest.text.BoundedRefusals;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.GuardedXml;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.Quarantined;
import org.plumbline.ingest.text.Quarantined.Reason;
import org.plumbline.ingest.text.RecordReader;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.RefusedXmlException.Reach;
import org.plumbline.ingest.text.XmlBounds;
import org.plumbline.ingest.text.XmlCursor;

/// Reads NLM's citation XML, of every document type from 2016 on, a record at a time: sets (`PubmedArticleSet`, the
/// `MedlineCitationSet` of 2016, sets of books) and files of one record.
///
/// Citations become [Delivery.Read], the PMIDs of DeleteCitation tombstones, books [Delivery.SetAside] of kind
/// "book".
/// A record that cannot be taken is refused by itself; where the file is broken, everything before is delivered and
/// the refusal is the last.
public final class PubmedReader implements RecordReader {

    /// Puts what the record says that a cursor stands on into a draft.
    interface RecordParser {
        void parse(XmlCursor cursor, CitationDraft draft) throws RefusedXmlException;
    }

    private static final int LONGEST_SAMPLE = 2_000;

    private final RecordParser parser;

    public PubmedReader() {
        this(CitationParser::parse);
    }

    PubmedReader(RecordParser parser) {
        this.parser = parser;
    }

    @Override
    public void read(InputStream in, InputFile file, Consumer<Delivery> out) {
        try {
            XmlCursor cursor = GuardedXml.open(in, XmlBounds.PUBLICATION);
            new FileWalk(cursor, file, new BoundedRefusals(out)).walk();
        } catch (RefusedXmlException e) {
            out.accept(e.delivery(Source.PUBMED, file));
        }
    }

    /// The walk through one file: counts the records, and goes on behind those that are refused.
    private final class FileWalk {

        private final XmlCursor cursor;
        private final InputFile file;
        private final BoundedRefusals out;
        private long position;

        FileWalk(XmlCursor cursor, InputFile file, BoundedRefusals out) {
            this.cursor = cursor;
            this.file = file;
            this.out = out;
        }

        void walk() throws RefusedXmlException {
            switch (cursor.name()) {
                case "PubmedArticleSet", "MedlineCitationSet", "PubmedBookArticleSet", "BookDocumentSet" -> set();
                case "PubmedArticle", "MedlineCitation", "PubmedBookArticle", "BookDocument", "DeleteCitation" ->
                    record();
                default ->
                    throw wrongElement(
                            Reach.FILE, "the root element is <" + cursor.name() + ">, not a set of PubMed citations");
            }
            cursor.finish();
        }

        private void set() throws RefusedXmlException {
            int root = cursor.depth();
            boolean more = true;
            while (more) {
                out.check(cursor);
                try {
                    more = cursor.nextRecord(root);
                    if (more) {
                        record();
                    }
                } catch (RefusedXmlException e) {
                    if (e.reach() == Reach.FILE) {
                        throw e;
                    }
                    out.accept(e.delivery(Source.PUBMED, file));
                }
            }
        }

        private void record() throws RefusedXmlException {
            switch (cursor.name()) {
                case "PubmedArticle", "MedlineCitation" -> out.accept(citation());
                case "PubmedBookArticle", "BookDocument" -> out.accept(book());
                case "DeleteCitation" -> deleted();
                case "DeleteDocument" -> {
                    // It names books, of which the corpus holds none.
                }
                default ->
                    throw wrongElement(Reach.RECORD, "<" + cursor.name() + "> is no record of PubMed's that is known");
            }
        }

        /// The one boundary around a record: whatever the parser throws becomes this record's quarantine.
        private Delivery citation() throws RefusedXmlException {
            String place = cursor.place();
            CitationDraft draft = new CitationDraft();
            try {
                parser.parse(cursor, draft);
                Optional<Delivery.Read> read = draft.findRead(order(draft.version()));
                return read.isPresent()
                        ? read.get()
                        : refused(
                                place,
                                Reason.MISSING_ID,
                                "a citation without a PMID; ask its source",
                                draft.title(),
                                "");
            } catch (RefusedXmlException e) {
                if (e.reach() == Reach.FILE) {
                    throw e;
                }
                return refused(draft.placed(e.place()), e.reason(), String.valueOf(e.getMessage()), draft.title(), "");
            } catch (RuntimeException e) {
                String message = "the reader failed on this record (" + e + "); report it with the file";
                return refused(
                        draft.placed(place),
                        Reason.PARSER_FAULT,
                        message.replaceAll("\\s+", " "),
                        draft.title(),
                        trace(e));
            } finally {
                position++;
            }
        }

        private Delivery book() throws RefusedXmlException {
            Optional<String> pmid = findBookPmid();
            position++;
            return new Delivery.SetAside("book", pmid.orElse(""));
        }

        private Optional<String> findBookPmid() throws RefusedXmlException {
            int depth = cursor.depth();
            while (cursor.nextChild(depth)) {
                if (cursor.name().equals("PMID")) {
                    return Optional.of(cursor.words());
                }
                if (cursor.name().equals("BookDocument")) {
                    return findBookPmid();
                }
            }
            return Optional.empty();
        }

        private void deleted() throws RefusedXmlException {
            int depth = cursor.depth();
            while (cursor.nextChild(depth)) {
                if (cursor.name().equals("PMID")) {
                    out.accept(tombstone());
                    position++;
                }
            }
        }

        private Delivery tombstone() throws RefusedXmlException {
            String place = cursor.place();
            int version = Numbers.positive(cursor.attribute("Version"), 1);
            String words = cursor.words();
            String pmid = new ArticleIds(words, null, null).pmid();
            return pmid == null
                    ? refused(place, Reason.MISSING_ID, "a deletion without a PMID; ask its source", words, "")
                    : new Delivery.Read(SourceRecord.tombstone(Source.PUBMED, pmid, order(version)), null);
        }

        private SourceOrder order(int version) {
            return new SourceOrder(file.sequence(), version, position);
        }

        private RefusedXmlException wrongElement(Reach reach, String what) {
            return new RefusedXmlException(Reason.WRONG_ROOT, reach, cursor.place(), what + "; check what was fetched");
        }

        private Delivery refused(String place, Reason reason, String message, String sample, String trace) {
            String start = sample.substring(0, Math.min(sample.length(), LONGEST_SAMPLE));
            return new Delivery.Refused(
                    new Quarantined(Source.PUBMED, file.name(), place, reason, message, start, trace));
        }

        private static String trace(RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
    }
}
