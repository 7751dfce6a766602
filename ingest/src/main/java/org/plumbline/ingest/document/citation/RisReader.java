package org.plumbline.ingest.document.citation;

import java.io.InputStream;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.RecordReader;
import org.plumbline.ingest.text.TaggedRecords;

/// Reads RIS, in which each citation begins with `TY  - ` and ends with `ER  - `.
///
/// A citation becomes a record under its DOI, else under the digest of its fields; one that has neither title nor
/// identifier is refused. A PMID (tags AN with a PubMed database, or a PubMed address) ties it to PubMed's record.
public final class RisReader implements RecordReader {

    private static final TaggedRecords CITATIONS = new TaggedRecords(
            new TaggedRecords.Format(
                    Source.CITATION,
                    Pattern.compile("([A-Z][A-Z0-9]) {1,2}- ?(.*)"),
                    "TY",
                    "ER",
                    "citation",
                    "a citation without title and DOI; complete it"),
            (fields, position, _) -> new RisFields(fields).findRead(new SourceOrder(1, 1, position)));

    @Override
    public void read(InputStream in, InputFile file, Consumer<Delivery> out) {
        CITATIONS.read(in, file, out);
    }
}
