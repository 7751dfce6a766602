package org.plumbline.ingest.document.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Mark;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;

class PageLayoutTest {

    private static final double LEADING = 12;
    private static final String FULL = "Ninety patients were asked in two clinics and most of them";

    private final List<List<Line>> pages = new ArrayList<>(List.of(new ArrayList<>()));

    @Test
    void joinsSentenceAcrossColumnsAndPagesAndSaysItsPages() {
        heading("Introduction", 50, 100);
        column(50, 112, FULL, "agreed to take part; those who did not had often", "been asked before and gave");
        column(310, 100, "reasons of their own. " + FULL, "were women");
        newPage();
        column(50, 100, "and older than sixty years. " + FULL, "came back.");
        Section body = only(Part.BODY);
        assertThat(body.content())
                .contains("been asked before and gave reasons of their own.")
                .contains("were women and older than sixty years.");
        assertThat(pageMarks(body))
                .containsExactly(
                        "1: " + body.content().substring(0, body.content().indexOf(" and older than sixty")),
                        "2: " + body.content().substring(body.content().indexOf("and older than sixty")));
    }

    @Test
    void takesHyphensOfLineEndsOutAndLeavesThoseOfWords() {
        heading("Results", 50, 100);
        column(
                50,
                112,
                "The recruitment of a low-cost arm went well in every one of the recruit-",
                "ment clinics, where treatment was a low-",
                "cost choice, and the COVID-",
                "19 wave of the self-",
                "management study did not stop it, as self-management was taught early.");
        assertThat(only(Part.BODY).content())
                .contains("recruitment clinics", "low-cost choice", "COVID-19 wave", "self-management study");
    }

    @Test
    void leavesRunningHeadsPageNumbersAndLineNumbersOut() {
        for (int page = 1; page <= 5; page++) {
            line(50, 40, 9, "Journal of Nothing 2020, 4:" + page);
            line(290, 780, 9, "Page " + page + " of 5");
            for (int i = 0; i < 20; i++) {
                line(20, 100 + i * LEADING, 10, String.valueOf(page * 20 + i));
                line(50, 100 + i * LEADING, 10, FULL + " " + word(i) + "abcde".charAt(page - 1));
            }
            if (page < 5) {
                newPage();
            }
        }
        assertThat(words())
                .doesNotContain("Journal of Nothing")
                .doesNotContain("Page ")
                .doesNotContainPattern("\\d");
    }

    @Test
    void keepsCaptionsAndTablesBesideTheSentenceTheyInterrupt() {
        heading("Results", 50, 100);
        column(50, 112, FULL, "had been asked in the first clinic, where the");
        line(50, 200, 8, "Table 1. Those who were asked, by clinic, and what they answered");
        for (int row = 0; row < 4; row++) {
            line(50, 212 + row * 10, 8, "Clinic " + row);
            line(150, 212 + row * 10, 8, "1" + row);
        }
        newPage();
        column(50, 100, "nurses had time for it. " + FULL, "came back.");
        assertThat(only(Part.BODY).content()).contains("where the nurses had time for it.");
        List<Section> tables =
                read().stream().filter(section -> section.part() == Part.TABLE).toList();
        assertThat(tables).hasSize(2);
        assertThat(tables.getFirst().label()).isEqualTo("Table 1");
        assertThat(tables.getLast().content()).startsWith("Clinic 0\t10\nClinic 1\t11");
    }

