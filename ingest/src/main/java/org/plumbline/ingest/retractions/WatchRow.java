package org.plumbline.ingest.retractions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Relation.Kind;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.ingest.identity.Digests;
import org.plumbline.ingest.text.Delivery;

/// Reads a row of Retraction Watch: `Record ID, …, RetractionDate, RetractionDOI, RetractionPubMedID,
/// OriginalPaperDate, OriginalPaperDOI, OriginalPaperPubMedID, RetractionNature, Reason, …`, as its data are
/// published by Crossref, or an extract with fewer columns. Dates are `M/D/YYYY 0:00`; `0`, nothing and
/// "unavailable" stand for an identifier that is not known; several are separated by semicolons.
final class WatchRow {

    private static final Pattern DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?:\\s.*)?");
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ].*)?");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    private static final Set<String> REPLACED = Set.of("retract and replace", "retraction and replacement");

    private WatchRow() {}

    static boolean isHead(Map<String, Integer> columns) {
        return Cells.has(columns, "RetractionNature") && Cells.has(columns, "OriginalPaperDOI");
    }

    /// What the row says.
    ///
    /// @throws BadRowException where it says nothing that is known
    static Delivery deliver(Cells cells, SourceOrder order) {
        List<String> reasons = reasons(cells.of("Reason"));
        Kind kind = kind(cells.of("RetractionNature"), reasons);
        List<String> dois = dois(cells.of("OriginalPaperDOI"));
        List<String> pmids = pmids(cells.of("OriginalPaperPubMedID"));
        String recordId = cells.of("Record ID").replaceFirst("\\.0$", "");
        List<ArticleIds> targets = targets(dois, pmids);
        if (targets.isEmpty()) {
            return new Delivery.SetAside("notice without an identifier", recordId);
        }
        Notice notice = new Notice(
                kind,
                new ArticleIds(
                        first(pmids(cells.of("RetractionPubMedID"))), null, first(dois(cells.of("RetractionDOI")))),
                findDate(cells.of("RetractionDate")).orElse(null),
                targets,
                String.join("; ", reasons));
        boolean numbered = recordId.matches("[0-9]{1,12}");
        String sourceId = numbered
                ? recordId
                : Digests.sha256(
                        String.join("|", kind.name(), dois + "", pmids + "", notice.ids() + "", notice.date() + ""));
        return notice.read(Source.RETRACTION_WATCH, sourceId, order);
    }

    private static Kind kind(String nature, List<String> reasons) {
        return switch (nature.toLowerCase(Locale.ROOT)) {
            case "retraction" ->
                reasons.stream().anyMatch(reason -> REPLACED.contains(reason.toLowerCase(Locale.ROOT)))
                        ? Kind.RETRACTED_AND_REPUBLISHED_FROM
                        : Kind.RETRACTION_OF;
            case "partial retraction" -> Kind.PARTIAL_RETRACTION_OF;
            case "expression of concern" -> Kind.EXPRESSION_OF_CONCERN_FOR;
            case "correction" -> Kind.ERRATUM_FOR;
            case "reinstatement" -> Kind.REINSTATEMENT_OF;
            default -> throw new BadRowException("RetractionNature \"" + nature + "\" is not known; report the row");
        };
    }

    /// The first DOI and the first PMID name one publication; more of a kind name others.
    private static List<ArticleIds> targets(List<String> dois, List<String> pmids) {
        List<ArticleIds> targets = new ArrayList<>();
        for (int i = 0; i < Math.max(dois.size(), pmids.size()); i++) {
            targets.add(
                    new ArticleIds(i < pmids.size() ? pmids.get(i) : null, null, i < dois.size() ? dois.get(i) : null));
        }
        return targets;
    }

    /// A DOI may hold a semicolon: only before the next one it separates.
    private static List<String> dois(String cell) {
        return Stream.of(cell.split("\\s*;\\s*(?=10\\.|https?:)|\\s+"))
                .map(doi -> new ArticleIds(null, null, doi.replaceFirst("[;,.]+$", "")).doi())
                .filter(doi -> doi != null)
                .distinct()
                .toList();
    }

    private static List<String> pmids(String cell) {
        return Stream.of(cell.split("[;,\\s]+"))
                .map(pmid -> new ArticleIds(pmid.replaceFirst("\\.0$", ""), null, null).pmid())
                .filter(pmid -> pmid != null)
                .distinct()
                .toList();
    }

    private static Optional<PublicationDate> findDate(String cell) {
        Matcher american = DATE.matcher(cell);
        Matcher iso = ISO_DATE.matcher(cell);
        try {
            if (american.matches()) {
                return Optional.of(date(american.group(3), american.group(1), american.group(2)));
            }
            return iso.matches() ? Optional.of(date(iso.group(1), iso.group(2), iso.group(3))) : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static PublicationDate date(String year, String month, String day) {
        LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return new PublicationDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /// `+One;+Another;`, or the same as a list in quotes.
    private static List<String> reasons(String cell) {
        Stream<String> parts = cell.startsWith("[")
                ? QUOTED.matcher(cell).results().map(WatchRow::quoted)
                : Stream.of(cell.split(";"));
        return parts.map(part -> part.strip().replaceFirst("^\\+", "").strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toList());
    }

    private static String quoted(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static @Nullable String first(List<String> values) {
        return values.isEmpty() ? null : values.getFirst();
    }
}
