package org.plumbline.research.evidence.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plumbline.citations.Json;
import org.plumbline.citations.Role;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.measure.Measured;
import org.plumbline.citations.measure.Metric;
import org.plumbline.citations.text.Sentences;
import org.plumbline.citations.text.Span;
import org.plumbline.research.evidence.Candidate;
import org.plumbline.research.evidence.EvidenceRanker;
import org.plumbline.research.evidence.measure.EvidenceInference.Annotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `evaluate sentences`: whether the sentences ranked first are those that annotators chose as evidence.
@Command(
        name = "sentences",
        description = "Measure the ranking of evidence sentences on Evidence Inference: over whole articles, and over "
                + "abstracts where the abstract holds evidence.")
public final class EvaluateSentences implements Callable<Integer> {

    private static final Pattern HEADING = Pattern.compile("(TITLE|ABSTRACT|BODY)((?:\\.[^\n]*)?):\\s*");
    private static final Pattern CITATION =
            Pattern.compile("\\[\\d{1,3}(?:\\s?[,–-]\\s?\\d{1,3})*]|\\bet al\\.|\\((?:19|20)\\d\\d\\)");

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "folder of the data set")
    private Path data = Path.of("");

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    /// A sentence with its place in the article's text.
    private record Placed(Candidate candidate, int start, int end, boolean inAbstract) {}

    /// Ranks of the first hit, 0 for none, with the articles they belong to.
    private record Ranks(List<String> articles, List<Integer> ranks) {
        Ranks() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(String article, int rank) {
            articles.add(article);
            ranks.add(rank);
        }

        Optional<Metric> recall(int k) {
            return ByArticle.mean(
                    articles,
                    ranks.stream()
                            .map(rank -> rank > 0 && rank <= k ? 1.0 : 0.0)
                            .toList());
        }

        Optional<Metric> reciprocal() {
            return ByArticle.mean(
                    articles,
                    ranks.stream().map(rank -> rank == 0 ? 0 : 1.0 / rank).toList());
        }
    }

    @Override
    public Integer call() {
        EvidenceInference read = EvidenceInference.read(data);
        Ranks whole = new Ranks();
        Ranks inAbstract = new Ranks();
        Map<String, List<Placed>> sentences = new LinkedHashMap<>();
        Map<String, List<Annotation>> prompts = read.annotations().stream()
                .collect(Collectors.groupingBy(Annotation::prompt, LinkedHashMap::new, Collectors.toList()));
        for (List<Annotation> prompt : prompts.values()) {
            String article = prompt.getFirst().article();
            String text = read.texts().getOrDefault(article, "");
            List<Placed> all = sentences.computeIfAbsent(article, id -> place(text));
            whole.add(article, rank(prompt, text, all));
            List<Placed> abstracts = all.stream().filter(Placed::inAbstract).toList();
            if (abstracts.stream().anyMatch(one -> isEvidence(one, prompt, text))) {
                inAbstract.add(article, rank(prompt, text, abstracts));
            }
        }
        Map<String, Metric> metrics = new LinkedHashMap<>();
        put("", whole, metrics);
        put("abstract.", inAbstract, metrics);
        Measured measured = new Measured(read.digest(), metrics);
        System.out.println(json ? Json.line(measured) : measured.table());
        return Commands.DONE;
    }

    private static void put(String prefix, Ranks ranks, Map<String, Metric> metrics) {
        ranks.recall(1).ifPresent(metric -> metrics.put(prefix + "recall@1", metric));
        ranks.recall(3).ifPresent(metric -> metrics.put(prefix + "recall@3", metric));
        ranks.reciprocal().ifPresent(metric -> metrics.put(prefix + "mrr", metric));
    }

    private static int rank(List<Annotation> prompt, String text, List<Placed> sentences) {
        List<Candidate> candidates = sentences.stream().map(Placed::candidate).toList();
        int rank = 0;
        for (EvidenceRanker.Ranked ranked :
                EvidenceRanker.rank(prompt.getFirst().pico(), candidates)) {
            rank++;
            if (isEvidence(sentences.get(ranked.index()), prompt, text)) {
                return rank;
            }
        }
        return 0;
    }

    /// A sentence is evidence where it shares half of the shorter of the two with a chosen span.
    private static boolean isEvidence(Placed sentence, List<Annotation> prompt, String text) {
        for (Annotation one : prompt) {
            int start = text.offsetByCodePoints(0, one.start());
            int end = text.offsetByCodePoints(start, one.end() - one.start());
            int shared = Math.min(end, sentence.end()) - Math.max(start, sentence.start());
            if (shared * 2 >= Math.min(end - start, sentence.end() - sentence.start())) {
                return true;
            }
        }
        return false;
    }

    private static List<Placed> place(String text) {
        List<Placed> placed = new ArrayList<>();
        Role role = Role.OTHER;
        boolean inAbstract = false;
        boolean inTitle = true;
        int lineStart = 0;
        for (String line : text.split("\n", -1)) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                inTitle = heading.group(1).equals("TITLE");
                inAbstract = heading.group(1).equals("ABSTRACT");
                role = Role.ofHeading(List.of(heading.group(2).split("\\.", -1)));
            } else if (!inTitle) {
                for (Span span : Sentences.in(line, List.of())) {
                    String sentence = span.of(line);
                    Candidate.Citing citing =
                            CITATION.matcher(sentence).find() ? Candidate.Citing.CITES : Candidate.Citing.CITES_NOTHING;
                    placed.add(new Placed(
                            new Candidate(sentence, role, citing),
                            lineStart + span.start(),
                            lineStart + span.end(),
                            inAbstract));
                }
            }
            lineStart += line.length() + 1;
        }
        return placed;
    }
}
