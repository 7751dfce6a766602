package org.plumbline.research.plan;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.index.Query;
import org.plumbline.index.Query.Need;

/// One idea of the question, such as its intervention: a text speaks of it when it has one of the alternatives.
///
/// @param name "intervention"
/// @param alternatives what may stand for the idea; not empty
public record Concept(String name, List<Alternative> alternatives) {

    /// One way to say an idea: units that must stand in the text, each a word or a phrase of words side by side. Of
    /// three units or more, 60 % suffice, if a key unit (the rarest, which names the thing) is among them.
    ///
    /// @param spellings for each unit, the forms in which it may stand, its own first
    /// @param keys the indexes of the key units, one or more, the rarest first
    public record Alternative(
            List<List<String>> spellings,

            @JsonAlias("key") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<Integer> keys) {

        static final int ALL_UP_TO = 2;

        public Alternative {
            spellings = spellings.stream().map(List::copyOf).toList();
            keys = List.copyOf(keys);
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("no unit names the thing: " + spellings);
            }
        }

        int enough() {
            int units = spellings.size();
            return units <= ALL_UP_TO ? units : (int) Math.ceil(units * 0.6);
        }

        boolean in(List<String> words) {
            List<Boolean> found = spellings.stream()
                    .map(unit -> unit.stream().anyMatch(form -> Words.contains(words, Words.in(form))))
                    .toList();
            return keys.stream().anyMatch(found::get)
                    && found.stream().filter(there -> there).count() >= enough();
        }

        boolean keyIn(List<String> words) {
            return forms(keys).anyMatch(form -> Words.contains(words, Words.in(form)));
        }

        /// The forms of these units.
        private Stream<String> forms(List<Integer> units) {
            return units.stream().flatMap(unit -> spellings.get(unit).stream());
        }

        /// What stands for it in a search where it is one of several: its forms, two units side by side, or, of more,
        /// the key ones; who reads the article looks for all.
        private Stream<String> inSearch() {
            return switch (spellings.size()) {
                case 1 -> spellings.getFirst().stream();
                case ALL_UP_TO -> Stream.of(words());
                default -> forms(keys);
            };
        }

        String words() {
            return spellings.stream().map(List::getFirst).collect(Collectors.joining(" "));
        }
    }

    public Concept {
        alternatives = List.copyOf(alternatives);
        if (alternatives.isEmpty()) {
            throw new IllegalArgumentException("concept " + name + " without words");
        }
    }

    /// Whether a text speaks of it.
    public boolean in(String text) {
        return in(Words.in(text));
    }

    /// Whether a text of these folded words speaks of it.
    public boolean in(List<String> words) {
        return alternatives.stream().anyMatch(alternative -> alternative.in(words));
    }

    /// Whether the rarest word of one of its alternatives stands among these folded words.
    public boolean keyIn(List<String> words) {
        return alternatives.stream().anyMatch(alternative -> alternative.keyIn(words));
    }

    /// The groups by which a passage is required to speak of it.
    List<Query.Group> required(float weight) {
        if (alternatives.size() > 1) {
            return List.of(new Query.Group(name, phrases(), Need.REQUIRED_ANY, weight));
        }
        Alternative only = alternatives.getFirst();
        if (only.spellings().size() <= Alternative.ALL_UP_TO) {
            return only.spellings().stream()
                    .map(unit -> new Query.Group(name, quoted(unit), Need.REQUIRED_ANY, weight))
                    .toList();
        }
        List<String> units =
                quoted(only.spellings().stream().map(List::getFirst).toList());
        return List.of(
                new Query.Group(
                        name + ", its key word",
                        quoted(only.forms(only.keys()).distinct().toList()),
                        Need.REQUIRED_ANY,
                        weight),
                new Query.Group(name, units, Need.REQUIRED_MOST, weight));
    }

    /// The group by which speaking of it makes a passage better.
    Query.Group optional(float weight) {
        List<String> words = new ArrayList<>();
        alternatives.forEach(alternative -> alternative.spellings().forEach(unit -> words.addAll(quoted(unit))));
        return new Query.Group(name, words.stream().distinct().toList(), Need.OPTIONAL, weight);
    }

    private List<String> phrases() {
        return quoted(
                alternatives.stream().flatMap(Alternative::inSearch).distinct().toList());
    }

    private static List<String> quoted(List<String> forms) {
        return forms.stream()
                .map(form -> form.contains(" ") ? "\"" + form + "\"" : form)
                .toList();
    }

    /// The words as a person would read them: "vitamin d, or cholecalciferol".
    public String words() {
        return alternatives.stream().map(Alternative::words).distinct().collect(Collectors.joining(", or "));
    }
}
