package org.plumbline.research.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.Location;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.text.Sentences;
import org.plumbline.citations.text.Span;

/// Finds how many people (or other units) a study randomised, enrolled or analysed, as its abstract says, else its
/// methods and results. Gives none where the numbers compete: a wrong number is worse than none.
public final class SampleSize {

    /// A number of people with its place.
    ///
    /// @param location the number with the words that say what it counts
    public record Found(Location location, int n) {}

    private record Candidate(Section section, Span span, int n, int strength) {}

    /// How strong a number is that a phrase says to be of the whole study.
    private static final int OF_WHOLE = 6;

    /// How strong the sum of the arms is: weaker than a number of people who were randomised, stronger than others.
    private static final int OF_ARMS = 4;

    private static final String PEOPLE =
            "(?:patients?|participants?|subjects?|women|men|children|adults|infants|individuals|volunteers|"
                    + "people|persons|students|neonates|newborns|adolescents|boys|girls|males|females|residents|employees|nurses|smokers|mothers|"
                    + "outpatients|inpatients|physicians|practitioners|families|couples|workers|veterans|athletes|preterms|recipients|carers|"
                    + "caregivers|survivors|asthmatics|migrainous|consenting males|teachers|parents|babies|users|gps|members|cases)";
    private static final String WORD_NUMBER =
            "(?:(?:twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety)(?:[- ]?(?:one|two|three|"
                    + "four|five|six|seven|eight|nine))?|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
                    + "nineteen|(?:one|two|three|four|five|six|seven|eight|nine) hundred(?: and \\w+(?:-\\w+)?)?)";
    private static final String NUMBER = "(?<n>\\d{1,3}(?:[, ]\\d{3})+|\\d+|" + WORD_NUMBER + ")";
    private static final Pattern COUNTED =
            insensitive("(?<![\\d.,/±=<>–-])(?<!\\b(?:aged|group|age|phase|type|than|of|≥|>) )" + NUMBER
                    + "(?![.,/]?\\d|\\s?(?:%|±|-|–)) (?<between>(?:(?!(?:of|in|per|to|weeks?|years?|months?|days?|mg|groups?|min|hours?|centers?|"
                    + "centres?|clinics?|practices|departments?|units?|icus?|sites|wards|hospitals?|including|and|were|was|or|received)\\b|\\d{2})[\\w'’/()-]+,? ){0,7}?)"
                    + PEOPLE + "\\b");
    private static final Pattern OF_COUNTED =
            insensitive("\\b(?:total|sample|cohort|population) (?:\\w+ )?(?:of|comprising|included) " + NUMBER
                    + "(?![.,/]?\\d|\\s?%)");
    /// "Of 3,078 randomised adults, ...": the whole trial where a sentence begins so.
    private static final Pattern OF_RANDOMISED = insensitive("^of (?:the |all )?" + NUMBER
            + "(?![.,/]?\\d|\\s?%) (?:randomi[sz]ed|enrolled) " + PEOPLE + "\\b(?! (?:in|with) )");
    /// Reviews: "six trials with 2,914 children".
    private static final Pattern OF_TRIALS = insensitive(
            "\\b(?:trials|studies|rcts) (?:with|of|involving|including|" + "enrolling|comprising|\\() ?(?:a total of )?"
                    + NUMBER + "(?![.,/]?\\d|\\s?%) (?:\\w+ )?" + PEOPLE + "\\b");
    /// "A randomised trial of 63 ventilated adults".
    private static final Pattern TRIAL_OF = insensitive("\\b(?:trial|study) (?:of|in|with|involving) " + NUMBER
            + "(?![.,/]?\\d|\\s?%) (?:[\\w-]+ ){0,3}?" + PEOPLE + "\\b");
    private static final Pattern EQUALS =
            Pattern.compile("(?<=[(\\[\\s,;])[nN]\\s?=\\s?(?<n>\\d{1,3}(?:[, ]\\d{3})+|\\d+)");
    private static final Pattern TWO_ARMS = insensitive(
            "\\b(?:randomi[sz]ed|randomly|assigned|allocated|received)\\b[^;]{0,160}?[(,\\[] ?n ?= ?(?<a>\\d{1,3}(?:[, ]\\d{3})+|\\d+)\\)?"
                    + "[^;]{0,120}?[(,\\[] ?n ?= ?(?<b>\\d{1,3}(?:[, ]\\d{3})+|\\d+)\\)?");
    private static final Pattern AFTER_RANDOM =
            insensitive("\\b(?:randomi[sz]ed|randomly (?:assigned|allocated)|enrolled|recruited)(?: a total of)? "
                    + NUMBER + "(?![.,/]?\\d|\\s?%)(?! (?:weeks?|days?|months?|years?|times|to|mg|groups?|or)\\b)");

