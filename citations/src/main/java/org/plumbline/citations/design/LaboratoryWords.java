package org.plumbline.citations.design;

import static org.plumbline.citations.design.Cue.any;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words for animals, cells and molecules, and for people who were enrolled: a study that has the first and not the
/// second was made in a laboratory.
final class LaboratoryWords {

    static final String ANIMALS =
            "mice|mouse|murine|rats?|rodents?|rabbits?|piglets?|pigs?|porcine|swine|lambs?|sheep|ovine|dogs?|canine|"
                    + "cats|feline|horses?|equine|cattle|cows?|calves|bovine|broilers?|chickens?|hens|primates|macaques?|"
                    + "zebrafish|drosophila|caenorhabditis|hamsters?|guinea pigs?";

    /// Both begin where a word does: said so, the end of every word is passed over quickly.
    static final Pattern LABORATORY =
            insensitive("\\b(?=\\w)(?:" + ANIMALS + "|in vitro|in vivo|cell lines?|knock-?(?:out|down)|"
                    + "transfect\\w+|western blot\\w*|xenografts?|apoptosis|mRNA|phosphorylat\\w+|"
                    + "signal(?:l?ing)? (?:pathways?|cascade)|HEK ?293|HeLa|fibroblasts|mutants?|wild[- ]type|recombinant|"
                    + "kinase|proteomic\\w*|receptor|[A-Z0-9]{1,40}+ cells|cells|binding|overexpress\\w+|embryos?|"
                    + "conditional deletion|cytokinesis|actin|myosin|microtubules?|histones?|nucleosom\\w+|"
                    + "transcription factors?|gene expression|genome|enzym\\w+|protein)\\b");
    static final Pattern PEOPLE = insensitive(any(
            "\\b(?=\\w)(?:\\d[\\d,]{0,11}+|(?:thir|four|fif|six|seven|eigh|nine)teen|"
                    + "(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\w{1,40}+)?|eight|nine|ten|eleven|twelve) "
                    + "(?:[\\w-]{1,40}+ ){0,4}(?:patients|participants|subjects|women|men|children|adults|individuals|"
                    + "volunteers|infants|students|eyes|cases)\\b",
            "\\b(?=\\w)(?:patients|participants|volunteers|subjects) (?:were|received|underwent|who)\\b"));
    private static final Pattern IN_ANIMALS = insensitive(any(
            "\\b(?:in|using|of) (?:[\\w-]{1,40}+ ){0,2}(?:" + ANIMALS + ")\\b(?! models?)",
            "\\b(?:" + ANIMALS + ") (?:were|received|underwent)\\b"));
    private static final int ENOUGH = 3;

    private LaboratoryWords() {}

    static Optional<DesignLevel> find(String words) {
        if (PEOPLE.matcher(words).find()) {
            return Optional.empty();
        }
        Matcher animals = IN_ANIMALS.matcher(words);
        if (animals.find()) {
            return Optional.of(level("abstract: \"" + animals.group()));
        }
        List<String> found = LABORATORY
                .matcher(words)
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .distinct()
                .limit(ENOUGH)
                .toList();
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
