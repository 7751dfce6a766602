package org.plumbline.citations.design;

import static org.plumbline.citations.design.DesignLevel.Kind.ANIMAL_OR_LABORATORY;
import static org.plumbline.citations.design.DesignLevel.Kind.CASE_CONTROL;
import static org.plumbline.citations.design.DesignLevel.Kind.CASE_REPORT;
import static org.plumbline.citations.design.DesignLevel.Kind.COHORT;
import static org.plumbline.citations.design.DesignLevel.Kind.CONTROLLED_TRIAL;
import static org.plumbline.citations.design.DesignLevel.Kind.CROSS_SECTIONAL;
import static org.plumbline.citations.design.DesignLevel.Kind.GUIDELINE;
import static org.plumbline.citations.design.DesignLevel.Kind.META_ANALYSIS;
import static org.plumbline.citations.design.DesignLevel.Kind.NOTICE;
import static org.plumbline.citations.design.DesignLevel.Kind.OPINION;
import static org.plumbline.citations.design.DesignLevel.Kind.PROTOCOL;
import static org.plumbline.citations.design.DesignLevel.Kind.RANDOMISED_TRIAL;
import static org.plumbline.citations.design.DesignLevel.Kind.REVIEW;
import static org.plumbline.citations.design.DesignLevel.Kind.SYSTEMATIC_REVIEW;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plumbline.citations.text.Sentences;
import org.plumbline.citations.text.Span;

/// Words that give a study's design away. Tables of rules, tried in order; the first that matches decides.
final class Cues {

    /// @param unless where this matches too (the title, or the sentence), the words speak of something else
    private record Cue(DesignLevel.Kind kind, CuePattern words, CuePattern unless) {
        static Cue of(DesignLevel.Kind kind, String words) {
            return of(kind, words, "(?!)");
        }

        static Cue of(DesignLevel.Kind kind, String words, String unless) {
            return new Cue(kind, CuePattern.of(words), CuePattern.of(unless));
        }

        Optional<DesignLevel> find(String place, Lowered where) {
            if (!words.mayBeIn(where.lowerCase())) {
                return Optional.empty();
            }
            Matcher matcher = words.matcher(where.words());
            if (!matcher.find() || unless.matcher(where.words()).find()) {
                return Optional.empty();
            }
            return Optional.of(
                    new DesignLevel(kind, place + ": \"" + matcher.group().strip() + "\""));
        }
    }

    /// Words, and the same in lower case.
    private record Lowered(String words, String lowerCase) {
        static Lowered of(String words) {
            return new Lowered(words, words.toLowerCase(Locale.ROOT));
        }
    }

    static final String ANIMALS =
            "mice|mouse|murine|rats?|rodents?|rabbits?|piglets?|pigs?|porcine|swine|lambs?|sheep|ovine|dogs?|canine|"
                    + "cats|feline|horses?|equine|cattle|cows?|calves|bovine|broilers?|chickens?|hens|primates|macaques?|"
                    + "zebrafish|drosophila|caenorhabditis|hamsters?|guinea pigs?";
    private static final String RANDOMISED = "random(?:i[sz]|[ai]+[sz])ed";

