package org.plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.ingest.services.Service;

class IntegrityCommandTest {

    private static final String LIST = """
            Record ID,RetractionDate,RetractionDOI,OriginalPaperDOI,RetractionNature,Reason
            1,5/4/2021 0:00,10.9999/n,10.9999/a,Retraction,+Error;
            """;
    private static final String CONCERN = """
            {"status": "ok", "message": {"total-results": 1, "items": [{"DOI": "10.9999/m", "type": "journal-article",
              "update-to": [{"DOI": "10.9999/b", "type": "expression_of_concern", "label": "Expression of concern"}]}]}}
            """;

    @TempDir
    private Path folder;

    @Test
    void marksWhatTheSourcesSayAndSaysWhatCouldNotBeAsked() throws IOException {
        try (Service service = new Service()) {
            service.then("/list.csv", 200, LIST, "\"1\"")
                    .then("/works", 400, "")
                    .then("/works", 200, CONCERN);
            Path home = Files.createDirectories(folder.resolve("home"));
            Files.writeString(home.resolve("plumbline.yaml"), """
                    services: {retractionWatch: "%1$s/list.csv", crossref: "%1$s"}
                    fetch: {perSecond: {"127.0.0.1": 1000}}
                    """.formatted(service.address()));
            Commanded first = run("integrity", home, "--json");
            assertThat(first.exit()).as(first.err()).isEqualTo(1);
            assertThat(first.out().lines().toList().getLast())
                    .startsWith("{\"sources\":2,\"runs\":1,\"missing\":{\"crossref\":");
            assertThat(first.err()).contains("crossref: ").contains("run this again");

            Commanded second = run("integrity", home, "--json");
            assertThat(second.exit()).as(second.err()).isZero();
            assertThat(second.err()).contains("retraction-watch: nothing new came");
            assertThat(second.out().lines().toList().getLast()).isEqualTo("{\"sources\":2,\"runs\":1,\"missing\":{}}");
            assertThat(home.resolve("fetched/crossref/since.note")).exists();

            Commanded wrong = run("europepmc", home, "--json");
            assertThat(wrong.exit()).isEqualTo(2);
            assertThat(wrong.err()).contains("name a PATH or --query");
        }
    }

    private static Commanded run(String command, Path home, String option) {
        return Commanded.run(command, "--home", home.toString(), "--master", "local[2]", option);
    }
}
