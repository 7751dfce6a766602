package org.plumbline.research.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.WrongInputException;

class ReportTest {

    private final String answered = JsonReport.write(SampleReports.answered());

    static List<Report> samples() {
        return List.copyOf(SampleReports.all().values());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsNothingWrongInTheSamples(Report report) {
        assertThat(report.problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void comesBackFromJsonAsItWas(Report report) {
        assertThat(JsonReport.read(JsonReport.write(report))).isEqualTo(report);
    }

    @Test
    void countsOneStudyOnceHoweverManyArticlesReportIt() {
        Report report = SampleReports.answered();
        assertThat(Formula.STUDIES.over("", report.evidence()).sentence())
                .isEqualTo("3 studies (in 4 articles) report results on the question.");
        assertThat(Formula.PARTICIPANTS.over("", report.evidence()).value()).isEqualTo("2502/3/3");
    }

    @Test
    void saysPlainlyThatStudiesDisagree() {
        assertThat(SampleReports.disagreement()
                        .findings()
                        .getFirst()
                        .counts()
                        .getFirst()
                        .sentence())
                .isEqualTo(
                        "Delirium: studies disagree: lower in 1 of 3 studies, no clear difference in 1, higher in 1.");
    }

    @Test
    void callsResultsMixedWhereNoneContradictsAnother() {
        Directions mixed = new Directions(4, 2, 0, 1);
        assertThat(mixed.disagree()).isFalse();
        assertThat(mixed.sentence("Delirium"))
                .isEqualTo("Delirium: results are mixed: lower in 4 of 7 studies, no clear difference in 2,"
                        + " to be read from the quotes in 1.");
        assertThat(new Directions(4, 0, 0, 1).mixed()).isFalse();
        assertThat(new Directions(0, 3, 0, 0).mixed()).isFalse();
        assertThat(new Directions(1, 3, 1, 0).disagree()).isTrue();
    }

    @Test
    void saysAnEventOnceInItsFullestWords() {
        ArticleIds notice = new ArticleIds("7", null, "10.5555/notice");
        IntegrityEvent said =
                new IntegrityEvent(IntegrityEvent.Kind.RETRACTION, "pmid:1", null, notice, "Fict J. 2026;1:2", "a");
        IntegrityEvent bare = new IntegrityEvent(IntegrityEvent.Kind.RETRACTION, "pmid:1", null, notice, "", "b");
        IntegrityEvent other = new IntegrityEvent(IntegrityEvent.Kind.CORRECTION, "pmid:1", null, notice, "", "c");
        assertThat(Phrases.events(List.of(bare, said, other)))
                .containsExactly(Phrases.event(said), Phrases.event(other));
    }

    @Test
    void seesAnAlteredCount() {
        assertThat(altered("lower in all 3 studies", "lower in all 4 studies").problems())
                .contains("counting again does not give \"Length of stay: lower in all 4 studies.\"");
    }

    @Test
    void seesACountOverRowsThatAreNotThere() {
        assertThat(altered("\"inputs\" : [\n        \"r1\"", "\"inputs\" : [\n        \"r9\"")
                        .problems())
                .anyMatch(problem -> problem.startsWith("counting again does not give"));
    }

    @Test
    void seesAStatementThatStandsOnNothing() {
        assertThat(altered(
                                "\"says\" : \"quote\",\n      \"claimId\" : \"c1\"",
                                "\"says\" : \"quote\",\n      \"claimId\" : \"c99\"")
                        .problems())
                .containsExactly("a statement points to claim c99, which the ledger does not have");
    }

    @Test
    void seesAnArticleThatIsBothExcludedAndCited() {
        String json = answered.replaceFirst(
                "(\"excluded\" : \\[\\s+\\{\\s+\"articleId\" : )\"pmid:9900015\"", "$1\"pmid:9900012\"");
        assertThat(JsonReport.read(json).problems()).contains("claim c3 rests on the excluded article pmid:9900012");
    }

    @Test
    void seesARetractedReference() {
        assertThat(altered("\"standing\" : \"CORRECTED\"", "\"standing\" : \"RETRACTED\"")
                        .problems())
                .containsExactly("reference 2 is retracted and supports nothing: pmid:9900012");
    }

    @Test
    void refusesAClaimThatIsNotWordedAsItsQuote() {
        assertThatThrownBy(() ->
                        altered("\"wording\" : \"Patients who walked early stayed", "\"wording\" : \"Patients stayed"))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("not worded as the quote");
    }

    @Test
    void refusesAReportOfANewerFormat() {
        assertThatThrownBy(() -> altered("\"format\" : 1,", "\"format\" : 2,"))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("format 2");
    }

    @Test
    void showsTheSentencesAroundAQuote() {
        ShownQuote quote = SampleReports.answered().claim("c1").quotes().getFirst();
        assertThat(quote.before()).isEqualTo("Of 530 patients screened, 412 were randomised and analysed. ");
        assertThat(quote.after())
                .isEqualTo(" Lung complications occurred in 9.2% and 15.5% (risk ratio 0.59, 95% CI 0.35 to 1.00; P ="
                        + " 0.05).");
    }

    private Report altered(String what, String into) {
        assertThat(answered).contains(what);
        return JsonReport.read(answered.replace(what, into));
    }
}