    private static final List<Cue> TITLE = List.of(
            Cue.of(
                    NOTICE,
                    "^\\W*(?:erratum|errata|corrigend(?:um|a)|(?:author |publisher )?correction|retract(?:ion|ed)|"
                            + "expression of concern|notice of)\\b(?! of\\b(?! *:))"),
            Cue.of(
                    PROTOCOL,
                    "\\b(?:study|trial|review|research|pilot|evaluation|analysis) protocol\\b|\\bprotocol (?:for|of) (?:an?|the)"
                            + "\\b|[:–—-] *(?:an? )?protocol\\b|\\brationale(?:,| and|,? &)(?: study)? (?:design|methods?)|\\bdesign and "
                            + "(?:rationale|protocol)|\\bstudy design and\\b|\\bdesign,? (?:and )?(?:methods|rationale)\\b"),
            Cue.of(META_ANALYSIS, "\\bmeta-?\\s?analy(?:sis|ses|tic)\\b|\\bmeta-regression"),
            Cue.of(
                    SYSTEMATIC_REVIEW,
                    "\\bsystematic(?:ally)? (?:\\w+ ){0,2}review\\w*|\\bcochrane (?:systematic )?review|\\bumbrella review"),
            Cue.of(
                    GUIDELINE,
                    "\\b(?:practice|clinical|evidence-based|management|treatment|consensus) guidelines?\\b|\\bguidelines? (?:for|on) "
                            + "(?:the )?(?:diagnosis|management|treatment|prevention|use|care)|\\b(?:consensus|position|scientific) "
                            + "statement\\b|\\bpractice recommendations\\b",
                    "adheren|complian|implement|concordan|according|impact|knowledge|effect|attitude|" + RANDOMISED),
            Cue.of(
                    OPINION,
                    "^(?:editorial|commentary|comment|letter|reply|response|author(?:s'|’s|s)? reply|in reply|re)\\b *(?:to\\b|on\\b|:|$)|"
                            + "\\bcommentary\\b|\\bviewpoint\\b"),
            Cue.of(
                    ANIMAL_OR_LABORATORY,
                    "\\b(?:" + ANIMALS + ")\\b",
                    "assisted|ownership|bites?\\b|walking|allerg|patients|children|women|volunteers|adults|cow['’]?s?['’]? milk|\\bpets?\\b|"
                            + "cat scan"),
            Cue.of(
                    CONTROLLED_TRIAL,
                    "\\bnon-? ?" + RANDOMISED
                            + "\\b|\\bquasi-? ?experiment\\w*|\\bquasi-? ?random\\w*|\\bbefore-and-after\\b",
                    "\\bcohort\\b"),
            Cue.of(
                    RANDOMISED_TRIAL,
                    "(?:\\b(?:double|single|triple)-?(?:blind|masked)\\w*,? )?\\b" + RANDOMISED
                            + "\\b(?:[- ,]+[\\w-]+){0,5}[- ,]+(?:trial|study|experiment|comparison|evaluation|design)\\b|\\b"
                            + RANDOMISED
                            + "\\b|\\brandom (?:allocation|assignment)|\\brandomly\\b|\\bRCT\\b",
                    "mendelian|" + RANDOMISED
                            + "(?:[- ,]+[\\w-]+){0,4} (?:trials|studies)\\b|\\breview\\b|\\bexternal validity"),
            Cue.of(
                    CASE_REPORT,
                    "\\bcase reports?\\b|\\bcase series\\b|\\ba (?:rare |unusual )?case of\\b|\\breport of (?:a|an|one|two|three|\\d+) cases?|"
                            + "\\bcase presentation\\b|: a case$|\\bin (?:a|one|two|three|four) patients?\\b"),
            Cue.of(
                    CASE_CONTROL,
                    "\\b(?:nested )?case[- –]?control(?:led)? (?:study|analysis|design)\\b|\\bcase[-–]control\\b"),
            Cue.of(
                    CROSS_SECTIONAL,
                    "\\bcross-? ?sectional\\b|\\b(?:national|population|questionnaire|postal|online|web)"
                            + "(?:-based)? survey\\b|\\bprevalence (?:study|survey)\\b"),
            Cue.of(
                    COHORT,
                    "\\b(?:\\w+ )?cohort (?:study|analysis)\\b|\\bcohort\\b|\\blongitudinal study\\b|\\bfollow-? ?up study\\b|"
                            + "\\bpopulation-based (?:\\w+ )?study\\b|\\bretrospective (?:\\w+ )?(?:study|analysis|review)\\b|\\bregistry(?: study| "
                            + "analysis|-based)|\\bprospective observational\\b"),
            Cue.of(
                    CONTROLLED_TRIAL,
                    "\\b(?:placebo-)?controlled (?:clinical )?(?:trial|study)\\b|\\bplacebo-controlled\\b|\\bnon-?inferiority (?:of\\b.*\\b)?trial\\b",
                    "observational|validity"),
            Cue.of(
                    ANIMAL_OR_LABORATORY,
                    "\\bin vitro\\b|\\bin vivo evaluation\\b|\\bcell lines?\\b|\\bxenografts?\\b|\\bknock-?(?:out|down)\\b|\\b(?:cancer|tumou?r|stem|epithelial) "
                            + "cells\\b|\\bcell (?:survival|invasiveness|proliferation|migration)\\b|\\bphosphorylation\\b",
                    "\\bin vivo\\b.*\\bhuman|patients|trial|volunteers|subjects|in humans"),
            Cue.of(
                    REVIEW,
                    "^(?:\\w+ ){0,2}review:|\\b(?:narrative|literature|scoping|integrative|critical|mini-?) ?review\\b|[:.] (?:an? )?(?:\\w+ )?(?:review|overview)\\b|"
                            + "\\breview of\\b|\\ban overview\\b|\\bstate of the art\\b|\\bfrom bench to bedside\\b|\\b(?:recent|current) "
                            + "(?:advances|concepts|perspectives|trends)\\b",
                    "chart review|record review|peer review"));

