package org.plumbline.ingest.europepmc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.plumbline.citations.Source;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.JsonItems;
import org.plumbline.ingest.text.Quarantined.Reason;
import org.plumbline.ingest.text.RecordReader;

/// Reads results as Europe PMC's search answers them with `resultType=core` and `format=json`: a page
/// (`resultList.result`), or results alone, one a line; gzipped or not. Records of MEDLINE (`MED`), PMC and the
/// preprint servers (`PPR`) are taken; patents, theses, guidelines' web pages and the like are set aside.
public final class EuropePmcReader implements RecordReader {

    private static final Set<String> PUBLICATIONS = Set.of("MED", "PMC", "PPR");

    private static final JsonItems RESULTS =
            new JsonItems(Source.EUROPE_PMC, List.of("resultList", "result"), EuropePmcReader::result);

    @Override
    public void read(InputStream in, InputFile file, Consumer<Delivery> out) {
        RESULTS.read(in, file, out);
    }

    private static Delivery result(ObjectNode item, long position, InputFile file) {
        String source = item.path("source").asText("");
        String id = item.path("id").asText("");
        if (source.isEmpty() || id.isEmpty()) {
            return JsonItems.refused(
                    Source.EUROPE_PMC,
                    file,
                    position,
                    Reason.MISSING_ID,
                    "no result with a source and an id; perhaps an answer that tells of an error",
                    item);
        }
        return PUBLICATIONS.contains(source)
                ? new Result(item, source, id).read(file, position)
                : new Delivery.SetAside("Europe PMC's source " + source, source + ":" + id);
    }
}
