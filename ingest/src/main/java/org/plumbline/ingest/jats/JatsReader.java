package org.plumbline.ingest.jats;

import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.ingest.jats.tree.Element;
import org.plumbline.ingest.jats.tree.TreeReader;
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
import org.plumbline.ingest.text.XmlCursor.Token;

/// Reads JATS articles, from JATS 1.x and NLM's older archiving and publishing DTDs, and BioMed Central's `<art>`,
/// which is rewritten first ([BmcArticle]): a file of PMC's bucket (`PMC<id>.<version>.xml`), a loose file, or a
/// `pmc-articleset` or OAI-PMH answer around several.
///
/// Each article gives one record and one text of kind JATS. A PMCID, in the XML or in the file's name, makes it a
/// PMC record, whose order's sequence is the version in the file's name; without one it is a JATS record under its
/// DOI, else under its text's digest. A file of [Removals] gives tombstones. The bodies of sub-articles and
/// responses are not the article's text and are left out; what else is left out is said at
/// [org.plumbline.ingest.jats.words.ArticleText].
public final class JatsReader implements RecordReader {

    /// What may stand around articles: PMC's E-utilities, and OAI-PMH.
    private static final Set<String> WRAPPERS =
            Set.of("pmc-articleset", "OAI-PMH", "GetRecord", "ListRecords", "record", "metadata", "article-set");

    private static final String ARTICLE = "article";

    @Override
    public void read(InputStream in, InputFile file, Consumer<Delivery> out) {
        Source source = PmcFileName.find(file.name()).isPresent() ? Source.PMC : Source.JATS;
        try {
            XmlCursor cursor = GuardedXml.open(in, XmlBounds.PUBLICATION);
            if (isArticle(cursor) || WRAPPERS.contains(cursor.name())) {
                articles(cursor, file, source, new BoundedRefusals(out));
            } else if (cursor.name().equals(Removals.ROOT)) {
                Removals.read(cursor, file, out);
            } else {
                out.accept(wrongRoot(cursor, file, source));
            }
        } catch (RefusedXmlException e) {
            out.accept(e.delivery(source, file));
        }
    }

    private static void articles(XmlCursor cursor, InputFile file, Source source, BoundedRefusals out)
            throws RefusedXmlException {
        long position = 0;
        for (Token token = cursor.token(); token != Token.DONE; token = cursor.next()) {
            if (token != Token.START) {
                continue;
            }
            if (isArticle(cursor)) {
                out.accept(article(cursor, file, source, position));
                out.check(cursor);
                position++;
            } else if (!WRAPPERS.contains(cursor.name())) {
                cursor.skip();
            }
        }
        if (position == 0) {
            out.accept(new Delivery.Refused(
                    Quarantined.of(source, file.name(), "", Reason.WRONG_ROOT, "no article stands in it")));
        }
    }

    /// Reads one article and leaves the cursor on its end. One that cannot be taken costs only itself where the
    /// cursor can go on behind it.
    private static Delivery article(XmlCursor cursor, InputFile file, Source source, long position)
            throws RefusedXmlException {
        int depth = cursor.depth();
        String place = cursor.place();
        cursor.beginRecord();
        Element article;
        try {
            article = new TreeReader(cursor).read();
        } catch (RefusedXmlException e) {
            if (e.reach() == Reach.FILE) {
                throw e;
            }
            while (!(cursor.token() == Token.END && cursor.depth() == depth)) {
                cursor.next();
            }
            return e.delivery(source, file);
        }
        return delivery(article, file, source, position, place);
    }

    private static boolean isArticle(XmlCursor cursor) {
        return cursor.name().equals(ARTICLE) || cursor.name().equals(BmcArticle.ROOT);
    }

    private static Delivery delivery(Element article, InputFile file, Source source, long position, String place) {
        try {
            return delivery(article, file, position, place);
        } catch (RuntimeException e) {
            // The one boundary per record: a fault of ours costs this article, not the batch.
            return new Delivery.Refused(Quarantined.ofFault(source, file.name(), place, "article", "", e));
        }
    }

    private static Delivery delivery(Element article, InputFile file, long position, String place) {
        ArticleRecord record = new ArticleRecord(article.is(BmcArticle.ROOT) ? BmcArticle.asJats(article) : article);
        Optional<PmcFileName> name = PmcFileName.find(file.name());
        if (record.isNameless() && name.isEmpty()) {
            return new Delivery.Refused(Quarantined.of(
                    Source.JATS,
                    file.name(),
                    place,
                    Reason.MISSING_ID,
                    "an article without any identifier or word; look at the file by hand"));
        }
        long sequence = name.map(PmcFileName::version).map(Integer::longValue).orElse(Math.max(1, file.sequence()));
        return record.deliver(completed(record.ids(), name), new SourceOrder(sequence, 1, position));
    }

    private static ArticleIds completed(ArticleIds ids, Optional<PmcFileName> name) {
        return ids.pmcid() != null || name.isEmpty()
                ? ids
                : new ArticleIds(ids.pmid(), name.get().pmcid(), ids.doi());
    }

    private static Delivery wrongRoot(XmlCursor cursor, InputFile file, Source source) {
        return new Delivery.Refused(Quarantined.of(
                source,
                file.name(),
                cursor.place(),
                Reason.WRONG_ROOT,
                "the root is <" + cursor.name() + ">, not a JATS <article>; give it to the reader of its kind"));
    }
}