    /// Read sentence by sentence. Plans and other people's trials are no signal.
    private static final String NOT_OWN =
            "\\b(?:previous|prior|earlier|published|future|further|larger|several|many|other|existing|ongoing|no|few|recent) "
                    + "(?:\\w+,? ){0,3}" + RANDOMISED
                    + "|\\b(?:needed|warranted|required|recommended|should be)\\b|\\black of\\b";

    private static final List<Cue> ABSTRACT = List.of(
            Cue.of(
                    META_ANALYSIS,
                    "\\b(?:performed|conducted|undertook|did|carried out|this) (?:an? |the )?(?:[\\w-]+ ){0,6}meta-?analys[ie]s|"
                            + "\\bmeta-?analys[ie]s (?:was|were) (?:performed|conducted|done|carried out)|\\brandom-effects meta-?analys"),
            Cue.of(
                    SYSTEMATIC_REVIEW,
                    "\\b(?:performed|conducted|undertook|did|carried out|this|is a) (?:an? |the )?(?:[\\w-]+ ){0,3}systematic (?:\\w+ )?"
                            + "review|\\bsystematically (?:searched|reviewed)"),
            Cue.of(
                    CONTROLLED_TRIAL,
                    "\\bnon-? ?" + RANDOMISED + "\\b[^.]*\\b(?:trial|study)|\\bquasi-? ?experimental\\b",
                    NOT_OWN),
            Cue.of(
                    RANDOMISED_TRIAL,
                    "\\b(?:were|was|been|are|and|then|we|sites|patients|participants|subjects|women|children) (?:[\\w-]+ ){0,3}?"
                            + RANDOMISED
                            + "\\b|\\brandomly (?:[\\w-]+ ){0,2}(?:assigned|allocated|divided|distributed|received)|\\b"
                            + RANDOMISED
                            + "\\b(?:[-/ ,]+[\\w-]+){0,6}?[-/ ,]+(?:trial|study|design|experiment|investigation|cross-?over)(?!s)\\b|"
                            + "\\bin (?:an? )?random(?:i[sz]ed)?(?:,? (?:and |single-)?[\\w-]+){0,3} (?:order|sequence|fashion|manner)\\b|\\ba "
                            + RANDOMISED
                            + ",? (?:two|three|double|single|open|parallel|placebo|cross)\\b(?![^.]{0,80}\\b(?:trials|studies)\\b)|"
                            + "\\b(?:trial|study|patients|participants|subjects)[^.]{0,60}\\b" + RANDOMISED
                            + "\\b(?! (?:controlled |clinical )*(?:trials|studies))",
                    NOT_OWN + "|pseudo-? ?" + RANDOMISED + "|mendelian"),
            Cue.of(
                    CASE_REPORT,
                    "\\b(?:we|the authors|here we) (?:report|present|describe)s? (?:here )?(?:an? |the |two |three )?(?:\\w+ ){0,3}cases?\\b|"
                            + "\\bcase report\\b|\\b(?:an? )?\\d{1,2}-year-old (?:[\\w-]+ ){0,3}(?:man|woman|boy|girl|male|female|patient)\\b"),
            Cue.of(CASE_CONTROL, "\\bcase[-– ]control(?:led)? (?:study|analysis|design)\\b"),
            Cue.of(
                    CROSS_SECTIONAL,
                    "\\bcross-? ?sectional(?:ly)?\\b(?! area)|\\b(?:questionnaire|nationwide|national|postal|online) (?:\\w+ )?survey\\b|"
                            + "\\bsurvey was (?:conducted|sent|carried)"),
            Cue.of(
                    COHORT,
                    "\\b(?:prospective|retrospective|population-based|historical|birth|observational|multicent\\w+) (?:\\w+ )?cohort\\b|"
                            + "\\bcohort (?:study|of (?:\\d|patients|women|men))|\\bretrospective(?:ly)? (?!re-)(?:[\\w-]+ ){0,3}(?:study|analysis|review|"
                            + "reviewed|analy[sz]ed|included|data)|\\blongitudinal(?:ly)? (?:study|followed)|\\bprospective(?:ly)? (?:[\\w-]+ ){0,2}"
                            + "(?:observational|followed)|\\bfollowed (?:\\w+ ){0,5}prospectively|\\bregistry data|\\bfrom the (?:[\\w-]+ ){0,4}registry\\b|\\bmedical records\\b"),
            Cue.of(
                    CONTROLLED_TRIAL,
                    "\\b(?:prospective )?controlled (?:intervention |clinical )?(?:trial|study)\\b|\\bplacebo-controlled\\b|\\b(?:were|was) "
                            + "(?:\\w+ )?(?:divided|allocated|assigned) (?:into|to) (?:[\\w-]+ ){0,3}groups?\\b",
                    NOT_OWN + "|placebo-controlled,? (?:[\\w-]+,? ){0,3}(?:trials|studies)\\b"),
            Cue.of(
                    REVIEW,
                    "\\b(?:online|literature|medline|pubmed|electronic|database) search(?:es)?\\b|\\bwe searched\\b|\\bthe review "
                            + "(?:summari[sz]es|discusses|covers)|\\b(?:this|present|our|the present) (?:\\w+ )?review\\b|\\bwe (?:\\w+ )?review(?:ed)? the (?:\\w+ )?(?:literature|evidence|"
                            + "historical|current)|\\bwe review\\b|\\bthis (?:article|paper) (?:\\w+ )?(?:reviews|discusses|summari[sz]es)|\\b(?:article|"
                            + "paper) (?:was|were|is) to review\\b|\\b(?:reviewed|review of) the literature\\b|\\bare reviewed\\b"));

