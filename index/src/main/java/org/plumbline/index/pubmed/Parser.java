package org.plumbline.index.pubmed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.pubmed.Expression.Published;
import org.plumbline.index.pubmed.Token.Bare;
import org.plumbline.index.pubmed.Token.Close;
import org.plumbline.index.pubmed.Token.Colon;
import org.plumbline.index.pubmed.Token.Combine;
import org.plumbline.index.pubmed.Token.LineNumber;
import org.plumbline.index.pubmed.Token.Open;
import org.plumbline.index.pubmed.Token.Operator;
import org.plumbline.index.pubmed.Token.Quoted;
import org.plumbline.index.pubmed.Token.Tagged;

/// Makes an expression of tokens. As in PubMed no operator binds closer than another: they are carried out from left
/// to right, and only brackets say otherwise. Where no operator stands, AND is meant.
final class Parser {

    private static final int MOST_NESTED = 100;

    /// How deep combinations may lie in each other: what walks them calls itself.
    private static final int DEEPEST = 300;

    private final Source source;
    private final List<Token> tokens;
    private final Set<Integer> lines;
    private int next;
    private int nested;
    /// How deep combinations lie in the operand that was read last.
    private int depth;

    private Parser(Source source, List<Token> tokens, Set<Integer> lines) {
        this.source = source;
        this.tokens = tokens;
        this.lines = lines;
    }

    /// @param lines the lines that may be referred to
    static PubmedQuery parse(Source source, Set<Integer> lines) {
        return new Parser(source, Lexer.tokens(source), lines).whole();
    }

    /// A line that combines others and nothing else.
    static PubmedQuery parseReferences(Source source, Set<Integer> lines) {
        return new Parser(source, Lexer.tokensOfReferences(source), lines).whole();
    }

    private PubmedQuery whole() {
        if (tokens.isEmpty()) {
            throw source.refusal(0, "nothing is asked: write a word, such as asthma[tiab]");
        }
        Expression root = combination();
        if (next < tokens.size()) {
            throw source.refusal(
                    tokens.get(next).start(), "a bracket closes that was not opened: remove it, or open it before");
        }
        return new PubmedQuery(root);
    }

    private Expression combination() {
        List<Expression> operands = new ArrayList<>(List.of(operand(null)));
        int deepest = depth;
        Operator same = Operator.AND;
        while (peek() != null && !(peek() instanceof Close)) {
            Combine operator = peek() instanceof Combine combine ? combine : null;
            next += operator == null ? 0 : 1;
            Operator now = operator == null ? Operator.AND : operator.operator();
            if (operands.size() > 1 && (now != same || now == Operator.NOT)) {
                operands = new ArrayList<>(List.of(combined(same, operands)));
                deepest = oneMore(deepest);
            }
            same = now;
            operands.add(operand(operator));
            deepest = Math.max(deepest, depth);
        }
        depth = operands.size() == 1 ? deepest : oneMore(deepest);
        return operands.size() == 1 ? operands.getFirst() : combined(same, operands);
    }

    private int oneMore(int deep) {
        if (deep == DEEPEST) {
            throw source.refusal(
                    tokens.get(next - 1).start(),
                    "operators change more than " + DEEPEST + " times: cut the query into lines of a strategy");
        }
        return deep + 1;
    }

    private static Expression combined(Operator operator, List<Expression> operands) {
        return switch (operator) {
            case AND -> new Expression.And(operands);
            case OR -> new Expression.Or(operands);
            case NOT -> new Expression.Not(operands.getFirst(), operands.getLast());
        };
    }

    /// @param after the operator before it, where there is one
    private Expression operand(@Nullable Combine after) {
        Token token = peek();
        depth = 0;
        return switch (token) {
            case null -> throw missing(after);
            case Open open -> bracketed(open);
            case Close close ->
                throw source.refusal(
                        close.start(),
                        after == null
                                ? "a bracket closes with nothing in it: remove both, or write a term"
                                : after.operator() + " has nothing after it: write a term, or remove it");
            case Combine combine -> throw noOperand(combine, after);
            case Colon colon ->
                throw source.refusal(colon.start(), "a colon stands between two dates only, as in 2010:2020[dp]");
            case Tagged tagged ->
                throw source.refusal(
                        tagged.start(),
                        "a tag belongs behind a word or a phrase, not behind brackets: give each its own");
            case LineNumber number -> reference(number);
            case Bare _ -> run();
            case Quoted quoted -> quoted(quoted);
        };
    }

