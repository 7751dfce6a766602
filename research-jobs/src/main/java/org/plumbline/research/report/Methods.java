package org.plumbline.research.report;

import java.util.List;

/// How the evidence was looked for and chosen: enough to do it again.
///
/// @param subQuestions what the question was taken apart into, in words
/// @param searches every search that was run, in its order
/// @param selectionRule how sentences were chosen, in a sentence or two
/// @param unknownWords words of the question that no article in the snapshot has
public record Methods(
        List<String> subQuestions, List<Search> searches, String selectionRule, List<String> unknownWords, Flow flow) {

    /// One search: the query and the filter as text, exactly as run, and how many articles matched, exactly.
    public record Search(String subQuestion, String query, String filter, long matched) {}

    /// The articles' way into the report.
    ///
    /// @param searched all articles in the snapshot
    /// @param matched those that at least one search matched, each once
    /// @param screened those of them whose passages were read, best first
    /// @param withEvidence those of them with at least one evidence sentence
    /// @param cited those in the reference list
    /// @param excluded how many screened articles were left out, by reason; they may be more than are listed
    public record Flow(long searched, long matched, long screened, long withEvidence, long cited, List<Left> excluded) {

        /// How many articles were left out for one reason.
        public record Left(Excluded.Reason reason, long articles) {}

        public Flow {
            excluded = List.copyOf(excluded);
            if (searched < matched || matched < screened || screened < withEvidence || withEvidence < cited) {
                throw new IllegalArgumentException("the flow of articles grows: %d, %d, %d, %d, %d"
                        .formatted(searched, matched, screened, withEvidence, cited));
            }
        }
    }

    public Methods {
        subQuestions = List.copyOf(subQuestions);
        searches = List.copyOf(searches);
        unknownWords = List.copyOf(unknownWords);
    }
}
