package org.plumbline.schedule.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.plumbline.citations.Json;

/// Runs commands in one home as a user does: by the launcher, each in a process of its own.
record Launcher(Path home) {

    /// The environment variable with the launcher's path.
    static final String NAMED_BY = "PLUMBLINE_LAUNCHER";

    /// Only what hangs takes as long, however busy the machine is.
    private static final long MOST_MINUTES = 30;

    /// How a command ended, and what it said.
    record Ended(int exit, String out, String err) {

        /// The last line of what `--json` printed.
        JsonNode summary() {
            return Json.read(out.lines().toList().getLast(), JsonNode.class);
        }
    }

    /// A command that shall end with 0.
    Ended done(String... command) {
        Ended ended = run(command);
        assertThat(ended.exit())
                .as(String.join(" ", command) + "\n" + ended.out() + ended.err())
                .isZero();
        return ended;
    }

    Ended run(String... command) {
        List<String> line = new ArrayList<>(
                List.of(Optional.ofNullable(System.getenv(NAMED_BY)).orElse("false")));
        line.addAll(List.of(command));
        line.addAll(List.of("--home", home.toString()));
        try {
            Path out = Files.createTempFile("out", "");
            Path err = Files.createTempFile("err", "");
            Process process = new ProcessBuilder(line)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(line + " does not end: " + Files.readString(err));
            }
            Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
