package org.plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.document.DocumentSettings;
import org.plumbline.ingest.document.PrintedPdf;

class FilesTest {

    private static final List<List<String>> ARTICLE = List.of(List.of(
            "# What ninety patients said of nothing in two clinics",
            "doi:10.1234/nothing.7",
            "# Introduction",
            "Ninety patients were asked in two clinics whether nothing had helped them, and most did."));

    @TempDir
    Path folder;

    @Test
    void joinsDocumentToTheCitationWithItsDoiAndTakesNothingTwice() throws IOException {
        Path given = Files.createDirectories(folder.resolve("given/below"));
        PrintedPdf.write(given.resolve("paper.pdf"), ARTICLE);
        PrintedPdf.write(given.resolve("copy.pdf"), ARTICLE);
        Files.writeString(given.resolve("export.nbib"), """
                PMID- 12345678
                TI  - What ninety patients said of nothing in two clinics.
                LID - 10.1234/nothing.7 [doi]
                AB  - Ninety patients were asked.
                """);
        Files.writeString(given.resolve("export.ris"), """
                TY  - JOUR
                TI  - What ninety patients said of nothing in two clinics
                DO  - 10.1234/nothing.7
                ER  -
                TY  - JOUR
                TI  - Something else altogether
                ER  -
                """);
        Files.writeString(given.resolve("notes.txt"), "Nothing that is read.");
        RunReport first = take();
        assertThat(first.files()).isEqualTo(new RunReport.Files(5, 5, 0, 0));
        assertThat(first.records().seen()).isEqualTo(5);
        assertThat(first.articles()).isEqualTo(2);
        assertThat(first.quarantined()).containsOnlyKeys("unknown-format");

        RunReport again = take();
        assertThat(again.files()).isEqualTo(new RunReport.Files(5, 0, 5, 0));
        assertThat(again.digest()).isEqualTo(first.digest());
        assertThat(folder.resolve("home/corpus/staging/documents")).doesNotExist();
    }

    private RunReport take() {
        try (Intake intake = Intake.open(folder.resolve("home"), "local[1]", Clock.systemUTC())) {
            return intake.takeFiles(List.of(folder.resolve("given")), DocumentSettings.DEFAULT);
        }
    }
}
