package org.plumbline.citations.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.citations.Mark;

class SentencesTest {

    /// Each line is cut at the bar and nowhere else.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pain fell (p = 0.05).|It rose again (P<.001).",
                "As shown by Miller et al. [3], pain fell.|We agree.",
                "Miller et al. 2009 found less pain.|Others did not.",
                "Milk vs. water was compared.|Milk won.",
                "See Fig. 2 for the flow.|Nobody left.",
                "Ketamine was given i.v. at 1 mg/kg.|It worked.",
                "Some drugs (e.g. aspirin and i.v. fluids) were allowed.|None was used.",
                "J. R. Smith and A. Jones assessed pain.|They were blinded.",
                "The registry entry is no. 17 of the list.|It is public.",
                "The study ran at St. John's Hospital.|It ended early.",
                "E. coli grew in both groups.|S. aureus did not.",
                "Criteria were (1) age over 18 years, (2) pain.|All were met.",
                "We gave 5 mg. daily for 3 wk. in all.|None fell ill.",
                "They waited ... and waited.|Then they left.",
                "He said: \"It hurts.\"|She agreed.",
                "(See the appendix for details.)|The trial ended.",
                "Results: pain fell by 2 points.|Conclusion: milk helps.",
                "Did it help?|It did!|We were glad.",
                "Mortality was lower.[12]|We saw this too.",
                "Mortality was lower. [12]|We saw this too.",
                "Deficiency is common. (Miller et al., 2011).|It is treatable.",
                "Tubes were kept at 4 °C.|Others were not.",
                "They took vitamin D.|The others did not.",
                "Group A did better than group B.|Patients liked it.",
                "The kit came from Acme Inc. (Springfield, U.S.A.).|It was used once.",
                "Doses were 1.5 mg/kg and 0. 5 mg/kg with p = 0. 05 overall.|We stopped.",
                "RNA was extracted.|mRNA levels were measured.",
                "Visits were on Nov. 12 and in Dec. 2009.|All came.",
                "Values are mean (S.D. 1.2) unless stated.|Ranges follow.",
                "T cells drive the pathogenesis of MS.|The course varies.",
                "Lungs fail early in CF.|Mutations differ.",
                "Surgery helps in severe MR.|Echocardiography decides.",
                "We saw a rise in CA.|Surgery followed IE.|Nobody took EG.|Leads showed ST.|None fell.",
                "Eyes had signs of DR.|The retina was photographed.",
                "EYES WERE SEEN BY DR. SMITH IN FIG. 2.|ALL VS. NONE WAS ASKED.",
                "Pulses lasted 20 ms.|They were repeated by Ms. Smith and Dr. Jones."
            })
    void cutsOnlyWhereASentenceEnds(String barred) {
        String[] expected = barred.split("\\|", -1);
        String content = String.join(" ", expected);
        assertThat(Sentences.in(content, List.of()).stream().map(span -> span.of(content)))
                .containsExactly(expected);
    }

    @Test
    void superscriptCitationBelongsToTheSentenceItCloses() {
        String content = "It reduced mortality.12,13 We saw this too.";
        List<Mark> marks = List.of(
                new Mark(Mark.Kind.CITATION, 21, 23, "b12"),
                new Mark(Mark.Kind.SUPERSCRIPT, 21, 26, ""),
                new Mark(Mark.Kind.CITATION, 24, 26, "b13"));
        assertThat(Sentences.in(content, marks).stream().map(span -> span.of(content)))
                .containsExactly("It reduced mortality.12,13", "We saw this too.");
    }

    @Test
    void exponentAfterAStopIsNoCitation() {
        String content = "They walked 150 min·wk.−1 of brisk pace. None fell.";
        List<Mark> marks = List.of(new Mark(Mark.Kind.SUPERSCRIPT, 23, 25, ""));
        assertThat(Sentences.in(content, marks)).hasSize(2);
    }

    @Test
    void lineFeedEndsASentence() {
        assertThat(Sentences.in("First paragraph\nsecond paragraph", List.of()))
                .containsExactly(new Span(0, 15), new Span(16, 32));
    }

    @Test
    void blankContentHasNoSentences() {
        assertThat(Sentences.in(" \n \n", List.of())).isEmpty();
    }

    @Test
    void everyWrittenCharacterStandsInExactlyOneSentence() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            String content = randomContent(random);
            List<Mark> marks = randomMarks(random, content);
            int end = 0;
            for (Span span : Sentences.in(content, marks)) {
                assertThat(span.start()).as("seed %d, %s", seed, content).isGreaterThanOrEqualTo(end);
                assertThat(content.substring(end, span.start()))
                        .as("seed %d, %s", seed, content)
                        .isBlank();
                assertThat(span.of(content)).as("seed %d, %s", seed, content).isNotBlank();
                assertThat(span.of(content).strip())
                        .as("seed %d, %s", seed, content)
                        .isEqualTo(span.of(content));
                end = span.end();
            }
            assertThat(content.substring(end)).as("seed %d, %s", seed, content).isBlank();
        }
    }

    private static String randomContent(Random random) {
        String[] pieces = {
            "Pain",
            " ",
            " ",
            ".",
            ". ",
            "?",
            "!",
            "…",
            "\n",
            "(",
            ")",
            "[",
            "]",
            "12",
            "et al.",
            "p = 0.05",
            "E. coli",
            "“",
            "”",
            "The",
            " the ",
            "𝛼",
            "A",
            ",",
            "e.g. ",
            "[3,4]",
            "\u00a0",
            "Fig."
        };
        StringBuilder content = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            content.append(pieces[random.nextInt(pieces.length)]);
        }
        return content.toString();
    }

    private static List<Mark> randomMarks(Random random, String content) {
        List<Mark> marks = new ArrayList<>();
        List<Mark.Kind> kinds = List.of(Mark.Kind.values());
        for (int i = random.nextInt(6); i > 0 && !content.isEmpty(); i--) {
            int start = random.nextInt(content.length());
            int end = Math.min(content.length(), start + random.nextInt(5));
            Mark.Kind kind = kinds.get(random.nextInt(kinds.size()));
            marks.add(new Mark(kind, start, end, ""));
        }
        return marks;
    }
}