    private static final Pattern FUTURE =
            insensitive("\\bwill (?:\\w+ )?(?:be|receive|undergo|evaluate|assess|compare|examine|"
                    + "include|recruit|determine|investigate|provide|test|complete|measure|have)\\b");
    private static final Pattern RESULT = insensitive(
            "\\bp\\s*(?:-?value)?\\s*[<>=≤≥]|\\b(?:significantly|no significant|95\\s*% ?CI|confidence interval)");

    /// Both begin where a word does: said so, the end of every word is passed over quickly.
    static final Pattern LABORATORY =
            insensitive("\\b(?=\\w)(?:" + ANIMALS + "|in vitro|in vivo|cell lines?|knock-?(?:out|down)|"
                    + "transfect\\w+|western blot\\w*|xenografts?|apoptosis|mRNA|phosphorylat\\w+|signal(?:l?ing)? (?:pathways?|cascade)|"
                    + "HEK ?293|HeLa|fibroblasts|mutants?|wild[- ]type|recombinant|kinase|proteomic\\w*|receptor|[A-Z0-9]+ cells|cells|binding|"
                    + "overexpress\\w+|embryos?|conditional deletion|cytokinesis|actin|myosin|microtubules?|histones?|"
                    + "nucleosom\\w+|transcription factors?|gene expression|genome|enzym\\w+|protein)\\b");
    static final Pattern PEOPLE = insensitive(
            "\\b(?=\\w)(?:\\d[\\d,]*|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
                    + "(?:-\\w+)?|eight|nine|ten|eleven|twelve) (?:[\\w-]+ ){0,4}(?:patients|"
                    + "participants|subjects|women|men|children|adults|individuals|volunteers|infants|students|eyes|cases)\\b|\\b(?=\\w)(?:patients|"
                    + "participants|volunteers|subjects) (?:were|received|underwent|who)\\b");
    private static final Pattern IN_ANIMALS = insensitive("\\b(?:in|using|of) (?:[\\w-]+ ){0,2}(?:" + ANIMALS
            + ")\\b(?! models?)|\\b(?:" + ANIMALS + ") (?:were|received|underwent)\\b");
    private static final int LABORATORY_WORDS = 3;
    /// Characters; shorter abstracts tell nothing.
    private static final int SHORT = 200;

