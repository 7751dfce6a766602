package org.plumbline.index.vector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which record has which key: runs on disk, and a map of the last records, which are in no run yet. So the heap holds
/// no more than [#most] keys, however many there are.
final class StoredKeys implements AutoCloseable {

    /// How many keys are held at most before they become a run.
    static final int USUAL = 4096;

    private final Path folder;
    private final int most;
    private final List<KeyRun> runs;
    private final Map<VectorKey, Long> last = new HashMap<>();

    private StoredKeys(Path folder, int most, List<KeyRun> runs) {
        this.folder = folder;
        this.most = most;
        this.runs = runs;
    }

    /// Opens the runs of a folder, those that follow each other from record 0 on; [#add] has to be told the rest.
    static StoredKeys open(Path folder, int most) throws IOException {
        List<KeyRun> found = openRuns(folder);
        List<KeyRun> runs = new ArrayList<>();
        found.sort(Comparator.comparingLong(KeyRun::from).thenComparing(KeyRun::until, Comparator.reverseOrder()));
        long until = 0;
        for (KeyRun run : found) {
            if (run.from() == until && run.until() > until) {
                runs.add(run);
                until = run.until();
            } else {
                run.close();
            }
        }
        return new StoredKeys(folder, most, runs);
    }

    /// A writer may join runs while they are listed; then the list is made again.
    private static List<KeyRun> openRuns(Path folder) throws IOException {
        List<KeyRun> runs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                KeyRun.find(file).ifPresent(runs::add);
            }
            return runs;
        } catch (NoSuchFileException e) {
            runs.forEach(KeyRun::close);
            if (!Files.exists(folder)) {
                throw e;
            }
            return openRuns(folder);
        } catch (IOException | RuntimeException e) {
            runs.forEach(KeyRun::close);
            throw e;
        }
    }

    /// Removes what no run that is open came from: runs that were joined, and unfinished ones.
    void sweep() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("keys-") && runs.stream().noneMatch(run -> run.isOf(file))) {
                    Files.delete(file);
                }
            }
        }
    }

    /// Removes all runs: records that they name were lost, and others will get their numbers.
    void forget() throws IOException {
        for (KeyRun run : runs) {
            run.close();
            run.delete();
        }
        runs.clear();
    }

    /// The first record whose key is in no run.
    long indexed() {
        return runs.isEmpty() ? 0 : runs.getLast().until();
    }

    /// The run that has the key of a record.
    Optional<KeyRun> findRun(long number) {
        return runs.stream()
                .filter(run -> run.from() <= number && number < run.until())
                .findFirst();
    }

    boolean isFull() {
        return last.size() >= most;
    }

    /// Remembers the key of a record that is in no run.
    void add(VectorKey key, long number) {
        last.put(key, number);
    }

    /// Makes a run of what is only remembered, up to record `until - 1`; a run that is less than twice as long as the
    /// next one is joined with it, so that there are few and each key is written a few times only.
    void flush(long until) throws IOException {
        if (until == indexed()) {
            return;
        }
        runs.add(KeyRun.write(folder, indexed(), until, last));
        last.clear();
        while (runs.size() > 1
                && runs.get(runs.size() - 2).size() < 2 * runs.getLast().size()) {
            KeyRun right = runs.removeLast();
            KeyRun left = runs.removeLast();
            runs.add(KeyRun.join(folder, left, right));
            for (KeyRun joined : List.of(left, right)) {
                joined.close();
                joined.delete();
            }
        }
    }

    /// The vector of this key among the records.
    Optional<float[]> find(VectorKey key, VectorRecords records) throws IOException {
        Long number = last.get(key);
        Optional<float[]> found = number == null ? Optional.empty() : records.find(number, key);
        for (int i = runs.size() - 1; i >= 0 && found.isEmpty(); i--) {
            found = find(key, records, runs.get(i));
        }
        return found;
    }

    private static Optional<float[]> find(VectorKey key, VectorRecords records, KeyRun run) throws IOException {
        Optional<float[]> found = Optional.empty();
        long at = run.first(key.first());
        while (found.isEmpty() && at < run.size() && run.key(at) == key.first()) {
            found = records.find(run.number(at), key);
            at++;
        }
        return found;
    }

    /// Whether a record has this key, as far as can be told without reading its vector.
    boolean contains(VectorKey key, VectorRecords records) throws IOException {
        Long number = last.get(key);
        boolean found = number != null && records.has(number, key);
        for (int i = runs.size() - 1; i >= 0 && !found; i--) {
            found = contains(key, records, runs.get(i));
        }
        return found;
    }

    private static boolean contains(VectorKey key, VectorRecords records, KeyRun run) throws IOException {
        boolean found = false;
        for (long at = run.first(key.first()); !found && at < run.size() && run.key(at) == key.first(); at++) {
            found = records.has(run.number(at), key);
        }
        return found;
    }

    @Override
    public void close() {
        runs.forEach(KeyRun::close);
    }
}
