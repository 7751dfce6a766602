package org.plumbline.research.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Role;
import org.plumbline.research.evidence.Candidate.Citing;

class EvidenceRankerTest {

    private static final Pico MILK = new Pico("", "warm milk", "placebo", "pain");

    @Test
    void prefersTheTestedResultToAimsMethodsAndOtherOutcomes() {
        List<Candidate> candidates = List.of(
                own("We asked whether warm milk reduces pain.", Role.OBJECTIVE),
                own("Pain was measured with a scale after warm milk or placebo.", Role.METHODS),
                own("Sleep was longer with warm milk than with placebo (p = 0.01).", Role.RESULTS),
                own("Pain was lower with warm milk than with placebo (p = 0.02).", Role.RESULTS),
                own("Warm milk reduces pain.", Role.CONCLUSIONS));
        assertThat(EvidenceRanker.rank(MILK, candidates).getFirst().index()).isEqualTo(3);
    }

    @Test
    void putsSecondHandSentencesBehindTheSameSaidFirstHand() {
        String words = "Pain was lower with warm milk than with placebo.";
        List<Candidate> candidates =
                List.of(new Candidate(words, Role.DISCUSSION, Citing.CITES), own(words, Role.DISCUSSION));
        assertThat(EvidenceRanker.rank(MILK, candidates).getFirst().index()).isEqualTo(1);
    }

    @Test
    void ranksEveryCandidateOnce() {
        assertThat(EvidenceRanker.rank(MILK, List.of())).isEmpty();
        assertThat(EvidenceRanker.rank(Pico.NONE, List.of(own("A.", Role.OTHER), own("B.", Role.OTHER))))
                .extracting(EvidenceRanker.Ranked::index)
                .containsExactly(0, 1);
    }

    private static Candidate own(String sentence, Role role) {
        return new Candidate(sentence, role, Citing.CITES_NOTHING);
    }
}
