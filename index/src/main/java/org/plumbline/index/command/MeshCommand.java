package org.plumbline.index.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.index.mesh.MeshDescriptor;
import org.plumbline.index.mesh.MeshFile;
import org.plumbline.index.mesh.MeshSource;
import org.plumbline.index.mesh.MeshVocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `index mesh`.
@Command(
        name = "mesh",
        mixinStandardHelpOptions = true,
        description = "Reads a MeSH vocabulary, by which strategies find narrower headings and other names.",
        footer = {"", "Example: plumbline index mesh desc2026.gz"})
final class MeshCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "NLM's descriptor file (desc20XX.xml or .gz), or a folder with terms.tsv and tree-numbers.tsv;"
                            + " without it, says what is there")
    private @Nullable Path source;

    @Option(names = "--json", description = "one JSON object on stdout")
    private boolean json;

    /// What `--json` prints.
    record Vocabulary(String digest, int headings, long places, long entryTerms) {}

    @Override
    public Integer call() throws IOException {
        Path folder = home.home();
        MeshVocabulary vocabulary = source == null
                ? MeshFile.find(folder)
                        .orElseThrow(() -> new WrongInputException("no MeSH vocabulary in " + folder
                                + " yet: give NLM's descriptor file, as in plumbline index mesh desc2026.gz"))
                : MeshFile.write(folder, MeshSource.read(source));
        Vocabulary summary = summary(vocabulary);
        System.out.println(json ? Json.line(summary) : words(summary));
        return Commands.DONE;
    }

    private static Vocabulary summary(MeshVocabulary vocabulary) {
        long places = vocabulary.descriptors().stream()
                .map(MeshDescriptor::trees)
                .mapToLong(List::size)
                .sum();
        long terms = vocabulary.descriptors().stream()
                .map(MeshDescriptor::entryTerms)
                .mapToLong(List::size)
                .sum();
        return new Vocabulary(vocabulary.digest(), vocabulary.descriptors().size(), places, terms);
    }

    private static String words(Vocabulary summary) {
        return "MeSH vocabulary %s: %,d headings at %,d places, %,d entry terms"
                .formatted(
                        summary.digest().substring(0, 16), summary.headings(), summary.places(), summary.entryTerms());
    }
}
