package org.plumbline.research.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
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
    private static final Pattern EACH = Pattern.compile(
            "\\s*[,;]?\\s+(?:such as|including|for example|e\\.g\\.),?\\s+|\\s*[,;]?\\s+and\\s+|\\s*[,;]\\s*");

    private static final Set<String> EMPTY =
            words("a an the of for to in on at by with without and or vs versus from than"
                    + " as is are be been do does did can could should would may might will it its their this that these those"
                    + " such related associated who whom which what when how why whether there any some no not into during per compared comparison about"
                    + " between among over under both each");

    private static final Set<String> OF_INTERVENTIONS = words(
            "use using treatment treatments treating therapy therapies"
                    + " supplementation supplement supplements dose doses dosing low high daily once twice weekly administration intake"
                    + " intervention interventions program programme programs programmes based drug drugs medication medications"
                    + " agent agents regimen oral adjunctive adjuvant additional standard routine regular short long term");

    /// Before these words a generic one names the thing with them: "physical therapy".
    private static final Set<String> LEAN = words("physical radiation hormone hormonal oxygen cognitive cell gene group"
            + " family music art light heat cold manual speech occupational compression laser shock wave replacement"
            + " combination pressure water salt fluid early immune");

    private static final Set<String> OF_POPULATIONS =
            words("patients patient people persons person adults adult individuals"
                    + " subjects participants cases population populations human humans men women male female males females"
                    + " treated history diagnosis diagnosed hospitalized hospitalised inpatients outpatients all general healthy"
                    + " severe moderate mild years year old age ages aged");

    private static final Set<String> OF_OUTCOMES =
            words("risk rate rates incidence prevalence level levels score scores"
                    + " number frequency change changes reduction reduce reduces reduced improvement improve improves increase"
                    + " increases decrease outcome outcomes effect effects effective effectiveness efficacy efficacious benefit"
                    + " benefits beneficial work works working help helps helpful prevent prevents prevention preventing lower"
                    + " lowers better worse clinical primary secondary new overall total all cause course results result symptoms"
                    + " management manage treat treating cure relieve relief severity mean");

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
        return required("intervention", List.of(BOTH.split(words, -1)), OF_INTERVENTIONS);
    }

    /// Who they are: each concept is required. Where they are treated is left out: abstracts often do not say it.
    public List<Concept> population(String words) {
        String people = SETTING.matcher(words).replaceAll(" ");
        List<String> folded = Words.in(people);
        return isKnownPhraseWithin(folded)
                ? required("population", List.of(people), OF_POPULATIONS)
                : required("population", List.of(WHO.split(people, -1)), OF_POPULATIONS);
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
        return required("comparator", List.of(words), OF_INTERVENTIONS);
    }

    /// What was asked about: each concept is an outcome of its own.
    public List<Concept> outcomes(String words) {
        return List.of(EACH.split(words, -1)).stream()
                .flatMap(part -> required(part.strip(), List.of(part), OF_OUTCOMES).stream())
                .toList();
    }

    /// A question whose parts could not be told: one concept of all its words that name something.
    public List<Concept> question(String words) {
        Set<String> generic = new HashSet<>(OF_OUTCOMES);
        generic.addAll(OF_INTERVENTIONS);
        generic.addAll(OF_POPULATIONS);
        return required("question", List.of(words), generic);
    }

    private List<Concept> required(String name, List<String> parts, Set<String> generic) {
        List<Concept> concepts = new ArrayList<>();
        for (String part : parts) {
            List<Alternative> alternatives = new ArrayList<>();
            for (String either : EITHER.split(part, -1)) {
                List<List<String>> units = units(Words.in(either), generic);
                if (!units.isEmpty()) {
                    alternatives.add(new Alternative(units, key(units)));
                }
            }
            if (!alternatives.isEmpty()) {
                concepts.add(new Concept(name, alternatives));
            }
        }
        return concepts;
    }

    private List<List<String>> units(List<String> words, Set<String> generic) {
        List<List<String>> units = new ArrayList<>();
        int at = 0;
        boolean lean = false;
        while (at < words.size()) {
            int phrase = knownPhrase(words, at);
            if (phrase > 0) {
                units.add(Synonyms.of(String.join(" ", words.subList(at, at + phrase))));
                at += phrase;
                lean = false;
                continue;
            }
            String word = words.get(at++);
            if (EMPTY.contains(word) || (generic.contains(word) && !lean)) {
                continue;
            }
            if (leansOnItsNeighbour(word) && !units.isEmpty()) {
                units.set(units.size() - 1, List.of(units.getLast().getFirst() + " " + word));
            } else if (leansOnItsNeighbour(word) && at < words.size()) {
                units.add(List.of(word + " " + words.get(at++)));
            } else {
                units.add(mostFrequentFirst(Synonyms.spellings(word)));
            }
            lean = LEAN.contains(word);
        }
        return units;
    }

    private static boolean leansOnItsNeighbour(String word) {
        return word.length() == 1 || word.chars().allMatch(Character::isDigit);
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

    private int key(List<List<String>> units) {
        return IntStream.range(0, units.size())
                .boxed()
                .min(Comparator.comparing(unit -> frequency(units.get(unit))))
                .orElseThrow();
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

    private static Set<String> words(String words) {
        return Set.copyOf(List.of(words.split(" ")));
    }
}
