package org.plumbline.research.select;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The common unwanted effects of treatments, by system of the body.
final class UnwantedEffects {

    private static final List<String> BY_SYSTEM = List.of(
            "hypotensi(?:on|ve)|bradycardia|tachycardia|arrhythmias?|palpitations?|syncope|qt prolongation|o?edema",
            "bleeding|bleeds?|ha?emorrhag\\w+|ha?ematomas?|thrombocytop(?:a?enia)|neutrop(?:a?enia)|ana?emia|thrombo(?:sis|embolism)",
            "hypoglyc(?:a?emi[ac])|hyperglyc(?:a?emi[ac])|hyperkal(?:a?emia)|hypokal(?:a?emia)|hyponatr(?:a?emia)|ketoacidosis",
            "(?:renal|kidney) (?:impairment|injury|failure)|worsening renal function|dialysis|liver enzymes?|hepatotoxicity"
                    + "|(?:alt|ast|transaminases?|aminotransferases?) (?:elevations?|above)|jaundice|pancreatitis",
            "nausea|vomit(?:ing|ed)|diarrh(?:o?ea)|constipation|abdominal pain|dyspepsia|flatulence|(?:oral )?thrush|dry mouth",
            "dizziness|headaches?|drowsiness|somnolence|sedation|insomnia|disturbed sleep|sleep disturbances?|seizures?|confusion|agitation"
                    + "|falls|fractures?|fatigue|tremors?|suicid\\w+",
            "cough|bronchospasm|respiratory depression|aspiration|(?:accidental|unplanned) (?:removal|extubation)|hoarseness",
            "rash(?:es)?|pruritus|itching|urticaria|anaphyla\\w+|angioo?edema|hypersensitivity|alopecia"
                    + "|(?:injection|infusion|application)[- ]site|(?:wound|surgical[- ]site|catheter[- ]related) infections?",
            "changes in behaviour|sexual dysfunction|weight gain|urinary retention|genital infections?");

    private static final Pattern NAMED =
            Pattern.compile("\\b(?:" + String.join("|", BY_SYSTEM) + ")\\b", Pattern.CASE_INSENSITIVE);

    /// An unwanted effect is told of by how often it occurred: a symptom's score is as likely what was treated.
    private static final Pattern OFTEN = Pattern.compile(
            "\\b(?:more|less|fewer|frequent(?:ly)?|common(?:ly)?|often|occurr(?:ed|ence)|reported|recorded|observed|incidence"
                    + "|rates?|risk|experienced|developed|started|seen|stopped|cases?|did not differ|similar)\\b",
            Pattern.CASE_INSENSITIVE);

    /// How often people in the study had a complaint, without another group, tells nothing of the treatment.
    private static final Pattern COMPARED = Pattern.compile(
            "\\b(?:than|versus|vs|compared|groups?|arms?|placebo|controls?|differ\\w*|similar|respectively|ratio|both"
                    + "|(?:more|less) (?:common|frequent|often)\\w* (?:with|in|after|under|among))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final int STEM = 5;

    private UnwantedEffects() {}

    /// Whether a name or sentence names one.
    static boolean areNamed(String words) {
        return NAMED.matcher(words).find();
    }

    /// The first that words name.
    static Optional<String> find(String words) {
        return NAMED.matcher(words).results().map(MatchResult::group).findFirst();
    }

    /// Whether a sentence tells how often one occurred that the question does not speak of.
    static boolean areTold(String sentence, String question) {
        if (!COMPARED.matcher(sentence).find()) {
            return false;
        }
        String asked = question.toLowerCase(Locale.ROOT);
        return OFTEN.matcher(sentence).find()
                && NAMED.matcher(sentence)
                        .results()
                        .map(MatchResult::group)
                        .map(effect -> effect.toLowerCase(Locale.ROOT))
                        .anyMatch(effect -> !asked.contains(effect.substring(0, Math.min(STEM, effect.length()))));
    }
}
