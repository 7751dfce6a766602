package org.plumbline.research.select;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plumbline.citations.Mark;
import org.plumbline.citations.text.Span;

/// Whether a sentence still says what it says when it is taken out of its text. Refuses what leans on the sentence
/// before it, points elsewhere for its content, was told by others first, or was cut.
public final class StandingAlone {

    private record Rule(Pattern pattern, String reason) {}

    private static final int LONGEST = 600;
    private static final int SHORTEST = 40;
    private static final int FEWEST_WORDS = 6;

    private static final List<Rule> RULES = List.of(
            rule(
                    "^(however|moreover|furthermore|in addition|additionally|also|thus|therefore|hence|consequently|but|and"
                            + "|similarly|likewise|conversely|in contrast|by contrast|nevertheless|nonetheless|indeed|finally"
                            + "|interestingly|importantly|notably|overall)?,? ?(it|they|them|he|she|its|their|his|her|such|those)\\b",
                    "begins with a word that points back"),
            rule(
                    "^((however|moreover|furthermore|in addition|additionally|thus|therefore|hence|consequently|but|and|similarly"
                            + "|conversely|in contrast|by contrast|nevertheless|nonetheless|indeed|finally|interestingly"
                            + "|importantly|notably|overall),? )?(this|these|that)\\b(?! (randomi[sz]ed|double|prospective"
                            + "|retrospective|study|trial|review|systematic|meta|cohort|analysis|large|multicent|pilot))",
                    "begins with a word that points back"),
            rule(
                    "^(similarly|likewise|conversely|by contrast|in contrast|on the other hand|the same|as a result|thus"
                            + "|therefore|hence|consequently|accordingly|again|the latter|the former|neither|none of these"
                            + "|no such|here|in this case|otherwise|respectively)\\b",
                    "leans on the sentence before it"),
            rule(
                    "^(there (was|were) no (such )?(difference|significant difference|statistically significant difference)s?"
                            + "[.;]?$)",
                    "does not say what differed"),
            rule(
                    "^the (observed |overall |mean )?(difference|effect|change|result|finding|association|trend|improvement"
                            + "|reduction|increase|decrease|comparison|pattern)s? (was|were|is|are|did|remained|persisted)\\b",
                    "begins with a word that points back"),
            rule(
                    "\\b(this|these|that|the same|the above|aforementioned|above-mentioned) (difference|effect|finding|trend"
                            + "|pattern|change|association|reduction|increase)s?\\b",
                    "points back to something not named"),
            rule(
                    "^(in|among|at|after|on|for|with) [^,.;]{0,60}?,? ?(it|they|this|these|the (counts|numbers|rates)) "
                            + "(was|were|occurred|did|had|remained)\\b|^the (test|p[- ]value) for interaction"
                            + "|^(there was no evidence that )?the (pooled )?(effect|result) (differed|favou?red)",
                    "does not say what was measured"),
            rule(
                    "^(supplementa(l|ry)|appendix|additional file|table|fig(ure)?s?\\b|see\\b|note\\b|abbreviations?\\b)",
                    "points to a table or figure"),
            rule(
                    "\\b(shown|presented|summari[sz]ed|displayed|reported|listed|depicted|illustrated|given|provided|detailed"
                            + "|found|described|seen|outlined) (in|by|as|at) (the )?(online )?\\(?(supplement|supplementa(l|ry)|table"
                            + "|figure|fig\\b|fig\\.|appendix|additional|multimedia|text|box)",
                    "points to a table or figure"),
            rule(
                    "\\b(table|figure|fig\\.?) ?[0-9a-z]+ (shows?|presents?|summari[sz]es|displays?|gives?|lists?|depicts?)\\b",
                    "points to a table or figure"),
            rule("\\bet al\\b|(?<!CI )(?<!CI: )\\[[0-9, –-]+\\]|\\((19|20)[0-9]{2}[a-z]?\\)", "told by others first"),
            rule(
                    "\\b(previous|earlier|prior|other|recent|several) (studies|trials|reports|reviews|research|work|authors"
                            + "|investigators)\\b|\\bhas been (shown|reported|demonstrated)\\b|\\bhave (shown|reported)\\b",
                    "told by others first"),
            rule(
                    "\\bbaseline (characteristics?|demographics?|variables?|data)\\b|\\b(similar|comparable|well[- ](matched|balanced)"
                            + "|no (significant |statistically significant )?differences?)\\b.{0,60}\\bat baseline\\b"
                            + "|^(at|before|prior to|upon) (study |the )?(baseline|enrol|entry|inclusion|admission|randomi)"
                            + "|^baseline\\b|\\b(confounding|demographic|sociodemographic) (factors?|variables?|characteristics?)\\b"
                            + "|\\b(no (significant |statistically significant )?(\\w+ )?differences?|not differ|similar|comparable)\\b"
                            + ".*\\bbaseline\\b|\\bbaseline\\b.*\\b(similar|comparable|not differ)\\b",
                    "compares groups before the treatment"),
            rule(
                    "\\b(inter|intra)-?rater\\b|\\btest[- ]retest\\b|\\bcronbach|\\binternal consistency\\b"
                            + "|\\b(met|meeting|fulfilled) (the )?(diagnostic |inclusion )?criteria\\b|\\binclusion criteri",
                    "tells of methods, not of results"),
            rule(
                    "^(?=.*\\b(similar|comparable|not differ|no (\\w+ ){0,2}differences?)\\b)"
                            + "(?=(.*\\b(age|sex|gender|height|education|bmi|body mass index|marital|ethnicity|race|smoking status)\\b){2})",
                    "compares groups before the treatment"),
            rule(
                    "\\b(sample size|power calculation|statistical power|power of [0-9]+|was powered|were analy[sz]ed using"
                            + "|was (used|performed|calculated|assessed|measured) (to|using|with|by)|were (excluded|screened"
                            + "|assessed for eligibility)|intention[- ]to[- ]treat (analysis|population) (was|included))",
                    "tells of methods, not of results"),
            rule(
                    "^(to|we (aimed|sought|hypothesi[sz]ed|investigated|examined|evaluated|assessed|compared|conducted"
                            + "|performed|tested|randomi[sz]ed|enrolled|recruited|included)|the (aim|objective|purpose|goal) )\\b",
                    "tells of aims or methods, not of results"),
            rule(
                    "\\b(were|was) (monitored|assessed|evaluated|collected|defined|determined|obtained|graded|measured) (by|using|with"
                            + "|as|at|every|from|according)\\b",
                    "tells of methods, not of results"),
            rule(
                    "\\b(conducted|designed|undertaken|carried out|performed|initiated|planned|aimed|sought|intended) to"
                            + " (?!be\\b)[a-z]+",
                    "tells of aims or methods, not of results"),
            rule(
                    "\\bnon-?(respondents?|completers?|attenders?)\\b|\\blost to follow[- ]?up\\b"
                            + "|\\bnon-?responders?\\b.{1,60}(?<!non-)(?<!non)\\bresponders?\\b",
                    "tells who stayed in the study, not what came of it"),
            rule("\\?$", "is a question"));

