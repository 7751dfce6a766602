package org.plumbline.research.select;

import java.util.List;
import java.util.Optional;
import org.plumbline.citations.Text;
import org.plumbline.research.evidence.SampleSize;
import org.plumbline.research.retrieve.Retrieved;
import org.plumbline.research.select.Selected.Use;

/// Finds the sentence that says how many took part.
final class Sizes {

    private Sizes() {}

    static Optional<Selected> find(Retrieved article, List<Text> texts) {
        for (Text text : texts) {
            Optional<SampleSize.Found> found = SampleSize.find(text);
            if (found.isPresent()) {
                return found.map(size -> selected(article, text, size));
            }
        }
        return Optional.empty();
    }

    private static Selected selected(Retrieved article, Text text, SampleSize.Found size) {
        return new Selected(
                Use.SAMPLE_SIZE,
                "",
                article.article().id(),
                article.studyId(),
                size.location(),
                text.quote(size.location()).words(),
                0,
                List.of(),
                List.of(),
                List.of(),
                null,
                size.n());
    }
}
