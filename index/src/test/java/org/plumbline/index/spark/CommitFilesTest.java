package org.plumbline.index.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitFilesTest {

    @TempDir
    Path table;

    @Test
    void wantsEveryCommitAndTheFilesThatSayWhatItChanged() throws IOException {
        commit(1, "{\"commitInfo\":{}}", add("part-1.parquet", true));
        commit(2, "{\"cdc\":{\"path\":\"_change_data/cdc%201.parquet\"}}", add("gone.parquet", true));
        commit(3, add("packed-and-gone.parquet", false));
        assertThat(CommitFiles.areThere(table, 0, 1)).isFalse();
        Files.createFile(table.resolve("part-1.parquet"));
        assertThat(CommitFiles.areThere(table, 0, 1)).isTrue();
        assertThat(CommitFiles.areThere(table, 1, 2)).isFalse();
        Files.createDirectories(table.resolve("_change_data"));
        Files.createFile(table.resolve("_change_data/cdc 1.parquet"));
        assertThat(CommitFiles.areThere(table, 0, 3)).isTrue();
        assertThat(CommitFiles.areThere(table, 0, 4)).as("no such commit").isFalse();
        assertThat(CommitFiles.areThere(table, 4, 4)).as("nothing to read").isTrue();
    }

    @Test
    void doesNotTrustMarksInOtherFilesNorAChangeOfTheTable() throws IOException {
        Files.createFile(table.resolve("part-1.parquet"));
        commit(
                1,
                "{\"add\":{\"path\":\"part-1.parquet\",\"dataChange\":true,\"deletionVector\":{\"storageType\":\"u\"}}}");
        commit(2, "{\"metaData\":{\"id\":\"x\"}}");
        assertThat(CommitFiles.areThere(table, 0, 1)).isFalse();
        assertThat(CommitFiles.areThere(table, 1, 2)).isFalse();
    }

    private static String add(String path, boolean dataChange) {
        return "{\"add\":{\"path\":\"" + path + "\",\"dataChange\":" + dataChange + "}}";
    }

    private void commit(long version, String... actions) throws IOException {
        Path log = Files.createDirectories(table.resolve("_delta_log"));
        Files.writeString(log.resolve("%020d.json".formatted(version)), String.join("\n", actions) + "\n");
    }
}
