package org.plumbline.research.select;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plumbline.research.plan.Concept;
import org.plumbline.research.plan.Words;

/// Which outcome a sentence of results is about: one that was asked about, else (where the question names none) one
/// of those that clinicians ask about most.
public final class OutcomeGroups {

    static final String HARMS = "Harms";
    private static final String OTHER = "Results on the question";
    private static final String OTHER_HARMS = "Particular unwanted effects";

    private static final Pattern HARM =
            pattern("adverse|unwanted effects|side[- ]effects?|toxicit|harms?\\b|tolerab|tolerated|complications?"
                    + "|(?:withdrawals?|withdrew|discontinu\\w+|stopped)\\b[^.;]{0,60}\\b(?:adverse|side|drug|treatment|medication|therapy"
                    + "|intoleran\\w*)|serious events?|safety");

    private static final Pattern HARM_NAME = pattern(
            "(?:serious )?adverse (?:events?|effects?|reactions?)|side[- ]effects?|discontinuations?|withdrawals?"
                    + "|complications?|toxicity");

    /// What a result was adjusted for, or what a treatment was given for, is not what the result is about.
    private static final Pattern ADJUSTED =
            Pattern.compile("(?i)\\b(?:controlling|controlled|adjusting|adjusted|correcting|adjustment) for\\b[^.;]*"
                    + "|\\b(?:because of|owing to|due to) (?:\\w+ ){1,3}");

    private static final Pattern DURATION =
            pattern("(?:number of |mean |median )?days (?:with|of|without|alive|free)\\b|duration of\\b");
    private static final Pattern TIME = pattern("days?\\b|hours?\\b|duration|time\\b|length|stay\\b");

    private static final Map<String, Pattern> USUAL = usual();

    private final List<Concept> asked;
    private final String question;

    /// @param question the population and outcome asked about, in words
    OutcomeGroups(List<Concept> asked, String question) {
        this.asked = asked;
        this.question = question;
    }

    /// The group of a sentence; empty where outcomes were asked about and it speaks of none of them, and for harms
    /// that were not asked about.
    Optional<String> find(String sentence, List<String> words) {
        List<String> about = ADJUSTED.matcher(sentence).find()
                ? Words.in(ADJUSTED.matcher(sentence).replaceAll(" "))
                : words;
        for (Concept outcome : asked) {
            if (outcome.in(about)) {
                return Optional.of(lasts(sentence, outcome) ? duration(name(outcome)) : name(outcome));
            }
        }
        if (!asked.isEmpty()) {
            boolean harm = asksHarms(asked) && isHarm(sentence, question);
            return harm ? Optional.of(OTHER_HARMS) : Optional.empty();
        }
        if (isHarm(sentence)) {
            return Optional.empty();
        }
        Optional<String> usual = USUAL.entrySet().stream()
                .filter(group -> group.getValue().matcher(sentence).find())
                .map(Map.Entry::getKey)
                .findFirst();
        return usual.isPresent() || !UnwantedEffects.areTold(sentence, question)
                ? usual.or(() -> Optional.of(OTHER))
                : usual;
    }

    private static boolean asksHarms(List<Concept> asked) {
        return asked.stream().map(OutcomeGroups::name).anyMatch(OutcomeGroups::isHarm);
    }

    /// Whether a group holds results on different things, whose directions cannot be counted together.
    public static boolean isMixture(String name) {
        return name.equals(OTHER) || name.equals(OTHER_HARMS);
    }

    /// What a mixture is, within a sentence: "6 studies report on particular unwanted effects".
    public static String mixture(String name) {
        return name.equals(OTHER)
                ? "outcomes of several kinds, each to be read for itself"
                : "particular unwanted effects";
    }

