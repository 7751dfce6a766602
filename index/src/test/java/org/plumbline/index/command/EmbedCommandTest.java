package org.plumbline.index.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.command.Commands;
import org.plumbline.index.Samples;

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