    @Test
    void findsTitleAbstractHeadingsAndLeavesReferencesOut() {
        line(50, 100, 18, "What ninety patients said in two clinics");
        line(50, 130, 10, "A. Nobody, B. Noone");
        heading("Abstract", 50, 160);
        column(50, 172, FULL, "answered.");
        line(50, 210, 10, "Keywords: patients; clinics");
        heading("1. Introduction", 50, 240);
        column(50, 252, FULL, "answered.");
        heading("2. Methods", 50, 300);
        subheading("2.1. Sample", 50, 324);
        column(50, 336, FULL, "answered.");
        heading("References", 50, 400);
        column(50, 412, "1. Nobody A: " + FULL, "answered.");
        heading("Acknowledgements", 50, 500);
        column(50, 512, "We thank the patients of both clinics for their time and their", "patience with us.");
        LaidOut text = PageLayout.read(asPages());
        assertThat(text.title()).isEqualTo("What ninety patients said in two clinics");
        assertThat(text.keywords()).containsExactly("patients", "clinics");
        assertThat(text.sections().stream().map(PageLayoutTest::described))
                .containsExactly(
                        "TITLE OTHER []",
                        "ABSTRACT OTHER []",
                        "BODY BACKGROUND [Introduction]",
                        "BODY METHODS [Methods, Sample]",
                        "BACK OTHER [Acknowledgements]");
    }

    @Test
    void ordersColumnsThatArePaintedAcross() {
        for (int i = 0; i < 30; i++) {
            line(50, 100 + i * LEADING, 10, "left column line number " + word(i) + " goes on");
            line(310, 100 + i * LEADING, 10, "right column line number " + word(i) + " goes on");
        }
        String words = words();
        assertThat(words.indexOf("right column line number " + word(0)))
                .isGreaterThan(words.indexOf("left column line number " + word(29)));
    }

    @Test
    void marksRaisedNumbers() {
        heading("Results", 50, 100);
        line(50, 112, 10, FULL);
        pages.getLast()
                .add(new Line(
                        1,
                        50,
                        124,
                        280,
                        10,
                        "Body",
                        false,
                        0,
                        "agreed in the end.12 ",
                        List.of(new Mark(Mark.Kind.SUPERSCRIPT, 18, 20, ""))));
        Section body = only(Part.BODY);
        Mark raised = body.marks().stream()
                .filter(mark -> mark.kind() == Mark.Kind.SUPERSCRIPT)
                .findFirst()
                .orElseThrow();
        assertThat(body.content().substring(raised.start(), raised.end())).isEqualTo("12");
    }

    private List<Section> read() {
        return PageLayout.read(asPages()).sections();
    }

    private List<Page> asPages() {
        List<Page> all = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            all.add(new Page(i + 1, 595, 842, pages.get(i)));
        }
        return all;
    }

    private Section only(Part part) {
        List<Section> of =
                read().stream().filter(section -> section.part() == part).toList();
        assertThat(of).hasSize(1);
        return of.getFirst();
    }

    private String words() {
        return read().stream().map(Section::content).collect(Collectors.joining("\n"));
    }

    private static List<String> pageMarks(Section section) {
        return section.marks().stream()
                .filter(mark -> mark.kind() == Mark.Kind.PAGE)
                .map(mark -> mark.target() + ": " + section.content().substring(mark.start(), mark.end()))
                .toList();
    }

    private static String described(Section section) {
        Role role = section.role();
        return section.part() + " " + role + " " + section.heading();
    }

    private static String word(int number) {
        return "abcdefghijklmnopqrstuvwxyz".charAt(number % 26) + (number < 26 ? "one" : "two");
    }

    private void heading(String words, double x, double y) {
        pages.getLast().add(new Line(pages.size(), x, y, x + 80, 12, "Head", true, 0, words, List.of()));
    }

    private void subheading(String words, double x, double y) {
        pages.getLast().add(new Line(pages.size(), x, y, x + 80, 10, "Slanted", false, 0, words, List.of()));
    }

    private void column(double x, double y, String... lines) {
        for (int i = 0; i < lines.length; i++) {
            line(x, y + i * LEADING, 10, lines[i]);
        }
    }

    private void line(double x, double y, double size, String words) {
        double right = x + Math.min(230, words.length() * size * 0.42);
        pages.getLast().add(new Line(pages.size(), x, y, right, size, "Body", false, 0, words, List.of()));
    }

    private void newPage() {
        pages.add(new ArrayList<>());
    }
}
