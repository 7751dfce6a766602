package org.plumbline.index.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Cell;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;
import org.plumbline.index.Passage;

class PassageCutterTest {

    @RepeatedTest(50)
    void putsEveryCharacterIntoExactlyOnePassage() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String pieces = "abc XY.  \n\n,;:!?()0.5 1.2 et al. \t\u00a0\u03b2\ud83d\ude00";
        StringBuilder content = new StringBuilder();
        int length = random.nextInt(6_000);
        for (int i = 0; i < length; i++) {
            int at = random.nextInt(pieces.length());
            content.append(random.nextInt(4) == 0 ? " " : Character.toString(pieces.codePointAt(at)));
        }
        Section section = body(content.toString());
        int[] covered = new int[section.content().length()];
        List<Passage> passages = cut(section);
        for (Passage passage : passages) {
            for (int i = passage.location().start(); i < passage.location().end(); i++) {
                covered[i]++;
            }
            assertThat(passage.words())
                    .as("seed %d", seed)
                    .isEqualTo(section.content()
                            .substring(
                                    passage.location().start(),
                                    passage.location().end()));
        }
        for (int i = 0; i < covered.length; i++) {
            boolean white = Character.isWhitespace(section.content().charAt(i));
            assertThat(covered[i]).as("seed %d at %d", seed, i).isBetween(white ? 0 : 1, 1);
        }
    }

    @Test
    void cutsAtSentenceEndsIntoPassagesAboutEquallyLong() {
        String content = IntStream.range(0, 62)
                .mapToObj(i -> "The group number " + i + " had fewer attacks than the others.")
                .collect(Collectors.joining(" "));
        List<Passage> passages = cut(body(content));
        assertThat(passages).hasSize(4);
        assertThat(passages)
                .allSatisfy(passage ->
                        assertThat(passage.words()).startsWith("The group").endsWith("others."));
        assertThat(passages)
                .allSatisfy(passage -> assertThat(passage.words().split(" ")).hasSizeBetween(120, 200));
    }

    @Test
    void keepsAShortSectionWhole() {
        assertThat(cut(body("One sentence. Another one.")))
                .extracting(Passage::words)
                .containsExactly("One sentence. Another one.");
    }

    @Test
    void hasNoPassageWhereThereAreNoWords() {
        assertThat(cut(body(" \n "))).isEmpty();
    }

    @Test
    void cutsAListWithoutFullStopsAtWhiteSpace() {
        String content = "word ".repeat(450);
        List<Passage> passages = cut(body(content));
        assertThat(passages).hasSize(3);
        assertThat(passages)
                .allSatisfy(passage -> assertThat(passage.words().split(" ")).hasSizeLessThanOrEqualTo(200));
    }

    @Test
    void cutsATableBetweenRows() {
        StringBuilder content = new StringBuilder();
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < 90; row++) {
            for (int column = 0; column < 3; column++) {
                int start = content.length();
                content.append("row").append(row).append(" value").append(column);
                cells.add(new Cell(start, content.length(), row, column, 1, 1, row == 0));
                content.append(column == 2 ? '\n' : '\t');
            }
        }
        Section table = new Section(
                0, Part.TABLE, Role.RESULTS, List.of("Results"), "Table 1", content.toString(), List.of(), cells);
        List<Passage> passages = cut(table);
        assertThat(passages).hasSizeGreaterThan(2);
        assertThat(passages).allSatisfy(passage -> {
            assertThat(passage.part()).isEqualTo(Part.TABLE);
            assertThat(passage.heading()).containsExactly("Results");
            assertThat(passage.words()).matches("(?s)row\\d+ value0\t.*value2");
        });
    }

    private static Section body(String content) {
        return Section.of(0, Part.BODY, Role.RESULTS, List.of("Results"), content);
    }

    private static List<Passage> cut(Section section) {
        return PassageCutter.cut(Text.of(TextKind.JATS, List.of(section)).id(), section);
    }
}
