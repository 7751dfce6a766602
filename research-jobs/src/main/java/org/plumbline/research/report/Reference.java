package org.plumbline.research.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Article;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Standing;
import org.plumbline.citations.design.DesignLevel;

/// An entry of the reference list: the article and what a reader must know before trusting it.
///
/// @param number from 1, in the order of the evidence
/// @param shortName for tables and figures: "Ashgrove 2021"
/// @param vancouver in Vancouver style, plain text, without the number
/// @param bibliography what the reference was written from, for export
/// @param events the integrity events behind the standing
/// @param year null where the record has no date
public record Reference(
        int number,
        String articleId,
        ArticleIds ids,
        String shortName,
        String vancouver,
        Bibliography bibliography,
        @Nullable Integer year,
        DesignLevel design,
        Access access,
        Standing standing,
        List<IntegrityEvent> events,
        PeerReview peerReview,
        List<String> studyIds,
        String license,
        String funding,
        String competingInterests) {

    public Reference {
        events = List.copyOf(events);
        studyIds = List.copyOf(studyIds);
    }

    /// The entry for an article.
    ///
    /// @param vancouver as `org.plumbline.citations.style` writes it
    public static Reference to(Article article, int number, DesignLevel design, String vancouver) {
        PublicationDate date = article.bibliography().date();
        return new Reference(
                number,
                article.id(),
                article.ids(),
                shortName(article),
                vancouver,
                article.bibliography(),
                date == null ? null : date.year(),
                design,
                Access.to(article),
                article.standing(),
                article.events(),
                article.peerReview(),
                article.studyIds(),
                article.license(),
                article.funding(),
                article.competingInterests());
    }

    private static String shortName(Article article) {
        PublicationDate date = article.bibliography().date();
        String year = date == null ? "undated" : String.valueOf(date.year());
        return article.bibliography().authors().stream()
                        .findFirst()
                        .map(author -> author.family().isEmpty() ? author.collective() : author.family())
                        .filter(name -> !name.isEmpty())
                        .orElse(article.id())
                + " " + year;
    }
}