    private static final Pattern RANDOMISED = insensitive("\\brandom");
    private static final Pattern ENROLLED = insensitive(
            "\\b(?:enrol\\w*|recruit\\w*|includ\\w+|particip\\w+|stud(?:y|ied)|divided|allocated|assigned|complet\\w+|analy[sz]ed|consumed|sample|"
                    + "trial|design|assess\\w*|evaluated)\\b");
    private static final Pattern OF_ARM =
            insensitive("^[^.;]{0,12}?\\b(?:per (?:group|arm)|each\\b|in (?:the |each |group )?(?!(?:our|this|both|a|"
                    + "three|two|four|total|all)\\b)(?:[\\w-]+ ){0,4}(?:group|arm)\\b|(?:control|intervention|placebo)\\b|to (?:the )?(?:[\\w-]+ ){0,3}(?:"
                    + "group|arm)\\b|received|were lost|withdrew|dropped|died|had\\b|healthy)");
    private static final Pattern OF_ARM_BEFORE = insensitive(
            "(?:group|arm|controls?|placebo|intervention|treatment)[\\w ]{0,12}[(\\[,]\\s*$|\\bof (?:the|these) $|\\bonly $|\\b(?:versus|vs\\.?|and|with) $");
    private static final Pattern SCREENED = insensitive(
            "^[^.;,]{0,40}?\\b(?:screened|approached|invited|eligible|assessed for|excluded|declined|identified)\\b"
                    + "|^[^.;]{0,120}?\\b(?:with|and|to) \\d[\\d,]* (?:\\w+ ){0,2}(?:who|controls?|matched|non-?users)\\b"
                    + "|^ (?:allocated|assigned|randomi[sz]ed) to (?![^;]*\\bor\\b)");
    private static final Pattern PLANNED =
            insensitive("\\b(?:sample size|power|required|needed|pilot study of|previous)\\b");

    private SampleSize() {}

    /// The number with its place; empty where the text gives none or several that compete.
    public static Optional<Found> find(Text text) {
        List<Candidate> inAbstract = candidates(text, Part.ABSTRACT);
        Optional<Candidate> best = best(inAbstract);
        if (best.isEmpty() && inAbstract.isEmpty()) {
            best = best(candidates(text, Part.BODY).stream()
                    .filter(candidate -> candidate.strength() >= 5)
                    .toList());
        }
        return best.map(one -> new Found(
                new Location(
                        text.id(),
                        one.section().number(),
                        one.span().start(),
                        one.span().end()),
                one.n()));
    }

    /// The strongest; among equals the largest where it also comes first, else none.
    private static Optional<Candidate> best(List<Candidate> candidates) {
        int strongest = candidates.stream().mapToInt(Candidate::strength).max().orElse(0);
        List<Candidate> equals = candidates.stream()
                .filter(candidate -> candidate.strength() == strongest)
                .toList();
        return equals.stream()
                .max(Comparator.comparingInt(Candidate::n))
                .filter(most -> strongest >= 3 && most.n() == equals.getFirst().n());
    }

