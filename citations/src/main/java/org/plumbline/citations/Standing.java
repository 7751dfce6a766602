package org.plumbline.citations;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// What an article's integrity events add up to, worst first.
public enum Standing {
    /// Taken back: it supports nothing.
    RETRACTED,
    PARTLY_RETRACTED,
    /// An expression of concern stands against it.
    CONCERN,
    /// A newer version exists.
    SUPERSEDED,
    /// An erratum or correction was published; the article stands.
    CORRECTED,
    /// No event is known. Not a promise that there is none.
    NO_KNOWN_EVENT;

    /// The standing after these events; what a reinstatement undid ([Reinstatements]) does not count.
    public static Standing of(Collection<IntegrityEvent> events) {
        Reinstatements reinstatements = new Reinstatements(events);
        Set<Standing> standings = EnumSet.of(NO_KNOWN_EVENT);
        for (IntegrityEvent event : events) {
            if (!reinstatements.undid(event)) {
                standings.add(of(event.kind()));
            }
        }
        return standings.iterator().next();
    }

    /// Whether a claim may rest on an article of this standing.
    public boolean supports() {
        return this != RETRACTED;
    }

    private static Standing of(IntegrityEvent.Kind kind) {
        return switch (kind) {
            case RETRACTION, RETRACTION_WITH_REPUBLICATION -> RETRACTED;
            case PARTIAL_RETRACTION -> PARTLY_RETRACTED;
            case EXPRESSION_OF_CONCERN -> CONCERN;
            case UPDATE -> SUPERSEDED;
            case CORRECTION, REPUBLICATION -> CORRECTED;
            case REINSTATEMENT, PREPRINT, REGISTRATION -> NO_KNOWN_EVENT;
        };
    }
}
