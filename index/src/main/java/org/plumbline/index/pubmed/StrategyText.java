package org.plumbline.index.pubmed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.WrongInputException;

/// Cuts the text of a strategy into its entries. An entry begins with a number (`1.`, `1)`, `#1`, or a bare `1` where
/// all lines are counted so) or takes the next one. A line goes on in the one below where a bracket or a quotation
/// mark is open or an operator stands at the break. Blank lines and comments (`//`, `;`, `# ` and words) are passed
/// over.
final class StrategyText {

    /// One of its queries, unread.
    ///
    /// @param query without its number; a line break within is a space
    record Entry(int number, String query) {}

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_TEXT_LINES = 5_000;

    private static final Pattern NUMBERED =
            Pattern.compile("(?s)\\s*(?:#([0-9]{1,4})[.):]?|([0-9]{1,4})[.):])(?:\\s+(.*))?");
    private static final Pattern COUNTED = Pattern.compile("(?s)\\s*([0-9]{1,4})\\s+(\\S.*)");
    private static final Pattern COMMENT = Pattern.compile("(?s)\\s*(//|;|#(?!\\s?[0-9])).*");
    private static final Pattern CONTINUES = Pattern.compile("(?is)\\s*(\\)|(and|or|not)\\b(?!\\s*/)).*");

    private final List<Entry> entries = new ArrayList<>();
    private final boolean counted;
    /// Of the last entry.
    private OpenEnd end = new OpenEnd();

    private StrategyText(boolean counted) {
        this.counted = counted;
    }

    static List<Entry> entries(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new WrongInputException("the strategy has %,d characters, at most %,d are read: cut it in two"
                    .formatted(text.length(), MOST_CHARACTERS));
        }
        List<String> lines = text.replace("\ufeff", "")
                .lines()
                .map(line -> line.replace('\u00a0', ' '))
                .filter(line -> !line.isBlank() && !COMMENT.matcher(line).matches())
                .toList();
        if (lines.size() > MOST_TEXT_LINES) {
            throw new WrongInputException("the strategy has %,d lines of text, at most %,d are read: cut it in two"
                    .formatted(lines.size(), MOST_TEXT_LINES));
        }
        StrategyText cutter = new StrategyText(areCounted(lines));
        lines.forEach(cutter::add);
        return List.copyOf(cutter.entries);
    }

    /// Whether every line begins with the number that it has: of two lines or more, or "1 year mortality" would be
    /// one of them.
    private static boolean areCounted(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = COUNTED.matcher(lines.get(i));
            if (!line.matches()
                    || Integer.parseInt(line.group(1)) != i + 1
                    || CONTINUES.matcher(line.group(2)).matches()) {
                return false;
            }
        }
        return lines.size() > 1;
    }

    private void add(String line) {
        Matcher number = (counted ? COUNTED : NUMBERED).matcher(line);
        if (counted && number.matches()) {
            begin(Integer.parseInt(number.group(1)), number.group(2).strip());
        } else if (number.matches() && !isReference(number)) {
            String digits = number.group(1) == null ? number.group(2) : number.group(1);
            begin(
                    Integer.parseInt(digits),
                    number.group(3) == null ? "" : number.group(3).strip());
        } else if (!entries.isEmpty() && goesOn(line)) {
            Entry last = entries.removeLast();
            entries.add(new Entry(last.number(), last.query() + " " + line.strip()));
            end.add(line);
        } else {
            begin(entries.isEmpty() ? 1 : entries.getLast().number() + 1, line.strip());
        }
    }

    private void begin(int number, String query) {
        entries.add(new Entry(number, query));
        end = new OpenEnd();
        end.add(query);
    }

    /// Whether `#1` at the beginning is not the line's number but one that it refers to: `#1 AND #2`.
    private static boolean isReference(Matcher number) {
        String rest = number.group(3);
        boolean bare = number.group(1) != null;
        return bare && (rest == null || CONTINUES.matcher(rest).matches());
    }

    private boolean goesOn(String line) {
        boolean fits = entries.getLast().query().length() <= Source.MOST_CHARACTERS;
        return fits && (end.goesOn() || CONTINUES.matcher(line).matches());
    }
}
