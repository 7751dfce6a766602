package org.plumbline.research.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Mark;
import org.plumbline.citations.Part;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.design.DesignLevel;

/// Invented reports: one that agrees, one that disagrees with a retracted trial left out, one without evidence, and
/// one whose every word is hostile.
final class SampleReports {

    private static final Direction LOWER = new Direction(Direction.Sign.DECREASE, 0.9, "shorter");
    private static final Direction SAME = new Direction(Direction.Sign.NO_DIFFERENCE, 0.85, "did not differ");
    private static final Direction HIGHER = new Direction(Direction.Sign.INCREASE, 0.9, "more often");
    private static final String RULE =
            "Sentences of results sections that name the outcome and state a number, ranked by"
                    + " word match and by how much they measure; at most three from one article. Conclusions are"
                    + " quoted as the authors' headline only.";
    private static final List<Limitation> LIMITS = List.of(Limitation.values());

    private SampleReports() {}

    static Map<String, Report> all() {
        return new TreeMap<>(Map.of(
                "answered", answered(),
                "disagreement", disagreement(),
                "no-evidence", noEvidence(),
                "hostile", hostile()));
    }

    static Report answered() {
        ReportFixture fixture = new ReportFixture();
        FictionalArticle ashgrove = ashgrove();
        FictionalArticle brook = brook();
        FictionalArticle corr = corr();
        FictionalArticle follow = follow();
        String stay = "Length of stay";
        fixture.row(
                ashgrove,
                stay,
                "Median length of stay was shorter with early walking (5 days vs 7 days; hazard ratio for discharge 1.38,"
                        + " 95% CI 1.12 to 1.70; P = 0.002).",
                412,
                "Of 530 patients screened, 412 were randomised and analysed.",
                LOWER,
                "hazard ratio for discharge 1.38",
                "95% CI 1.12 to 1.70",
                "P = 0.002");
        fixture.row(
                brook,
                stay,
                "Patients who walked early stayed 1.6 days less (95% CI 0.4 to 2.8, p=0.01).",
                186,
                "We included 186 adults after elective bowel surgery.",
                new Direction(Direction.Sign.DECREASE, 0.8, "less"),
                "1.6 days less",
                "95% CI 0.4 to 2.8",
                "p=0.01");
        fixture.row(
                corr,
                stay,
                "Adjusted stay was shorter in the early group (rate ratio 0.84, 95% CI 0.77\u20130.92).",
                1_904,
                "The cohort comprised 1904 patients in nine hospitals.",
                LOWER,
                "rate ratio 0.84",
                "95% CI 0.77\u20130.92",
                "");
        String complications = "Lung complications";
        fixture.row(
                ashgrove,
                complications,
                "Lung complications occurred in 9.2% and 15.5% (risk ratio 0.59, 95% CI 0.35 to 1.00; P = 0.05).",
                412,
                "Of 530 patients screened, 412 were randomised and analysed.",
                null,
                "risk ratio 0.59",
                "95% CI 0.35 to 1.00",
                "P = 0.05");
        fixture.row(
                follow,
                complications,
                "At 90 days lung complications did not differ between the groups (P = 0.31).",
                0,
                "",
                SAME,
                "",
                "",
                "P = 0.31");
        return answered(fixture, stay, complications);
    }

    private static Report answered(ReportFixture fixture, String stay, String complications) {
        List<Statement> bottomLine = List.of(
                Formula.AGREEMENT.over(stay, about(fixture, stay)),
                new Quoted("c1"),
                Formula.AGREEMENT.over(complications, about(fixture, complications)));
        List<Statement> harms = List.of(
                fixture.says(ashgrove(), "Falls occurred in 2.9% of the early group and 2.4% of the usual-care group."),
                fixture.says(brook(), "No serious adverse event was attributed to walking."));
        List<Statement> conclusions = List.of(
                fixture.says(ashgrove(), "Walking on the day of surgery shortened the hospital stay."),
                fixture.says(
                        corr(), "Early walking was associated with a shorter stay; confounding cannot be excluded."));
        return new Report(
                Report.FORMAT,
                "j-2f9c1e",
                Outcome.ANSWERED,
                new Asked(
                        "In adults after bowel surgery, does walking on the day of surgery shorten the hospital stay?",
                        List.of(
                                new Asked.Part("Population", "adults after bowel surgery", Asked.Origin.GIVEN),
                                new Asked.Part("Intervention", "walking on the day of surgery", Asked.Origin.GIVEN),
                                new Asked.Part("Comparator", "usual care", Asked.Origin.GIVEN),
                                new Asked.Part("Outcome", "hospital stay", Asked.Origin.DERIVED)),
                        List.of("published from 2012")),
                ReportFixture.basis(),
                bottomLine,
                fixture.rows,
                List.of(fixture.finding(stay), fixture.finding(complications)),
                conclusions,
                harms,
                List.of(new Report.SharedStudy("NCT99000001", List.of(1, 4))),
                new Methods(
                        List.of(
                                "Does walking on the day of surgery change the length of stay?",
                                "Does it change lung complications or harms?"),
                        List.of(
                                new Methods.Search(
                                        "Length of stay",
                                        "+population(bowel surgery) +intervention(early walking mobilisation)"
                                                + " outcome(length of stay)",
                                        "year >= 2012",
                                        17),
                                new Methods.Search(
                                        "Complications",
                                        "+intervention(early walking mobilisation) outcome(complications falls)",
                                        "year >= 2012",
                                        11)),
                        RULE,
                        List.of(),
                        new Methods.Flow(
                                61,
                                19,
                                19,
                                6,
                                4,
                                List.of(
                                        new Methods.Flow.Left(Excluded.Reason.PREPRINT, 1),
                                        new Methods.Flow.Left(Excluded.Reason.DUPLICATE_REPORT, 1),
                                        new Methods.Flow.Left(Excluded.Reason.NO_EVIDENCE_SENTENCE, 13)))),
                List.of(ReportFixture.excluded(preprint(), Excluded.Reason.PREPRINT, "publication type Preprint")),
                List.of(),
                LIMITS,
                fixture.references,
                fixture.ledger);
    }

