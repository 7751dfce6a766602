package org.plumbline.citations.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    @Test
    void findsCellsAsAPatternWould() throws IOException {
        Pattern plain = Pattern.compile("\\b(?:[A-Z0-9]{1,40}+ )?cells\\b", Pattern.CASE_INSENSITIVE);
        Stream<String> made = Stream.of(
                "cells",
                "HeLa cells cells and 3T3 cells",
                "a_b cells, T-helper CELLS; cells_x cellsa",
                "x".repeat(40) + " cells " + "y".repeat(41) + " cells",
                "B\u00e9 cells  cells\tcells. CD4+ cells",
                "_a cells, cells cells cells cells");
        int found = 0;
        for (String line : Stream.concat(made, lines().stream()).toList()) {
            Set<String> expected = plain.matcher(line)
                    .results()
                    .map(match -> match.group().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            assertThat(CellNames.in(ScannedText.of(line))).as(line).isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(50);
    }

    @Test
    void knowsWhichCuesCanOnlyBeginAText() {
        assertThat(TextStart.only("^a|^(?:b|c)")).isTrue();
        assertThat(TextStart.only("^a|b")).isFalse();
        assertThat(TextStart.only("(?:^a|^b)c")).isFalse();
        assertThat(TextStart.only("^[|(](?!d|(e))\\||^f")).isTrue();
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