    private static List<Candidate> candidates(Text text, Part part) {
        List<Candidate> found = new ArrayList<>();
        for (Section section : text.sections()) {
            if (section.part() == part && mayTell(section.role(), part)) {
                for (Span sentence : Sentences.in(section.content(), section.marks())) {
                    read(section, sentence, found);
                }
            }
        }
        return found;
    }

    private static boolean mayTell(Role role, Part part) {
        return switch (role) {
            case METHODS, RESULTS -> true;
            case OTHER, OBJECTIVE, CONCLUSIONS -> part == Part.ABSTRACT;
            case BACKGROUND, DISCUSSION, FUNDING, COMPETING_INTERESTS, REGISTRATION -> false;
        };
    }

    private static void read(Section section, Span sentence, List<Candidate> found) {
        String words = Terms.plain(sentence.of(section.content()));
        if (PLANNED.matcher(words).find()) {
            return;
        }
        List<Pattern> patterns = List.of(COUNTED, AFTER_RANDOM, OF_COUNTED, OF_RANDOMISED, OF_TRIALS, TRIAL_OF, EQUALS);
        int equals = (int) EQUALS.matcher(words).results().count();
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(words);
            while (matcher.find()) {
                int n = number(matcher.group("n"));
                int strength = pattern == OF_RANDOMISED || pattern == OF_TRIALS
                        ? OF_WHOLE
                        : strength(words, matcher, pattern == EQUALS) - (pattern == EQUALS && equals > 1 ? 3 : 0);
                if (n >= 5 && strength > 0) {
                    Span span = new Span(sentence.start() + matcher.start(), sentence.start() + matcher.end());
                    found.add(new Candidate(section, span, n, strength));
                }
            }
        }
        if (equals > 1) {
            sumOfArms(words)
                    .ifPresent(arms -> found.add(new Candidate(
                            section,
                            new Span(
                                    sentence.start() + arms.span().start(),
                                    sentence.start() + arms.span().end()),
                            arms.n(),
                            OF_ARMS)));
        }
    }

    private record Arms(Span span, int n) {}

    /// "randomised to lumetrazine (n = 156) or placebo (n = 158)": the two arms that a sentence names, added up.
    private static Optional<Arms> sumOfArms(String words) {
        Matcher matcher = TWO_ARMS.matcher(words);
        if (!matcher.find() || EQUALS.matcher(words).results().count() != 2) {
            return Optional.empty();
        }
        int first = number(matcher.group("a"));
        int second = number(matcher.group("b"));
        boolean alike = Math.max(first, second) <= 2 * Math.min(first, second);
        return alike
                ? Optional.of(new Arms(new Span(matcher.start(), matcher.end()), first + second))
                : Optional.empty();
    }

    private static int strength(String words, Matcher matcher, boolean equals) {
        String before = words.substring(0, matcher.start());
        String after = words.substring(matcher.end());
        if (SCREENED.matcher(after).find()
                || OF_ARM.matcher(after).find()
                || OF_ARM_BEFORE.matcher(before).find()) {
            return 0;
        }
        boolean named = equals && before.toLowerCase(Locale.ROOT).matches("(?s).*" + PEOPLE + "[^.;]{0,40}[(\\[]\\s*$");
        int strength = equals ? (named ? 2 : 0) : 2;
        strength +=
                RANDOMISED.matcher(words).find() ? 3 : ENROLLED.matcher(words).find() ? 2 : 1;
        return strength + (before.matches("(?is).*\\b(?:total of|all|consisted of)\\s*$") ? 1 : 0);
    }

    private static int number(String written) {
        String digits = written.replaceAll("[, ]", "");
        return digits.chars().allMatch(Character::isDigit) && digits.length() < 10
                ? Integer.parseInt(digits)
                : WrittenNumber.of(written);
    }

    private static Pattern insensitive(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
