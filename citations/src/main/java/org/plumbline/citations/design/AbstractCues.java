package org.plumbline.citations.design;

import static org.plumbline.citations.design.Cue.NOT_RANDOMISED;
import static org.plumbline.citations.design.Cue.NO_NON;
import static org.plumbline.citations.design.Cue.RANDOMISED;
import static org.plumbline.citations.design.Cue.any;
import static org.plumbline.citations.design.DesignLevel.Kind.ANIMAL_OR_LABORATORY;
import static org.plumbline.citations.design.DesignLevel.Kind.CASE_CONTROL;
import static org.plumbline.citations.design.DesignLevel.Kind.CASE_REPORT;
import static org.plumbline.citations.design.DesignLevel.Kind.COHORT;
import static org.plumbline.citations.design.DesignLevel.Kind.CONTROLLED_TRIAL;
import static org.plumbline.citations.design.DesignLevel.Kind.CROSS_SECTIONAL;
import static org.plumbline.citations.design.DesignLevel.Kind.META_ANALYSIS;
import static org.plumbline.citations.design.DesignLevel.Kind.RANDOMISED_TRIAL;
import static org.plumbline.citations.design.DesignLevel.Kind.REVIEW;
import static org.plumbline.citations.design.DesignLevel.Kind.SYSTEMATIC_REVIEW;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Words of an abstract that give a study's design away, read sentence by sentence. Rules are tried in order; the
/// first that matches in a sentence decides.
final class AbstractCues {

    /// Plans and other people's trials are no signal.
    private static final String NOT_OWN = any(
            "\\b(?:previous|prior|earlier|published|future|further|larger|several|many|other|existing|ongoing|no|few|recent) "
                    + "(?:\\w{1,40}+,? ){0,3}" + RANDOMISED,
            "\\b(?:needed|warranted|required|recommended|should be)\\b",
            "\\black of\\b");

    /// What is reviewed of patients, not of the literature.
    private static final String FILES =
            "(?:notes|records|charts|files|histories|patients|cases|images|scans|slides|radiographs|films|biopsies)";

