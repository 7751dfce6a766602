package org.plumbline.research.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.plumbline.citations.Json;
import org.plumbline.research.evidence.EffectDirection.Sign;

/// The model of direction: a forest with what it was learnt from.
///
/// @param provenance data, its digest, numbers of spans and articles, settings: for people
/// @param dataDigest digest of the annotations it was learnt from
public record DirectionModel(JsonNode provenance, String dataDigest, Forest forest) {

    /// An annotated sentence.
    public record Example(String sentence, Pico pico, Sign sign) {}

    /// The likeliest sign and its probability.
    public record Guess(Sign sign, double confidence) {}

    /// Settings chosen in cross-validation; few trees, since the data are few.
    private static final ForestLearner LEARNER = new ForestLearner(100, 3, 15, 0.1, 3, 0.7, 1);

    /// Learns from examples; the same examples in the same order give the same model.
    public static DirectionModel learn(List<Example> examples, String dataDigest) {
        double[][] inputs = examples.stream()
                .map(example -> DirectionFeatures.of(example.sentence(), example.pico()))
                .toArray(double[][]::new);
        int[] classes =
                examples.stream().mapToInt(example -> classOf(example.sign())).toArray();
        ObjectNode provenance = Json.PAGE.createObjectNode();
        provenance.put("examples", examples.size());
        provenance.put("learner", LEARNER.toString());
        return new DirectionModel(
                provenance, dataDigest, LEARNER.learn(DirectionFeatures.NAMES, inputs, classes, Sign.values().length));
    }

    /// What the model says of a sentence, sure or not.
    public Guess guess(String sentence, Pico pico) {
        return guess(DirectionFeatures.of(sentence, pico));
    }

    Guess guess(double[] features) {
        double[] shares = forest.of(features);
        Sign best = Sign.DECREASE;
        for (Sign sign : Sign.values()) {
            best = shares[classOf(sign)] > shares[classOf(best)] ? sign : best;
        }
        return new Guess(best, shares[classOf(best)]);
    }

    private static int classOf(Sign sign) {
        return switch (sign) {
            case DECREASE -> 0;
            case NO_DIFFERENCE -> 1;
            case INCREASE -> 2;
        };
    }

    /// The model that ships with the project.
    public static DirectionModel stored() {
        return Stored.MODEL;
    }

    /// Read on first use.
    private static final class Stored {
        static final DirectionModel MODEL = read();
    }

    private static DirectionModel read() {
        try (InputStream in = DirectionModel.class.getResourceAsStream("direction-model.json")) {
            if (in == null) {
                throw new IllegalStateException("the resource direction-model.json is missing");
            }
            DirectionModel model = Json.LINE.readValue(in, DirectionModel.class);
            if (!model.forest().features().equals(DirectionFeatures.NAMES)) {
                throw new IllegalStateException("direction-model.json was learnt from other features: learn it anew");
            }
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException("direction-model.json", e);
        }
    }
}
