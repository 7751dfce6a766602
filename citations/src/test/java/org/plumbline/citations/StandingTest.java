package org.plumbline.citations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.IntegrityEvent.Kind;

class StandingTest {

    private static final ArticleIds BY_PMID = new ArticleIds("7", null, null);
    private static final ArticleIds BY_DOI = new ArticleIds(null, null, "10.9999/notice");
    private static final IntegrityEvent REINSTATED = event(Kind.REINSTATEMENT, date(2021, 5, 3), ArticleIds.NONE);

    @Test
    void theWorstOfSeveralEventsCounts() {
        assertThat(Standing.of(List.of(event(Kind.CORRECTION, null, BY_DOI), event(Kind.UPDATE, null, BY_DOI))))
                .isEqualTo(Standing.SUPERSEDED);
        assertThat(Standing.of(List.of(
                        event(Kind.EXPRESSION_OF_CONCERN, null, BY_DOI),
                        event(Kind.PARTIAL_RETRACTION, null, BY_DOI),
                        event(Kind.CORRECTION, null, BY_DOI))))
                .isEqualTo(Standing.PARTLY_RETRACTED);
        assertThat(Standing.of(List.of())).isEqualTo(Standing.NO_KNOWN_EVENT);
    }

    @Test
    void everyKindHasItsStanding() {
        assertThat(List.of(Kind.values()))
                .extracting(kind -> Standing.of(List.of(event(kind, null, BY_DOI))))
                .containsExactly(
                        Standing.RETRACTED,
                        Standing.RETRACTED,
                        Standing.PARTLY_RETRACTED,
                        Standing.CONCERN,
                        Standing.CORRECTED,
                        Standing.CORRECTED,
                        Standing.NO_KNOWN_EVENT,
                        Standing.SUPERSEDED,
                        Standing.NO_KNOWN_EVENT,
                        Standing.NO_KNOWN_EVENT);
    }

    @Test
    void aReinstatementUndoesWhatCameBeforeIt() {
        assertThat(reinstated(event(Kind.RETRACTION, date(2020, 1, 1), BY_DOI))).isEqualTo(Standing.NO_KNOWN_EVENT);
        assertThat(reinstated(event(Kind.RETRACTION, date(2021, 5, 3), BY_DOI))).isEqualTo(Standing.NO_KNOWN_EVENT);
        assertThat(reinstated(event(Kind.EXPRESSION_OF_CONCERN, date(2020, 0, 0), BY_DOI)))
                .isEqualTo(Standing.NO_KNOWN_EVENT);
        assertThat(reinstated(event(Kind.RETRACTION, date(2021, 5, 4), BY_DOI))).isEqualTo(Standing.RETRACTED);
    }

    @Test
    void aReinstatementUndoesNoCorrectionAndNoUpdate() {
        assertThat(reinstated(event(Kind.CORRECTION, date(2020, 1, 1), BY_DOI))).isEqualTo(Standing.CORRECTED);
        assertThat(reinstated(event(Kind.UPDATE, date(2020, 1, 1), BY_DOI))).isEqualTo(Standing.SUPERSEDED);
    }

    @Test
    void aDateTooCoarseToDecideLeavesTheRetractionStanding() {
        assertThat(reinstated(event(Kind.RETRACTION, date(2021, 0, 0), BY_DOI))).isEqualTo(Standing.RETRACTED);
        assertThat(reinstated(event(Kind.RETRACTION, date(2021, 5, 0), BY_DOI))).isEqualTo(Standing.RETRACTED);
        assertThat(reinstated(event(Kind.RETRACTION, date(2021, 4, 0), BY_DOI))).isEqualTo(Standing.NO_KNOWN_EVENT);
    }

    @Test
    void anUndatedCopyOfAnUndoneRetractionIsUndoneWithIt() {
        IntegrityEvent dated = event(Kind.RETRACTION, date(2020, 1, 1), BY_DOI);
        assertThat(reinstated(dated, event(Kind.RETRACTION, null, BY_DOI)))
                .as("the same notice")
                .isEqualTo(Standing.NO_KNOWN_EVENT);
        assertThat(reinstated(dated, event(Kind.RETRACTION, null, BY_PMID)))
                .as("a notice named otherwise")
                .isEqualTo(Standing.NO_KNOWN_EVENT);
        IntegrityEvent sameYear = event(Kind.RETRACTION, date(2021, 1, 1), BY_DOI);
        assertThat(reinstated(sameYear, event(Kind.RETRACTION, date(2021, 0, 0), BY_PMID)))
                .as("a date too coarse, but the same")
                .isEqualTo(Standing.NO_KNOWN_EVENT);
    }

    @Test
    void whatMayBeAnotherRetractionStands() {
        IntegrityEvent dated = event(Kind.RETRACTION, date(2020, 1, 1), BY_DOI);
        assertThat(reinstated(dated, event(Kind.RETRACTION, null, new ArticleIds(null, null, "10.9999/other"))))
                .as("another notice")
                .isEqualTo(Standing.RETRACTED);
        assertThat(reinstated(dated, event(Kind.RETRACTION, null, ArticleIds.NONE)))
                .as("a flag")
                .isEqualTo(Standing.RETRACTED);
        assertThat(reinstated(dated, event(Kind.RETRACTION, date(2021, 0, 0), BY_PMID)))
                .as("another year, perhaps after the reinstatement")
                .isEqualTo(Standing.RETRACTED);
        assertThat(reinstated(event(Kind.RETRACTION, null, BY_PMID)))
                .as("nothing dated")
                .isEqualTo(Standing.RETRACTED);
        assertThat(reinstated(
                        dated, event(Kind.RETRACTION, null, BY_PMID), event(Kind.RETRACTION, date(2022, 1, 1), BY_DOI)))
                .as("retracted again")
                .isEqualTo(Standing.RETRACTED);
        assertThat(reinstated(
                        event(Kind.EXPRESSION_OF_CONCERN, date(2020, 1, 1), BY_DOI),
                        event(Kind.RETRACTION, null, BY_PMID)))
                .as("a concern's reinstatement undoes no retraction")
                .isEqualTo(Standing.RETRACTED);
    }

    private static Standing reinstated(IntegrityEvent... events) {
        List<IntegrityEvent> all = new ArrayList<>(List.of(events));
        all.add(REINSTATED);
        return Standing.of(all);
    }

    private static PublicationDate date(int year, int month, int day) {
        return new PublicationDate(year, month, day);
    }

    private static IntegrityEvent event(Kind kind, @Nullable PublicationDate date, ArticleIds notice) {
        return new IntegrityEvent(kind, "pmid:1", date, notice, "", "PUBMED:1");
    }
}