    private StandingAlone() {}

    private static Rule rule(String pattern, String reason) {
        return new Rule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), reason);
    }

    /// Why a sentence of results does not stand alone; empty where it does.
    ///
    /// @param marks the marks of its section
    public static Optional<String> findFault(String sentence, Span span, List<Mark> marks) {
        Optional<String> form = findFaultOfForm(sentence, span, marks);
        return form.isPresent()
                ? form
                : RULES.stream()
                        .filter(rule -> rule.pattern().matcher(sentence).find())
                        .map(Rule::reason)
                        .findFirst();
    }

    /// Why the authors' conclusion does not stand alone. A conclusion may speak of "these results": they are its
    /// own.
    public static Optional<String> findFaultOfConclusion(String sentence, Span span, List<Mark> marks) {
        Optional<String> form = findFaultOfForm(sentence, span, marks);
        if (form.isPresent()) {
            return form;
        }
        boolean own = sentence.matches(
                "(?i)^(these|this|our|the present|the) (\\w+ ){0,3}(results?|findings?|data|study|trial"
                        + "|evidence|review|meta-analysis|analysis)\\b.*");
        return own
                ? Optional.empty()
                : RULES.stream()
                        .limit(3)
                        .filter(rule -> rule.pattern().matcher(sentence).find())
                        .map(Rule::reason)
                        .findFirst();
    }

    private static Optional<String> findFaultOfForm(String sentence, Span span, List<Mark> marks) {
        if (sentence.length() > LONGEST) {
            return Optional.of("longer than " + LONGEST + " characters");
        }
        if (sentence.length() < SHORTEST || sentence.split("\\s+").length < FEWEST_WORDS) {
            return Optional.of("too short to say something by itself");
        }
        if (!sentence.matches("(?s).*[.!][)\\]\"'”’]*$")) {
            return Optional.of("does not end as a sentence");
        }
        if (Character.isLowerCase(sentence.codePointAt(0)) || !balanced(sentence)) {
            return Optional.of("was cut");
        }
        for (Mark mark : marks) {
            boolean within = mark.start() < span.end() && mark.end() > span.start();
            if (within && mark.kind() == Mark.Kind.CITATION) {
                return Optional.of("told by others first");
            }
            if (within && mark.kind() == Mark.Kind.FORMULA) {
                return Optional.of("has a formula that words alone do not show");
            }
        }
        return Optional.empty();
    }

    private static boolean balanced(String sentence) {
        int round = 0;
        int square = 0;
        for (int i = 0; i < sentence.length(); i++) {
            switch (sentence.charAt(i)) {
                case '(' -> round++;
                case ')' -> round--;
                case '[' -> square++;
                case ']' -> square--;
                default -> {}
            }
            if (round < 0 || square < 0) {
                return false;
            }
        }
        return round == 0 && square == 0;
    }
}
