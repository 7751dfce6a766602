package org.plumbline.index.pubmed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.index.pubmed.Token.Operator;

/// Cuts a query into tokens.
final class Lexer {

    private static final String DELIMITERS = " ()[]\":";

    private final Source source;
    private final String text;
    private final boolean numbersAreLines;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(Source source, boolean numbersAreLines) {
        this.source = source;
        this.text = source.text();
        this.numbersAreLines = numbersAreLines;
    }

    static List<Token> tokens(Source source) {
        return new Lexer(source, false).tokens();
    }

    /// Those of a line that only combines others: numbers are lines, with or without `#`, and operators may be
    /// written in small letters.
    static List<Token> tokensOfReferences(Source source) {
        return new Lexer(source, true).tokens();
    }

    private List<Token> tokens() {
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case ' ', Source.NOTHING -> at++;
                case '(' -> tokens.add(new Token.Open(at, ++at));
                case ')' -> tokens.add(new Token.Close(at, ++at));
                case ':' -> tokens.add(new Token.Colon(at, ++at));
                case '"' -> tokens.add(quoted());
                case '[' -> tokens.add(tagged());
                case ']' -> throw source.refusal(at, "a square bracket closes that was not opened: remove it");
                default -> tokens.add(bare());
            }
        }
        return List.copyOf(tokens);
    }

    private Token quoted() {
        int start = at;
        int close = text.indexOf('"', start + 1);
        if (close < 0) {
            throw source.refusal(start, "a quotation mark opens that is never closed: close it, or remove it");
        }
        at = close + 1;
        return new Token.Quoted(start, at);
    }

    private Token tagged() {
        int start = at;
        int close = text.indexOf(']', start);
        if (close < 0) {
            throw source.refusal(start, "a square bracket opens that is never closed: close it, as in [tiab]");
        }
        int within = text.indexOf('[', start + 1);
        if (within >= 0 && within < close) {
            throw source.refusal(within, "a square bracket opens within another: close the first, or remove one");
        }
        at = close + 1;
        return new Token.Tagged(Tag.parse(source, start, at), start, at);
    }

    private Token bare() {
        int start = at;
        while (at < text.length() && DELIMITERS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = source.slice(start, at);
        if (word.startsWith("10.") && word.contains("/")) {
            takeBracketsOfDoi();
        }
        return named(word, start);
    }

    /// Old DOIs have round brackets and colons in them: `10.1016/S0140-6736(05)66178-1`.
    private void takeBracketsOfDoi() {
        int depth = 0;
        while (at < text.length() && " []\"".indexOf(text.charAt(at)) < 0) {
            char character = text.charAt(at);
            depth += character == '(' ? 1 : 0;
            depth -= character == ')' ? 1 : 0;
            if (depth < 0) {
                return;
            }
            at++;
        }
    }

    private Token named(String word, int start) {
        String operator = numbersAreLines ? word.toUpperCase(Locale.ROOT) : word;
        for (Operator one : Operator.values()) {
            if (one.name().equals(operator)) {
                return new Token.Combine(one, start, at);
            }
        }
        if (word.matches("#[0-9]{1,9}") || (numbersAreLines && word.matches("[0-9]{1,4}"))) {
            return new Token.LineNumber(Integer.parseInt(word.replace("#", "")), start, at);
        }
        return new Token.Bare(start, at);
    }
}
