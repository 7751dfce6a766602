package org.plumbline.index.pubmed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.WrongInputException;

class PubmedRoundTripTest {

    @Test
    void parsesWhatItPrintsToTheSameExpression() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        RandomExpressions expressions = new RandomExpressions(random);
        for (int i = 0; i < 3_000; i++) {
            PubmedQuery query = new PubmedQuery(expressions.any(random.nextInt(5)));
            String printed = query.toString();
            assertThat(PubmedQuery.parse(printed))
                    .as("seed %d: %s", seed, printed)
                    .isEqualTo(query);
        }
    }

    @Test
    void meansTheSameWithBracketsPutAsItIsCarriedOut() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            List<String> operators = new ArrayList<>();
            StringBuilder flat = new StringBuilder("w0[ti]");
            String nested = "w0[ti]";
            for (int k = 1; k < 2 + random.nextInt(7); k++) {
                String operator = List.of(" AND ", " OR ", " NOT ", " ").get(random.nextInt(4));
                operators.add(operator);
                flat.append(operator).append('w').append(k).append("[ti]");
                nested = "(" + nested + ")" + operator + "w" + k + "[ti]";
            }
            assertThat(PubmedQuery.parse(flat.toString()))
                    .as("seed %d: %s", seed, operators)
                    .isEqualTo(PubmedQuery.parse(nested));
        }
    }

    @Test
    void refusesOrUnderstandsWhateverIsWritten() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "asthma",
                "AND",
                "OR",
                "NOT",
                "(",
                ")",
                "[ti]",
                "[mh:noexp]",
                "[dp]",
                "\"",
                ":",
                "2010",
                "*",
                "#1",
                "[",
                "]",
                "random*",
                " ",
                "/",
                "[au]",
                "10.1/x(",
                "or",
                "Not",
                "adj3",
                ".tw.",
                "x:ti",
                "wom#n",
                "\u201c",
                "[tiab:~2]",
                "1.",
                "ß",
                "\ud83d\ude00",
                "[pt]");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder query = new StringBuilder();
            for (int k = 0; k < 1 + random.nextInt(9); k++) {
                query.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextBoolean() ? " " : "");
            }
            parsesOrRefuses(query.toString(), seed);
        }
    }

    private static void parsesOrRefuses(String query, long seed) {
        try {
            PubmedQuery parsed = PubmedQuery.parse(query);
            assertThat(PubmedQuery.parse(parsed.toString()))
                    .as("seed %d: %s", seed, query)
                    .isEqualTo(parsed);
        } catch (WrongInputException e) {
            assertThat(e.getCause()).as("seed %d: %s", seed, query).isInstanceOf(Refusal.class);
            assertThat(e.getMessage()).as("seed %d", seed).hasLineCount(1);
        }
    }
}
