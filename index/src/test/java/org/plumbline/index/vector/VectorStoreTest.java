package org.plumbline.index.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.WrongInputException;

class VectorStoreTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatIsAddedThroughOpeningsLostRunsAndDamage() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<VectorKey, float[]> added = new HashMap<>();
        for (int round = 0; round < 60; round++) {
            try (VectorWriter writer = writer(folder, 1 + random.nextInt(8))) {
                int count = random.nextInt(12);
                for (int i = 0; i < count; i++) {
                    VectorKey key = VectorKey.of("words " + random.nextInt(400));
                    float[] vector = added.computeIfAbsent(key, each -> vector(each.first()));
                    writer.add(key, vector);
                    assertThat(writer.find(key)).as("seed %d", seed).contains(vector);
                }
            }
            if (random.nextInt(6) == 0) {
                Files.delete(any(random, "keys-"));
            }
            check(added, "seed %d, round %d".formatted(seed, round));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("keys-")))
                    .as("runs are joined; seed %d", seed)
                    .hasSizeLessThan(10);
        }
    }

    @Test
    void dropsARecordThatWasCutAnywhere() throws IOException {
        byte[] whole = three();
        for (int cut = 1; cut <= VectorRecords.BYTES; cut++) {
            Files.write(data(), Arrays.copyOf(whole, whole.length - cut));
            checkTwoOfThree("cut by " + cut);
        }
    }

    @Test
    void dropsALastRecordThatIsNotWhatWasWritten() throws IOException {
        byte[] whole = three();
        for (int at = whole.length - VectorRecords.BYTES; at < whole.length; at += 7) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 4;
            Files.write(data(), flipped);
            checkTwoOfThree("flipped at " + at);
        }
    }

    @Test
    void writesAnewWhatIsDamagedInTheMiddle() throws IOException {
        try (VectorWriter writer = writer(folder, 2)) {
            for (int i = 0; i < 6; i++) {
                writer.add(key(i), vector(i));
            }
        }
        byte[] bytes = Files.readAllBytes(data());
        bytes[VectorRecords.BYTES + 100] ^= 1;
        Files.write(data(), bytes);
        try (VectorWriter writer = writer(folder, 2)) {
            assertThat(writer.find(key(1))).isEmpty();
            assertThat(writer.find(key(2))).contains(vector(2));
            writer.add(key(1), vector(1));
            assertThat(writer.find(key(1))).contains(vector(1));
            assertThat(writer.size()).isEqualTo(7);
        }
    }

    @Test
    void goesOnWhereRecordsWereLostThatRunsName() throws IOException {
        try (VectorWriter writer = writer(folder, 2)) {
            for (int i = 0; i < 6; i++) {
                writer.add(key(i), vector(i));
            }
        }
        Files.write(data(), Arrays.copyOf(Files.readAllBytes(data()), 3 * VectorRecords.BYTES + 1));
        try (VectorWriter writer = writer(folder, 2)) {
            assertThat(writer.size()).isEqualTo(3);
            writer.add(key(5), vector(5));
        }
        Map<VectorKey, float[]> expected = new HashMap<>();
        List.of(0, 1, 2, 5).forEach(i -> expected.put(key(i), vector(i)));
        check(expected, "after the loss");
        assertThat(read(folder).find(key(4))).isEmpty();
    }

    @Test
    void readsWhileAnotherWrites() throws IOException {
        try (VectorWriter writer = writer(folder, 4)) {
            writer.add(key(0), vector(0));
            try (VectorStore early = read(folder)) {
                for (int i = 1; i < 50; i++) {
                    writer.add(key(i), vector(i));
                    try (VectorStore reader = read(folder)) {
                        assertThat(reader.find(key(i))).contains(vector(i));
                    }
                    assertThat(early.find(key(0))).contains(vector(0));
                }
            }
        }
    }

    @Test
    void findsAFlippedByteInAnyFile() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (VectorWriter writer = writer(folder, 16)) {
            for (int i = 0; i < 100; i++) {
                writer.add(key(i), vector(i));
            }
        }
        assertThat(StoreCheck.of(folder)).isEmpty();
        for (int round = 0; round < 60; round++) {
            Path file = any(random, round % 2 == 0 ? "keys-" : "vectors-");
            byte[] bytes = Files.readAllBytes(file);
            byte[] flipped = bytes.clone();
            int at = random.nextInt(bytes.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            assertThat(StoreCheck.of(folder))
                    .as("seed %d: byte %d of %s", seed, at, file)
                    .hasSize(1)
                    .allMatch(finding -> finding.startsWith(file + " has other bytes than were written"));
            Files.write(file, bytes);
        }
        assertThat(StoreCheck.of(folder.resolve("none"))).isEmpty();
    }

    @Test
    void tellsWhetherItHasAKeyWithoutReadingTheVector() throws IOException {
        try (VectorWriter writer = writer(folder, 4)) {
            for (int i = 0; i < 10; i++) {
                writer.add(key(i), vector(i));
            }
            byte[] bytes = Files.readAllBytes(data());
            bytes[VectorRecords.BYTES + 100] ^= 1;
            Files.write(data(), bytes);
            for (int i = 0; i < 10; i++) {
                assertThat(writer.contains(key(i))).isTrue();
                assertThat(writer.find(key(i)).isPresent()).isEqualTo(i != 1);
            }
            assertThat(writer.contains(key(10))).isFalse();
        }
    }

    @Test
    void refusesASecondWriter() throws IOException {
        try (VectorWriter writer = VectorWriter.open(folder)) {
            assertThatThrownBy(() -> VectorWriter.open(folder))
                    .isInstanceOf(WrongInputException.class)
                    .hasMessageContaining("another process adds vectors");
            assertThat(VectorWriter.find(folder)).isEmpty();
            assertThat(writer.size()).isZero();
        }
        try (VectorWriter later = VectorWriter.open(folder)) {
            assertThat(later.size()).isZero();
        }
    }

    @Test
    void givesTheLockBackWhereTheStoreCannotBeOpened() throws IOException {
        Path file = Files.createDirectories(folder.resolve("vectors-000000"));
        assertThatThrownBy(() -> VectorWriter.find(folder)).isInstanceOf(IOException.class);
        Files.delete(file);
        try (VectorWriter later = VectorWriter.open(folder)) {
            assertThat(later.size()).isZero();
        }
    }

    /// The files are holes: nothing is written but what is asked for.
    @Test
    void cutsOffWhatFollowsADamagedRecordInAnEarlierFile() throws IOException {
        long kept = 3L * VectorRecords.BYTES;
        try (RandomAccessFile full = new RandomAccessFile(data().toFile(), "rw");
                RandomAccessFile next =
                        new RandomAccessFile(folder.resolve("vectors-000001").toFile(), "rw")) {
            full.setLength(VectorRecords.PER_FILE * VectorRecords.BYTES);
            next.setLength(kept);
        }
        long checked = VectorRecords.PER_FILE - 2;
        try (VectorRecords records = VectorRecords.append(folder, checked)) {
            assertThat(records.next()).isEqualTo(checked);
            assertThat(records.add(key(0), vector(0))).isEqualTo(checked);
            assertThat(records.add(key(1), vector(1))).isEqualTo(checked + 1);
            assertThat(records.add(key(2), vector(2))).isEqualTo(checked + 2);
            records.force();
        }
        try (VectorRecords records = VectorRecords.read(folder)) {
            assertThat(records.next()).isEqualTo(checked + 3);
            for (int i = 0; i < 3; i++) {
                assertThat(records.find(checked + i, key(i))).contains(vector(i));
            }
        }
        assertThat(Files.size(folder.resolve("vectors-000001"))).isEqualTo(VectorRecords.BYTES);
    }

    @Test
    void refusesAFolderThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> VectorWriter.open(file))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("not writable");
    }

    @Test
    void findsNoStoreWhereThereIsNone() throws IOException {
        assertThat(VectorStore.find(folder.resolve("none"))).isEmpty();
    }

    /// The other process writes 0, 1, 2 … and is killed at some byte.
    @Test
    void losesAtMostTheLastVectorWhenKilled() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long before = 0;
        for (int round = 0; round < 3; round++) {
            Process writing = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writing.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            long acknowledged = before;
            try (BufferedReader said = writing.inputReader()) {
                assertThat(said.readLine()).isEqualTo("writing");
                writing.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS);
                // The process itself would close what it said unread.
                writing.toHandle().destroyForcibly();
                acknowledged +=
                        said.lines().filter(line -> line.equals("added")).count();
                writing.waitFor();
            }
            try (VectorWriter writer = writer(folder, 16)) {
                assertThat(writer.size()).as("seed %d", seed).isBetween(acknowledged, acknowledged + 1);
                before = writer.size();
                for (int i = 0; i < before; i++) {
                    assertThat(writer.find(key(i)))
                            .as("seed %d, vector %d of %d", seed, i, before)
                            .contains(vector(i));
                }
                assertThat(writer.find(key((int) before))).isEmpty();
            }
        }
        assertThat(before).isPositive();
    }

    /// Adds vectors until it is killed.
    static final class Writing {

        public static void main(String[] args) throws IOException {
            try (VectorWriter writer = writer(Path.of(args[0]), 16)) {
                System.out.println("writing");
                for (int i = (int) writer.size(); i < 5_000; i++) {
                    writer.add(key(i), vector(i));
                    System.out.println("added");
                }
                System.in.read();
            }
        }
    }

    private byte[] three() throws IOException {
        try (VectorWriter writer = VectorWriter.open(folder)) {
            for (int i = 0; i < 3; i++) {
                writer.add(key(i), vector(i));
            }
        }
        byte[] whole = Files.readAllBytes(data());
        assertThat(whole).hasSize(3 * VectorRecords.BYTES);
        return whole;
    }

    private void checkTwoOfThree(String what) throws IOException {
        try (VectorStore reader = read(folder)) {
            assertThat(reader.find(key(1))).as(what).contains(vector(1));
            assertThat(reader.find(key(2))).as(what).isEmpty();
        }
        try (VectorWriter writer = VectorWriter.open(folder)) {
            assertThat(writer.size()).as(what).isEqualTo(2);
            assertThat(writer.find(key(2))).as(what).isEmpty();
            writer.add(key(2), vector(2));
            assertThat(writer.find(key(0))).as(what).contains(vector(0));
            assertThat(writer.find(key(1))).as(what).contains(vector(1));
            assertThat(writer.find(key(2))).as(what).contains(vector(2));
        }
    }

    private void check(Map<VectorKey, float[]> added, String what) throws IOException {
        try (VectorStore reader = read(folder)) {
            added.forEach((key, vector) -> {
                try {
                    assertThat(reader.find(key)).as(what).contains(vector);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(reader.find(VectorKey.of("never added"))).isEmpty();
        }
    }

    private Path data() {
        return folder.resolve("vectors-000000");
    }

    private Path any(Random random, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
            return all.isEmpty() ? Files.createFile(folder.resolve("keys-none")) : all.get(random.nextInt(all.size()));
        }
    }

    private static VectorStore read(Path folder) throws IOException {
        return VectorStore.find(folder).orElseThrow();
    }

    private static VectorWriter writer(Path folder, int mostKeys) throws IOException {
        return VectorWriter.find(folder, mostKeys).orElseThrow();
    }

    private static VectorKey key(int i) {
        return VectorKey.of("article " + i);
    }

    private static float[] vector(long seed) {
        Random random = new Random(seed);
        float[] vector = new float[Embedder.DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = random.nextFloat();
        }
        return vector;
    }
}
