package org.plumbline.index.lucene.strategy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.citations.sources.FoldedName;
import org.plumbline.index.lucene.StrategyKeys;
import org.plumbline.index.mesh.MeshDescriptor;
import org.plumbline.index.mesh.MeshVocabulary;
import org.plumbline.index.pubmed.Expression;
import org.plumbline.index.pubmed.Expression.Narrower;
import org.plumbline.index.pubmed.Expression.Topic;

/// The keys under which articles stand that have a MeSH heading, a narrower one, or a publication type; and notes on
/// what was matched by its name alone.
public final class Headings {

    /// NLM's grouping of this subheading (its MeSH tutorial, "Subheading Groupings"); no other was read.
    private static final String THERAPEUTIC_USE = "therapeutic use";

    private static final List<String> BELOW_THERAPEUTIC_USE =
            List.of("administration & dosage", "adverse effects", "poisoning");

    private final Optional<MeshVocabulary> vocabulary;
    private final Set<String> notes = new LinkedHashSet<>();

    public Headings(Optional<MeshVocabulary> vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// What a user should know of the headings asked so far, in their order, each once.
    public List<String> notes() {
        return List.copyOf(notes);
    }

    Set<String> keys(Expression.Heading heading) {
        Set<String> keys = new TreeSet<>();
        for (String name : names(heading.name(), heading.narrower())) {
            if (heading.qualifier().isEmpty()) {
                keys.add(StrategyKeys.heading(name, ""));
            } else {
                family(heading.qualifier(), heading.narrower())
                        .forEach(qualifier -> keys.add(StrategyKeys.heading(name, qualifier)));
            }
        }
        return heading.major() == Topic.MAJOR ? major(keys) : keys;
    }

    private static Set<String> major(Collection<String> keys) {
        Set<String> major = new TreeSet<>();
        keys.forEach(key -> major.add(StrategyKeys.major(key)));
        return major;
    }

    Set<String> keys(Expression.Subheading subheading) {
        Set<String> keys = new TreeSet<>();
        family(subheading.name(), subheading.narrower()).forEach(name -> keys.add(StrategyKeys.qualifier(name)));
        return keys;
    }

    /// Those of publication types, folded names and ids.
    Set<String> keys(Expression.Type type) {
        Set<String> keys = new TreeSet<>();
        names(type.name(), type.narrower()).forEach(name -> keys.add(FoldedName.of(name)));
        return keys;
    }

    /// The heading and, unless they are not meant, those below it, by name and by id.
    private List<String> names(String written, Narrower narrower) {
        Optional<MeshDescriptor> heading = vocabulary.flatMap(mesh -> mesh.find(written));
        if (heading.isEmpty()) {
            note(written, narrower);
            return List.of(written);
        }
        List<String> names = new ArrayList<>();
        Set<MeshDescriptor> meant = narrower == Narrower.NOT
                ? Set.of(heading.get())
                : vocabulary.orElseThrow().explode(heading.get());
        meant.forEach(one -> names.addAll(List.of(one.name(), one.id())));
        return names;
    }

    private void note(String written, Narrower narrower) {
        if (vocabulary.isPresent()) {
            notes.add("\"" + written + "\" is no heading of the MeSH vocabulary; it was matched by its name alone");
        } else if (narrower == Narrower.TOO) {
            notes.add("no MeSH vocabulary: headings and publication types were matched without narrower ones and other"
                    + " names; run `plumbline index mesh FILE` with NLM's descriptor file");
        }
    }

    private static List<String> family(String qualifier, Narrower narrower) {
        List<String> family = new ArrayList<>(List.of(qualifier));
        if (narrower == Narrower.TOO && qualifier.toLowerCase(Locale.ROOT).equals(THERAPEUTIC_USE)) {
            family.addAll(BELOW_THERAPEUTIC_USE);
        }
        return family;
    }
}
