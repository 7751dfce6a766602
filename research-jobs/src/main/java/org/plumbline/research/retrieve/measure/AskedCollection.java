package org.plumbline.research.retrieve.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.build.Sha256;
import org.plumbline.index.evaluate.CohenFolder;
import org.plumbline.index.evaluate.CohenFolder.Labels;
import org.plumbline.index.evaluate.CohenFolder.Screened;
import org.plumbline.index.evaluate.CohenFolder.Topic;
import org.plumbline.index.evaluate.JudgedDocument;

/// Documents and the questions that some of them answer.
///
/// @param digest names the data by its bytes
record AskedCollection(String digest, List<JudgedDocument> documents, List<AskedQuestion> questions) {

    private static final String QUESTION = "QUESTION";

    AskedCollection {
        documents = List.copyOf(documents);
        questions = List.copyOf(questions);
    }

    /// Reads a folder in one of two layouts: PubMedQA's (Jin et al., 2019: a JSON file of questions by PMID, each
    /// with the abstract that answers it), or that of Cohen's systematic reviews (`topics.tsv` and a file of
    /// records each).
    ///
    /// A question of PubMedQA is the title of its article: the articles are taken without their titles.
    ///
    /// @throws WrongInputException where it is in neither
    static AskedCollection of(Path folder) throws IOException {
        if (Files.isRegularFile(folder.resolve(CohenFolder.TOPICS))) {
            return ofReviews(new CohenFolder(folder));
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> json = files.filter(file -> file.toString().endsWith(".json"))
                        .sorted()
                        .toList();
                if (json.size() == 1) {
                    return ofPubMedQa(json.getFirst());
                }
            }
        }
        throw new WrongInputException(
                folder + " has neither one file of PubMedQA (.json) nor topics.tsv: give the folder"
                        + " of one of these collections");
    }

    private static AskedCollection ofReviews(CohenFolder folder) throws IOException {
        List<JudgedDocument> documents = new ArrayList<>();
        List<AskedQuestion> questions = new ArrayList<>();
        for (Topic topic : folder.topics(Labels.ABSTRACT)) {
            Set<String> answers = new HashSet<>();
            for (Screened record : topic.records()) {
                String id = topic.name() + "-" + record.document().id();
                documents.add(record.document().named(id));
                if (record.relevant()) {
                    answers.add(id);
                }
            }
            questions.add(new AskedQuestion(topic.name(), topic.question(), answers));
        }
        return new AskedCollection(folder.digest(), documents, questions);
    }

    private static AskedCollection ofPubMedQa(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        JsonNode all = tree(file, bytes);
        List<JudgedDocument> documents = new ArrayList<>();
        List<AskedQuestion> questions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : all.properties()) {
            JsonNode entry = each.getValue();
            StringBuilder words = new StringBuilder();
            entry.path("CONTEXTS").forEach(part -> words.append(part.asText()).append(' '));
            words.append(entry.path("LONG_ANSWER").asText());
            if (!entry.path(QUESTION).isTextual() || words.toString().isBlank()) {
                throw new WrongInputException(file + ": " + each.getKey() + " has no QUESTION or no CONTEXTS; mend it");
            }
            documents.add(new JudgedDocument(each.getKey(), "", words.toString().strip(), List.of()));
            questions.add(new AskedQuestion(each.getKey(), entry.path(QUESTION).asText(), Set.of(each.getKey())));
        }
        if (questions.isEmpty()) {
            throw new WrongInputException(file + " has no question: nothing to measure");
        }
        return new AskedCollection(Sha256.ofFile(file), documents, questions);
    }

    private static JsonNode tree(Path file, byte[] bytes) throws IOException {
        try {
            return Json.LINE.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new WrongInputException(file + " is not JSON; give PubMedQA's file as it is", e);
        }
    }
}
