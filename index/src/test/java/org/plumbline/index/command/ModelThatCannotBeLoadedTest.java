package org.plumbline.index.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.command.Commands;
import org.plumbline.index.Samples;

/// Commands in a process of their own, where the embedding model cannot be unpacked or run.
class ModelThatCannotBeLoadedTest {

    private static final String SEARCH = "search";

    @TempDir
    Path home;

    @BeforeEach
    void publish() {
        Samples.publish(home, Samples.random(41, 4), 1);
    }

    @Test
    void aCacheThatCannotBeWrittenIsSaidInOneLine() throws Exception {
        Path file = Files.createFile(home.resolve("file"));
        assertThat(run(Map.of("XDG_CACHE_HOME", file.toString()), List.of(), Twice.class, SEARCH, "aspirin"))
                .satisfies(ModelThatCannotBeLoadedTest::isRefusedTwice)
                .satisfies(said -> assertThat(said.err()).contains("XDG_CACHE_HOME"));
    }

    @Test
    void aLibraryThatCannotBeLoadedIsSaidInOneLine() throws Exception {
        Path nothing = Files.createDirectories(home.resolve("nothing"));
        List<String> options = List.of("-Donnxruntime.native.path=" + nothing);
        assertThat(run(Map.of(), options, Twice.class, SEARCH, "aspirin"))
                .satisfies(ModelThatCannotBeLoadedTest::isRefusedTwice);
    }

    @Test
    void wordsAloneNeedNoModel() throws Exception {
        Path file = Files.createFile(home.resolve("file"));
        assertThat(run(
                        Map.of("XDG_CACHE_HOME", file.toString()),
                        List.of(),
                        Main.class,
                        SEARCH,
                        "aspirin",
                        "--mode",
                        "bm25"))
                .satisfies(said -> assertThat(said.code()).isEqualTo(Commands.DONE));
    }

    /// Runs the command, and once more in the same process.
    static final class Twice {

        public static void main(String[] args) {
            Main.run(args);
            System.exit(Main.run(args));
        }
    }

    private static void isRefusedTwice(Commanded said) {
        assertThat(said.code()).as(said.err()).isEqualTo(Commands.WRONG_INPUT);
        assertThat(said.err().lines()).hasSize(2).allMatch(line -> line.endsWith("or search with --mode bm25"));
    }

    private Commanded run(Map<String, String> environment, List<String> options, Class<?> main, String... args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        command.addAll(List.of("--home", home.toString()));
        Path err = home.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Commanded(process.waitFor(), out, Files.readString(err));
    }
}
