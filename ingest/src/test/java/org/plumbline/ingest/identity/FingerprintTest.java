package org.plumbline.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    /// Plain letters take a shorter way, which may not lead elsewhere.
    @Test
    void foldsPlainLettersAsAllOthers() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            String words = random.ints(random.nextInt(80), 0, 128)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(Fingerprint.folded(words))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(Fingerprint.foldedUnicode(words));
        }
        assertThat(Fingerprint.folded("Effects of β-blockers: a RÉSUMÉ, 2nd ed. (½ dose)"))
                .isEqualTo("effectsofβblockersaresume2nded12dose");
    }
}
