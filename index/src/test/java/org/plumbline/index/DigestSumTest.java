package org.plumbline.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Json;

class DigestSumTest {

    @Test
    void isTheSameInAnyOrderAndForgetsWhatIsTakenAway() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<DigestSum> digests = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            digests.add(DigestSum.of(bytes));
        }
        DigestSum sum = sum(digests);
        DigestSum gone = digests.getFirst();
        Collections.shuffle(digests, random);
        assertThat(sum(digests)).as("seed %d", seed).isEqualTo(sum);
        digests.remove(gone);
        assertThat(sum.minus(gone)).as("seed %d", seed).isEqualTo(sum(digests)).isNotEqualTo(sum);
        assertThat(DigestSum.ZERO.minus(gone).plus(gone)).isEqualTo(DigestSum.ZERO);
    }

    @Test
    void isWrittenAs64HexDigits() {
        String small = "0".repeat(62) + "7f";
        assertThat(DigestSum.of(HexFormat.of().parseHex(small))).hasToString(small);
        assertThat(Json.line(DigestSum.of(small))).isEqualTo("\"" + small + "\"");
        assertThat(Json.read("\"" + small + "\"", DigestSum.class)).isEqualTo(DigestSum.of(small));
    }

    private static DigestSum sum(List<DigestSum> digests) {
        return digests.stream().reduce(DigestSum.ZERO, DigestSum::plus);
    }
}
