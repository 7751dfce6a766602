package org.plumbline.citations.design;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Term;

/// The age groups of the people an article reports on, with the signals that decided them; no groups where nothing
/// says so.
///
/// @param groups in the order of age
/// @param signal what decided: `MeSH "Child", "Adolescent"`, or `words: "aged 60 years or older"`; else "no signal"
public record Ages(Set<AgeGroup> groups, String signal) {

    /// Where nothing says.
    public static final Ages NOT_KNOWN = new Ages(Set.of(), "no signal");

    /// Identifier and name of each check tag.
    private record Tag(String id, String name, AgeGroup group) {}

    private static final List<Tag> TAGS = List.of(
            new Tag("D007231", "infant, newborn", AgeGroup.INFANT),
            new Tag("D007223", "infant", AgeGroup.INFANT),
            new Tag("D002675", "child, preschool", AgeGroup.CHILD),
            new Tag("D002648", "child", AgeGroup.CHILD),
            new Tag("D000293", "adolescent", AgeGroup.ADOLESCENT),
            new Tag("D055815", "young adult", AgeGroup.ADULT),
            new Tag("D000328", "adult", AgeGroup.ADULT),
            new Tag("D008875", "middle aged", AgeGroup.ADULT),
            new Tag("D000368", "aged", AgeGroup.AGED),
            new Tag("D000369", "aged, 80 and over", AgeGroup.AGED));

    private static final Map<AgeGroup, CuePattern> WORDS = Map.of(
            AgeGroup.INFANT,
            CuePattern.of("\\b(?:infants?|newborns?|neonat(?:es?|al intensive)|preterms?|toddlers?|babies)\\b"),
            AgeGroup.CHILD,
            CuePattern.of("\\b(?:child|children|pa?ediatric|schoolchildren|pre-?schoolers?|boys|girls|prepube\\w+)\\b"
                    + "(?!['’]s (?:hospital|hemiplegia))"),
            AgeGroup.ADOLESCENT,
            CuePattern.of("\\b(?:adolescents?|teens?|teenagers?|youths?|(?:high|secondary) school students)\\b"),
            AgeGroup.ADULT,
            CuePattern.of(
                    "\\b(?:(?<!older )adults?(?! (?:worms?|mice|rats|hippocamp\\w+|stem))|(?:middle-aged|healthy|young)"
                            + " (?:men|women|males?|females?|acromegal\\w+)|wom[ae]n|\\d+ men|premenopausal|postmenopausal|menopausal)\\b"),
            AgeGroup.AGED,
            CuePattern.of("\\b(?:elderly|elders|older (?:adults?|people|patients?|persons?|men|women)|geriatric|"
                    + "nursing home residents|octogenarians?|seniors)\\b"));

    private static final CuePattern BETWEEN = CuePattern.of("\\b(\\d{1,2})(?:[ -]?(?:years?|yrs?))?"
            + " ?(?:-|–|—|to|and) ?(\\d{1,2})(?:[- ]?(?:years?|yrs?|y|yr\\.?)\\b)(?! (?:follow|later|period|after))");
    private static final CuePattern AND_OVER = CuePattern.of("\\b(\\d{2})"
            + "(?: years)?(?: of age)?,? (?:years )?(?:(?:and|or|of age and|of age or) (?:older|over|above))\\b|"
            + "\\baged? (?:≥|>=|> or =|at least|over|above|>) ?(\\d{2})\\b");
    private static final CuePattern YEAR_OLD = CuePattern.of("\\b(\\d{1,2})[- ]years?[- ]old\\b");
    /// The unit may stand behind a deviation or range: "mean age 14.2 (SD 3.1) months".
    private static final CuePattern MEAN_AGE = CuePattern.of(
            "\\bmean (?:maternal )?age[^.;\\d]{0,20}(\\d{1,2})\\b"
                    + "(?:(?:[^.;a-z]|[.·]\\d|\\b(?:sd|se|range|to|and)\\b){0,25}?\\b(months?|mo|weeks?|wks?|days?|hours?)\\b)?");
    /// What belongs to a number that stands behind it.
    private static final Pattern LEAD = insensitive(
            "(?:\\b(?:age of|aged?|ages|between|range:?|years|old)[ (\\[]{1,3})?(?:(?:≥|>=|> or =|at least|over|above) ?)?$");
    private static final int LONGEST_LEAD = 24;
    private static final int MONTHS = 12;
    private static final int WEEKS = 52;
    private static final Pattern AGE_OVER = insensitive("\\bage[ds]?\\b|\\bolder\\b|\\bold\\b|\\byears\\b");
    private static final Pattern OF_AN_AGE = insensitive("\\bage[ds]?\\b|\\bold\\b|range");
    private static final int OLDEST = 120;
    private static final int OF_AGE = 18;
    /// "60 years and over" are called aged.
    private static final int OLD = 60;