    private Cues() {}

    /// The patterns that are passed over where their letters are not in a text.
    static List<CuePattern> gated() {
        return Stream.concat(TITLE.stream(), ABSTRACT.stream()).map(Cue::words).toList();
    }

    static Optional<DesignLevel> findInTitle(String title, String abstractWords) {
        Lowered where = Lowered.of(title);
        for (Cue cue : TITLE) {
            Optional<DesignLevel> level = cue.find("title", where);
            if (level.isPresent()) {
                return level;
            }
        }
        return findPlan(abstractWords);
    }

    /// An abstract that plans and has no results is a protocol's.
    private static Optional<DesignLevel> findPlan(String abstractWords) {
        Matcher future = FUTURE.matcher(abstractWords);
        if (!future.find() || RESULT.matcher(abstractWords).find()) {
            return Optional.empty();
        }
        String first = future.group();
        return future.find()
                ? Optional.of(new DesignLevel(PROTOCOL, "abstract: \"" + first + "\", no results"))
                : Optional.empty();
    }

    private static final Pattern NAME_ALONE = Pattern.compile("\\[?[A-Z]\\p{L}{5,}[.]?\\]?");

    /// A title that is one name, as of a drug, is a monograph's.
    private static Optional<DesignLevel> findMonograph(String title, String abstractWords) {
        boolean monograph = NAME_ALONE.matcher(title.strip()).matches() && abstractWords.length() > SHORT;
        return monograph
                ? Optional.of(new DesignLevel(REVIEW, "title: \"" + title.strip() + "\", a name alone"))
                : Optional.empty();
    }

    static Optional<DesignLevel> findInAbstract(String title, String abstractWords) {
        List<Lowered> sentences = Sentences.in(abstractWords, List.of()).stream()
                .map((Span span) -> Lowered.of(span.of(abstractWords)))
                .toList();
        Lowered whole = Lowered.of(abstractWords);
        for (Cue cue : ABSTRACT) {
            Optional<DesignLevel> level = cue.words().mayBeIn(whole.lowerCase())
                    ? sentences.stream()
                            .flatMap(sentence -> cue.find("abstract", sentence).stream())
                            .findFirst()
                    : Optional.empty();
            if (level.isPresent()) {
                return level;
            }
        }
        return findMonograph(title, abstractWords).or(() -> findLaboratory(title + ". " + abstractWords));
    }

    private static Optional<DesignLevel> findLaboratory(String words) {
        if (PEOPLE.matcher(words).find()) {
            return Optional.empty();
        }
        Matcher animals = IN_ANIMALS.matcher(words);
        if (animals.find()) {
            return Optional.of(
                    new DesignLevel(ANIMAL_OR_LABORATORY, "abstract: \"" + animals.group() + "\", no participants"));
        }
        List<String> found = LABORATORY
                .matcher(words)
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .distinct()
                .limit(LABORATORY_WORDS)
                .toList();
        return found.size() < LABORATORY_WORDS
                ? Optional.empty()
                : Optional.of(new DesignLevel(
                        ANIMAL_OR_LABORATORY, "words: \"" + String.join("\", \"", found) + "\", no participants"));
    }

    private static Pattern insensitive(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