    static final List<Cue> ALL = List.of(
            Cue.of(
                    META_ANALYSIS,
                    any(
                            "\\b(?:performed|conducted|undertook|did|carried out) (?:an? |the )?(?:[\\w-]{1,40}+ ){0,6}"
                                    + "meta-?analys[ie]s",
                            "\\bthis (?:[\\w-]{1,40}+ ){0,4}meta-?analys[ie]s",
                            "\\bmeta-?analys[ie]s (?:was|were) (?:performed|conducted|done|carried out)",
                            "\\brandom-effects meta-?analys"),
                    "\\b(?:previous|prior|earlier|recent|published|other|with an?) (?:[\\w-]{1,40}+ ){0,2}meta-?analys"),
            Cue.of(
                    SYSTEMATIC_REVIEW,
                    any(
                            "\\b(?:performed|conducted|undertook|did|carried out|this|is a) (?:an? |the )?"
                                    + "(?:[\\w-]{1,40}+ ){0,3}systematic (?:\\w{1,40}+ )?review",
                            "\\bsystematically (?:searched|reviewed)"),
                    any(
                            "\\b" + FILES + "\\b[^.]{0,40}\\bsystematically",
                            "\\bsystematically reviewed (?:[\\w-]{1,40}+ ){0,4}" + FILES + "\\b")),
            Cue.of(
                    CONTROLLED_TRIAL,
                    any(
                            "\\bnon-? ?" + RANDOMISED + "\\b[^.]{0,150}\\b(?:trial|study)",
                            "\\b(?:trial|study)\\b[^.]{0,25}\\bnon-? ?" + RANDOMISED + "\\b",
                            "\\bquasi-? ?experimental\\b"),
                    NOT_OWN),
            Cue.of(
                    RANDOMISED_TRIAL,
                    any(
                            "\\b(?:were|was|been|are|and|then|we|sites|patients|participants|subjects|women|children) "
                                    + "(?:[\\w-]{1,40}+ ){0,3}?" + NO_NON + RANDOMISED + "\\b",
                            "\\b" + NO_NON
                                    + "randomly (?:[\\w-]{1,40}+ ){0,2}(?:assigned|allocated|divided|distributed|received)",
                            "\\b" + NO_NON + RANDOMISED + "\\b(?:[-/ ,]{1,3}+\\w++){0,8}?[-/ ,]{1,3}+"
                                    + "(?:trial|study|design|experiment|investigation|cross-?over)(?!s)\\b",
                            "\\bin (?:an? )?random(?:i[sz]ed)?(?:,? (?:and |single-)?[\\w-]{1,40}+){0,3} "
                                    + "(?:order|sequence|fashion|manner)\\b",
                            "\\ba " + RANDOMISED + ",? (?:two|three|double|single|open|parallel|placebo|cross)\\b"
                                    + "(?![^.]{0,80}\\b(?:trials|studies)\\b)",
                            "\\b(?:trial|study|patients|participants|subjects)[^.]{0,60}\\b" + NO_NON + RANDOMISED
                                    + "\\b(?! (?:controlled |clinical ){0,3}(?:trials|studies))"),
                    any(NOT_OWN, NOT_RANDOMISED, "pseudo-? ?" + RANDOMISED, "mendelian")),
            Cue.of(
                    CASE_REPORT,
                    any(
                            "\\b(?:we|the authors|here we) (?:report|present|describe)s? (?:here )?(?:an? |the |two |three )?"
                                    + "(?:\\w{1,40}+ ){0,3}cases?\\b",
                            "\\bcase report\\b",
                            "\\b(?:prospective|retrospective|interventional|consecutive|comparative|observational|(?:is|was) an?) "
                                    + "(?:[\\w-]{1,40}+ ){0,2}case series\\b(?! (?:which|that|of \\d))",
                            "\\b(?:an? )?\\d{1,2}-year-old (?:[\\w-]{1,40}+ ){0,3}"
                                    + "(?:man|woman|boy|girl|male|female|patient)\\b")),
            Cue.of(CASE_CONTROL, "\\bcase[-– ]control(?:led)? (?:study|analysis|design)\\b"),
            Cue.of(
                    CROSS_SECTIONAL,
                    any(
                            "\\bcross-? ?sectional(?:ly)?\\b(?! area)",
                            "\\b(?:questionnaire|nationwide|national|postal|online) (?:\\w{1,40}+ )?survey\\b",
                            "\\bsurvey was (?:conducted|sent|carried)")),
            Cue.of(
                    COHORT,
                    any(
                            "\\b(?:prospective|retrospective|population-based|historical|birth|observational|multicent\\w+) "
                                    + "(?:\\w{1,40}+ )?cohort\\b",
                            "\\bcohort (?:study|of (?:\\d|patients|women|men))",
                            "\\bretrospective(?:ly)? (?!re-)(?:[\\w-]{1,40}+ ){0,3}"
                                    + "(?:study|analysis|review|reviewed|analy[sz]ed|included|data)",
                            "\\blongitudinal(?:ly)? (?:study|followed)",
                            "\\bprospective(?:ly)? (?:[\\w-]{1,40}+ ){0,2}(?:observational|followed)",
                            "\\bfollowed (?:\\w{1,40}+ ){0,5}prospectively",
                            "\\bregistry data",
                            "\\bfrom the (?:[\\w-]{1,40}+ ){0,4}registry\\b",
                            "\\bmedical records\\b",
                            "\\b(?:records|charts)\\b[^.]{0,40}\\bretrospectively\\b")),
            Cue.of(
                    CONTROLLED_TRIAL,
                    any(
                            "\\b(?:prospective )?controlled (?:intervention |clinical )?(?:trial|study)\\b",
                            "\\bplacebo-controlled\\b",
                            "\\b(?:were|was) (?:\\w{1,40}+ )?(?:divided|allocated|assigned) (?:into|to) "
                                    + "(?:[\\w-]{1,40}+ ){0,3}groups?\\b"),
                    any(NOT_OWN, "placebo-controlled,? (?:[\\w-]{1,40}+,? ){0,3}(?:trials|studies)\\b")),
            Cue.of(
                    REVIEW,
                    any(
                            "\\b(?:online|literature|medline|pubmed|electronic|database) search(?:es)?\\b",
                            "\\bwe searched\\b",
                            "\\bthe review (?:summari[sz]es|discusses|covers)",
                            "\\b(?:this|present|our|the present) (?:\\w{1,40}+ )?review\\b",
                            "\\bwe (?:\\w{1,40}+ )?review(?:ed)? the (?:\\w{1,40}+ )?"
                                    + "(?:literature|evidence|historical|current)",
                            "\\bwe review\\b",
                            "\\bthis (?:article|paper) (?:\\w{1,40}+ )?(?:reviews|discusses|summari[sz]es)",
                            "\\b(?:article|paper) (?:was|were|is) to review\\b",
                            "\\b(?:reviewed|review of) the literature\\b",
                            "\\bare reviewed\\b")));

    private AbstractCues() {}

    /// @param ruledOut what the article is known not to be
    static Optional<DesignLevel> find(TitleAndAbstract article, Set<DesignLevel.Kind> ruledOut) {
        return ALL.stream()
                .filter(cue -> !ruledOut.contains(cue.kind()))
                .filter(cue -> cue.words().mayBeIn(article.abstractWords()))
                .flatMap(cue -> find(cue, article).stream())
                .findFirst();
    }

    /// The first sentence decides; of a trial, the first in which people take part, if there is one.
    private static Optional<DesignLevel> find(Cue cue, TitleAndAbstract article) {
        Optional<DesignLevel> withoutPeople = Optional.empty();
        for (ScannedText sentence : article.sentences()) {
            Optional<DesignLevel> level = cue.find("abstract", sentence);
            if (level.isPresent()
                    && !(isTrial(cue) && LaboratoryWords.areTried(sentence.words(), article.abstractWords()))) {
                return level;
            }
            withoutPeople = withoutPeople.or(() -> level);
        }
        return withoutPeople.map(level -> new DesignLevel(ANIMAL_OR_LABORATORY, level.signal()));
    }

    private static boolean isTrial(Cue cue) {
        return cue.kind() == RANDOMISED_TRIAL || cue.kind() == CONTROLLED_TRIAL;
    }
}
