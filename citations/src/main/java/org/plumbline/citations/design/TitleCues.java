package org.plumbline.citations.design;

import static org.plumbline.citations.design.Cue.NOT_RANDOMISED;
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

    /// Studies of a trial, or of its data, are not the trial.
    private static final String ABOUT_A_TRIAL =
            "\\bsecondary analys[ie]s of (?:[\\w-]{1,40}+ ){0,2}data\\b|\\bqualitative\\b|\\brecruit(?:ing|ment) (?:in)?to (?:an?|the) "
                    + "(?:[\\w-]{1,40}+ ){0,3}" + RANDOMISED;

    private static final CuePattern STUDIES_A_TRIAL = CuePattern.of(ABOUT_A_TRIAL);

    static final List<Cue> ALL = List.of(
            Cue.of(
                    NOTICE,
                    any(
                            "^\\W{0,5}+(?:erratum|errata|corrigend(?:um|a)|(?:author |publisher )?correction|"
                                    + "expression of concern|notice of)\\b(?! of\\b(?! *:))",
                            "^\\W{0,5}+retract(?:ion|ed)(?: (?:article|paper|publication))? {0,3}(?:[:.\\]]|$)",
                            "^\\W{0,5}+retraction (?:notice|note|statement|to:|of:|of [\"'“‘]|(?:of|for) .{0,80}\\bet al\\b)")),
            Cue.of(
                    PROTOCOL,
                    any(
                            "\\b(?:study|trial|review|research|pilot|evaluation|analysis) protocol\\b(?!-)",
                            "\\bprotocol (?:for|of) (?:an?|the) (?:[\\w-]{1,40}+,? ){0,8}?(?:trial|study|(?:meta-)?analysis|"
                                    + "review|cohort|survey|evaluation|project|experiment|development|RCT)\\b",
                            "[:–—] {0,3}(?:an? )?protocol\\b(?!-)",
                            "\\brationale(?:,| and|,? &)(?: study)? (?:design|methods?)",
                            "\\bdesign and (?:rationale|protocol)",
                            "\\bdesign,? (?:and )?(?:methods|rationale)\\b"),
                    "\\b(?:results?|findings)\\b"),
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
                            "^(?:editorial|commentary|comment|letter|author(?:s'|’s|s)? reply|in reply|re)\\b"
                                    + " {0,3}(?:to\\b|on\\b|:|$)",
                            "^(?:reply to\\b|(?:reply|response) {0,3}(?:[:.]|$|to:))",
                            "^response to (?:the )?(?:letters?|comment\\w*|editor\\w*|authors?|dr|\\S{0,30} et al)\\b",
                            "^response to [\"'“‘]",
                            "\\bcommentary\\b",
                            "\\bviewpoint\\b")),
            Cue.of(
                    ANIMAL_OR_LABORATORY,
                    "\\b" + LaboratoryWords.ANIMAL,
                    "assisted|ownership|bites?\\b|walking|allerg|\\bpets?\\b|cat scan|" + LaboratoryWords.PEOPLE_NAMED),
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
                            "\\brandomly (?:[\\w-]{1,40}+ ){0,2}(?:assigned|allocated|divided|distributed)\\b",
                            "\\bRCT\\b"),
                    any(
                            ABOUT_A_TRIAL,
                            NOT_RANDOMISED,
                            "\\bnon[- ]" + RANDOMISED,
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
                    any(ABOUT_A_TRIAL, "observational|validity")),
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

    /// Whether a title speaks of a trial as of something else than what the article reports.
    static boolean studiesATrial(ScannedText title) {
        return STUDIES_A_TRIAL.find(title).isPresent();
    }

    static Optional<DesignLevel> find(ScannedText title) {
        return ALL.stream().flatMap(cue -> cue.find("title", title).stream()).findFirst();
    }
}
