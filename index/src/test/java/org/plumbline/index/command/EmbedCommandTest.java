package org.plumbline.index.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.index.Samples;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.build.ArticleWithTexts;

class EmbedCommandTest {

    @TempDir
    Path home;

    @Test
    void saysHowManyArticlesHaveAVector() {
        Samples.publish(home, Samples.random(31, 4), 1);
        assertThat(run("embed", "--limit", "3").out()).contains("3 of 4 articles have a vector (3 new)");
        assertThat(run("embed", "--json").out()).contains("\"embedded\":1,\"covered\":4,\"articles\":4");
        assertThat(run("list").out()).contains("4 articles (0 with a vector)", "4 articles (4 with a vector)");
        assertThat(run("verify").code()).isZero();
    }

    @Test
    void isMadeAnewInThreeStepsWhereAPartIsDamaged() throws IOException {
        List<ArticleWithTexts> articles = Samples.random(33, 4);
        Samples.publish(home, articles, 1);
        assertThat(run("embed").code()).isZero();
        SnapshotFolder folder = new SnapshotFolder(home);
        String damaged = folder.findCurrent().orElseThrow();
        flip(folder.part(folder.manifest(damaged).parts().getFirst().id()));
        Commanded found = run("verify");
        assertThat(found.code()).isEqualTo(Commands.FOUND);
        assertThat(found.out())
                .contains(damaged + " (current): part ", "2 findings, 1 of them of the current snapshot");

        Samples.publish(home, articles, 1);
        assertThat(run("embed").out()).contains("4 of 4 articles have a vector (0 new)");
        assertThat(folder.findCurrent()).contains(damaged);
        assertThat(run("prune", "--keep", "1").code()).isZero();
        Commanded mended = run("verify");
        assertThat(mended.out()).contains("1 snapshots verified", " 0 findings");
        assertThat(mended.code()).isZero();
    }

    @Test
    void countsVectorsAmongWhatIsThere() throws IOException {
        Samples.publish(home, Samples.random(34, 4), 1);
        long without = bytes();
        assertThat(run("embed").code()).isZero();
        assertThat(bytes()).isGreaterThan(without + 2 * 4 * 384 * 4);
    }

    private long bytes() throws IOException {
        String summary = run("list", "--json").out().lines().toList().getLast();
        return Json.LINE.readTree(summary).path("bytes").asLong();
    }

    private static void flip(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.sorted().findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThat(run("embed").code()).isEqualTo(Commands.WRONG_INPUT);
        Samples.publish(home, Samples.random(32, 1), 1);
        assertThat(run("embed", "--limit", "-1").code()).isEqualTo(Commands.WRONG_INPUT);
        assertThat(run("embed", "--limit", "0").out()).contains("0 of 1 articles have a vector (0 new)");
    }

    private Commanded run(String... args) {
        return Commanded.run(home, args);
    }
}
