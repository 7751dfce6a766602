package org.plumbline.index.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;
import org.plumbline.index.Passage;
import org.plumbline.index.Samples;

class ArticlePassagesTest {

    private final Text full = Text.of(
            TextKind.JATS,
            List.of(
                    Section.of(0, Part.TITLE, Role.OTHER, List.of(), "Sample drug for sample pain"),
                    Section.of(1, Part.ABSTRACT, Role.METHODS, List.of("Methods"), "We asked 20 people."),
                    Section.of(2, Part.ABSTRACT, Role.RESULTS, List.of("Results"), "Pain fell (p=0.01)."),
                    Section.of(3, Part.BODY, Role.RESULTS, List.of("Results"), "Pain fell (p=0.01).")));

    @Test
    void indexesAnAbstractThatStandsInBothTextsOnceAndKeepsTheFullTextsCopy() {
        Text abstractOnly = Samples.text("Sample Drug for Sample Pain.", "We asked 20 people.  Pain fell (P = 0.01)");
        List<Passage> passages = ArticlePassages.of(List.of(full, abstractOnly));
        assertThat(passages).hasSize(4);
        assertThat(passages)
                .allSatisfy(passage -> assertThat(passage.location().textId()).isEqualTo(full.id()));
    }

    @Test
    void knowsPartsOfAnAbstractThatAreCutOtherwise() {
        Text parts = Text.of(
                TextKind.MEDLINE_ABSTRACT,
                List.of(Section.of(0, Part.ABSTRACT, Role.RESULTS, List.of("RESULTS"), "Pain fell (p=0.01).")));
        assertThat(ArticlePassages.of(List.of(full, parts))).hasSize(4);
    }

    @Test
    void indexesAnAbstractThatSaysSomethingElse() {
        Text other = Samples.text("Sample drug for sample pain", "We asked 20 people. Pain fell (p=0.02).");
        List<Passage> passages = ArticlePassages.of(List.of(full, other));
        assertThat(passages).hasSize(5);
        assertThat(passages.getLast().words()).contains("0.02");
        assertThat(passages.getLast().location().textId()).isEqualTo(other.id());
    }
}
