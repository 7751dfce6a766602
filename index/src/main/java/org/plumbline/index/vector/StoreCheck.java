package org.plumbline.index.vector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads every stored vector again: each must have its checksum, and its key must be found by the run of its time.
/// What a writer adds meanwhile is not seen.
public final class StoreCheck {

    private final VectorRecords records;
    private final StoredKeys keys;
    private final Set<Path> damagedFiles = new TreeSet<>();
    private final Set<Path> wrongRuns = new TreeSet<>();

    private StoreCheck(StoredKeys keys, VectorRecords records) {
        this.keys = keys;
        this.records = records;
    }

    /// What is wrong with the store in a folder, one line a file; empty where there is none.
    public static List<String> of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (StoredKeys keys = StoredKeys.open(folder, Integer.MAX_VALUE);
                VectorRecords records = VectorRecords.read(folder)) {
            StoreCheck check = new StoreCheck(keys, records);
            for (long number = 0; number < records.next(); number++) {
                check.read(number);
            }
            return check.findings();
        }
    }

    private void read(long number) throws IOException {
        Optional<VectorKey> key = records.findKey(number);
        if (key.isEmpty()) {
            damagedFiles.add(records.fileOf(number));
            return;
        }
        keys.findRun(number)
                .filter(run -> !run.has(key.get(), number))
                .map(KeyRun::file)
                .ifPresent(wrongRuns::add);
    }

    private List<String> findings() {
        List<String> findings = new ArrayList<>();
        damagedFiles.forEach(file -> findings.add(file + " has other bytes than were written: remove the folder "
                + file.getParent() + ", and `plumbline index embed` computes what is missing then"));
        wrongRuns.forEach(file -> findings.add(file
                + " has other bytes than were written: remove it, and the next `plumbline index embed` makes it anew"));
        return findings;
    }
}
