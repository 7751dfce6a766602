package org.plumbline.schedule;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.schedule.local.Credentials;

/// Tells the Airflow of a home that there is work, in a process of its own: whoever submits waits for nothing, and
/// an Airflow that is away, slow or wrongly named costs nobody anything. What does not arrive is found by the next
/// scheduled run.
public final class Messenger {

    /// What the last messenger had to say, in the home.
    static final String REPORT = "airflow-told.txt";

    private Messenger() {}

    /// Sends a messenger where an Airflow is configured; does nothing elsewhere. Never throws.
    ///
    /// @param job the id of the request, which names the run
    public static void send(Path home, String job) {
        if (!isConfigured(home)) {
            return;
        }
        File report = home.resolve(REPORT).toFile();
        try {
            Process _ = new ProcessBuilder(command(home, job))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(report)
                    .start();
        } catch (IOException e) {
            System.err.println("plumbline: Airflow was not told (" + e.getMessage()
                    + "); its next scheduled run finds the request");
        }
    }

    private static List<String> command(Path home, String job) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "tell",
                job,
                "--home",
                home.toString());
    }

    /// A look that costs nothing; the messenger itself reads the settings, and says what is wrong with them.
    private static boolean isConfigured(Path home) {
        Path settings = home.resolve("plumbline.yaml");
        if (Files.exists(Credentials.file(home))) {
            return true;
        }
        if (!Files.isReadable(settings)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(settings)) {
            return lines.anyMatch(line -> line.startsWith("airflow:"));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }
}