    static Report disagreement() {
        ReportFixture fixture = new ReportFixture();
        FictionalArticle dale = dale();
        FictionalArticle elm = elm();
        FictionalArticle fenn = fenn();
        String delirium = "Delirium";
        fixture.row(
                dale,
                delirium,
                "Delirium was less frequent with dreamazole (12% vs 21%; odds ratio 0.51, 95% CI 0.29 to 0.89; P = .02).",
                388,
                "A total of 388 patients aged 65 years or older were enrolled.",
                new Direction(Direction.Sign.DECREASE, 0.95, "less frequent"),
                "odds ratio 0.51",
                "95% CI 0.29 to 0.89",
                "P = .02");
        fixture.row(
                elm,
                delirium,
                "The incidence of delirium did not differ (risk ratio 1.03, 95% CI 0.81\u20131.32; p = 0.80).",
                841,
                "We randomised 841 patients in twelve units.",
                SAME,
                "risk ratio 1.03",
                "95% CI 0.81\u20131.32",
                "p = 0.80");
        fixture.row(
                fenn,
                delirium,
                "Delirium was recorded more often in patients given dreamazole (adjusted OR 1.22, 95% CI 1.04 to 1.43).",
                5_210,
                "Records of 5210 admissions were examined.",
                HIGHER,
                "adjusted OR 1.22",
                "95% CI 1.04 to 1.43",
                "");
        Excluded retracted =
                ReportFixture.excluded(retracted(), Excluded.Reason.RETRACTED, "retracted before this report");
        List<Statement> bottomLine = List.of(
                Formula.AGREEMENT.over(delirium, fixture.rows),
                fixture.says(
                        elm,
                        "The incidence of delirium did not differ (risk ratio 1.03, 95% CI 0.81\u20131.32; p = 0.80)."),
                Formula.RETRACTED_LEFT_OUT.left(List.of(retracted)));
        return new Report(
                Report.FORMAT,
                "j-77ab30",
                Outcome.ANSWERED,
                new Asked(
                        "Does dreamazole prevent delirium in older people in hospital?",
                        List.of(
                                new Asked.Part("Population", "older people in hospital", Asked.Origin.DERIVED),
                                new Asked.Part("Intervention", "dreamazole", Asked.Origin.DERIVED),
                                new Asked.Part("Outcome", "delirium", Asked.Origin.DERIVED)),
                        List.of()),
                ReportFixture.basis(),
                bottomLine,
                fixture.rows,
                List.of(fixture.finding(delirium)),
                List.of(fixture.says(elm, "Dreamazole cannot be recommended for preventing delirium.")),
                List.of(),
                List.of(),
                new Methods(
                        List.of("Does dreamazole change how often delirium occurs?"),
                        List.of(new Methods.Search("Delirium", "+dreamazole +delirium outcome(incidence)", "", 9)),
                        RULE,
                        List.of(),
                        new Methods.Flow(
                                61,
                                9,
                                9,
                                4,
                                3,
                                List.of(
                                        new Methods.Flow.Left(Excluded.Reason.RETRACTED, 1),
                                        new Methods.Flow.Left(Excluded.Reason.NO_EVIDENCE_SENTENCE, 5)))),
                List.of(retracted),
                List.of(),
                LIMITS,
                fixture.references,
                fixture.ledger);
    }

