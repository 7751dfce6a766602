package org.plumbline.ingest.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Source;
import org.plumbline.citations.command.Progress;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.identity.RandomPublications;
import org.plumbline.ingest.identity.RandomPublications.Delivered;
import org.plumbline.ingest.intake.CheckedFile;
import org.plumbline.ingest.intake.Checker;
import org.plumbline.ingest.intake.Listing;
import org.plumbline.ingest.text.JsonLinesReader;

class UpkeepTest {

    private static final long SEED = 23;

    @TempDir
    private Path folder;

    @Test
    void packsAndRemovesWithoutChangingWhatIsPublished() {
        List<Delivered> deliveries = RandomPublications.deliveries(SEED, 30);
        CorpusHome home = CorpusHome.create(folder.resolve("home"));
        int runs = 3;
        try (CorpusWriter writer = CorpusWriter.open("local[2]", 1, home, Clock.systemUTC())) {
            for (int run = 0; run < runs; run++) {
                take(writer, deliveries.subList(deliveries.size() * run / runs, deliveries.size() * (run + 1) / runs));
            }
        }
        CurrentCorpus before = CurrentCorpus.find(home).orElseThrow();

        List<Upkeep.Kept> kept;
        ContentDigest reread;
        try (Upkeep upkeep = Upkeep.open("local[2]", home, Clock.systemUTC())) {
            kept = upkeep.run(Duration.ZERO, Progress.silent());
            reread = upkeep.digest();
        }
        CurrentCorpus after = CurrentCorpus.find(home).orElseThrow();
        assertThat(reread.digest()).as("seed %d, read again", SEED).isEqualTo(before.digest());
        assertThat(after.digest()).isEqualTo(before.digest());
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(after.tables()).isNotEqualTo(before.tables());
        assertThat(kept).extracting(Upkeep.Kept::table).containsExactlyElementsOf(CorpusRows.TABLES);
        assertThat(kept.stream().mapToLong(Upkeep.Kept::filesPacked).sum()).isGreaterThan(runs);
        assertThat(kept.stream().mapToLong(Upkeep.Kept::bytesAfter).sum())
                .isLessThan(kept.stream().mapToLong(Upkeep.Kept::bytesBefore).sum());
    }

    private void take(CorpusWriter writer, List<Delivered> deliveries) {
        Path file = JsonLinesReader.write(folder.resolve("in/same.xml"), deliveries);
        List<CheckedFile> files = new Checker(_ -> {}).check(Listing.of(Source.PUBMED, List.of(file)));
        var _ = writer.write(Source.PUBMED, files, 0, JsonLinesReader::new, Progress.silent());
    }
}
