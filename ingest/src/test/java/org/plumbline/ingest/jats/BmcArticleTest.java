package org.plumbline.ingest.jats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.Mark;
import org.plumbline.citations.Part;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Source;
import org.plumbline.citations.TextKind;
import org.plumbline.ingest.document.Delivered;

class BmcArticleTest {

    private static final String ART = """
            <?xml version='1.0'?>
            <!DOCTYPE art SYSTEM 'http://www.biomedcentral.com/xml/article.dtd'>
            <art><ui>1</ui><ji>1234-5678</ji><fm><dochead>Research</dochead><bibl>
            <title><p>A trial of <it>nothing</it></p></title>
            <aug><au id="A1"><snm>Nobody</snm><mi>B</mi><fnm>Anna</fnm></au><au><cnm>The Nothing Group</cnm></au></aug>
            <source>Trials of Nothing</source><issn>1234-5678</issn><pubdate>2015</pubdate>
            <volume>16</volume><fpage>1</fpage>
            <xrefbib><pubidlist><pubid idtype="pmpid">123</pubid><pubid idtype="doi">10.1186/x-1</pubid></pubidlist></xrefbib>
            </bibl>
            <history><pub><date><day>12</day><month>2</month><year>2015</year></date></pub></history>
            <cpyrt><year>2015</year><note>Open, <url>http://creativecommons.org/licenses/by/4.0</url></note></cpyrt>
            <kwdg><kwd>nothing</kwd></kwdg>
            <abs><sec><st><p>Abstract</p></st><sec><st><p>Methods</p></st><p>We asked.</p></sec></sec></abs></fm>
            <bdy><sec><st><p>Results</p></st>
            <p>They answered <abbrgrp><abbr bid="B1">1</abbr><abbr bid="B2">2</abbr></abbrgrp>. See Table <tblr tid="T1">1</tblr>.</p>
            <table id="T1"><title><p>Table 1</p></title><caption><p><b>Answers</b></p></caption>
            <tgroup cols="2"><thead><row><entry><p>Clinic</p></entry><entry><p>n</p></entry></row></thead>
            <tbody><row><entry><p>A</p></entry><entry><p>90</p></entry></row></tbody></tgroup></table>
            </sec></bdy>
            <bm><refgrp><bibl id="B1"><title><p>Before</p></title><aug><au><snm>Noone</snm><fnm>C</fnm></au></aug>
            <source>J Noth</source><pubdate>2001</pubdate><xrefbib><pubid idtype="doi">10.1186/y</pubid></xrefbib></bibl></refgrp></bm>
            </art>
            """;

    @Test
    void isReadAsJats() {
        Delivered delivered = Delivered.by(new JatsReader(), ART);
        var record = delivered.records().getFirst();
        assertThat(record.key()).isEqualTo(Source.JATS + ":10.1186/x-1");
        assertThat(record.ids()).isEqualTo(new ArticleIds("123", null, "10.1186/x-1"));
        assertThat(record.articleType()).isEqualTo("research-article");
        assertThat(record.license()).isEqualTo("CC BY");
        assertThat(record.keywords()).containsExactly("nothing");
        assertThat(record.bibliography().title()).isEqualTo("A trial of nothing");
        assertThat(record.bibliography().authors())
                .containsExactly(Author.person("Nobody", "Anna B", "AB"), Author.group("The Nothing Group"));
        assertThat(record.bibliography().date()).isEqualTo(new PublicationDate(2015, 2, 12));
        assertThat(record.references()).hasSize(1);
        assertThat(record.references().getFirst().ids().doi()).isEqualTo("10.1186/y");

        var text = delivered.texts().getFirst();
        assertThat(text.kind()).isEqualTo(TextKind.JATS);
        Section methods = text.sections().get(1);
        assertThat(methods.part()).isEqualTo(Part.ABSTRACT);
        assertThat(methods.role()).isEqualTo(Role.METHODS);
        Section results = text.sections().get(2);
        assertThat(results.content()).isEqualTo("They answered [1,2]. See Table 1.");
        assertThat(results.marks().getFirst()).isEqualTo(new Mark(Mark.Kind.CITATION, 15, 16, "B1"));
        assertThat(text.sections().stream()
                        .filter(section -> section.part() == Part.TABLE)
                        .map(Section::content))
                .containsExactly("Table 1\nAnswers", "Clinic\tn\nA\t90");
    }
}
