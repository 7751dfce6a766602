package org.plumbline.research.retrieve;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Article;
import org.plumbline.citations.Location;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.research.plan.Plan.Aim;
import org.plumbline.research.report.Excluded;

/// An article that a search found, and what becomes of it: a line of `passages.jsonl`.
///
/// @param aims the searches that found it
/// @param score reciprocal ranks over the searches, summed; higher is better
/// @param studyId the study it reports: reports of one study have the same
/// @param passages the passages that matched, best first
/// @param reason why it is no evidence, null where it is read
/// @param detail more on the reason, or on what a near miss lacks; else empty
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Retrieved(
        Fate fate,
        Article article,
        DesignLevel design,
        List<Aim> aims,
        double score,
        String studyId,
        List<Location> passages,
        Excluded.@Nullable Reason reason,
        String detail) {

    /// What becomes of an article.
    public enum Fate {
        /// Its sentences are read.
        READ,
        /// It matched the question and may not be evidence.
        EXCLUDED,
        /// It matched part of the question only.
        NEAR
    }

    public Retrieved {
        aims = List.copyOf(aims);
        passages = passages == null ? List.of() : List.copyOf(passages);
        detail = detail == null ? "" : detail;
    }
}
