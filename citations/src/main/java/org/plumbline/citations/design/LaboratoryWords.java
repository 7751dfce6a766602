package org.plumbline.citations.design;

import static org.plumbline.citations.design.Cue.any;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Words for animals, cells and molecules, and for people who were enrolled: a study that has the first and not the
/// second was made in a laboratory.
final class LaboratoryWords {

    private static final String NAMES =
            "mice|mouse|murine|rats?|rodents?|rabbits?|piglets?|pigs?|porcine|swine|lambs?|sheep|ovine|dogs?|canine|"
                    + "cats|feline|horses?|equine|cattle|cows?|calves|bovine|broilers?|chickens?|hens|primates|macaques?|"
                    + "zebrafish|drosophila|caenorhabditis|hamsters?|guinea pigs?";

    /// What is made of animals, or caught from them, and given to people: cow's milk, horse or rabbit globulin.
    private static final String PRODUCTS =
            "(?:['’]s)?(?:,? (?:versus|vs\\.?|and|or) [\\w-]{1,20}+)?[- ](?:milk|formulas?|lactoferrin|colostrum|surfactants?|"
                    + "(?:(?:anti-?(?:thymocyte|lymphocyte)|immune|gamma) ?)?globulins?|ATG|chestnuts?|"
                    + "(?:(?:heart|aortic|mitral|pericardial) )?valves?|influenza|flu|o?estrogens?|insulins?|monoclonal|"
                    + "bites?|allerg\\w*|models? predictive)\\b";

    /// An animal, and neither its product nor an acronym: RATS is surgery by a robot.
    static final String ANIMAL = "(?!(?-i:RATS|CATS)\\b)(?:" + NAMES + ")\\b(?!" + PRODUCTS + ")";

    /// Words for people that a study of animals has no use for.
    static final String PEOPLE_NAMED =
            "patients|children|women|volunteers|adults|adolescents|infants|neonates|newborns|"
                    + "babies|toddlers|participants|outpatients|students|surgeons|trainees|\\b(?:men|people|boys|girls|elderly)\\b";

    private static final CuePattern LABORATORY =
            CuePattern.of("\\b(?:" + NAMES + "|in vitro|in vivo|cell lines?|knock-?(?:out|down)|"
                    + "transfect\\w+|western blot\\w*|xenografts?|apoptosis|mRNA|phosphorylat\\w+|"
                    + "signal(?:l?ing)? (?:pathways?|cascade)|HEK ?293|HeLa|fibroblasts|mutants?|wild[- ]type|recombinant|"
                    + "kinase|proteomic\\w*|receptor|binding|overexpress\\w+|embryos?|"
                    + "conditional deletion|cytokinesis|actin|myosin|microtubules?|histones?|nucleosom\\w+|"
                    + "transcription factors?|gene expression|genome|enzym\\w+|protein)\\b");

    static final CuePattern PEOPLE = CuePattern.of(any(
            "\\b(?:\\d[\\d,]{0,11}+|(?:thir|four|fif|six|seven|eigh|nine)teen|"
                    + "(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\w{1,40}+)?|eight|nine|ten|eleven|twelve) "
                    + "(?:[\\w-]{1,40}+ ){0,4}(?:patients|participants|subjects|women|men|children|adults|individuals|"
                    + "volunteers|infants|students|eyes|cases)\\b",
            "\\b(?:patients|participants|volunteers|subjects) (?:were|received|underwent|who)\\b"));
    static final CuePattern ANIMALS = CuePattern.of("\\b(?:" + ANIMAL
            + "|(?:animals?|sows?|monkeys?|mosquito(?:e?s)?|insects?|larvae|goats?|ferrets?|xenopus|frogs?|embryos of)\\b"
            + "(?!(?:['’]s)? (?:monoclonal|milk|bites?|models? predictive)))");
    /// Only where there are animals.
    static final CuePattern IN_ANIMALS = CuePattern.of(any(
            "\\b(?:in|using|of) (?:[\\w-]{1,40}+ ){0,2}?" + ANIMAL + "(?! models?)",
            "\\b" + ANIMAL + " (?:were|received|underwent)\\b"));
    private static final Pattern PERSON = insensitive(PEOPLE_NAMED);
    /// Who may be assigned to own an animal or to meet one.
    private static final Pattern TAKING_PART = insensitive(any(
            PEOPLE_NAMED,
            "\\b(?:subjects|individuals|families|households|villages|communities|clusters|schools|classes|clinics|hospitals|"
                    + "practices|farmers|owners|mothers|nurses|physicians|doctors|humans)\\b"));
    private static final String ASSIGNED = "[^.]{0,60}\\b(?:random|divided|allocated|assigned)";
    private static final Pattern ANIMALS_TRIED = insensitive(
            any("\\b(?:" + ANIMAL + "|animals\\b)" + ASSIGNED, "\\brandom[^.]{0,60}\\b(?:" + ANIMAL + "|animals\\b)"));
    private static final Pattern THINGS_TRIED = insensitive(
            "\\b(?:specimens|samples|teeth|(?:pre)?molars|incisors|dis[ck]s|blocks|cadavers|cells)\\b" + ASSIGNED);
    private static final int ENOUGH = 3;

    private LaboratoryWords() {}

    static boolean namesPeople(String words) {
        return PERSON.matcher(words).find();
    }

    /// Whether a sentence of an abstract assigns animals or things. Things may be those of people who were enrolled.
    static boolean areTried(String sentence, ScannedText abstractWords) {
        if (TAKING_PART.matcher(sentence).find()) {
            return false;
        }
        return ANIMALS_TRIED.matcher(sentence).find()
                || (THINGS_TRIED.matcher(sentence).find()
                        && PEOPLE.find(abstractWords).isEmpty());
    }

    /// The words for animals, cells and molecules in a text, in lower case, each once.
    static Set<String> named(ScannedText text) {
        Set<String> named = new TreeSet<>(LABORATORY.found(text));
        named.addAll(CellNames.in(text));
        return named;
    }

    static Optional<DesignLevel> find(TitleAndAbstract article) {
        if (!article.enrolled().isEmpty()) {
            return Optional.empty();
        }
        Optional<MatchResult> animals =
                article.animals().isEmpty() ? Optional.empty() : IN_ANIMALS.find(article.whole());
        if (animals.isPresent()) {
            return Optional.of(level("abstract: \"" + animals.get().group()));
        }
        List<String> found = article.laboratory().stream().limit(ENOUGH).toList();
        return found.size() < ENOUGH
                ? Optional.empty()
                : Optional.of(level("words: \"" + String.join("\", \"", found)));
    }

    private static DesignLevel level(String words) {
        return new DesignLevel(DesignLevel.Kind.ANIMAL_OR_LABORATORY, words + "\", no participants");
    }

    private static Pattern insensitive(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
