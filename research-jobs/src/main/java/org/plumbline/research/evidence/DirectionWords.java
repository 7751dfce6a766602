package org.plumbline.research.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lexicon of directions: words of more and less, of better and worse, of sameness, of significance.
final class DirectionWords {

    /// A word that says more (+1) or less (-1).
    record Found(int sign, int start, int end) {}

    private static final Pattern MORE = words(
            "higher|highest|greater|increas\\w+|more|longer|larger|elevat\\w+|rose|rais\\w+|rise|rises|rising|gain\\w*|exceed\\w+|enhanc\\w+|"
                    + "prolong\\w+|stronger|augment\\w+|up-?regulat\\w+|doubl\\w+|taller|heavier|delay\\w*|slower|later|accelerat\\w+|grew|grow");
    private static final Pattern LESS = words(
            "lower\\w*|lowest|less|fewer|decreas\\w+|reduc\\w+|declin\\w+|short(?:er|en\\w*)|smaller|diminish\\w*|drop\\w*|fell|fall|falls|attenuat\\w+|"
                    + "suppress\\w+|prevent\\w+|weaker|down-?regulat\\w+|quicker|faster|earlier|inhibit\\w+|protect\\w+|alleviat\\w+|reliev\\w+|"
                    + "resolv\\w+|minimi[sz]\\w+|blunt\\w+|halved|lost");
    private static final Pattern BETTER = words(
            "improv\\w+|better|superior\\w*|effective\\w*|efficac\\w+|benefi\\w+|favo(?:u)?r\\w*|greater improvement|ameliorat\\w+|satisf\\w+");
    private static final Pattern WORSE =
            words("worse\\w*|deteriorat\\w+|inferior|poor(?:er)?|impair\\w*|harm\\w*|aggravat\\w+");

    private static final Pattern DEGREE =
            words("greater|larger|higher|more|less|smaller|lower|fewer|stronger|weaker|faster|slower");
    private static final Pattern CHANGE = words(
            "reductions?|decreas(?:e|es|ed|ing)|declines?|declined|drops?|loss|falls?|increas(?:e|es|ed|ing)|rises?|gains?|elevations?|reduc(?:ed|ing)");
    private static final Pattern QUALITY = Pattern.compile(
            "\\s+(?:\\w+\\s+)?(?:improve\\w*|effective\\w*|efficac\\w+|benefi\\w+|satisf\\w+|likely to (?:improve|benefit)|favo(?:u)?rable)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FEWER_BEFORE = words("less|smaller|lower|fewer");

    private static final Pattern SAME = words(
            "no (?:statistically |clinically |overall )?(?:significan\\w+|differences?|effects?|changes?|evidence|associations?|benefits?|"
                    + "increase|decrease|reduction|improvement|main effects?|interactions?|group)|not? (?:\\w+ ){0,3}(?:statistically |clinically )?"
                    + "significan\\w+|(?:did|do|does|was|were|is|are|has|have|had|could) ?not (?:\\w+ ){0,4}?(?:differ\\w*|affect\\w*|alter\\w*|change\\w*|"
                    + "influence\\w*|improve\\w*|increase\\w*|decrease\\w*|reduce\\w*|significan\\w+|reach\\w*|associated|different|find|observe\\w*|reveal|show)|"
                    + "didn[’']t|similar\\w*|comparable|non-? ?significan\\w+|insignifican\\w+|unchanged|unaffected|equal\\w*|identical|same|ns|neither|nor|"
                    + "without (?:\\w+ ){0,2}(?:difference|significan\\w+|change)\\w*|none of|failed to|no other|not reach\\w*|unaltered|equivalent");
    private static final Pattern SIGNIFICANT = words("significan\\w+|marked\\w*|substantial\\w*|strong\\w*");
    private static final Pattern NEGATION = words("no|not|without|neither|nor|none|never|failed|cannot|didn[’']t|non");
    private static final Pattern BOTH =
            words("both|all (?:\\w+ )?groups|each group|either group|all treatments|two groups");
    private static final Pattern BASELINE = words(
            "baseline|before|initial|pre-?(?:treatment|test|intervention)|from (?:baseline|pre)|over time|within");
    private static final Pattern UNWANTED = words(
            "pain|mortality|deaths?|died|incidence|risk|adverse|side effects?|symptoms?|severity|infection\\w*|complication\\w*|relapse\\w*|"
                    + "recurren\\w+|failure\\w*|anxiety|depress\\w+|fatigue|stress|nausea|vomiting|bleeding|blood loss|hospitali[sz]ation\\w*|length of stay|"
                    + "stay|duration|time to|cholesterol|ldl|triglyceride\\w*|glucose|hba1c|weight|bmi|pressure|disability|smoking|drinking|falls?|"
                    + "injur\\w+|ulcer\\w*|lesions?|inflammat\\w+|crp|consumption|requirement\\w*|need|use|cost\\w*|error\\w*|toxicity|events?|disorder\\w*|"
                    + "dropout|withdraw\\w+|discontinu\\w+|virologic|parasit\\w+|fever|cough\\w*|insomnia|distress|craving|plaque|bacteri\\w+|madrs|hamd|ham-d|"
                    + "phq\\w*|bdi|womac|vas|dlqi|haq\\w*|basdai|das28|ipss|scorad|pasi|ymrs|panss|cgi|gds|epds|hads|stai|isi|psqi|nihss|updrs|edss|"
                    + "impairment|adhd|oab|incontinence|itch\\w*|prurit\\w*|exacerbation\\w*|attacks?|headache\\w*|migraine\\w*");

    private static final Pattern WANTS_MORE =
            words("increas\\w+|improv\\w+|gain\\w*|better|rise|elevation|enhance\\w*|higher|growth");
    private static final Pattern WANTS_LESS = words(
            "reduc\\w+|decreas\\w+|loss|declin\\w+|lower\\w*|drop|relief|fall in|shorten\\w*|prevent\\w*|protect\\w*|avoid\\w*");

    private DirectionWords() {}

    /// In order; what compounds say is composed: a "smaller increase" is less, a "greater reduction" is less, and a
    /// "greater improvement" is no word of more.
    static List<Found> moreOrLess(String sentence) {
        List<Found> found = new ArrayList<>();
        add(MORE, 1, sentence, found);
        add(LESS, -1, sentence, found);
        found.sort(Comparator.comparingInt(Found::start));
        List<Found> composed = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Found one = found.get(i);
            if (isDegree(one, sentence)
                    && QUALITY.matcher(sentence)
                            .region(one.end(), sentence.length())
                            .lookingAt()) {
                continue;
            }
            if (i + 1 < found.size() && compose(one, found.get(i + 1), sentence)) {
                Found next = found.get(++i);
                composed.add(new Found(one.sign() * next.sign(), one.start(), next.end()));
            } else {
                composed.add(one);
            }
        }
        return composed;
    }

