package org.plumbline.research.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.plumbline.research.plan.Concept.Alternative;

/// Reads the parts of a question as concepts: leaves out words that name nothing, keeps numbers and single letters
/// with their word ("vitamin d", "type 2"), and knows which word is the rarest.
public final class ConceptReader {

    private static final Pattern EITHER = Pattern.compile("\\s+and/or\\s+|\\s+or\\s+|\\s*[,;/]\\s*(?:or\\s+)?");
    private static final Pattern BOTH = Pattern.compile("\\s+and\\s+|\\s+plus\\s+|\\s*\\+\\s*|\\s+combined with\\s+");
    private static final Pattern WHO = Pattern.compile(
            "\\b(?:with|who have|who are|who|undergoing|having|receiving|suffering from|diagnosed with|at risk of|and|in|after"
                    + "|on|aged)\\b");
    private static final Pattern SETTING = Pattern.compile(
            "(?i)\\b(?:in|at|from) (?:the |a |an )?(?:intensive care(?: units?)?|icus?|primary care|secondary care|general practice"
                    + "|emergency (?:department|room)s?|hospitals?|the community|community settings?|outpatient (?:clinic|setting)s?"
                    + "|clinics?|routine care|high[- ]income countries|low[- ](?:and middle[- ])?income countries)\\b");
    private static final String SUCH_AS = "\\s*[,;]?\\s+(?:such as|including|for example|e\\.g\\.),?\\s+";
    private static final Pattern NAMELY = Pattern.compile(SUCH_AS + "(?<named>.+)$");
    private static final Pattern BRACKETS = Pattern.compile("\\s+\\((?<named>[^()]*[a-z][^()]*)\\)$");
    private static final Pattern LISTED = Pattern.compile("\\s*,?\\s+and\\s+");
    private static final String AGE =
            "(?:(?:older |young |younger )?(?:adults?|children|adolescents|teenagers|infants|neonates|newborns|elderly))";
    private static final Pattern AGES_LISTED =
            Pattern.compile("(?i)\\b" + AGE + "(?:\\s*,\\s*" + AGE + ")*\\s*,?\\s+and\\s+(?:the )?" + AGE + "\\b");
    private static final Pattern EACH = Pattern.compile(SUCH_AS + "|\\s*[,;]?\\s+and\\s+|\\s*[,;]\\s*");

    private static final Set<String> AGES = Set.of(
            "older adults",
            "elderly",
            "older people",
            "children",
            "child",
            "adolescents",
            "infants",
            "preterm infants");

    private static final int LONGEST_PHRASE = 6;

    private final ToIntFunction<String> frequency;

    /// @param frequency in how many articles a word or phrase stands; 0 where it is unknown
    public ConceptReader(ToIntFunction<String> frequency) {
        this.frequency = frequency;
    }

    /// What is done to people: each concept is required. Empty where the words name nothing.
    public List<Concept> intervention(String words) {
        return required("intervention", List.of(BOTH.split(namedAsWell(words), -1)), EmptyWords.OF_INTERVENTIONS);
    }

    /// What is named as an example, or in brackets at the end, may stand for the whole: "NSAIDs, including COX-2
    /// inhibitors".
    private static String namedAsWell(String words) {
        for (Pattern pattern : List.of(NAMELY, BRACKETS)) {
            Matcher matcher = pattern.matcher(words);
            if (matcher.find()) {
                String named = LISTED.matcher(matcher.group("named")).replaceAll(" or ");
                return words.substring(0, matcher.start()) + " or " + named;
            }
        }
        return words;
    }

    /// Who they are: each concept is required. Where they are treated is left out: abstracts often do not say it.
    public List<Concept> population(String words) {
        String people = AGES_LISTED
                .matcher(SETTING.matcher(words).replaceAll(" "))
                .replaceAll(ages -> Matcher.quoteReplacement(eitherAge(ages.group())));
        List<String> folded = Words.in(people);
        return isKnownPhraseWithin(folded)
                ? required("population", List.of(people), EmptyWords.OF_POPULATIONS)
                : required("population", List.of(WHO.split(people, -1)), EmptyWords.OF_POPULATIONS);
    }

    /// Of several ages one will do; of children and adults anybody will.
    private static String eitherAge(String ages) {
        List<String> each = List.of(EACH.split(ages, -1));
        return each.stream().anyMatch(age -> age.matches("(?i)adults?")) ? " " : String.join(" or ", each);
    }

