package org.plumbline.research.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Words that stand for one another, from `synonyms.txt` beside this class, and the two English spellings of a
/// word.
final class Synonyms {

    /// British and American endings and stems, each pair usable either way.
    private static final List<List<String>> SPELLINGS = List.of(
            List.of("aemia", "emia"),
            List.of("haem", "hem"),
            List.of("oedema", "edema"),
            List.of("oesoph", "esoph"),
            List.of("oestr", "estr"),
            List.of("paed", "ped"),
            List.of("orthopaed", "orthoped"),
            List.of("gynaec", "gynec"),
            List.of("ischaem", "ischem"),
            List.of("diarrhoea", "diarrhea"),
            List.of("anaesth", "anesth"),
            List.of("foet", "fet"),
            List.of("tumour", "tumor"),
            List.of("fibre", "fiber"),
            List.of("behaviour", "behavior"),
            List.of("randomis", "randomiz"),
            List.of("hospitalis", "hospitaliz"),
            List.of("immunis", "immuniz"),
            List.of("leukaem", "leukem"),
            List.of("caesar", "cesar"),
            List.of("sulph", "sulf"),
            List.of("faec", "fec"),
            List.of("glycaem", "glycem"),
            List.of("lipidaem", "lipidem"),
            List.of("dyspnoea", "dyspnea"),
            List.of("apnoea", "apnea"),
            List.of("counselling", "counseling"));

    private static final Map<String, List<String>> BY_WORDS = load();

    private Synonyms() {}

    /// What may stand for these folded words, themselves first; empty where nothing else may.
    static List<String> of(String words) {
        List<String> known = BY_WORDS.getOrDefault(words, BY_WORDS.getOrDefault(otherNumber(words), List.of()));
        if (known.isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>(List.of(words));
        known.stream().filter(word -> !word.equals(words)).forEach(all::add);
        return all;
    }

    /// The plural of a singular and the other way round, crudely: it is only looked up.
    private static String otherNumber(String words) {
        return words.endsWith("s") ? words.substring(0, words.length() - 1) : words + "s";
    }

    /// The spellings of one folded word, its own first.
    static List<String> spellings(String word) {
        List<String> all = new ArrayList<>(List.of(word));
        for (List<String> pair : SPELLINGS) {
            if (word.contains(pair.getFirst())) {
                all.add(word.replace(pair.getFirst(), pair.getLast()));
            } else if (word.contains(pair.getLast())) {
                all.add(word.replace(pair.getLast(), pair.getFirst()));
            }
        }
        return all;
    }

    private static Map<String, List<String>> load() {
        Map<String, List<String>> synonyms = new LinkedHashMap<>();
        for (String line : lines()) {
            if (line.contains(" > ")) {
                List<String> sides = List.of(line.split(" > ", 2));
                synonyms.put(sides.getFirst(), List.of(sides.getLast().split(" \\| ")));
            } else {
                List<String> equals = List.of(line.split(" = "));
                equals.forEach(word -> synonyms.putIfAbsent(word, equals));
            }
        }
        return synonyms;
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Synonyms.class.getResourceAsStream("synonyms.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("synonyms.txt", e);
        }
    }
}
