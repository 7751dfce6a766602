package org.plumbline.index.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.evaluate.CommaSeparated.Row;

class CommaSeparatedTest {

    @Test
    void readsQuotesCommasAndLineEndsInFields() {
        assertThat(CommaSeparated.rows("f", "\ufeffa,b\r\n\"x, \"\"y\"\"\nz\",\n\n1,\"\""))
                .containsExactly(
                        new Row(1, List.of("a", "b")),
                        new Row(2, List.of("x, \"y\"\nz", "")),
                        new Row(5, List.of("1", "")));
    }

    @Test
    void readsAnEmptyLastField() {
        assertThat(CommaSeparated.rows("f", "a,")).containsExactly(new Row(1, List.of("a", "")));
    }

    @Test
    void refusesAQuoteThatIsNeverClosed() {
        assertThatExceptionOfType(WrongInputException.class)
                .isThrownBy(() -> CommaSeparated.rows("f", "a\n\"b"))
                .withMessageContaining("f, line 2");
    }

    @Test
    void refusesTextAfterAClosingQuote() {
        assertThatExceptionOfType(WrongInputException.class)
                .isThrownBy(() -> CommaSeparated.rows("f", "\"a\"b,c"))
                .withMessageContaining("f, line 1");
    }
}
