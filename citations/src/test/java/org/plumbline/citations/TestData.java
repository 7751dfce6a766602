package org.plumbline.citations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The folder of real data that a test reads in place.
public final class TestData {

    private static final String FOLDER = "PLUMBLINE_TEST_DATA";

    private TestData() {}

    /// The folder; where it is not given the test is skipped, and fails in continuous integration.
    ///
    /// @param missed what was not done without it
    public static Path folderOr(String missed) {
        String folder = System.getenv(FOLDER);
        if (folder == null) {
            assertThat(System.getenv("CI"))
                    .as("with CI=true the data must be there")
                    .isNotEqualTo("true");
            Assumptions.abort(FOLDER + " is not set: " + missed);
        }
        return Path.of(folder);
    }
}
