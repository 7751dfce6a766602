package org.plumbline.ingest.pubmed;

import java.util.LinkedHashMap;
import java.util.Map;
import org.plumbline.citations.ArticleIds;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.XmlCursor;

/// Reads an ArticleIdList, an article's own or that of a publication it cites.
final class ArticleIdParser {

    private ArticleIdParser() {}

    /// The ids by IdType ("pubmed", "doi", "pmc", …), the first of each.
    static Map<String, String> parse(XmlCursor cursor) throws RefusedXmlException {
        Map<String, String> ids = new LinkedHashMap<>();
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            String type = cursor.attribute("IdType");
            ids.putIfAbsent(type, cursor.words());
        }
        return ids;
    }

    static ArticleIds articleIds(Map<String, String> ids) {
        return new ArticleIds(ids.get("pubmed"), ids.get("pmc"), ids.get("doi"));
    }
}
