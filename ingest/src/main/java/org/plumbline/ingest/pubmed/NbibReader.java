package org.plumbline.ingest.pubmed;

import java.io.InputStream;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.RecordReader;
import org.plumbline.ingest.text.TaggedRecords;

/// Reads MEDLINE's tagged format (`.nbib`, as PubMed saves citations): PubMed records, as those of the XML but with
/// the abstract in one part. A record begins at its PMID.
///
/// Format: https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format
public final class NbibReader implements RecordReader {

    private static final TaggedRecords RECORDS = new TaggedRecords(
            new TaggedRecords.Format(
                    Source.PUBMED,
                    Pattern.compile("([A-Z]{2,4} {0,2})- ?(.*)"),
                    "PMID",
                    "",
                    "record",
                    "a record without a PMID; save it again from PubMed"),
            (fields, position, file) ->
                    NbibFields.draft(fields).findRead(new SourceOrder(file.sequence(), 1, position)));

    @Override
    public void read(InputStream in, InputFile file, Consumer<Delivery> out) {
        RECORDS.read(in, file, out);
    }
}
