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
    private static final Pattern NAMELY =
            Pattern.compile("\\s*[,;]?\\s+(?:including|such as|for example|e\\.g\\.),?\\s+(?<named>.+)$");
    private static final Pattern BRACKETS = Pattern.compile("\\s+\\((?<named>[^()]*[a-z][^()]*)\\)$");
    private static final Pattern LISTED = Pattern.compile("\\s*,?\\s+and\\s+");
    private static final String AGE =
            "(?:(?:older |young |younger )?(?:adults?|children|adolescents|teenagers|infants|neonates|newborns|elderly))";
    private static final Pattern AGES_LISTED =
            Pattern.compile("(?i)\\b" + AGE + "(?:\\s*,\\s*" + AGE + ")*\\s*,?\\s+and\\s+(?:the )?" + AGE + "\\b");
    private static final Pattern EACH = Pattern.compile(
            "\\s*[,;]?\\s+(?:such as|including|for example|e\\.g\\.),?\\s+|\\s*[,;]?\\s+and\\s+|\\s*[,;]\\s*");

    private static final Set<String> EMPTY =
            words("a an the of for to in on at by with without and or vs versus from than"
                    + " as is are be been was were being has have had do does did can could should would may might must shall will"
                    + " it its this that these those they them their theirs he him his she her hers we us our ours you your my"
                    + " me one such related associated who whom whose which what when how why where whether if there here any some"
                    + " no not into during per compared compare compares comparison about between among amongst over under both each"
                    + " either neither nor but so then also only just still yet ever never always often really very more most less"
                    + " least much many few other another same own through via within upon after before until while"
                    + " because due depending according");

    /// In a question whose parts could not be told, these ask or judge: they name nothing.
    private static final Set<String> OF_QUESTIONS = words("useful usefulness reliable reliability feasible feasibility"
            + " justified justifiable worthwhile worth necessary necessity needed need needs mandatory sufficient enough"
            + " appropriate adequate reasonable realistic acceptable possible valid accurate accuracy important importance"
            + " helpful safe safely different difference differences similar equivalent better best good true"
            + " role link relationship relation association associations correlation correlate correlates impact influence"
            + " influences determinant determinants factor factors option alternative tool way question issue myth reality truth"
            + " fact evidence answer lesson lessons learned experience implications time future past present first second new"
            + " updated current modern really exist exists happen matter matters depend depends know want give gives get gets"
            + " getting make makes take takes become becomes remain remains predict predicts predictor predictors predictive"
            + " prognostic affect affects influence influenced change changed offer offers continue lead leads cause causes"
            + " study studies trial trials review analysis assessment evaluation measurement investigation survey report"
            + " single center centre multicenter academic hospital hospitals");

    private static final Set<String> OF_INTERVENTIONS =
            words("use using treatment treatments treating therapy therapies"
                    + " supplementation supplement supplements dose doses dosing low high daily once twice weekly administration intake"
                    + " intervention interventions program programme programs programmes based drug drugs medication medications"
                    + " agent agents regimen oral adjunctive adjuvant additional standard routine regular short long term"
                    + " newer new older latest first second third generation various different available common preparation"
                    + " preparations product products formulation formulations option options");

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
        return required("intervention", List.of(BOTH.split(namedAsWell(words), -1)), OF_INTERVENTIONS);
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
                .replaceAll(ages -> LISTED.matcher(ages.group()).replaceAll(" or "));
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
        Set<String> generic = new HashSet<>(OF_OUTCOMES);
        generic.addAll(OF_INTERVENTIONS);
        generic.addAll(OF_POPULATIONS);
        generic.addAll(OF_QUESTIONS);
        List<List<String>> units = units(words, generic);
        return units.isEmpty()
                ? List.of()
                : List.of(new Concept(
                        "question", List.of(new Alternative(units, rarest(units, (units.size() + 2) / 3)))));
    }

    private List<Concept> required(String name, List<String> parts, Set<String> generic) {
        List<Concept> concepts = new ArrayList<>();
        for (String part : parts) {
            List<List<List<String>>> read = Arrays.stream(EITHER.split(part, -1))
                    .map(either -> units(either, generic))
                    .toList();
            boolean anybody = name.equals("population")
                    && AGES_LISTED.matcher(part.replace(" or ", " and ")).find()
                    && read.contains(List.<List<String>>of());
            List<Alternative> alternatives = read.stream()
                    .filter(units -> !units.isEmpty() && !anybody)
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
            } else if (kept && written.leans(at) && (written.isOwned(at) || !EMPTY.contains(word))) {
                units.set(units.size() - 1, List.of(units.getLast().getFirst() + " " + word));
                at += 1;
            } else if (EMPTY.contains(word) || (generic.contains(word) && !lean)) {
                at += 1;
                kept = false;
            } else if (!written.leans(at)) {
                units.add(mostFrequentFirst(Synonyms.spellings(word)));
                at += 1;
                kept = true;
            } else if (written.isLetterOf(at) && !EMPTY.contains(written.word(at + 1))) {
                units.add(List.of(word + " " + written.word(at + 1)));
                at += 2;
                kept = true;
            } else {
                at += 1;
            }
            lean = kept && LEAN.contains(word);
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

    private static Set<String> words(String words) {
        return Set.copyOf(List.of(words.split(" ")));
    }
}
