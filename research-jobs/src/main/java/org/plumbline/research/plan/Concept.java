package org.plumbline.research.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.index.Query;
import org.plumbline.index.Query.Need;

/// One idea of the question, such as its intervention: a text speaks of it when it has one of the alternatives.
///
/// @param name "intervention"
/// @param alternatives what may stand for the idea; not empty
public record Concept(String name, List<Alternative> alternatives) {

    /// One way to say an idea: units that must stand in the text, each a word or a phrase of words side by side. Of
    /// three units or more, 60 % suffice, if the key unit (the rarest, which names the thing) is among them.
    ///
    /// @param key the index of the key unit
    /// @param spellings for each unit, the forms in which it may stand, its own first
    public record Alternative(List<List<String>> spellings, int key) {

        static final int ALL_UP_TO = 2;

        public Alternative {
            spellings = spellings.stream().map(List::copyOf).toList();
        }

        int enough() {
            int units = spellings.size();
            return units <= ALL_UP_TO ? units : (int) Math.ceil(units * 0.6);
        }

        boolean in(List<String> words) {
            List<Boolean> found = spellings.stream()
                    .map(unit -> unit.stream().anyMatch(form -> Words.contains(words, Words.in(form))))
                    .toList();
            return found.get(key) && found.stream().filter(there -> there).count() >= enough();
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
                        name + ", its key word", quoted(only.spellings().get(only.key())), Need.REQUIRED_ANY, weight),
                new Query.Group(name, units, Need.REQUIRED_MOST, weight));
    }

    /// The group by which speaking of it makes a passage better.
    Query.Group optional(float weight) {
        List<String> words = new ArrayList<>();
        alternatives.forEach(alternative -> alternative.spellings().forEach(unit -> words.addAll(quoted(unit))));
        return new Query.Group(name, words.stream().distinct().toList(), Need.OPTIONAL, weight);
    }

    private List<String> phrases() {
        return quoted(alternatives.stream()
                .flatMap(alternative -> alternative.spellings().size() == 1
                        ? alternative.spellings().getFirst().stream()
                        : List.of(alternative.words()).stream())
                .distinct()
                .toList());
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
