package org.plumbline.research.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a sentence names the intervention and the comparator: by their words, by their abbreviations, and by what
/// groups are commonly called.
final class Arms {

    enum Side {
        INTERVENTION,
        COMPARATOR
    }

    /// One naming of an arm, at a character offset.
    record Mention(Side side, int start, int end) {}

    private static final Pattern TREATED = Pattern.compile(
            "\\b(?:intervention|treatment|treated|experimental|study|active|case|test|supplement(?:ed|ation)?|exercise) (?:group|arm|"
                    + "participants|patients|subjects|condition)s?\\b|\\b(?:IG|EG|TG)\\b|\\bthe intervention\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTROL = Pattern.compile(
            "\\bcontrols?\\b|\\bcomparison (?:group|arm)\\b|\\bplacebo\\b|\\busual care\\b|\\bstandard (?:care|treatment|therapy)\\b|\\bsham\\b|"
                    + "\\bCG\\b|\\bPBO\\b|\\bno (?:treatment|intervention)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHORT_NAME =
            Pattern.compile("\\b[A-Z][A-Za-z]*[A-Z][A-Za-z0-9+-]*\\b|\\b[A-Z]{2,}\\b");
    private static final Pattern PART = Pattern.compile("[A-Za-z]+");

    private static final Set<String> GENERIC = Set.of(
            "group",
            "arm",
            "treat",
            "treatment",
            "therap",
            "therapy",
            "patient",
            "dose",
            "dos",
            "mg",
            "day",
            "dai",
            "week");

    private Arms() {}

    /// The mentions by offset.
    static List<Mention> in(String sentence, Pico pico) {
        Set<String> outcome = Terms.content(pico.outcome());
        Set<String> intervention = Terms.content(pico.intervention());
        Set<String> comparator = Terms.content(pico.comparator());
        intervention.removeAll(outcome);
        comparator.removeAll(outcome);
        Set<String> shared = new HashSet<>(intervention);
        shared.retainAll(comparator);
        intervention.removeAll(shared);
        comparator.removeAll(shared);
        List<Mention> mentions = new ArrayList<>();
        List<Terms.Term> terms = Terms.of(sentence);
        for (int i = 0; i < terms.size(); i++) {
            Terms.Term term = terms.get(i);
            if (!Terms.isContent(term)) {
                continue;
            }
            if (intervention.contains(term.stem())) {
                mentions.add(new Mention(Side.INTERVENTION, term.start(), term.end()));
            } else if (comparator.contains(term.stem())) {
                mentions.add(new Mention(Side.COMPARATOR, term.start(), term.end()));
            } else if (shared.contains(term.stem()) && !GENERIC.contains(term.stem())) {
                addShared(terms, i, intervention, comparator, mentions);
            }
        }
        addShortNames(sentence, pico, mentions);
        addCommonNames(sentence, intervention, mentions);
        mentions.sort(Comparator.comparingInt(Mention::start));
        return List.copyOf(mentions);
    }

    /// Where one arm's words are all the other's, too ("moxibustion", "sham moxibustion"), they name it when they
    /// stand alone.
    private static void addShared(
            List<Terms.Term> terms, int at, Set<String> intervention, Set<String> comparator, List<Mention> mentions) {
        Set<String> other = intervention.isEmpty() ? comparator : comparator.isEmpty() ? intervention : Set.of();
        boolean alone = !other.isEmpty();
        for (int i = Math.max(0, at - 3); i < Math.min(terms.size(), at + 4); i++) {
            alone &= !other.contains(terms.get(i).stem());
        }
        if (alone) {
            Side side = intervention.isEmpty() ? Side.INTERVENTION : Side.COMPARATOR;
            mentions.add(new Mention(side, terms.get(at).start(), terms.get(at).end()));
        }
    }

    private static void addShortNames(String sentence, Pico pico, List<Mention> mentions) {
        Set<String> ofIntervention = shortNames(pico.intervention());
        Set<String> ofComparator = shortNames(pico.comparator());
        Set<String> shared = new HashSet<>(ofIntervention);
        shared.retainAll(ofComparator);
        Matcher word = Pattern.compile("\\b[A-Z][A-Za-z0-9]+\\b").matcher(sentence);
        while (word.find()) {
            String name = singular(word.group());
            if (shared.contains(name)) {
                continue;
            }
            if (ofIntervention.contains(name)) {
                mentions.add(new Mention(Side.INTERVENTION, word.start(), word.end()));
            } else if (ofComparator.contains(name)) {
                mentions.add(new Mention(Side.COMPARATOR, word.start(), word.end()));
            }
        }
    }

    /// Abbreviations written in an arm's name, and the initials of its words.
    private static Set<String> shortNames(String name) {
        Set<String> names = new HashSet<>();
        Matcher written = SHORT_NAME.matcher(name);
        while (written.find()) {
            names.add(singular(written.group()));
        }
        StringBuilder initials = new StringBuilder();
        Matcher part = PART.matcher(name);
        while (part.find()) {
            if (part.group().length() > 2) {
                initials.append(Character.toUpperCase(part.group().charAt(0)));
            }
        }
        if (initials.length() >= 2 && initials.length() <= 5) {
            names.add(initials.toString());
        }
        return names;
    }

    private static String singular(String name) {
        return name.length() > 2 && name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    private static void addCommonNames(String sentence, Set<String> intervention, List<Mention> mentions) {
        Matcher treated = TREATED.matcher(sentence);
        while (treated.find()) {
            mentions.add(new Mention(Side.INTERVENTION, treated.start(), treated.end()));
        }
        Matcher control = CONTROL.matcher(sentence);
        while (control.find()) {
            if (!intervention.contains(Terms.stem(control.group()))) {
                mentions.add(new Mention(Side.COMPARATOR, control.start(), control.end()));
            }
        }
    }
}
