package org.plumbline.research.report;

import java.util.ArrayList;
import java.util.List;

/// What a reader can do when nothing eligible was found.
public final class NextSteps {

    private NextSteps() {}

    /// The steps that fit this report, most useful first.
    public static List<String> of(Report report) {
        List<String> steps = new ArrayList<>();
        List<String> unknown = report.methods().unknownWords();
        if (!unknown.isEmpty()) {
            steps.add("Check the spelling of, or try another name for: " + quoted(unknown) + ".");
        }
        if (!report.asked().limits().isEmpty()) {
            steps.add("Ask again with fewer limits. In force were: "
                    + String.join("; ", report.asked().limits()) + ".");
        }
        if (!report.excluded().isEmpty()) {
            steps.add("Look at the articles that matched and were left out, with the reasons, below.");
        }
        if (!report.nearestMisses().isEmpty()) {
            steps.add("Look at the nearest misses below. They are no evidence on this question.");
        }
        steps.add("Search other collections (PubMed, Embase, trial registers) before concluding that nothing is known;"
                + " a clinical librarian can help.");
        return List.copyOf(steps);
    }

    static String quoted(List<String> words) {
        return "\u201C" + String.join("\u201D, \u201C", words) + "\u201D";
    }
}
