package org.plumbline.citations;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// What the reinstatements among one article's events undid: the retractions and concerns before them, never a
/// correction or an update. In doubt a retraction stands:
///
/// - A dated one is undone by a reinstatement that is surely not earlier: where one of the two dates lacks the month
///   or the day that would decide, it is not sure.
/// - Another source's copy of one that is undone so, undated or dated too coarsely, is undone with it. It is a copy
///   where both name the same notice; and where it names a notice that cannot be compared (one has a PMID only, the
///   other a DOI), is of the same kind and no other date, and no event of that kind came after the reinstatement.
/// - An undated statement without a notice (a publication type, a flag) stands: its source says so now.
final class Reinstatements {

    private final List<PublicationDate> dates;
    private final Collection<IntegrityEvent> events;

    Reinstatements(Collection<IntegrityEvent> events) {
        this.events = events;
        this.dates = events.stream()
                .filter(event -> event.kind() == IntegrityEvent.Kind.REINSTATEMENT)
                .map(IntegrityEvent::date)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    boolean undid(IntegrityEvent event) {
        return switch (event.kind()) {
            case RETRACTION, RETRACTION_WITH_REPUBLICATION, PARTIAL_RETRACTION, EXPRESSION_OF_CONCERN ->
                dates.stream().anyMatch(date -> isUndone(event, date));
            case CORRECTION, REPUBLICATION, REINSTATEMENT, UPDATE, PREPRINT, REGISTRATION -> false;
        };
    }

    private boolean isUndone(IntegrityEvent event, PublicationDate reinstated) {
        return surelyNotAfter(event, reinstated)
                || (mayBeBefore(event, reinstated)
                        && events.stream()
                                .anyMatch(other ->
                                        surelyNotAfter(other, reinstated) && isCopy(event, other, reinstated)));
    }

    private boolean isCopy(IntegrityEvent event, IntegrityEvent other, PublicationDate reinstated) {
        return sameNotice(event, other)
                || (event.kind() == other.kind()
                        && !event.notice().aliases().isEmpty()
                        && !comparable(event.notice(), other.notice())
                        && datesAgree(event, other)
                        && noneOfTheKindAfter(event, reinstated));
    }

    private boolean noneOfTheKindAfter(IntegrityEvent event, PublicationDate reinstated) {
        return events.stream().noneMatch(other -> other.kind() == event.kind() && !mayBeBefore(other, reinstated));
    }

    private static boolean datesAgree(IntegrityEvent one, IntegrityEvent other) {
        return one.date() == null || other.date() == null || withinEachOther(one.date(), other.date());
    }

    private static boolean sameNotice(IntegrityEvent one, IntegrityEvent other) {
        return one.kind() != IntegrityEvent.Kind.REINSTATEMENT
                && other.kind() != IntegrityEvent.Kind.REINSTATEMENT
                && one.notice().aliases().stream().anyMatch(other.notice().aliases()::contains);
    }

    private static boolean comparable(ArticleIds one, ArticleIds other) {
        return (one.pmid() != null && other.pmid() != null)
                || (one.pmcid() != null && other.pmcid() != null)
                || (one.doi() != null && other.doi() != null);
    }

    private static boolean surelyNotAfter(IntegrityEvent event, PublicationDate date) {
        PublicationDate its = event.date();
        if (its == null) {
            return false;
        }
        boolean sameDetail = (its.month() == 0) == (date.month() == 0) && (its.day() == 0) == (date.day() == 0);
        return sameDetail ? its.compareTo(date) <= 0 : its.compareTo(date) < 0 && !withinEachOther(its, date);
    }

    private static boolean mayBeBefore(IntegrityEvent event, PublicationDate date) {
        PublicationDate its = event.date();
        return its == null || its.compareTo(date) <= 0 || withinEachOther(its, date);
    }

    /// Whether one names the year or month that the other lies in.
    private static boolean withinEachOther(PublicationDate one, PublicationDate other) {
        return one.toString().startsWith(other.toString()) || other.toString().startsWith(one.toString());
    }
}