    private WrongInputException missing(@Nullable Combine after) {
        String what = after == null ? "nothing is asked" : after.operator() + " has nothing after it";
        return source.refusal(
                after == null ? source.text().length() : after.start(), what + ": write a term, or remove it");
    }

    private WrongInputException noOperand(Combine combine, @Nullable Combine after) {
        if (after != null && combine.operator() == Operator.NOT) {
            return source.refusal(
                    combine.start(),
                    after.operator() + " and NOT follow each other: write NOT alone, it means \"and not\"");
        }
        return source.refusal(
                combine.start(),
                combine.operator()
                        + (after == null ? " has nothing before it" : " follows " + after.operator())
                        + ": write a term before it, or remove it; in quotation marks it is a word");
    }

    private Expression bracketed(Open open) {
        nested++;
        if (nested > MOST_NESTED) {
            throw source.refusal(open.start(), "brackets stand more than " + MOST_NESTED + " deep: remove some");
        }
        next++;
        Expression within = combination();
        if (peek() == null) {
            throw source.refusal(open.start(), "a bracket opens that is never closed: close it, or remove it");
        }
        next++;
        nested--;
        return within;
    }

    private Expression reference(LineNumber number) {
        if (!lines.contains(number.line())) {
            throw source.refusal(
                    number.start(),
                    "there is no line #" + number.line()
                            + " before this one: a strategy's line may refer to those above it only");
        }
        next++;
        return new Expression.Reference(number.line());
    }

    /// Words up to a tag, an operator, a bracket or a quotation mark.
    private Expression run() {
        refuseSmallOperator();
        int start = tokens.get(next).start();
        int end = start;
        while (peek() instanceof Bare || peek() instanceof Colon) {
            end = tokens.get(next).end();
            next++;
        }
        return term(new TermText(source, start, end, false));
    }

    /// `asthma[tiab] or wheeze[tiab]`: where a term may stand, `or` would be a word of the next one. Behind an
    /// operator only `not` is taken for one; `Or T[au]` is an author.
    private void refuseSmallOperator() {
        boolean afterTerm = next > 0 && !(tokens.get(next - 1) instanceof Open);
        boolean afterOperator = next > 0 && tokens.get(next - 1) instanceof Combine;
        String word = source.slice(tokens.get(next).start(), tokens.get(next).end());
        if (afterOperator ? word.equalsIgnoreCase("not") : afterTerm && Words.isOperator(word)) {
            throw Words.smallOperator(source, word, tokens.get(next).start());
        }
    }

    private Expression quoted(Quoted quoted) {
        next++;
        TermText term = new TermText(source, quoted.start() + 1, quoted.end() - 1, true);
        if (peek() instanceof Colon) {
            return until(DateTerm.range(term));
        }
        return term(term);
    }

    private Expression term(TermText term) {
        if (!(peek() instanceof Tagged tagged)) {
            return term.untagged();
        }
        next++;
        if (tagged.tag().name() == Tag.Name.DATE && peek() instanceof Colon) {
            return until(DateTerm.range(term));
        }
        return term.tagged(tagged.tag(), tagged.start());
    }

    /// The second half of `"2010"[dp] : "2015"[dp]`.
    private Expression until(Published from) {
        Token colon = tokens.get(next);
        next++;
        Token token = peek();
        if (!(token instanceof Quoted) && !(token instanceof Bare)) {
            throw source.refusal(colon.start(), "the colon has no date after it: write a range as 2010:2020[dp]");
        }
        next++;
        int quote = token instanceof Quoted ? 1 : 0;
        TermText term = new TermText(source, token.start() + quote, token.end() - quote, quote == 1);
        if (!(peek() instanceof Tagged tagged) || tagged.tag().name() != Tag.Name.DATE) {
            throw source.refusal(token.start(), "a range ends with a date and its tag, as in 2010:2020[dp]");
        }
        next++;
        return DateTerm.range(from, term);
    }

    private @Nullable Token peek() {
        return next < tokens.size() ? tokens.get(next) : null;
    }
}
