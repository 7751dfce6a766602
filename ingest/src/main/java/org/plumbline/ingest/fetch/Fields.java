package org.plumbline.ingest.fetch;

import java.util.List;

/// What the ledger remembers of one thing: words without tabs, in an order that whoever keeps them knows.
public record Fields(List<String> words) {

    public Fields {
        words = words.stream().map(word -> word.replaceAll("[\t\r\n]", " ")).toList();
    }

    public static Fields of(String... words) {
        return new Fields(List.of(words));
    }

    /// The word at a place, from 0; empty where there are fewer.
    public String word(int place) {
        return place < words.size() ? words.get(place) : "";
    }

    /// As the ledger's lines have them.
    public static Fields read(String line) {
        return new Fields(List.of(line.split("\t", -1)));
    }

    String line() {
        return String.join("\t", words);
    }
}