    public Ages {
        groups = groups.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(groups));
    }

    /// What check tags say, else the words of title and abstract; none for studies without people.
    public static Ages of(List<Term> headings, Subjects subjects, TitleAndAbstract article) {
        return switch (subjects.kind()) {
            case ANIMALS, LABORATORY -> NOT_KNOWN;
            case HUMANS, HUMANS_AND_ANIMALS, UNKNOWN -> {
                Ages tagged = ofTags(headings);
                yield tagged.groups().isEmpty() ? ofWords(article) : tagged;
            }
        };
    }

    private static Ages ofTags(List<Term> headings) {
        EnumSet<AgeGroup> groups = EnumSet.noneOf(AgeGroup.class);
        Set<String> names = new LinkedHashSet<>();
        for (Tag tag : TAGS) {
            if (Subjects.has(headings, tag.id(), tag.name())) {
                groups.add(tag.group());
                names.add(tag.name());
            }
        }
        return groups.isEmpty() ? NOT_KNOWN : new Ages(groups, "MeSH " + quoted(names));
    }

    /// Words of the title decide alone, with the numbers of the abstract; words of the abstract where the title has
    /// none.
    private static Ages ofWords(TitleAndAbstract article) {
        EnumSet<AgeGroup> groups = EnumSet.noneOf(AgeGroup.class);
        Set<String> signals = new LinkedHashSet<>();
        named(article.title(), groups, signals);
        numbered(article.whole(), groups, signals);
        if (groups.isEmpty()) {
            named(article.abstractWords(), groups, signals);
        }
        return groups.isEmpty() ? NOT_KNOWN : new Ages(groups, "words: " + quoted(signals));
    }

    private static void named(ScannedText text, Set<AgeGroup> groups, Set<String> signals) {
        for (AgeGroup group : AgeGroup.values()) {
            Objects.requireNonNull(WORDS.get(group)).find(text).ifPresent(match -> {
                groups.add(group);
                signals.add(match.group().strip());
            });
        }
    }

    private static void numbered(ScannedText text, Set<AgeGroup> groups, Set<String> signals) {
        String words = text.words();
        for (MatchResult between : all(BETWEEN, text)) {
            if (isNear(OF_AN_AGE, words, between)) {
                add(number(between.group(1)), number(between.group(2)), led(words, between), groups, signals);
            }
        }
        for (MatchResult over : all(AND_OVER, text)) {
            if (isNear(AGE_OVER, words, over)) {
                int youngest = number(over.group(1) == null ? over.group(2) : over.group(1));
                groups.add(youngest >= OLD ? AgeGroup.AGED : AgeGroup.ADULT);
                signals.add(led(words, over));
            }
        }
        for (MatchResult yearOld : all(YEAR_OLD, text)) {
            int age = number(yearOld.group(1));
            add(age, age, yearOld.group(), groups, signals);
        }
        for (MatchResult mean : all(MEAN_AGE, text)) {
            int age = years(number(mean.group(1)), mean.group(2));
            add(age, age, mean.group(), groups, signals);
        }
    }

    private static List<MatchResult> all(CuePattern pattern, ScannedText text) {
        return pattern.matches(text, Integer.MAX_VALUE);
    }

    /// A number with the words before it that belong to it.
    private static String led(String words, MatchResult number) {
        String before = words.substring(Math.max(0, number.start() - LONGEST_LEAD), number.start());
        Matcher lead = LEAD.matcher(before);
        return ((lead.find() ? lead.group() : "") + number.group()).strip();
    }

    /// @param unit of the number; none is years
    private static int years(int number, @Nullable String unit) {
        if (unit == null) {
            return number;
        }
        return switch (Character.toLowerCase(unit.charAt(0))) {
            case 'm' -> number / MONTHS;
            case 'w' -> number / WEEKS;
            default -> 0;
        };
    }

    /// Years are also a time, and numbers a score: an age is called so near by.
    private static boolean isNear(Pattern age, String words, MatchResult found) {
        String near = words.substring(Math.max(0, found.start() - 30), Math.min(words.length(), found.end() + 12));
        return age.matcher(near).find();
    }

    /// Who is 18 is an adult where older ones are meant too.
    private static void add(int youngest, int oldest, String words, Set<AgeGroup> groups, Set<String> signals) {
        int from = youngest == OF_AGE && oldest > OF_AGE ? OF_AGE + 1 : youngest;
        for (AgeGroup group : AgeGroup.values()) {
            if (oldest >= from && group.overlaps(from, Math.min(oldest, OLDEST))) {
                groups.add(group);
                signals.add(words.strip());
            }
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static String quoted(Set<String> words) {
        return "\"" + String.join("\", \"", words) + "\"";
    }

    private static Pattern insensitive(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
