package org.plumbline.index.pubmed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.plumbline.citations.PublicationDate;
import org.plumbline.index.pubmed.Expression.Author;
import org.plumbline.index.pubmed.Expression.Narrower;
import org.plumbline.index.pubmed.Expression.Place;
import org.plumbline.index.pubmed.Expression.Published;
import org.plumbline.index.pubmed.Expression.Topic;
import org.plumbline.index.pubmed.Expression.Word;

/// Expressions of every kind, by chance.
final class RandomExpressions {

    private static final List<String> WORDS = List.of(
            "asthma",
            "heart",
            "beta-blocker",
            "Crohn's",
            "AND",
            "il-6",
            "naïve",
            "(sic)",
            "p<0.05",
            "1999",
            "χ²-test",
            "or",
            "and/or");
    private static final List<String> NAMES =
            List.of("Asthma", "Neoplasms", "Diabetes Mellitus, Type 2", "Adult (over 18)", "and", "N Engl J Med", "OR");

    private final Random random;

    RandomExpressions(Random random) {
        this.random = random;
    }

    /// @param depth how deep combinations may be nested
    Expression any(int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return term();
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Expression.And(operands(depth));
            case 1 -> new Expression.Or(operands(depth));
            default -> new Expression.Not(any(depth - 1), any(depth - 1));
        };
    }

    private List<Expression> operands(int depth) {
        List<Expression> operands = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            operands.add(any(depth - 1));
        }
        return operands;
    }

    private Expression term() {
        Narrower narrower = pick(Narrower.values());
        return switch (random.nextInt(11)) {
            case 0, 1 -> new Expression.Text(pick(TextField.values()), words());
            case 2 ->
                new Expression.Near(
                        pick(new TextField[] {TextField.TITLE, TextField.ABSTRACT, TextField.TITLE_ABSTRACT}),
                        List.of(pick(WORDS), pick(WORDS)),
                        random.nextInt(1_001));
            case 3 -> heading(narrower);
            case 4 -> new Expression.Subheading("drug therapy", narrower);
            case 5 -> new Expression.Type(pick(NAMES), false, narrower);
            case 6 -> author();
            case 7 -> new Expression.JournalName(pick(NAMES), false);
            case 8 -> published();
            case 9 -> new Expression.Language(pick(List.of("eng", "ger", "chi")));
            default ->
                pick(List.of(
                        new Expression.Identifier("pmid:" + (1 + random.nextInt(1_000))),
                        new Expression.Identifier("doi:10.1000/x(1):" + random.nextInt(9)),
                        new Expression.Identifier("pmcid:PMC12"),
                        new Expression.Filter(pick(ClinicalQuery.values()))));
        };
    }

    private List<Word> words() {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            String word = pick(WORDS);
            words.add(new Word(word, word.length() > 5 && random.nextBoolean()));
        }
        return words;
    }

    private Expression heading(Narrower narrower) {
        boolean truncated = random.nextInt(4) == 0;
        String qualifier = !truncated && random.nextBoolean() ? "drug therapy" : "";
        String name = truncated ? "Neoplas" : pick(NAMES);
        return new Expression.Heading(name, qualifier, truncated, narrower, pick(Topic.values()));
    }

    private Expression author() {
        boolean truncated = random.nextInt(4) == 0;
        String name = pick(List.of("van Smith j", "Smith j", truncated ? "de NOT (X) Smit" : "O'Neil j"));
        return new Author(name, !truncated && random.nextBoolean(), truncated, pick(Place.values()));
    }

    private Expression published() {
        PublicationDate from = date(1990 + random.nextInt(10));
        return random.nextBoolean() ? new Published(from, from) : new Published(from, date(2000 + random.nextInt(30)));
    }

    private PublicationDate date(int year) {
        int month = random.nextInt(13);
        return new PublicationDate(year, month, month == 0 ? 0 : random.nextInt(29));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T pick(List<? extends T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