    static Report noEvidence() {
        FictionalArticle gout = FictionalArticle.titled("Low-dose colchicine for acute gout: a randomised trial")
                .number("31")
                .by(2018, Author.person("Garth", "", "P"))
                .section(Part.ABSTRACT, "Results", "Pain fell in both groups.")
                .build();
        return new Report(
                Report.FORMAT,
                "j-90d2aa",
                Outcome.NO_ELIGIBLE_EVIDENCE,
                new Asked(
                        "Is intranasal kryptonite effective for acute gout?",
                        List.of(
                                new Asked.Part("Population", "acute gout", Asked.Origin.DERIVED),
                                new Asked.Part("Intervention", "intranasal kryptonite", Asked.Origin.DERIVED)),
                        List.of("randomised trials only")),
                ReportFixture.basis(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Methods(
                        List.of("Does intranasal kryptonite change pain in acute gout?"),
                        List.of(
                                new Methods.Search(
                                        "As asked",
                                        "+intervention(intranasal kryptonite) +population(gout)",
                                        "design = randomised trial",
                                        0),
                                new Methods.Search("Wider", "+population(gout)", "design = randomised trial", 3)),
                        RULE,
                        List.of("kryptonite"),
                        new Methods.Flow(
                                61,
                                3,
                                3,
                                0,
                                0,
                                List.of(new Methods.Flow.Left(Excluded.Reason.NO_EVIDENCE_SENTENCE, 3)))),
                List.of(),
                List.of(ReportFixture.nearMiss(gout, "Does not mention \u201Ckryptonite\u201D")),
                LIMITS,
                List.of(),
                List.of());
    }

    /// Markup, quotation marks and control characters wherever words can come from outside.
    static Report hostile() {
        String evil = "<script>alert(\"1\")</script>]]>&amp;<!-- | `x` *y* [z](javascript:alert(1)) \u0001";
        ReportFixture fixture = new ReportFixture();
        FictionalArticle article = FictionalArticle.titled("Title " + evil)
                .number("66")
                .by(2020, Author.person("O\"Brien<b>", "", "X"))
                .design(DesignLevel.Kind.COHORT, "title: " + evil)
                .study("NCT<99>")
                .statements("Paid by " + evil, evil)
                .section(
                        Part.ABSTRACT,
                        "Results " + evil,
                        "Before " + evil + ". Risk " + evil + " fell. After " + evil + ".")
                .build();
        fixture.row(article, "Outcome " + evil, "Risk " + evil + " fell.", 0, "", LOWER, "", "", "");
        return new Report(
                Report.FORMAT,
                "j-666666",
                Outcome.LIMITED,
                new Asked(
                        "Question " + evil,
                        List.of(new Asked.Part("Population", evil, Asked.Origin.GIVEN)),
                        List.of("limit " + evil)),
                ReportFixture.basis(),
                List.of(new Quoted("c1")),
                fixture.rows,
                List.of(fixture.finding("Outcome " + evil)),
                List.of(),
                List.of(),
                List.of(),
                new Methods(
                        List.of(evil),
                        List.of(new Methods.Search(evil, evil, evil, 1)),
                        RULE + evil,
                        List.of(evil),
                        new Methods.Flow(61, 1, 1, 1, 1, List.of())),
                List.of(),
                List.of(),
                LIMITS,
                fixture.references,
                fixture.ledger);
    }

    private static List<EvidenceRow> about(ReportFixture fixture, String outcome) {
        return fixture.rows.stream()
                .filter(row -> row.outcome().equals(outcome))
                .toList();
    }

    private static FictionalArticle ashgrove() {
        String results =
                "Of 530 patients screened, 412 were randomised and analysed. Median length of stay was shorter with"
                        + " early walking (5 days vs 7 days; hazard ratio for discharge 1.38, 95% CI 1.12 to 1.70; P = 0.002)."
                        + " Lung complications occurred in 9.2% and 15.5% (risk ratio 0.59, 95% CI 0.35 to 1.00; P = 0.05)."
                        + " Falls occurred in 2.9% of the early group and 2.4% of the usual-care group.";
        return FictionalArticle.titled("Walking on the day of bowel surgery: a multicentre randomised trial")
                .number("11")
                .by(
                        2021,
                        Author.person("Ashgrove", "", "JR"),
                        Author.person("Tarn", "", "M"),
                        Author.group("WALK-1 Group"))
                .study("NCT99000001")
                .fullText()
                .statements(
                        "Funded by the Fictional Institute for Ward Research, grant FX-12.",
                        "JRA has received lecture fees from Invented Devices Ltd. The other authors declare none.")
                .section(Part.BODY, "Results", results)
                .section(
                        Part.BODY,
                        "Conclusions",
                        "Walking on the day of surgery shortened the hospital stay. The effect on lung complications"
                                + " remains uncertain.")
                .build();
    }

    private static FictionalArticle brook() {
        return FictionalArticle.titled("Getting up early after elective bowel surgery")
                .number("12")
                .by(2016, Author.person("Brook", "", "A"), Author.person("de la Mere", "", "S"))
                .events(new IntegrityEvent(
                        IntegrityEvent.Kind.CORRECTION,
                        "pmid:9900012",
                        new PublicationDate(2017, 1, 0),
                        new ArticleIds("9900099", null, null),
                        "Fict J Wards. 2017;9(1):77",
                        "PUBMED:9900012"))
                .section(
                        Part.ABSTRACT,
                        "Results",
                        "We included 186 adults after elective bowel surgery. Patients who walked early stayed 1.6 days"
                                + " less (95% CI 0.4 to 2.8, p=0.01). No serious adverse event was attributed to walking.")
                .build();
    }

    private static FictionalArticle corr() {
        String results = "The cohort comprised 1904 patients in nine hospitals.3 Adjusted stay was shorter in the early"
                + " group (rate ratio 0.84, 95% CI 0.77\u20130.92). Crude stay was 6.1 and 7.4 days.";
        int mark = results.indexOf("3 Adj");
        return FictionalArticle.titled("Early mobilisation and length of stay in nine hospitals: a cohort study")
                .number("13")
                .by(2019, Author.person("Corr", "", "DL"))
                .design(DesignLevel.Kind.COHORT, "title: \u201Ca cohort study\u201D")
                .fullText()
                .section(Part.BODY, "Results", results, new Mark(Mark.Kind.SUPERSCRIPT, mark, mark + 1, "b3"))
                .section(
                        Part.BODY,
                        "Discussion",
                        "Early walking was associated with a shorter stay; confounding cannot be excluded.")
                .build();
    }

    private static FictionalArticle follow() {
        return FictionalArticle.titled("Ninety-day outcomes of the WALK-1 trial")
                .number("14")
                .by(2022, Author.person("Tarn", "", "M"))
                .study("NCT99000001")
                .section(
                        Part.ABSTRACT,
                        "Results",
                        "At 90 days lung complications did not differ between the groups (P = 0.31). Quality of life"
                                + " was alike.")
                .build();
    }

    private static FictionalArticle preprint() {
        return FictionalArticle.titled("Walking apps after surgery")
                .number("15")
                .by(2023, Author.person("Quill", "", "B"))
                .section(Part.ABSTRACT, "Results", "Stay was shorter.")
                .build();
    }

    private static FictionalArticle dale() {
        return FictionalArticle.titled("Dreamazole to prevent delirium in older inpatients: a randomised trial")
                .number("21")
                .by(2014, Author.person("Dale", "", "K"))
                .section(
                        Part.ABSTRACT,
                        "Results",
                        "A total of 388 patients aged 65 years or older were enrolled. Delirium was less frequent with"
                                + " dreamazole (12% vs 21%; odds ratio 0.51, 95% CI 0.29 to 0.89; P = .02).")
                .build();
    }

    private static FictionalArticle elm() {
        return FictionalArticle.titled("Dreamazole in twelve hospital units: the MELT trial")
                .number("22")
                .by(2020, Author.person("Elm", "", "R"), Author.group("MELT Investigators"))
                .study("ISRCTN99000022")
                .fullText()
                .section(
                        Part.BODY,
                        "Results",
                        "We randomised 841 patients in twelve units. The incidence of delirium did not differ (risk"
                                + " ratio 1.03, 95% CI 0.81\u20131.32; p = 0.80). Sleep scores were alike.")
                .section(Part.BODY, "Conclusions", "Dreamazole cannot be recommended for preventing delirium.")
                .build();
    }

    private static FictionalArticle fenn() {
        return FictionalArticle.titled("Dreamazole and delirium in routine records: a cohort study")
                .number("23")
                .by(2021, Author.person("Fenn", "", "L"))
                .design(DesignLevel.Kind.COHORT, "title: \u201Ca cohort study\u201D")
                .section(
                        Part.ABSTRACT,
                        "Results",
                        "Records of 5210 admissions were examined. Delirium was recorded more often in patients given"
                                + " dreamazole (adjusted OR 1.22, 95% CI 1.04 to 1.43).")
                .build();
    }

    private static FictionalArticle retracted() {
        return FictionalArticle.titled("Dreamazole abolishes delirium")
                .number("24")
                .by(2015, Author.person("Ghyll", "", "Z"))
                .events(new IntegrityEvent(
                        IntegrityEvent.Kind.RETRACTION,
                        "pmid:9900024",
                        new PublicationDate(2017, 6, 1),
                        new ArticleIds("9900098", null, null),
                        "Fict J Wards. 2017;9(6):401",
                        "PUBMED:9900024"))
                .section(Part.ABSTRACT, "Results", "Delirium vanished.")
                .build();
    }
}
