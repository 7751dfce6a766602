package org.plumbline.index.pubmed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.WrongInputException;

/// A search strategy: numbered queries, of which later ones may refer to earlier ones. The last line is its result.
public record Strategy(List<Line> lines) {

    /// One of its queries.
    ///
    /// @param number by which later lines refer to it
    /// @param written as it stands in the strategy, without its number
    public record Line(int number, String written, PubmedQuery query) {}

    private static final int MOST_LINES = 1_000;

    /// What a line that only combines others is made of, brackets and spaces aside.
    private static final Pattern REFERENCE = Pattern.compile("(?i)#?[0-9]{1,4}|and|or|not");

    /// Ovid's `or/1-4,6`.
    private static final Pattern SPAN = Pattern.compile("(?is)\\s*(and|or)\\s*/\\s*(.*)");

    private static final Pattern SPAN_PART = Pattern.compile("\\s*#?([0-9]{1,4})\\s*(?:-\\s*#?([0-9]{1,4})\\s*)?");

    public Strategy {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("no lines");
        }
    }

    /// The strategy that a text means, see docs/search.md.
    ///
    /// @throws WrongInputException where a line is no query, with a [Refusal] as its cause; where there is no line
    public static Strategy parse(String text) {
        List<StrategyText.Entry> entries = StrategyText.entries(text);
        if (entries.isEmpty()) {
            throw new WrongInputException("the strategy has no lines: write one query a line");
        }
        if (entries.size() > MOST_LINES) {
            throw new WrongInputException("the strategy has %,d lines, at most %,d are read: cut it in two"
                    .formatted(entries.size(), MOST_LINES));
        }
        List<Line> lines = new ArrayList<>();
        Set<Integer> known = new HashSet<>();
        for (StrategyText.Entry entry : entries) {
            Source source = Source.of("line " + entry.number(), entry.query());
            if (!known.isEmpty() && known.contains(entry.number())) {
                throw source.refusal(
                        0, "there is a line #" + entry.number() + " above: give each line a number of its own");
            }
            lines.add(new Line(entry.number(), entry.query(), query(source, known)));
            known.add(entry.number());
        }
        return new Strategy(lines);
    }

    /// A strategy of a single query.
    public static Strategy of(String query) {
        return new Strategy(List.of(new Line(1, query, PubmedQuery.parse(query))));
    }

    /// The strategy with a line more: what its last line and a filter both match.
    public Strategy and(ClinicalQuery filter) {
        Line last = lines.getLast();
        int number = lines.stream().mapToInt(Line::number).max().orElseThrow() + 1;
        PubmedQuery query = new PubmedQuery(
                new Expression.And(List.of(new Expression.Reference(last.number()), new Expression.Filter(filter))));
        List<Line> more = new ArrayList<>(lines);
        more.add(new Line(number, query.toString(), query));
        return new Strategy(more);
    }

    private static PubmedQuery query(Source source, Set<Integer> known) {
        Matcher span = SPAN.matcher(source.text().stripTrailing());
        if (span.matches()) {
            return span(source, span, known);
        }
        return combinesLines(source) ? Parser.parseReferences(source, known) : Parser.parse(source, known);
    }

    private static boolean combinesLines(Source source) {
        List<String> pieces = Arrays.stream(
                        source.slice(0, source.text().length()).split("[ ()]+", -1))
                .filter(piece -> !piece.isEmpty())
                .toList();
        return !pieces.isEmpty()
                && pieces.stream().allMatch(piece -> REFERENCE.matcher(piece).matches());
    }

    private static PubmedQuery span(Source source, Matcher span, Set<Integer> known) {
        Set<Integer> lines = new LinkedHashSet<>();
        int at = span.start(2);
        for (String part : span.group(2).split(",", -1)) {
            Matcher numbers = SPAN_PART.matcher(part);
            if (!numbers.matches()) {
                throw source.refusal(
                        at,
                        "\"" + part + "\" names no lines: write " + span.group(1) + "/1-4 or " + span.group(1)
                                + "/1,3");
            }
            int from = Integer.parseInt(numbers.group(1));
            int until = numbers.group(2) == null ? from : Integer.parseInt(numbers.group(2));
            for (int line = from; line <= until; line++) {
                if (!known.contains(line)) {
                    throw source.refusal(
                            at,
                            "there is no line #" + line
                                    + " before this one: a strategy's line may refer to those above it only");
                }
                lines.add(line);
            }
            at += part.length() + 1;
        }
        if (lines.size() < 2) {
            throw source.refusal(span.start(2), "one line or none is no combination: write " + span.group(1) + "/1-4");
        }
        List<Expression> references =
                lines.stream().<Expression>map(Expression.Reference::new).toList();
        return new PubmedQuery(
                span.group(1).equalsIgnoreCase("or") ? new Expression.Or(references) : new Expression.And(references));
    }
}
