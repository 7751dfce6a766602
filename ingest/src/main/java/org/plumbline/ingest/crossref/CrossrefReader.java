package org.plumbline.ingest.crossref;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Source;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.JsonItems;
import org.plumbline.ingest.text.Quarantined.Reason;
import org.plumbline.ingest.text.RecordReader;

/// Reads works as Crossref's REST interface answers them: a list (`message.items`), a single one (`message`), or
/// works alone, one a line; gzipped or not.
///
/// A work's order is the time at which Crossref indexed it, so that the newest answer wins from whatever file it
/// comes.
public final class CrossrefReader implements RecordReader {

    private static final JsonItems WORKS =
            new JsonItems(Source.CROSSREF, List.of("message", "items"), CrossrefReader::work);

    @Override
    public void read(InputStream in, InputFile file, Consumer<Delivery> out) {
        WORKS.read(in, file, out);
    }

    private static Delivery work(ObjectNode item, long position, InputFile file) {
        ArticleIds ids = new ArticleIds(null, null, item.path("DOI").asText(""));
        String doi = ids.doi();
        return doi == null
                ? JsonItems.refused(
                        Source.CROSSREF,
                        file,
                        position,
                        Reason.MISSING_ID,
                        "no work with a DOI; perhaps an answer that tells of an error",
                        item)
                : new Delivery.Read(new Work(item, doi).record(file, position), null);
    }
}
