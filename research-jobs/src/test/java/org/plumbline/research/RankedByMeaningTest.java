package org.plumbline.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.embed.EmbedJob;

class RankedByMeaningTest {

    private static final String[] GOUT = {"--question", "Does zelotrine prevent gout flares in adults with gout?"};

    /// A report says how its articles were put in order, and holds, whichever it was.
    @Test
    void aReportSaysThatItsArticlesWereOrderedByMeaning(@TempDir Path home) throws IOException {
        Library.onGout().publish(home);
        Runs runs = new Runs(home);
        String before = runs.done(GOUT);
        assertThat(runs.file(before, "report.json")).doesNotContain("in meaning");
        new EmbedJob(home, Progress.toTerminal()).run(Long.MAX_VALUE);
        String after = runs.done(GOUT);
        assertThat(runs.file(after, "plan.json")).contains("\"HYBRID\"");
        assertThat(runs.file(after, "report.json")).contains("in meaning (vectors of bge-small-en-v1.5)");
        assertThat(runs.run("verify", after).exit()).isZero();
        assertThat(runs.run("verify", before).exit()).isZero();
    }
}
