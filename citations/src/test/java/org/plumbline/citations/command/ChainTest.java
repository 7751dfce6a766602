package org.plumbline.citations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChainTest {

    static final List<List<String>> SEEN = new ArrayList<>();

    public static final class Link {

        private Link() {}

        public static int run(String[] args) {
            SEEN.add(List.of(args));
            return Integer.parseInt(args[0]);
        }
    }

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void runsEachCommandWithItsOwnArguments() throws Throwable {
        String link = Link.class.getName();
        assertThat(Chain.run(new String[] {link, "0", "a", "--then", link, "0", "b"}))
                .isZero();
        assertThat(SEEN).containsExactly(List.of("0", "a"), List.of("0", "b"));
    }

    @Test
    void stopsAtTheFirstThatFails() throws Throwable {
        String link = Link.class.getName();
        assertThat(Chain.run(new String[] {link, "2", "--then", link, "0"})).isEqualTo(2);
        assertThat(SEEN).containsExactly(List.of("2"));
    }
}
