package org.plumbline.index.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {

    @TempDir
    Path folder;

    /// Where a second try in the same process opened and closed the file, the system gave the lock away.
    @Test
    void isKeptFromOtherProcessesAfterASecondTryInThisOne() throws Exception {
        try (ProcessLock _ = ProcessLock.find(folder).orElseThrow()) {
            assertThat(ProcessLock.find(folder)).isEmpty();
            Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
            assertThat(ProcessLock.find(link)).isEmpty();
            assertThat(inAnotherProcess()).isEqualTo("refused");
        }
        assertThat(inAnotherProcess()).isEqualTo("taken");
    }

    @Test
    void canBeTakenAgainOnceItIsClosed() throws IOException {
        ProcessLock first = ProcessLock.find(folder).orElseThrow();
        first.close();
        try (ProcessLock _ = ProcessLock.find(folder).orElseThrow()) {
            first.close();
            assertThat(ProcessLock.find(folder)).isEmpty();
        }
    }

    @Test
    void waitsForWhoeverHasIt() throws IOException {
        ProcessLock first = ProcessLock.find(folder).orElseThrow();
        List<String> told = new ArrayList<>();
        Patience patience = new Patience(Duration.ofMinutes(1), words -> {
            told.add(words);
            close(first);
        });
        try (ProcessLock _ = ProcessLock.find(folder, patience, "the test").orElseThrow()) {
            assertThat(told).containsExactly("waiting for the test to be done");
        }
    }

    @Test
    void givesUpInTheEnd() throws IOException {
        try (ProcessLock _ = ProcessLock.find(folder).orElseThrow()) {
            assertThat(ProcessLock.find(folder, new Patience(Duration.ofMillis(1), _ -> {}), "the test"))
                    .isEmpty();
        }
    }

    /// Tries once, and says what came of it.
    static final class Trying {

        public static void main(String[] args) throws IOException {
            Optional<ProcessLock> lock = ProcessLock.find(Path.of(args[0]));
            System.out.println(lock.isPresent() ? "taken" : "refused");
        }
    }

    private String inAnotherProcess() throws IOException, InterruptedException {
        Process trying = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Trying.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = trying.inputReader().readLine();
        trying.waitFor();
        return said;
    }

    private static void close(ProcessLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
