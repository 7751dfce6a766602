package org.plumbline.ingest.retractions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Relation;
import org.plumbline.citations.Relation.Kind;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.Quarantined.Reason;

class RetractionReaderTest {

    private static final String WHERE = "PLUMBLINE_TEST_DATA";
    private static final String HEAD = "Record ID,Title,Author,RetractionDate,RetractionDOI,RetractionPubMedID,"
            + "OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Notes\n";
    private static final String ROW = "77,\"A title, made up\",Ada Fiction;Bo Fiction,5/4/2021 0:00,10.9999/N,22,"
            + "3/1/2020 0:00,10.9999/A,11,Retraction,+Error in Data;+Concerns;,\"two\nlines\"\n";

    @Test
    void readsARow() {
        SourceRecord record = only(read(HEAD + ROW));
        assertThat(record.key()).isEqualTo("RETRACTION_WATCH:77");
        assertThat(record.order()).isEqualTo(new SourceOrder(20260101000000L, 1, 0));
        assertThat(record.ids()).isEqualTo(new ArticleIds("22", null, "10.9999/n"));
        assertThat(record.relations())
                .containsExactly(new Relation(
                        Kind.RETRACTION_OF,
                        new ArticleIds("11", null, "10.9999/a"),
                        "Error in Data; Concerns",
                        new PublicationDate(2021, 5, 4)));
    }

    @Test
    void readsGzipAByteOrderMarkAndBytesThatAreNotUtf8() throws IOException {
        String marked = "\uFEFF" + HEAD + ROW.replace("Ada", "Ad\u00e9");
        SourceRecord expected = only(read(HEAD + ROW));
        assertThat(only(read(marked.getBytes(StandardCharsets.UTF_8)))).isEqualTo(expected);
        assertThat(only(read((HEAD + ROW.replace("Ada", "Ad\u00e9")).getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo(expected);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write((HEAD + ROW).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(only(read(zipped.toByteArray()))).isEqualTo(expected);
    }

    @Test
    void namesARowWithoutARecordIdByWhatItIsAbout() {
        String bare = HEAD.replace("Record ID,", "") + ROW.replace("77,", "");
        SourceRecord record = only(read(bare));
        assertThat(record.sourceId()).matches("[0-9a-f]{64}");
        assertThat(only(read(bare.replace("made up", "other"))).sourceId()).isEqualTo(record.sourceId());
        assertThat(only(read(bare.replace("5/4/2021", "5/5/2021"))).sourceId()).isNotEqualTo(record.sourceId());
    }

    @Test
    void keepsADoiWithASemicolonWhole() {
        SourceRecord record =
                only(read(HEAD + ROW.replace("10.9999/A", "10.1002/(SICI)1097(1998)17:1<1::AID>3.0.CO;2-2")));
        assertThat(record.relations().getFirst().other().doi())
                .isEqualTo("10.1002/(sici)1097(1998)17:1<1::aid>3.0.co;2-2");
    }

    @Test
    void aBadRowCostsItselfOnly() {
        List<Delivery> deliveries = read(HEAD + ROW.replace("Retraction,+", "Nonsense,+") + "1,2,3\n" + ROW);
        assertThat(deliveries).hasSize(3);
        assertThat(reasons(deliveries)).containsExactly(Reason.WRONG_VALUE, Reason.MALFORMED_CSV);
        assertThat(deliveries.getLast()).isInstanceOf(Delivery.Read.class);
    }

    @Test
    void saysWhyAFileIsNotRead() {
        assertThat(reasons(read(""))).containsExactly(Reason.EMPTY_FILE);
        assertThat(reasons(read("<!DOCTYPE html><html>Sign in</html>"))).containsExactly(Reason.MALFORMED_CSV);
        assertThat(reasons(read("a,b\n1,2\n"))).containsExactly(Reason.MALFORMED_CSV);
        assertThat(reasons(read(HEAD + ROW + "78,\"cut in the mid"))).containsExactly(Reason.TRUNCATED);
        assertThat(reasons(read(HEAD + "1,\"" + "x".repeat(2 << 20) + "\"\n"))).containsExactly(Reason.TOO_LARGE);
    }

    @Test
    void readsEveryRowOfRealLists() throws IOException {
        String data = System.getenv(WHERE);
        Assumptions.assumeTrue(data != null || "true".equals(System.getenv("CI")), WHERE + " is not set");
        Path folder = Path.of(String.valueOf(data), "retractions");
        List<Delivery> watch = read(Files.readAllBytes(folder.resolve("retraction_watch_etl_sampled.csv")));
        List<Delivery> pairs = read(Files.readAllBytes(folder.resolve("retractions_dates.tsv")));
        assertThat(reasons(watch)).isEmpty();
        assertThat(reasons(pairs)).isEmpty();
        assertThat(records(watch))
                .hasSize(4_827)
                .allMatch(record -> record.bibliography().date() != null);
        assertThat(records(watch))
                .allMatch(record -> record.relations().stream()
                        .allMatch(relation -> relation.other().doi() != null));
        assertThat(records(pairs)).hasSize(2_183);
        long apart = records(watch).stream().map(SourceRecord::key).distinct().count();
        System.out.println(
                "Retraction Watch's sample: " + watch.size() + " rows, " + apart + " apart; pairs: " + pairs.size());
        assertThat(apart).isEqualTo(4_800);
    }

    private static List<Delivery> read(String content) {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Delivery> read(byte[] content) {
        List<Delivery> deliveries = new ArrayList<>();
        InputStream in = new ByteArrayInputStream(content);
        new RetractionReader()
                .read(in, new InputFile("retraction_watch-20260101.csv", 20260101000000L), deliveries::add);
        return deliveries;
    }

    private static List<SourceRecord> records(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> delivery instanceof Delivery.Read)
                .map(delivery -> ((Delivery.Read) delivery).record())
                .toList();
    }

    private static SourceRecord only(List<Delivery> deliveries) {
        assertThat(deliveries).hasSize(1);
        return records(deliveries).getFirst();
    }

    private static List<Reason> reasons(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> delivery instanceof Delivery.Refused)
                .map(delivery -> ((Delivery.Refused) delivery).entry().reason())
                .toList();
    }
}
