package org.plumbline.research.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QuestionReaderTest {

    /// Parts may be missed, never more than two of sixty questions may be read wrongly.
    @Test
    void readsSixtyFormsOfQuestion() throws IOException {
        int right = 0;
        int wrong = 0;
        List<String> questions = questions();
        for (String line : questions) {
            String[] fields = line.split("\t", -1);
            Pico expected = new Pico(fields[1], fields[2], fields[3], fields[4]);
            Pico read = QuestionReader.read(fields[0]);
            right += same(read, expected) ? 1 : 0;
            if (!same(read, expected)) {
                System.err.println(fields[0] + " -> " + read);
            }
            wrong += isWrong(read.population(), expected.population())
                            || isWrong(read.intervention(), expected.intervention())
                            || isWrong(read.comparator(), expected.comparator())
                            || isWrong(read.outcome(), expected.outcome())
                    ? 1
                    : 0;
        }
        System.err.printf("questions: %d of %d read in full, %d with a wrong part%n", right, questions.size(), wrong);
        assertThat(questions).hasSize(60);
        assertThat(right).isGreaterThanOrEqualTo(56);
        assertThat(wrong).isLessThanOrEqualTo(2);
    }

    @Test
    void leavesWhatItDoesNotKnowEmpty() {
        assertThat(QuestionReader.read("Why is the sky blue?")).isEqualTo(Pico.NONE);
        assertThat(QuestionReader.read("")).isEqualTo(Pico.NONE);
    }

    private static boolean same(Pico one, Pico other) {
        return one.toString().toLowerCase(Locale.ROOT).equals(other.toString().toLowerCase(Locale.ROOT));
    }

    private static boolean isWrong(String read, String expected) {
        return !read.isEmpty() && !read.equalsIgnoreCase(expected);
    }

    private static List<String> questions() throws IOException {
        try (InputStream in = QuestionReaderTest.class.getResourceAsStream("questions.tsv")) {
            if (in == null) {
                throw new IOException("no test resource questions.tsv");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