    /// "greater reduction", or "the reduction in pain was greater".
    private static boolean compose(Found one, Found next, String sentence) {
        String between = sentence.substring(one.end(), next.start());
        if (isDegree(one, sentence) && isChange(next, sentence)) {
            return between.length() < 22 && !between.matches("(?s).*[,;(].*");
        }
        return isChange(one, sentence)
                && isDegree(next, sentence)
                && between.length() < 110
                && between.matches("(?s).*\\b(?:was|were|is|significantly)\\b.*")
                && !between.matches("(?s).*(?:;|\\band (?:was|were|had)|\\bbut\\b|\\. |, while).*");
    }

    private static boolean isDegree(Found word, String sentence) {
        return DEGREE.matcher(sentence.substring(word.start(), word.end())).matches();
    }

    private static boolean isChange(Found word, String sentence) {
        return CHANGE.matcher(sentence.substring(word.start(), word.end())).matches();
    }

    static List<Found> betterOrWorse(String sentence) {
        List<Found> found = new ArrayList<>();
        add(BETTER, 1, sentence, found);
        add(WORSE, -1, sentence, found);
        found.replaceAll(word -> FEWER_BEFORE
                        .matcher(sentence.substring(Math.max(0, word.start() - 18), word.start()))
                        .find()
                ? new Found(-word.sign(), word.start(), word.end())
                : word);
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    static List<Found> same(String sentence) {
        List<Found> found = new ArrayList<>();
        add(SAME, 0, sentence, found);
        return found;
    }

    static List<Found> significant(String sentence) {
        List<Found> found = new ArrayList<>();
        add(SIGNIFICANT, 1, sentence, found);
        return found;
    }

    static boolean isNegated(String sentence, Found word) {
        return NEGATION.matcher(sentence.substring(Math.max(0, word.start() - 25), word.start()))
                .find();
    }

    static boolean namesBothGroups(String sentence) {
        return BOTH.matcher(sentence).find();
    }

    static boolean namesBaseline(String sentence) {
        return BASELINE.matcher(sentence).find();
    }

    static boolean isUnwanted(String outcome) {
        return UNWANTED.matcher(outcome).find();
    }

    /// +1 where the outcome is itself an increase, -1 where it is a reduction, else 0.
    static int signOfOutcome(String outcome) {
        boolean more = WANTS_MORE.matcher(outcome).find();
        boolean less = WANTS_LESS.matcher(outcome).find();
        return more == less ? 0 : more ? 1 : -1;
    }

    private static void add(Pattern pattern, int sign, String sentence, List<Found> found) {
        Matcher matcher = pattern.matcher(sentence);
        while (matcher.find()) {
            found.add(new Found(sign, matcher.start(), matcher.end()));
        }
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE);
    }
}