    /// A phrase that is split at its own "with" or "in" would lose its meaning.
    private static boolean isKnownPhraseWithin(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            int length = knownPhrase(words, at);
            if (WHO.matcher(String.join(" ", words.subList(at, at + length))).find()) {
                return true;
            }
        }
        return false;
    }

    /// What it is compared with: at most one concept.
    public List<Concept> comparator(String words) {
        return required("comparator", List.of(words), EmptyWords.OF_INTERVENTIONS);
    }

    /// What was asked about: each concept is an outcome of its own.
    public List<Concept> outcomes(String words) {
        return List.of(EACH.split(words, -1)).stream()
                .flatMap(part -> required(part.strip(), List.of(part), EmptyWords.OF_OUTCOMES).stream())
                .toList();
    }

    /// What is treated, where the question does not say by what: an article must speak of one of the outcomes asked
    /// about.
    /// Empty where there are none.
    static List<Concept> condition(List<Concept> outcomes) {
        return outcomes.isEmpty()
                ? List.of()
                : List.of(new Concept(
                        "condition",
                        outcomes.stream()
                                .flatMap(outcome -> outcome.alternatives().stream())
                                .toList()));
    }

    /// A question whose parts could not be told: one concept of all its words that name something.
    public List<Concept> question(String words) {
        Set<String> generic = new HashSet<>(EmptyWords.OF_OUTCOMES);
        generic.addAll(EmptyWords.OF_INTERVENTIONS);
        generic.addAll(EmptyWords.OF_POPULATIONS);
        generic.addAll(EmptyWords.OF_QUESTIONS);
        List<List<String>> units = units(words, generic);
        return units.isEmpty()
                ? List.of()
                : List.of(new Concept(
                        "question", List.of(new Alternative(units, rarest(units, (units.size() + 2) / 3)))));
    }

    private List<Concept> required(String name, List<String> parts, Set<String> generic) {
        List<Concept> concepts = new ArrayList<>();
        for (String part : parts) {
            List<Alternative> alternatives = Arrays.stream(EITHER.split(part, -1))
                    .map(either -> units(either, generic))
                    .filter(units -> !units.isEmpty())
                    .map(units -> new Alternative(units, rarest(units, 1)))
                    .toList();
            if (!alternatives.isEmpty()) {
                concepts.add(new Concept(name, alternatives));
            }
        }
        return concepts;
    }

    /// What a text names, each once, in its order.
    private List<List<String>> units(String text, Set<String> generic) {
        Written written = Written.of(text);
        ShortForms shortForms = ShortForms.in(text);
        List<List<String>> units = new ArrayList<>();
        boolean lean = false;
        boolean kept = false;
        int at = 0;
        while (at < written.size()) {
            ShortForms.Pair pair = shortForms.at(written.words(), at);
            int phrase = pair == null ? knownPhrase(written.words(), at) : 0;
            String word = written.word(at);
            if (pair != null) {
                units.add(pair.forms());
                at += pair.words();
                kept = true;
            } else if (phrase > 0) {
                units.add(Synonyms.of(String.join(" ", written.words().subList(at, at + phrase))));
                at += phrase;
                kept = true;
            } else if (written.isQuantity(at)) {
                at += 1;
                kept = false;
            } else if (written.leansForward(at)) {
                units.add(List.of(word + " " + written.word(at + 1)));
                at += 2;
                kept = true;
            } else if (kept && written.leans(at) && (written.isOwned(at) || !EmptyWords.EMPTY.contains(word))) {
                units.set(units.size() - 1, List.of(units.getLast().getFirst() + " " + word));
                at += 1;
            } else if (EmptyWords.EMPTY.contains(word) || (generic.contains(word) && !lean)) {
                at += 1;
                kept = false;
            } else if (!written.leans(at)) {
                units.add(mostFrequentFirst(Synonyms.spellings(word)));
                at += 1;
                kept = true;
            } else if (written.isLetterOf(at) && !EmptyWords.EMPTY.contains(written.word(at + 1))) {
                units.add(List.of(word + " " + written.word(at + 1)));
                at += 2;
                kept = true;
            } else {
                at += 1;
            }
            lean = kept && EmptyWords.LEAN.contains(word);
        }
        return units.stream().distinct().toList();
    }

    private static int knownPhrase(List<String> words, int at) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
            if (!Synonyms.of(String.join(" ", words.subList(at, at + length))).isEmpty()) {
                return length;
            }
        }
        return 0;
    }

    private List<String> mostFrequentFirst(List<String> spellings) {
        return spellings.stream()
                .sorted(Comparator.comparing((String word) -> -frequency.applyAsInt(word)))
                .toList();
    }

    /// The units that the fewest articles have, the rarest first.
    private List<Integer> rarest(List<List<String>> units, int most) {
        return IntStream.range(0, units.size())
                .boxed()
                .sorted(Comparator.comparing(unit -> frequency(units.get(unit))))
                .limit(most)
                .toList();
    }

    private int frequency(List<String> forms) {
        return forms.stream().mapToInt(frequency).max().orElse(0);
    }

    /// Whether a concept says no more of people than how old they are.
    boolean isAgeGroup(Concept concept) {
        return concept.alternatives().stream()
                .allMatch(alternative -> alternative.spellings().size() == 1
                        && AGES.contains(alternative.spellings().getFirst().getFirst()));
    }

    /// Units of a concept that no article has in any form.
    public List<String> unknown(Concept concept) {
        return concept.alternatives().stream()
                .flatMap(alternative -> alternative.spellings().stream())
                .filter(unit -> frequency(unit) == 0)
                .map(List::getFirst)
                .distinct()
                .toList();
    }
}
