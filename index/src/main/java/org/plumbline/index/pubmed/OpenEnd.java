package org.plumbline.index.pubmed;

import java.util.List;

/// What is open at the end of an entry of a strategy, as far as its lines were read.
final class OpenEnd {

    private boolean inQuotes;
    private boolean behindOperator;
    private int brackets;

    /// Reads one more line of the entry.
    void add(String line) {
        String plain = Source.plain(line);
        for (int i = 0; i < plain.length(); i++) {
            char character = plain.charAt(i);
            if (character == '"') {
                inQuotes = !inQuotes;
            } else if (!inQuotes) {
                brackets += character == '(' ? 1 : 0;
                brackets -= character == ')' ? 1 : 0;
            }
        }
        behindOperator = endsWithOperator(plain.stripTrailing());
    }

    private static boolean endsWithOperator(String line) {
        return List.of("and", "or", "not").stream().anyMatch(operator -> {
            int at = line.length() - operator.length();
            boolean word = at == 0 || (at > 0 && !Character.isLetterOrDigit(line.charAt(at - 1)));
            return word && line.regionMatches(true, at, operator, 0, operator.length());
        });
    }

    /// Whether a quotation mark or a bracket is open, or an operator has nothing behind it.
    boolean goesOn() {
        return inQuotes || brackets > 0 || behindOperator;
    }
}
