package org.plumbline.research.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.plumbline.citations.text.Span;

/// The figures that a sentence states, as spans in it, each kind in order. A span covers what a reader would quote:
/// "RR 0.74", "95% CI 0.61 to 0.90", "p<0.001", "23.3%", "n = 206", "48/206", "12.1 ± 3.4".
///
/// @param effects effect measures with their value: ratios (RR, OR, HR, IRR …) and differences (MD, SMD, RD …)
/// @param intervals confidence and credible intervals with their two bounds
/// @param pValues p-values, equalities and inequalities
/// @param percentages percentages that are no confidence level
/// @param sampleSizes stated numbers of people: "n = 206", "206 patients"
/// @param counts numerators with their denominators
/// @param means values with a spread: "12.1 ± 3.4", "12.1 (SD 3.4)"
public record Statistics(
        List<Span> effects,
        List<Span> intervals,
        List<Span> pValues,
        List<Span> percentages,
        List<Span> sampleSizes,
        List<Span> counts,
        List<Span> means) {

    private static final String NUMBER = "[-−–+]?\\s?(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:[.·]\\d+|(?<=\\d))";
    private static final String UNIT =
            "\\s?(?:%|mm ?Hg|mmol/[lL]|mg/d[lL]|points?|kg(?:/m2)?|cm2?|g|h|min|days?|weeks?|s)?";
    private static final String LEVEL = "(?:9[059](?:\\.\\d)?\\s?%|9[059](?=\\s?(?:CI|confidence)))";
    private static final String INTERVAL_WORD =
            "(?:CI|CrI|C\\.I\\.|confidence(?:[- ]intervals?|[- ]limits?)|credible intervals?)";

    private static final Pattern INTERVAL =
            Pattern.compile("(?:(?:" + LEVEL + "[ -]?)" + INTERVAL_WORD + "|\\b" + INTERVAL_WORD
                    + "\\s?(?:\\(?95\\s?%\\)?)?)(?:\\s?\\[(?:95\\s?%\\s?)?CI])?[\\s:=,;\\[({]*(?:of |was |were |from |for [\\w ]{1,30} )?[\\s\\[({]*"
                    + NUMBER
                    + UNIT + "\\s*(?:to|through|and|;|,|[-−–—])\\s*" + NUMBER + "(?:\\s?%)?");
    private static final Pattern P_VALUE = Pattern.compile(
            "\\b[pP](?:[\\s-]?(?:[vV]alues?|trend|interaction))?\\s*(?:for \\w+\\s*)?(?:of\\s*)?(?:(?:[<>=≤≥≦≧]|<=|>=|less than|was)\\s*)"
                    + "(?:[01]?\\s?[.·]\\s?\\d+(?:\\s?[×x]\\s?10\\s?[-−–]\\s?\\d+)?|\\d(?:\\.\\d+)?\\s?[×x]\\s?10\\s?[-−–]\\s?\\d+|[01](?!\\.?\\d)|NS|"
                    + "n\\.?s\\.?)|\\b[pP]-?value of [01]?\\.\\d+");
    private static final Pattern EFFECT = Pattern.compile(
            "(?:\\b(?:adjusted |crude |unadjusted |pooled |common |mean |standardi[sz]ed |weighted )*(?:relative risks?|risk ratios?|odds ratios?|"
                    + "hazard ratios?|rate ratios?|incidence rate ratios?|risk differences?|mean differences?|weighted mean differences?|"
                    + "standardi[sz]ed mean differences?|effect sizes?|absolute risk reductions?|relative risk reductions?|"
                    + "numbers? needed to (?:treat|harm))(?:\\s?\\([aA-Z]{1,5}\\))?|\\b(?:adjusted |crude |unadjusted |pooled )?(?:a|adj\\.? ?)?(?:RR|OR|HR|IRR|SMD|WMD|MD|RD|ARR|RRR|NNT|NNH|ES|"
                    + "AOR|AHR|SHR)\\b|\\bCohen[’']?s? d|\\bHedges[’']? g|\\bβ)(?:\\s?[\\[(]\\s?95\\s?%\\s?(?:CI|confidence interval)\\s?[\\])])?[\\s:=,;(\\[]*"
                    + "(?:of |was |is |were )?" + NUMBER + "(?:\\s?%)?");
    private static final Pattern PERCENTAGE =
            Pattern.compile("(?<![\\d.])" + NUMBER + "\\s?(?:%|per ?cent\\b)(?!\\s?(?:" + INTERVAL_WORD + "))");
    private static final Pattern SAMPLE_SIZE = Pattern.compile(
            "\\b[nN]\\s*=\\s*\\d[\\d,  ]*\\d|\\b[nN]\\s*=\\s*\\d|(?<![\\d.,/%])"
                    + "(?:\\d{1,3}(?:[, ]\\d{3})+|\\d+)\\s+(?:[\\w-]+\\s+){0,2}?(?:patients|participants|subjects|women|men|children|adults|infants|"
                    + "individuals|volunteers|people|persons|students|neonates|adolescents|boys|girls|males|females|residents)\\b");
    private static final Pattern COUNT =
            Pattern.compile("(?<![\\d./])\\d[\\d,]*\\s?(?:/|of|out of)\\s?(?:the )?\\d[\\d,]*(?![\\d/])");
    private static final Pattern MEAN = Pattern.compile(
            "(?<![\\d.])" + NUMBER + "\\s?(?:±|\\+/[-−–])\\s?\\d+(?:\\.\\d+)?|(?<![\\d.])" + NUMBER
                    + "\\s?[\\[(]\\s?(?:SD|SEM?|s\\.d\\.|standard deviation|IQR)[\\s:=,]*\\d[\\d.]*(?:\\s?[-−–]\\s?\\d[\\d.]*)?");

    public Statistics {
        effects = List.copyOf(effects);
        intervals = List.copyOf(intervals);
        pValues = List.copyOf(pValues);
        percentages = List.copyOf(percentages);
        sampleSizes = List.copyOf(sampleSizes);
        counts = List.copyOf(counts);
        means = List.copyOf(means);
    }

    /// The figures of one sentence.
    public static Statistics in(String sentence) {
        return inPlain(Terms.plain(sentence));
    }

    private static Statistics inPlain(String sentence) {
        List<Span> intervals = find(INTERVAL, sentence, List.of());
        List<Span> pValues = find(P_VALUE, sentence, intervals);
        List<Span> effects = find(EFFECT, sentence, List.of());
        List<Span> means = find(MEAN, sentence, intervals);
        List<Span> taken = new ArrayList<>(intervals);
        taken.addAll(pValues);
        taken.addAll(effects);
        return new Statistics(
                effects,
                intervals,
                pValues,
                find(PERCENTAGE, sentence, taken),
                find(SAMPLE_SIZE, sentence, taken),
                find(COUNT, sentence, taken),
                means);
    }

    /// Whether the sentence states a test of a difference: an effect, an interval or a p-value.
    public boolean isTest() {
        return !effects.isEmpty() || !intervals.isEmpty() || !pValues.isEmpty();
    }

    private static List<Span> find(Pattern pattern, String sentence, List<Span> taken) {
        return pattern.matcher(sentence)
                .results()
                .map(match -> trimmed(match, sentence))
                .filter(span -> taken.stream().noneMatch(other -> overlap(span, other)))
                .toList();
    }

    private static Span trimmed(MatchResult match, String sentence) {
        int start = match.start();
        while (Character.isWhitespace(sentence.charAt(start))) {
            start++;
        }
        return new Span(start, match.end());
    }

    private static boolean overlap(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }
}
