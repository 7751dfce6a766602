package org.plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.ingest.identity.RandomPublications;
import org.plumbline.ingest.identity.RandomPublications.Delivered;
import org.plumbline.ingest.text.JsonLinesReader;

/// A home on a small disk (a tmpfs of a mount namespace of its own) that fills up in the middle of an intake.
class FullDiskTest {

    private static final long SEED = 31;

    /// A first intake fits; a filler takes the rest but 300 kB; the second intake fails; the filler goes; it
    /// succeeds. Prints the codes, what the program said, and the digests.
    private static final String WALK = """
            mount -t tmpfs -o size=64m none "$DISK" || exit 77
            ingest() { "$JAVA" -Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "$CP" \
              org.plumbline.ingest.FakeIngest "$DISK/home" "$1"; }
            digest() { sed -n 's/.*"digest" : "\\([0-9a-f]*\\)".*/\\1/p' "$DISK/home/corpus/CURRENT.json"; }
            ingest "$FIRST" >&2 || exit 70
            echo "before $(digest)"
            dd if=/dev/zero of="$DISK/filler" bs=1k count=$(( $(df -k --output=avail "$DISK" | tail -1) - 300 )) 2>/dev/null
            ingest "$SECOND" 2>"$SAID"; echo "code $?"
            echo "full $(digest)"
            rm "$DISK/filler"
            ingest "$SECOND" >&2 || exit 71
            echo "after $(digest)"
            """;

    @TempDir
    private Path folder;

    @Test
    void losesNothingAndSaysSoWhenTheDiskFillsUp() throws Exception {
        List<Delivered> deliveries = RandomPublications.deliveries(SEED, 400);
        int third = deliveries.size() / 3;
        Path first = JsonLinesReader.write(folder.resolve("in/first.xml"), deliveries.subList(0, third));
        Path second =
                JsonLinesReader.write(folder.resolve("in/second.xml"), deliveries.subList(third, deliveries.size()));
        Path said = folder.resolve("said");
        ProcessBuilder walk = new ProcessBuilder("unshare", "--user", "--map-root-user", "--mount", "bash", "-c", WALK);
        walk.environment()
                .put("DISK", Files.createDirectory(folder.resolve("disk")).toString());
        walk.environment().put("JAVA", ProcessHandle.current().info().command().orElseThrow());
        walk.environment().put("CP", System.getProperty("java.class.path"));
        walk.environment().put("FIRST", first.toString());
        walk.environment().put("SECOND", second.toString());
        walk.environment().put("SAID", said.toString());
        walk.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        Path printed = folder.resolve("printed");
        Process process = walk.redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assumeTrue(
                process.exitValue() != 77 && process.exitValue() != 1,
                "no disk of its own: this user may not mount in a namespace");
        List<String> lines = Files.readAllLines(printed);
        assertThat(process.exitValue()).as("%s", lines).isZero();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).isEqualTo("code 3");
        assertThat(lines.get(2)).isEqualTo(lines.get(0).replace("before", "full"));
        assertThat(lines.get(3)).isNotEqualTo(lines.get(0).replace("before", "after"));
        assertThat(Files.readString(said)).contains("the disk is full").contains("make room");

        FakeIngest.main(new String[] {folder.resolve("roomy").toString(), first.toString()});
        FakeIngest.main(new String[] {folder.resolve("roomy").toString(), second.toString()});
        String roomy = Files.readString(folder.resolve("roomy/corpus/CURRENT.json"));
        assertThat(roomy).contains(lines.get(3).substring("after ".length()));
    }
}
