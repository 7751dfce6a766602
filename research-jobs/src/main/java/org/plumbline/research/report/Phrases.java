package org.plumbline.research.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Part;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.Standing;
import org.plumbline.citations.TextKind;
import org.plumbline.citations.text.Span;

/// The fixed wordings that all renderings share, so that HTML and Markdown say the same.
public final class Phrases {

    public static final String STATUS = "Machine-made extract. Not reviewed by a person. Not a treatment order.";

    public static final String FICTIONAL =
            "Fictional sample: the articles, authors and results in this report are invented for demonstration.";

    public static final String NOTHING_FOUND =
            "No article in the collection gives an eligible answer to this question. No evidence found is not evidence of"
                    + " no effect.";

    public static final String NO_HARMS =
            "No sentence about harms was found in what was read. Harms that are not reported may still occur.";

    public static final String SEE_QUOTE = "see quote";

    private static final String FICTIONAL_MARK = "[Fictional sample]";

    private Phrases() {}

    public static String standing(Standing standing) {
        return switch (standing) {
            case RETRACTED -> "retracted";
            case PARTLY_RETRACTED -> "partly retracted";
            case CONCERN -> "expression of concern";
            case SUPERSEDED -> "newer version exists";
            case CORRECTED -> "corrected";
            case NO_KNOWN_EVENT -> "no retraction or correction known";
        };
    }

    /// What happened, when, and where the notice stands: "Correction, 2022-03 (Fict J Wards. 2022;13:9; PMID 1)".
    public static String event(IntegrityEvent event) {
        String kind = event.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        StringBuilder words = new StringBuilder(kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1));
        if (event.date() != null) {
            words.append(", ").append(event.date());
        }
        List<String> notice = new ArrayList<>();
        if (!event.citation().isEmpty()) {
            notice.add(event.citation());
        }
        notice.addAll(ids(event.notice()));
        return notice.isEmpty() ? words.toString() : words + " (" + String.join("; ", notice) + ")";
    }

    /// "PMID 1", "PMCID PMC1", "doi 10.1/x", as far as there are any.
    public static List<String> ids(ArticleIds ids) {
        List<String> words = new ArrayList<>();
        if (ids.pmid() != null) {
            words.add("PMID " + ids.pmid());
        }
        if (ids.pmcid() != null) {
            words.add("PMCID " + ids.pmcid());
        }
        if (ids.doi() != null) {
            words.add("doi " + ids.doi());
        }
        return List.copyOf(words);
    }

    public static String peerReview(PeerReview review) {
        String status = switch (review.status()) {
            case PREPRINT -> "Preprint, not peer reviewed";
            case NOT_REVIEWED_TYPE -> "A kind of article that journals do not send to review";
            case JOURNAL_REVIEWS -> "Journal with peer review";
            case UNKNOWN -> "Peer review not known";
        };
        return review.evidence().isEmpty() ? status : status + " (" + String.join("; ", review.evidence()) + ")";
    }

    /// Where a quote stands: "Abstract \u203A Results", "Full text, table \u203A Table 2".
    public static String place(ShownQuote quote) {
        List<String> steps = new ArrayList<>();
        steps.add(part(quote.part(), quote.textKind()));
        if (!quote.label().isEmpty()) {
            steps.add(quote.label());
        }
        steps.addAll(quote.heading());
        return steps.stream().filter(step -> !step.isBlank()).distinct().collect(Collectors.joining(" \u203A "));
    }

    private static String part(Part part, TextKind kind) {
        return switch (part) {
            case TITLE -> "Title";
            case ABSTRACT -> "Abstract";
            case BODY -> kind == TextKind.DOCUMENT ? "Document" : "Full text";
            case TABLE -> "Full text, table";
            case FIGURE -> "Full text, figure";
            case FOOTNOTE -> "Full text, footnote";
            case BACK -> "Full text, back matter";
        };
    }

    /// Whether a reference is to an article of the fictional sample, whose identifiers lead nowhere.
    public static boolean isFictional(String vancouver) {
        return vancouver.contains(FICTIONAL_MARK);
    }

    /// The words that stand at spans, as quoted: "RR 0.82; HR 0.9".
    public static String words(List<Span> spans, String wording) {
        return spans.stream().map(span -> span.of(wording)).distinct().collect(Collectors.joining("; "));
    }

    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    public static String counted(long count, String one, String many) {
        return Formula.counted(count, one, many);
    }

    /// "4 studies in 5 articles · 1,240 participants (3 of 4 studies state their size) · 2 full text, 3 abstract
    /// only".
    public static List<String> keyNumbers(Report report) {
        long studies =
                report.evidence().stream().map(EvidenceRow::studyId).distinct().count();
        String participants = Formula.PARTICIPANTS.over("", report.evidence()).value();
        String[] sums = participants.split("/", -1);
        long full = report.references().stream()
                .filter(reference -> reference.access() == Access.FULL_TEXT)
                .count();
        List<String> numbers = new ArrayList<>();
        numbers.add(counted(studies, "study", "studies"));
        numbers.add(
                sums[1].equals("0")
                        ? "participants not stated"
                        : number(Long.parseLong(sums[0])) + " participants"
                                + (sums[1].equals(sums[2])
                                        ? ""
                                        : " in the " + sums[1] + " of " + sums[2] + " that state their size"));
        numbers.add(counted(report.references().size(), "article", "articles") + " (" + full + " full text, "
                + (report.references().size() - full) + " abstract only)");
        return List.copyOf(numbers);
    }
}