    /// What a sentence of a group says its result is on, in words that stand in the sentence where they are known.
    static String subject(String name, String sentence) {
        Pattern usual = USUAL.get(name);
        if (usual != null) {
            Matcher words = usual.matcher(sentence);
            return words.find() ? wordAt(sentence, words.start(), words.end()) : name;
        }
        if (name.equals(HARMS) || name.equals(OTHER_HARMS)) {
            return UnwantedEffects.find(sentence)
                    .or(() -> HARM_NAME
                            .matcher(sentence)
                            .results()
                            .map(MatchResult::group)
                            .findFirst())
                    .orElse(name);
        }
        return isMixture(name) ? "" : name.replace(duration(""), "");
    }

    private static String wordAt(String sentence, int start, int end) {
        int last = end;
        while (last < sentence.length() && Character.isLetter(sentence.charAt(last))) {
            last++;
        }
        return sentence.substring(start, last);
    }

    /// Whether words speak of harms as such, or tell how often an unwanted effect occurred.
    ///
    /// @param question the population and outcome asked about: what is treated is no harm of the treatment
    static boolean isHarm(String sentence, String question) {
        return isHarm(sentence) || UnwantedEffects.areTold(sentence, question);
    }

    private static boolean isHarm(String words) {
        return HARM.matcher(words).find();
    }

    /// Those of the outcomes asked about that are harms: what is named as one, and, where harms were asked about,
    /// each unwanted effect that was named beside them.
    public static boolean isHarm(String outcome, List<String> asked) {
        boolean harmsAsked = asked.stream().anyMatch(OutcomeGroups::isHarm);
        return isHarm(outcome) || (harmsAsked && UnwantedEffects.areNamed(outcome));
    }

    /// The names in the order in which findings are printed.
    List<String> names() {
        return names(asked);
    }

    /// The names of the groups where these outcomes were asked about, in the order in which findings are printed.
    public static List<String> names(List<Concept> asked) {
        return asked.isEmpty()
                ? Stream.concat(USUAL.keySet().stream(), Stream.of(OTHER)).toList()
                : Stream.concat(
                                asked.stream()
                                        .map(OutcomeGroups::name)
                                        .flatMap(name -> Stream.of(name, duration(name))),
                                asksHarms(asked) ? Stream.of(OTHER_HARMS) : Stream.empty())
                        .distinct()
                        .toList();
    }

    /// How long something lasts is another outcome than how many have it.
    private static boolean lasts(String sentence, Concept outcome) {
        return DURATION.matcher(sentence).find()
                && !TIME.matcher(outcome.name()).find();
    }

    private static String duration(String name) {
        return name + " (duration)";
    }

    static String name(Concept outcome) {
        String words = outcome.name();
        return words.isEmpty() ? OTHER : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Map<String, Pattern> usual() {
        Map<String, Pattern> groups = new LinkedHashMap<>();
        groups.put("Death", pattern("mortality|deaths?\\b|died\\b|survival"));
        groups.put(
                "Hospital stay and admission",
                pattern("hospitali[sz]|hospital stay|length of stay|readmission|admitted"));
        groups.put("Quality of life", pattern("quality of life|\\bqol\\b|hrqol|\\bsf-?(36|12)\\b|\\beq-?5d"));
        groups.put("Pain", pattern("\\bpain\\b|analges|\\bvas\\b"));
        groups.put("Depression and anxiety", pattern("depressi|anxiety"));
        groups.put("Infection", pattern("infection|sepsis|pneumonia"));
        groups.put("Blood glucose", pattern("hba1c|glyc[a]?emic|glucose|glycated"));
        groups.put("Blood pressure", pattern("blood pressure|systolic|diastolic"));
        groups.put("Body weight", pattern("body weight|\\bbmi\\b|body mass|weight loss"));
        groups.put("Physical function", pattern("physical function|walking|gait|strength|balance|disability|mobility"));
        groups.put("Cardiovascular events", pattern("myocardial infarction|stroke|cardiovascular event"));
        return groups;
    }

    private static Pattern pattern(String words) {
        return Pattern.compile("\\b(?:" + words + ")", Pattern.CASE_INSENSITIVE);
    }
}
