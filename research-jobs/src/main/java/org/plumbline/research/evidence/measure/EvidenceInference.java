package org.plumbline.research.evidence.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.citations.WrongInputException;
import org.plumbline.research.evidence.EffectDirection.Sign;
import org.plumbline.research.evidence.Pico;

/// The Evidence Inference 2.0 data set as its authors lay it out: `prompts.csv`, `v2_annotations.csv`, and one text
/// per article in `txt/`. Annotations that its verifiers found invalid are left out.
///
/// @param annotations distinct spans with their label; a prompt may have several
/// @param texts the words of each article by PMCID number, read as UTF-8
public record EvidenceInference(List<Annotation> annotations, Map<String, String> texts) {

    /// One valid judgement.
    ///
    /// @param article the PMCID's number
    /// @param start offset of the evidence in the article's text, in characters as the data set counts them
    public record Annotation(
            String prompt, String article, Pico pico, Sign sign, String evidence, int start, int end) {}

    public EvidenceInference {
        annotations = List.copyOf(annotations);
        texts = Map.copyOf(texts);
    }

    /// The data set in a folder.
    ///
    /// @param folder the folder that holds `prompts.csv`, or its parent (then its `evidence-inference/`)
    public static EvidenceInference read(Path folder) {
        Path base = Files.exists(folder.resolve("prompts.csv")) ? folder : folder.resolve("evidence-inference");
        Map<String, Map<String, String>> prompts = new HashMap<>();
        rows(base.resolve("prompts.csv")).forEach(row -> prompts.put(field(row, "PromptID"), row));
        Set<Annotation> found = new LinkedHashSet<>();
        Map<String, String> texts = new HashMap<>();
        for (Map<String, String> row : rows(base.resolve("v2_annotations.csv"))) {
            Map<String, String> prompt = prompts.get(field(row, "PromptID"));
            if (prompt != null && isValid(row)) {
                Annotation annotation = annotation(row, prompt);
                texts.computeIfAbsent(annotation.article(), id -> text(base.resolve("txt/PMC" + id + ".txt")));
                found.add(annotation);
            }
        }
        return new EvidenceInference(List.copyOf(found), texts);
    }

    /// SHA-256 over the annotations, in order: two data sets with the same digest judge the same.
    public String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Annotation one : annotations) {
                String line = one.prompt() + "\t" + one.article() + "\t" + one.sign() + "\t" + one.start() + "\t"
                        + one.end() + "\n";
                sha256.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static boolean isValid(Map<String, String> row) {
        return field(row, "Valid Label").equals("True")
                && field(row, "Valid Reasoning").equals("True")
                && Integer.parseInt(field(row, "Evidence Start")) >= 0;
    }

    private static Annotation annotation(Map<String, String> row, Map<String, String> prompt) {
        Sign sign = switch (field(row, "Label Code")) {
            case "1" -> Sign.INCREASE;
            case "-1" -> Sign.DECREASE;
            default -> Sign.NO_DIFFERENCE;
        };
        Pico pico = new Pico("", field(prompt, "Intervention"), field(prompt, "Comparator"), field(prompt, "Outcome"));
        return new Annotation(
                field(row, "PromptID"),
                field(row, "PMCID"),
                pico,
                sign,
                field(row, "Annotations"),
                Integer.parseInt(field(row, "Evidence Start")),
                Integer.parseInt(field(row, "Evidence End")));
    }

    private static String field(Map<String, String> row, String name) {
        String value = row.get(name);
        if (value == null) {
            throw new WrongInputException("Evidence Inference file without a column \"" + name
                    + "\": expected the authors' prompts.csv and v2_annotations.csv");
        }
        return value;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new WrongInputException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /// A CSV file's rows by column name (RFC 4180: quoted fields may hold commas, quotes and line breaks).
    private static List<Map<String, String>> rows(Path file) {
        String content;
        try {
            content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new WrongInputException(file + ": cannot be read; --data must name the folder that holds it", e);
        }
        List<List<String>> lines = lines(content);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < Math.min(line.size(), lines.getFirst().size()); i++) {
                row.put(lines.getFirst().get(i), line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> lines(String content) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (quoted && c == '"' && i + 1 < content.length() && content.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
                field.append(c);
            } else if (c != '\r') {
                line.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            }
        }
        if (!field.isEmpty() || !line.isEmpty()) {
            line.add(field.toString());
            lines.add(line);
        }
        return lines;
    }
}
