package org.plumbline.research.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Part;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.Standing;
import org.plumbline.citations.TextKind;
import org.plumbline.citations.design.DesignLevel;
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

    public static final String LIMITED = "No outcome rests on more than one study.";

    public static final String SEE_QUOTE = "see quote";

    private static final Set<DesignLevel.Kind> REVIEWS = EnumSet.of(
            DesignLevel.Kind.GUIDELINE,
            DesignLevel.Kind.META_ANALYSIS,
            DesignLevel.Kind.SYSTEMATIC_REVIEW,
            DesignLevel.Kind.REVIEW);

    private static final Pattern ARM = Pattern.compile("\\b[nN]\\s?=\\s?\\d");

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

    /// Several records may tell of the same event: of those the fullest is said, in the order of their first
    /// mention.
    public static List<String> events(List<IntegrityEvent> events) {
        List<List<IntegrityEvent>> groups = new ArrayList<>();
        for (IntegrityEvent event : events) {
            List<IntegrityEvent> group = new ArrayList<>(List.of(event));
            List<List<IntegrityEvent>> same = groups.stream()
                    .filter(known -> known.stream().anyMatch(other -> tellTheSame(other, event)))
                    .toList();
            int at = same.isEmpty() ? groups.size() : groups.indexOf(same.getFirst());
            same.forEach(group::addAll);
            groups.removeAll(same);
            groups.add(Math.min(at, groups.size()), group);
        }
        return groups.stream()
                .map(group -> group.stream()
                        .map(Phrases::event)
                        .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                        .orElseThrow())
                .distinct()
                .toList();
    }

    private static boolean tellTheSame(IntegrityEvent one, IntegrityEvent other) {
        return one.kind() == other.kind()
                && one.notice().aliases().stream().anyMatch(other.notice().aliases()::contains);
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

    /// "800"; "616 (both arms)" where the claim quotes the arms and not their sum.
    public static String participants(EvidenceRow.SampleSize size, LedgerEntry claim) {
        long arms = ARM.matcher(claim.wording()).results().count();
        return number(size.n())
                + (arms > 1 && !claim.wording().replaceAll("[, ]", "").contains("" + size.n()) ? " (both arms)" : "");
    }

    public static String counted(long count, String one, String many) {
        return Formula.counted(count, one, many);
    }

    public static String asOf(Report report) {
        return "Retractions, concerns and corrections are those known when the collection was last updated ("
                + report.basis().standingAsOf() + ").";
    }

    /// What stands behind the bottom line: "3 studies (2 randomised trials, 1 cohort study)", "1 systematic
    /// review", "2,502 participants", "4 articles (2 full text, 2 abstract only)". Reviews and guidelines are
    /// counted apart, for they may tell of the same studies.
    public static List<String> keyNumbers(Report report) {
        Map<Boolean, List<EvidenceRow>> rows = report.evidence().stream()
                .collect(Collectors.partitioningBy(row -> REVIEWS.contains(
                        report.reference(row.reference()).design().kind())));
        Map<DesignLevel.Kind, Long> studies = byDesign(report, rows.getOrDefault(false, List.of()));
        Map<DesignLevel.Kind, Long> reviews = byDesign(report, rows.getOrDefault(true, List.of()));
        List<String> numbers = new ArrayList<>();
        if (!studies.isEmpty()) {
            long all = studies.values().stream().mapToLong(Long::longValue).sum();
            numbers.add(counted(all, "study", "studies") + " (" + listed(studies) + ")");
            numbers.add(participants(rows.getOrDefault(false, List.of())));
        }
        if (!reviews.isEmpty()) {
            numbers.add(listed(reviews));
        }
        numbers.add(
                counted(report.references().size(), "article", "articles") + " (" + access(report.references()) + ")");
        return List.copyOf(numbers);
    }

    private static Map<DesignLevel.Kind, Long> byDesign(Report report, List<EvidenceRow> rows) {
        Map<String, DesignLevel.Kind> designs = new LinkedHashMap<>();
        rows.forEach(row -> designs.putIfAbsent(
                row.studyId(), report.reference(row.reference()).design().kind()));
        Map<DesignLevel.Kind, Long> counts = new EnumMap<>(DesignLevel.Kind.class);
        designs.values().forEach(kind -> counts.merge(kind, 1L, Long::sum));
        return counts;
    }

    private static String listed(Map<DesignLevel.Kind, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> counted(entry.getValue(), entry.getKey().words(), plural(entry.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static String participants(List<EvidenceRow> rows) {
        String[] sums = Formula.PARTICIPANTS.over("", rows).value().split("/", -1);
        if (sums[1].equals("0")) {
            return "number of participants not found";
        }
        String people = counted(Long.parseLong(sums[0]), "participant", "participants");
        return sums[1].equals(sums[2])
                ? people
                : people + " in the " + sums[1] + " of " + sums[2] + " whose size was found";
    }

    private static String access(List<Reference> references) {
        long full = references.stream()
                .filter(reference -> reference.access() == Access.FULL_TEXT)
                .count();
        long rest = references.size() - full;
        if (full == 0 || rest == 0) {
            return (full == 0 ? Access.ABSTRACT_ONLY : Access.FULL_TEXT).words();
        }
        return full + " " + Access.FULL_TEXT.words() + ", " + rest + " " + Access.ABSTRACT_ONLY.words();
    }

    private static String plural(DesignLevel.Kind kind) {
        return switch (kind) {
            case GUIDELINE -> "guidelines";
            case META_ANALYSIS -> "meta-analyses";
            case SYSTEMATIC_REVIEW -> "systematic reviews";
            case RANDOMISED_TRIAL -> "randomised trials";
            case CONTROLLED_TRIAL -> "controlled trials";
            case COHORT -> "cohort studies";
            case CASE_CONTROL -> "case-control studies";
            case CROSS_SECTIONAL -> "cross-sectional studies";
            case CASE_REPORT -> "case reports or series";
            case REVIEW -> "narrative reviews";
            case PROTOCOL -> "protocols";
            case ANIMAL_OR_LABORATORY -> "animal or laboratory studies";
            case OPINION -> "editorials, letters or comments";
            case NOTICE -> "notices or errata";
            case OTHER -> kind.words();
        };
    }

    /// What was searched when nothing was found: "61 articles searched", "3 matched", "none reports a result …".
    public static List<String> searched(Report report) {
        Methods.Flow flow = report.methods().flow();
        return List.of(
                counted(flow.searched(), "article", "articles") + " searched",
                number(flow.matched()) + " matched",
                flow.withEvidence() == 0
                        ? "none with an eligible result on the question"
                        : number(flow.withEvidence()) + " with a result, none eligible");
    }
}
