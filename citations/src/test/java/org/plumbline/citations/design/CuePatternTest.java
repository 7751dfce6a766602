package org.plumbline.citations.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
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

    /// What is passed over, for its letters or for how its words begin, would not have matched.
    @Test
    void answersAsThePatternDoes() throws IOException {
        List<CuePattern> cues = DesignPatterns.cues();
        assertThat(cues.stream().filter(CuePattern::knowsStarts)).hasSizeGreaterThan(cues.size() / 2);
        int matches = 0;
        for (String line : lines()) {
            ScannedText text = ScannedText.of(line);
            for (CuePattern cue : cues) {
                List<String> plain = said(cue.matcher(line).results());
                matches += plain.size();
                assertThat(said(cue.matches(text, Integer.MAX_VALUE).stream()))
                        .as("%s in %s", cue.pattern(), line)
                        .isEqualTo(plain);
                assertThat(plain.isEmpty() || cue.mayBeIn(text))
                        .as("letters of %s in %s", cue.pattern(), line)
                        .isTrue();
            }
        }
        assertThat(matches).isGreaterThan(1_000);
    }

    /// Words in animals are looked for only where animals are.
    @Test
    void wordsInAnimalsAreNowhereElse() throws IOException {
        Stream<String> made = Stream.of(
                        "in %s",
                        "using two wild %s models",
                        "embryos of %s",
                        "of RATS and %s",
                        "%s received milk",
                        "goats of %s",
                        "in %s milk and of %s")
                .flatMap(frame -> Stream.of("mice", "Rats", "CATS", "cats", "guinea pigs", "cow's", "horse-drawn mouse")
                        .map(animal -> frame.replace("%s", animal)));
        int found = 0;
        for (String line : Stream.concat(made, lines().stream()).toList()) {
            ScannedText text = ScannedText.of(line);
            if (LaboratoryWords.IN_ANIMALS.find(text).isPresent()) {
                assertThat(LaboratoryWords.ANIMALS.found(text)).as(line).isNotEmpty();
                found++;
            }
        }
        assertThat(found).isGreaterThan(20);
    }

    private static List<String> said(Stream<MatchResult> matches) {
        return matches.map(match -> match.start() + " " + match.group()).toList();
    }

    private static List<CuePattern> gated() {
        return Stream.concat(TitleCues.ALL.stream(), AbstractCues.ALL.stream())
                .map(Cue::words)
                .toList();
    }

    /// Every fourth sentence of real titles and abstracts.
    private static List<String> lines() throws IOException {
        Path folder = TestData.folderOr("cues were not compared on real sentences");
        try (Stream<Path> reviews = Files.list(folder.resolve("retrieval/cohen2006-screening"))) {
            return reviews.filter(file -> file.toString().endsWith(".csv"))
                    .flatMap(CuePatternTest::linesOf)
                    .filter(line -> line.hashCode() % 4 == 0)
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
