package org.plumbline.ingest.jats;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.Quarantined;
import org.plumbline.ingest.text.Quarantined.Reason;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.XmlCursor;

/// A file that says which articles PMC's bucket no longer has, or no longer gives under a licence that is taken:
/// the bucket itself has no such file, the connector writes it so that what is gone arrives like anything else.
/// ```
/// <pmc-removals>
/// <removed pmcid="PMC123" version="1" since="2026-11-22T01:00:00Z"/>
/// </pmc-removals>
/// ```
public final class Removals {

    static final String ROOT = "pmc-removals";

    private static final String REMOVED = "removed";

    private Removals() {}

    /// An article that is gone.
    ///
    /// @param version the highest that there was
    /// @param since what the source wrote later than that brings it back
    public record Removal(String pmcid, int version, Instant since) {

        public Removal {
            if (!pmcid.matches("PMC[1-9]\\d{0,11}") || version < 1) {
                throw new IllegalArgumentException(pmcid + "." + version);
            }
        }

        SourceRecord tombstone() {
            return SourceRecord.tombstone(Source.PMC, pmcid, new SourceOrder(version, 1, since.getEpochSecond()));
        }
    }

    /// The file's words.
    public static String xml(List<Removal> removals) {
        return removals.stream()
                .map(gone -> "<removed pmcid=\"" + gone.pmcid() + "\" version=\"" + gone.version() + "\" since=\""
                        + gone.since() + "\"/>\n")
                .collect(Collectors.joining("", "<pmc-removals>\n", "</pmc-removals>\n"));
    }

    /// Delivers a tombstone for each.
    static void read(XmlCursor cursor, InputFile file, Consumer<Delivery> out) throws RefusedXmlException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (cursor.name().equals(REMOVED)) {
                out.accept(delivery(cursor, file));
            }
        }
    }

    private static Delivery delivery(XmlCursor cursor, InputFile file) {
        try {
            Removal removal = new Removal(
                    cursor.attribute("pmcid"),
                    Integer.parseInt(cursor.attribute("version")),
                    Instant.parse(cursor.attribute("since")));
            return new Delivery.Read(removal.tombstone(), null);
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Delivery.Refused(Quarantined.of(
                    Source.PMC,
                    file.name(),
                    cursor.place(),
                    Reason.MISSING_ID,
                    "a removal without PMCID, version, date"));
        }
    }
}
