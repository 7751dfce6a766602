package org.plumbline.citations.design;

import static org.plumbline.citations.design.Cue.RANDOMISED;
import static org.plumbline.citations.design.Cue.any;
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
import java.util.Optional;

/// Words of a title that give a study's design away, tried in order; the first rule that matches decides.
final class TitleCues {

    static final List<Cue> ALL = List.of(
            Cue.of(
                    NOTICE,
                    "^\\W{0,5}+(?:erratum|errata|corrigend(?:um|a)|(?:author |publisher )?correction|retract(?:ion|ed)|"
                            + "expression of concern|notice of)\\b(?! of\\b(?! *:))"),
            Cue.of(
                    PROTOCOL,
                    any(
                            "\\b(?:study|trial|review|research|pilot|evaluation|analysis) protocol\\b",
                            "\\bprotocol (?:for|of) (?:an?|the)\\b",
                            "[:–—-] {0,3}(?:an? )?protocol\\b",
                            "\\brationale(?:,| and|,? &)(?: study)? (?:design|methods?)",
                            "\\bdesign and (?:rationale|protocol)",
                            "\\bstudy design and\\b",
                            "\\bdesign,? (?:and )?(?:methods|rationale)\\b")),
            Cue.of(META_ANALYSIS, "\\bmeta-?\\s?analy(?:sis|ses|tic)\\b|\\bmeta-regression"),
            Cue.of(
                    SYSTEMATIC_REVIEW,
                    any(
                            "\\bsystematic(?:ally)? (?:\\w{1,40}+ ){0,2}review\\w*",
                            "\\bcochrane (?:systematic )?review",
                            "\\bumbrella review")),
            Cue.of(
                    GUIDELINE,
                    any(
                            "\\b(?:practice|clinical|evidence-based|management|treatment|consensus) guidelines?\\b",
                            "\\bguidelines? (?:for|on) (?:the )?(?:diagnosis|management|treatment|prevention|use|care)",
                            "\\b(?:consensus|position|scientific) statement\\b",
                            "\\bpractice recommendations\\b"),
                    "adheren|complian|implement|concordan|according|impact|knowledge|effect|attitude|" + RANDOMISED),
            Cue.of(
                    OPINION,
                    any(
                            "^(?:editorial|commentary|comment|letter|reply|response|author(?:s'|’s|s)? reply|in reply|re)\\b"
                                    + " {0,3}(?:to\\b|on\\b|:|$)",
                            "\\bcommentary\\b",
                            "\\bviewpoint\\b")),
            Cue.of(
                    ANIMAL_OR_LABORATORY,
                    "\\b(?:" + LaboratoryWords.ANIMALS + ")\\b",
                    "assisted|ownership|bites?\\b|walking|allerg|patients|children|women|volunteers|adults|"
                            + "cow['’]?s?['’]? milk|\\bpets?\\b|cat scan"),
            Cue.of(
                    CONTROLLED_TRIAL,
                    any(
                            "\\bnon-? ?" + RANDOMISED + "\\b",
                            "\\bquasi-? ?experiment\\w*",
                            "\\bquasi-? ?random\\w*",
                            "\\bbefore-and-after\\b"),
                    "\\bcohort\\b"),
            Cue.of(
                    RANDOMISED_TRIAL,
                    any(
                            "(?:\\b(?:double|single|triple)-?(?:blind|masked)\\w*,? )?\\b" + RANDOMISED
                                    + "\\b(?:[- ,]{1,3}+\\w++){0,7}?[- ,]{1,3}+"
                                    + "(?:trial|study|experiment|comparison|evaluation|design)\\b",
                            "\\b" + RANDOMISED + "\\b",
                            "\\brandom (?:allocation|assignment)",
                            "\\brandomly\\b",
                            "\\bRCT\\b"),
                    any(
                            "mendelian",
                            RANDOMISED + "(?:[- ,]{1,3}+\\w++){0,6}? (?:trials|studies)\\b",
                            "\\breview\\b",
                            "\\bexternal validity")),
            Cue.of(
                    CASE_REPORT,
                    any(
                            "\\bcase reports?\\b",
                            "\\bcase series\\b",
                            "\\ba (?:rare |unusual )?case of\\b",
                            "\\breport of (?:a|an|one|two|three|\\d{1,3}+) cases?",
                            "\\bcase presentation\\b",
                            ": a case$",
                            "\\bin (?:a|one|two|three|four) patients?\\b")),
            Cue.of(
                    CASE_CONTROL,
                    "\\b(?:nested )?case[- –]?control(?:led)? (?:study|analysis|design)\\b|\\bcase[-–]control\\b"),
            Cue.of(
                    CROSS_SECTIONAL,
                    any(
                            "\\bcross-? ?sectional\\b",
                            "\\b(?:national|population|questionnaire|postal|online|web)(?:-based)? survey\\b",
                            "\\bprevalence (?:study|survey)\\b")),
            Cue.of(
                    COHORT,
                    any(
                            "\\b(?:\\w{1,40}+ )?cohort (?:study|analysis)\\b",
                            "\\bcohort\\b",
                            "\\blongitudinal study\\b",
                            "\\bfollow-? ?up study\\b",
                            "\\bpopulation-based (?:\\w{1,40}+ )?study\\b",
                            "\\bretrospective (?:\\w{1,40}+ )?(?:study|analysis|review)\\b",
                            "\\bregistry(?: study| analysis|-based)",
                            "\\bprospective observational\\b")),
            Cue.of(
                    CONTROLLED_TRIAL,
                    any(
                            "\\b(?:placebo-)?controlled (?:clinical )?(?:trial|study)\\b",
                            "\\bplacebo-controlled\\b",
                            "\\bnon-?inferiority (?:of\\b.{0,150}\\b)?trial\\b"),
                    "observational|validity"),
            Cue.of(
                    ANIMAL_OR_LABORATORY,
                    any(
                            "\\bin vitro\\b",
                            "\\bin vivo evaluation\\b",
                            "\\bcell lines?\\b",
                            "\\bxenografts?\\b",
                            "\\bknock-?(?:out|down)\\b",
                            "\\b(?:cancer|tumou?r|stem|epithelial) cells\\b",
                            "\\bcell (?:survival|invasiveness|proliferation|migration)\\b",
                            "\\bphosphorylation\\b"),
                    "\\bin vivo\\b.{0,150}\\bhuman|patients|trial|volunteers|subjects|in humans"),
            Cue.of(
                    REVIEW,
                    any(
                            "^(?:\\w{1,40}+ ){0,2}review:",
                            "\\b(?:narrative|literature|scoping|integrative|critical|mini-?) ?review\\b",
                            "[:.] (?:an? )?(?:\\w{1,40}+ )?(?:review|overview)\\b",
                            "\\breview of\\b",
                            "\\ban overview\\b",
                            "\\bstate of the art\\b",
                            "\\bfrom bench to bedside\\b",
                            "\\b(?:recent|current) (?:advances|concepts|perspectives|trends)\\b"),
                    "chart review|record review|peer review"));

    private TitleCues() {}

    static Optional<DesignLevel> find(String title) {
        Lowered where = Lowered.of(title);
        return ALL.stream().flatMap(cue -> cue.find("title", where).stream()).findFirst();
    }
}
