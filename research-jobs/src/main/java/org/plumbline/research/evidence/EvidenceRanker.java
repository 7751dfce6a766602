package org.plumbline.research.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Orders the sentences of one article by how well they answer a question: BM25 of the question's words over these
/// sentences plus salience, each as a z-score (reference: science notes §5.1). The outcome's words count more than
/// those of the arms, which every sentence of a trial shares.
public final class EvidenceRanker {

    /// A candidate with its score; scores compare within one article only.
    ///
    /// @param index its place among the candidates given
    public record Ranked(int index, Candidate candidate, double score) {}

    private static final double K1 = 0.9;
    private static final double B = 0.4;
    private static final double OUTCOME_WEIGHT = 2;
    private static final double SECOND_HAND = 1;

    private EvidenceRanker() {}

    /// All candidates, best first; equals in the order given.
    public static List<Ranked> rank(Pico pico, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        double[] relevance = standardised(relevance(weights(pico), candidates));
        double[] salience = standardised(
                candidates.stream().mapToDouble(EvidenceRanker::salience).toArray());
        return IntStream.range(0, candidates.size())
                .mapToObj(i -> new Ranked(i, candidates.get(i), relevance[i] + salience[i]))
                .sorted(Comparator.comparingDouble((Ranked ranked) -> -ranked.score()))
                .toList();
    }

    private static double salience(Candidate candidate) {
        boolean secondHand = candidate.citing() == Candidate.Citing.CITES
                && switch (candidate.role()) {
                    case BACKGROUND, DISCUSSION, CONCLUSIONS, OTHER -> true;
                    case OBJECTIVE, METHODS, RESULTS, FUNDING, COMPETING_INTERESTS, REGISTRATION -> false;
                };
        return Salience.of(candidate.sentence(), candidate.role()) - (secondHand ? SECOND_HAND : 0);
    }

    private static Map<String, Double> weights(Pico pico) {
        Map<String, Double> weights = new HashMap<>();
        Terms.content(pico.population()).forEach(word -> weights.put(word, 0.5));
        Terms.content(pico.comparator()).forEach(word -> weights.put(word, 0.7));
        Terms.content(pico.intervention()).forEach(word -> weights.put(word, 0.7));
        Terms.content(pico.outcome()).forEach(word -> weights.put(word, OUTCOME_WEIGHT));
        return weights;
    }

    /// BM25 (Robertson and Zaragoza 2009) with these sentences as the collection.
    private static double[] relevance(Map<String, Double> weights, List<Candidate> candidates) {
        List<List<String>> sentences = new ArrayList<>();
        Map<String, Integer> frequency = new HashMap<>();
        double length = 0;
        for (Candidate candidate : candidates) {
            List<String> words = Terms.of(candidate.sentence()).stream()
                    .filter(Terms::isContent)
                    .map(Terms.Term::stem)
                    .toList();
            sentences.add(words);
            Set.copyOf(words).forEach(word -> frequency.merge(word, 1, Integer::sum));
            length += words.size();
        }
        double average = Math.max(1, length / sentences.size());
        double[] scores = new double[sentences.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = bm25(weights, sentences.get(i), frequency, sentences.size(), average);
        }
        return scores;
    }

    private static double bm25(
            Map<String, Double> weights, List<String> words, Map<String, Integer> frequency, int n, double average) {
        double score = 0;
        for (Map.Entry<String, Double> query : weights.entrySet()) {
            long tf = words.stream().filter(query.getKey()::equals).count();
            if (tf > 0) {
                int df = frequency.getOrDefault(query.getKey(), 0);
                double idf = Math.log(1 + (n - df + 0.5) / (df + 0.5));
                score += query.getValue() * idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * words.size() / average));
            }
        }
        return score;
    }

    private static double[] standardised(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double spread = Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
        return Arrays.stream(values)
                .map(value -> spread == 0 ? 0 : (value - mean) / spread)
                .toArray();
    }
}
