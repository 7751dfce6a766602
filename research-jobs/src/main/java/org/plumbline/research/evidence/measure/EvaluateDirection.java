package org.plumbline.research.evidence.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.measure.Measured;
import org.plumbline.citations.measure.Metric;
import org.plumbline.research.evidence.DirectionModel;
import org.plumbline.research.evidence.EffectDirection;
import org.plumbline.research.evidence.EffectDirection.Sign;
import org.plumbline.research.evidence.measure.EvidenceInference.Annotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `evaluate direction`: the direction of effect, read from the annotators' evidence.
@Command(
        name = "direction",
        description =
                "Measure the direction of effect on Evidence Inference. On the articles that the stored model was "
                        + "learnt from, it is cross-validated instead, ten-fold, whole articles held out.")
public final class EvaluateDirection implements Callable<Integer> {

    private static final int FOLDS = 10;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "folder of the data set")
    private Path data = Path.of("");

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Option(names = "--learn", paramLabel = "FILE", description = "learn the model from all of the data into FILE")
    private @Nullable Path learn;

    /// A judgement with what was read.
    private record Judged(Annotation annotation, DirectionModel.Guess guess, Optional<EffectDirection> given) {
        boolean right() {
            return guess.sign() == annotation.sign();
        }

        boolean isGiven() {
            return given.isPresent();
        }

        boolean saysSign() {
            return guess.sign() != Sign.NO_DIFFERENCE;
        }

        boolean reversed() {
            return !right() && guess.sign() != Sign.NO_DIFFERENCE && annotation.sign() != Sign.NO_DIFFERENCE;
        }
    }

    @Override
    public Integer call() {
        EvidenceInference read = EvidenceInference.read(data);
        if (learn != null) {
            write(DirectionModel.learn(examples(read.annotations()), read.digest()), learn);
        }
        List<Judged> judged = read.digest().equals(DirectionModel.stored().dataDigest())
                ? crossValidated(read.annotations())
                : judge(read.annotations(), DirectionModel.stored());
        Measured measured = new Measured(read.digest(), metrics(judged));
        System.out.println(json ? Json.line(measured) : measured.table());
        return Commands.DONE;
    }

    private static List<DirectionModel.Example> examples(List<Annotation> annotations) {
        return annotations.stream()
                .map(one -> new DirectionModel.Example(one.evidence(), one.pico(), one.sign()))
                .toList();
    }

    private static List<Judged> judge(List<Annotation> annotations, DirectionModel model) {
        return annotations.stream()
                .map(one -> new Judged(
                        one,
                        model.guess(one.evidence(), one.pico()),
                        EffectDirection.find(one.evidence(), one.pico(), model)))
                .toList();
    }

    private static List<Judged> crossValidated(List<Annotation> annotations) {
        System.err.println("The stored model was learnt from these articles: cross-validating it.");
        List<Judged> judged = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            List<Annotation> rest =
                    annotations.stream().filter(one -> fold(one) != held).toList();
            List<Annotation> out =
                    annotations.stream().filter(one -> fold(one) == held).toList();
            judged.addAll(judge(out, DirectionModel.learn(examples(rest), "")));
        }
        return judged;
    }

    private static int fold(Annotation annotation) {
        return new Random(annotation.article().hashCode()).nextInt(FOLDS);
    }

    private static Map<String, Metric> metrics(List<Judged> judged) {
        Map<String, Metric> metrics = new LinkedHashMap<>();
        List<Judged> given = judged.stream().filter(Judged::isGiven).toList();
        List<Judged> signs = given.stream().filter(Judged::saysSign).toList();
        List<Judged> same = given.stream().filter(one -> !one.saysSign()).toList();
        share(judged, Judged::right).ifPresent(metric -> metrics.put("accuracy", metric));
        macroF1(judged).ifPresent(metric -> metrics.put("macro-f1", metric));
        share(judged, Judged::isGiven).ifPresent(metric -> metrics.put("coverage", metric));
        share(given, Judged::right).ifPresent(metric -> metrics.put("given.accuracy", metric));
        share(given, Judged::reversed).ifPresent(metric -> metrics.put("given.reversals", metric));
        share(signs, Judged::right).ifPresent(metric -> metrics.put("given.sign.precision", metric));
        share(same, Judged::right).ifPresent(metric -> metrics.put("given.no-difference.precision", metric));
        return metrics;
    }

    /// Intervals by resampling articles, since spans of one article are alike.
    private static Optional<Metric> share(List<Judged> of, Predicate<Judged> hit) {
        List<String> articles =
                of.stream().map(one -> one.annotation().article()).toList();
        return ByArticle.mean(
                articles, of.stream().map(one -> hit.test(one) ? 1.0 : 0.0).toList());
    }

    private static Optional<Metric> macroF1(List<Judged> judged) {
        Map<String, List<Judged>> byArticle = judged.stream()
                .collect(Collectors.groupingBy(
                        one -> one.annotation().article(), LinkedHashMap::new, Collectors.toList()));
        return ByArticle.figure(
                List.copyOf(byArticle.values()),
                sample -> macroF1Of(sample.stream().flatMap(List::stream).toList()),
                judged.size());
    }

    private static double macroF1Of(List<Judged> judged) {
        double sum = 0;
        for (Sign sign : Sign.values()) {
            sum += f1(judged, sign);
        }
        return sum / Sign.values().length;
    }

    private static double f1(List<Judged> judged, Sign sign) {
        long right = judged.stream()
                .filter(one -> one.right() && one.guess().sign() == sign)
                .count();
        long said = judged.stream().filter(one -> one.guess().sign() == sign).count();
        long was =
                judged.stream().filter(one -> one.annotation().sign() == sign).count();
        return said + was == 0 ? 0 : 2.0 * right / (said + was);
    }

    private static void write(DirectionModel model, Path file) {
        try {
            Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
            Files.writeString(temporary, Json.line(model) + "\n");
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new WrongInputException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
