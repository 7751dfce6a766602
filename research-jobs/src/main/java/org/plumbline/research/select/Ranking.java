package org.plumbline.research.select;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.Mark;
import org.plumbline.citations.Role;
import org.plumbline.citations.Text;
import org.plumbline.research.evidence.Candidate;
import org.plumbline.research.evidence.Candidate.Citing;
import org.plumbline.research.evidence.EvidenceRanker;
import org.plumbline.research.evidence.Statistics;
import org.plumbline.research.plan.Plan;
import org.plumbline.research.plan.Words;

/// Ranks an article's sentences by how likely they are to state a result on the question.
final class Ranking {

    private Ranking() {}

    /// The sentences of results, best first.
    static List<Scored> rank(Plan plan, List<Text> texts) {
        List<Sentence> sentences = new ArrayList<>();
        for (Text text : texts) {
            Sentence.in(text).stream()
                    .filter(sentence -> sentence.role() == Role.RESULTS)
                    .forEach(sentences::add);
        }
        List<Candidate> candidates = sentences.stream()
                .map(sentence -> new Candidate(sentence.words(), sentence.role(), citing(sentence)))
                .toList();
        return EvidenceRanker.rank(plan.pico(), candidates).stream()
                .map(ranked -> scored(sentences.get(ranked.index()), ranked.score()))
                .sorted(Scored.BEST_FIRST)
                .toList();
    }

    private static Scored scored(Sentence sentence, double score) {
        String words = sentence.words();
        return new Scored(sentence, Words.in(words), Statistics.in(words), score);
    }

    private static Citing citing(Sentence sentence) {
        boolean cites = sentence.section().marks().stream()
                .anyMatch(mark -> mark.kind() == Mark.Kind.CITATION
                        && mark.start() < sentence.span().end()
                        && mark.end() > sentence.span().start());
        return cites ? Citing.CITES : Citing.CITES_NOTHING;
    }
}
