package org.plumbline.schedule.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;

/// What a machine must have for a test: else it is skipped with a reason, and with `CI=true` it fails.
final class Requirement {

    private static final String FROM_310_ON = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))";

    private Requirement() {}

    static void require(boolean there, String reason) {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as(reason).isTrue();
        }
        assumeTrue(there, reason);
    }

    static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "-c", FROM_310_ON)
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
