package org.plumbline.research.select;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.Role;
import org.plumbline.citations.Text;
import org.plumbline.research.evidence.Statistics;
import org.plumbline.research.plan.Plan;
import org.plumbline.research.plan.Words;

/// Ranks an article's sentences by how likely they are to state a result on the question.
final class Ranking {

    private Ranking() {}

    /// The sentences of results, best first.
    static List<Scored> rank(Plan plan, List<Text> texts) {
        List<Scored> scored = new ArrayList<>();
        for (Text text : texts) {
            for (Sentence sentence : Sentence.in(text)) {
                if (sentence.role() == Role.RESULTS) {
                    List<String> words = Words.in(sentence.words());
                    Statistics statistics = Statistics.in(sentence.words());
                    double score = plan.concepts().stream()
                                    .filter(c -> c.in(words))
                                    .count()
                            + plan.outcomes().stream().filter(c -> c.in(words)).count()
                            + statistics.pValues().size();
                    scored.add(new Scored(sentence, words, statistics, score));
                }
            }
        }
        scored.sort(Scored.BEST_FIRST);
        return scored;
    }
}
