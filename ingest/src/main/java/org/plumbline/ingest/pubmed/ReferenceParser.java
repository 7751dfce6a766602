package org.plumbline.ingest.pubmed;

import java.util.List;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.CitedReference;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.XmlCursor;

/// Reads reference lists, which may stand inside each other.
final class ReferenceParser {

    private ReferenceParser() {}

    static void parse(XmlCursor cursor, List<CitedReference> references) throws RefusedXmlException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (cursor.name().equals("Reference")) {
                references.add(reference(cursor));
            } else if (cursor.name().equals("ReferenceList")) {
                parse(cursor, references);
            }
        }
    }

    private static CitedReference reference(XmlCursor cursor) throws RefusedXmlException {
        String words = "";
        ArticleIds ids = ArticleIds.NONE;
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (cursor.name().equals("Citation")) {
                words = cursor.words();
            } else if (cursor.name().equals("ArticleIdList")) {
                ids = ArticleIdParser.articleIds(ArticleIdParser.parse(cursor));
            }
        }
        return new CitedReference("", ids, words);
    }
}
