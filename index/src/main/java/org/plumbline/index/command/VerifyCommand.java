package org.plumbline.index.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.MasterOption;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.build.SnapshotCheck;
import org.plumbline.index.spark.CorpusCheck;
import org.plumbline.index.vector.StoreCheck;
import org.plumbline.index.vector.VectorStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `index verify`.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Reads every snapshot again: bytes of all files, digests of all texts, places of all passages, and every",
            "stored vector; and compares the articles and texts of the current one with the version of the corpus",
            "that it names, while that is kept. What is damaged is made anew by `index build --full`, then, where",
            "there were vectors, `index embed`, then `index prune --keep 1`, which removes the damaged snapshots."
        },
        footer = {"", "Example:  plumbline index verify --json"})
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final MasterOption master = new MasterOption();

    @Option(names = "--without-corpus", description = "do not compare with the corpus, for which Spark is started")
    private boolean withoutCorpus;

    @Option(names = "--json", description = "one JSON object on stdout")
    private boolean json;

    private final Progress progress = Progress.toTerminal();
    private final List<String> verified = new ArrayList<>();
    private final List<String> notRead = new ArrayList<>();
    private final List<String> compared = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private int findingsOfCurrent;

    /// What `--json` prints.
    ///
    /// @param snapshots those that were read
    /// @param notRead those of another version's layout, and those that were removed or replaced meanwhile
    /// @param compared the snapshots that were compared with the corpus
    /// @param findings one line each, those of a snapshot with its id before
    /// @param findingsOfCurrent how many of them are of the current snapshot
    record Verified(
            List<String> snapshots,
            List<String> notRead,
            List<String> compared,
            List<String> findings,
            int findingsOfCurrent) {}

    @Override
    public Integer call() throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home.home());
        String current = folder.findCurrent()
                .orElseThrow(() ->
                        new WrongInputException("no index in " + home.home() + " yet: run `plumbline index build`"));
        findings.addAll(SnapshotCheck.ofPointer(folder));
        SnapshotCheck check = new SnapshotCheck(folder);
        for (String id : folder.ids()) {
            Optional<List<String>> found;
            try (Progress.Stage _ = progress.stage("reading snapshot " + id)) {
                found = check.find(id, progress::say);
            }
            (found.isPresent() ? verified : notRead).add(id);
            found.orElse(List.of()).forEach(line -> add(line, id, current));
            if (id.equals(current) && found.filter(List::isEmpty).isPresent() && !withoutCorpus) {
                compare(folder.manifest(id));
            }
        }
        try (Progress.Stage _ = progress.stage("reading stored vectors")) {
            findings.addAll(StoreCheck.of(VectorStore.folder(home.home())));
        }
        print();
        return findings.isEmpty() ? Commands.DONE : Commands.FOUND;
    }

    private void add(String finding, String id, String current) {
        findings.add(id + (id.equals(current) ? " (current): " : ": ") + finding);
        findingsOfCurrent += id.equals(current) ? 1 : 0;
    }

    private void compare(SnapshotManifest current) throws IOException {
        if (!Files.exists(home.home().resolve("corpus").resolve("CURRENT.json"))) {
            progress.say("there is no corpus here to compare with");
            return;
        }
        try (CorpusCheck corpus = new CorpusCheck(home.home(), master.master())) {
            if (!corpus.isPossible(current)) {
                progress.say("snapshot " + current.id() + ": the corpus no longer keeps version "
                        + current.corpusVersion() + "; not compared with it");
                return;
            }
            try (Progress.Stage _ = progress.stage("comparing snapshot " + current.id())) {
                corpus.findings(current).forEach(finding -> add(finding, current.id(), current.id()));
            }
            compared.add(current.id());
        }
    }

    private void print() {
        if (json) {
            System.out.println(Json.line(new Verified(verified, notRead, compared, findings, findingsOfCurrent)));
            return;
        }
        findings.forEach(System.out::println);
        System.out.printf(
                "%d snapshots verified, %d of them compared with the corpus, %d not read; %d findings, %d of them of the"
                        + " current snapshot%n",
                verified.size(), compared.size(), notRead.size(), findings.size(), findingsOfCurrent);
    }
}
