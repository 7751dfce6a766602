package org.plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Source;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.TakenFiles;
import org.plumbline.ingest.identity.RandomPublications;
import org.plumbline.ingest.intake.Checker;
import org.plumbline.ingest.intake.Listing;
import org.plumbline.ingest.text.JsonLinesReader;

class TakenFilesTest {

    @TempDir
    private Path folder;

    @Test
    void answersForTheFilesThatAreAskedForAndReadsNothingOfOthers() throws IOException {
        Path early = write("early.xml", 1);
        Path middle = write("middle.xml", 2);
        Path late = write("late.xml", 3);
        CorpusHome corpus = CorpusHome.create(folder.resolve("home"));
        take(early);
        Set<Path> before = parts(corpus);
        take(late, middle);
        assertThat(taken(corpus, early, middle)).isEqualTo(Set.of(identity(early), identity(middle)));
        assertThat(taken(corpus, write("new.xml", 4))).isEmpty();
        assertThat(TakenFiles.of(corpus, Source.PMC).among(Set.of(identity(early))))
                .isEmpty();
        assertThat(TakenFiles.of(corpus, Source.PUBMED).names())
                .containsExactlyInAnyOrder("early.xml", "middle.xml", "late.xml");

        Set<Path> added = parts(corpus);
        added.removeAll(before);
        assertThat(added).isNotEmpty();
        for (Path part : added) {
            Files.delete(part);
        }
        assertThat(taken(corpus, early)).as("what holds the others is gone").isEqualTo(Set.of(identity(early)));
        assertThatThrownBy(() -> taken(corpus, middle)).hasMessageContaining("does not exist");
    }

    private Path write(String name, long seed) {
        return JsonLinesReader.write(folder.resolve("in").resolve(name), RandomPublications.deliveries(seed, 3));
    }

    private void take(Path... files) {
        try (Intake intake = Intake.open(folder.resolve("home"), "local[1]", Clock.systemUTC())) {
            var _ = intake.take(Source.PUBMED, JsonLinesReader::new, List.of(files));
        }
    }

    private static Set<String> taken(CorpusHome corpus, Path... files) {
        return TakenFiles.of(corpus, Source.PUBMED)
                .among(Stream.of(files).map(TakenFilesTest::identity).collect(Collectors.toSet()));
    }

    private static String identity(Path file) {
        return new Checker(_ -> {})
                .check(Listing.of(Source.PUBMED, List.of(file)))
                .getFirst()
                .identity();
    }

    private static Set<Path> parts(CorpusHome corpus) throws IOException {
        try (Stream<Path> files = Files.list(corpus.table(TakenFiles.TABLE))) {
            return files.filter(file -> file.toString().endsWith(".parquet")).collect(Collectors.toSet());
        }
    }
}
