package org.plumbline.research.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SynonymsTest {

    /// An entry that is not folded as a question is could never be met.
    @Test
    void everyEntryIsFoldedAndEachKeyOnceThere() throws IOException {
        Set<String> keys = new HashSet<>();
        for (String line : lines()) {
            for (String entry : line.split(" > | \\| | = ", -1)) {
                assertThat(String.join(" ", Words.in(entry))).as(line).isEqualTo(entry);
            }
            if (line.contains(" > ")) {
                assertThat(keys.add(line.substring(0, line.indexOf(" > "))))
                        .as(line)
                        .isTrue();
            }
        }
        assertThat(keys).hasSizeGreaterThan(80);
    }

    @Test
    void findsTheOtherNumber() {
        assertThat(Synonyms.of("proton pump inhibitor"))
                .startsWith("proton pump inhibitor")
                .contains("omeprazole");
        assertThat(Synonyms.of("kryptonite")).isEmpty();
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(Synonyms.class.getResourceAsStream("synonyms.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        }
    }
}
