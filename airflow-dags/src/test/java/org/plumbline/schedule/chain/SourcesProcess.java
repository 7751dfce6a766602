package org.plumbline.schedule.chain;

import static org.plumbline.schedule.chain.Eventually.eventually;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The server of public layouts that ingest's tests have (`PublicSources`), in a process of its own, told what to do
/// over its standard input.
///
/// @param address its root, ending with a slash
record SourcesProcess(Process process, BufferedReader out, String address) implements AutoCloseable {

    /// The project's folder.
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    /// Serves a folder of test data: PubMed's two files and two made ones behind them.
    static SourcesProcess start(Path data) {
        // Modules are tested side by side: ingest's tests may still be compiled.
        eventually(
                "ingest's tests are compiled", () -> Files.exists(PROJECT.resolve("ingest/target/surefire-reports")));
        try {
            String classPath = PROJECT.resolve("ingest/target/test-classes") + ":"
                    + Files.readString(PROJECT.resolve("target/spark.classpath"));
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            classPath,
                            "org.plumbline.ingest.fetch.PublicSources",
                            "0",
                            data.toString(),
                            "3")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String first = Objects.requireNonNull(out.readLine(), "the server did not start");
            return new SourcesProcess(process, out, first.substring(0, first.indexOf(' ')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Has it do what a line says, and waits until that is done.
    void tell(String line) {
        try {
            var in = process.outputWriter(StandardCharsets.UTF_8);
            in.write(line + "\n");
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("done: " + line);
    }

    /// Reads until the server says this.
    void await(String line) {
        try {
            for (String said = ""; !said.equals(line); ) {
                said = Objects.requireNonNull(out.readLine(), "the server ended");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
