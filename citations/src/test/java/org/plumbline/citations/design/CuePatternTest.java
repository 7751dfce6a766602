package org.plumbline.citations.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.TestData;
import org.plumbline.citations.text.Sentences;

class CuePatternTest {

    @Test
    void knowsLettersForNearlyEveryCue() {
        assertThat(gated().stream().filter(pattern -> pattern.needed().isEmpty()))
                .hasSizeLessThan(2);
    }

    /// What is passed over for its letters would not have matched.
    @Test
    void passesOverNoSentenceThatMatches() throws IOException {
        int matches = 0;
        for (String line : lines()) {
            for (CuePattern pattern : gated()) {
                if (pattern.matcher(line).find()) {
                    assertThat(pattern.mayBeIn(line.toLowerCase(Locale.ROOT)))
                            .as("%s in %s", pattern.pattern(), line)
                            .isTrue();
                    matches++;
                }
            }
        }
        assertThat(matches).isGreaterThan(1_000);
    }

    private static List<CuePattern> gated() {
        return Stream.concat(TitleCues.ALL.stream(), AbstractCues.ALL.stream())
                .map(Cue::words)
                .toList();
    }

    /// The sentences of real abstracts, and their titles.
    private static List<String> lines() throws IOException {
        Path folder = TestData.folderOr("cues were not compared on real sentences");
        try (Stream<Path> reviews = Files.list(folder.resolve("retrieval/cohen2006-screening"))) {
            return reviews.filter(file -> file.toString().endsWith(".csv"))
                    .flatMap(CuePatternTest::linesOf)
                    .toList();
        }
    }

    private static Stream<String> linesOf(Path file) {
        try {
            String words = Files.readString(file);
            return Sentences.in(words, List.of()).stream().map(span -> span.of(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
