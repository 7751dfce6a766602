package org.plumbline.index.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
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
            "stored vector; and",
            "compares its articles and texts with the version of the corpus that it names, while that is kept.",
            "What is damaged is made anew by `index build --full`."
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

    private final List<String> findings = new ArrayList<>();
    private final List<String> compared = new ArrayList<>();

    /// What `--json` prints.
    ///
    /// @param compared the snapshots that were compared with the corpus
    record Verified(List<String> snapshots, List<String> compared, List<String> findings) {}

    @Override
    public Integer call() throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home.home());
        if (folder.findCurrent().isEmpty()) {
            throw new WrongInputException("no index in " + home.home() + " yet: run `plumbline index build`");
        }
        findings.addAll(SnapshotCheck.ofPointer(folder));
        Progress progress = Progress.toTerminal();
        List<String> ids = folder.ids();
        List<SnapshotManifest> sound = new ArrayList<>();
        SnapshotCheck check = new SnapshotCheck(folder);
        for (String id : ids) {
            if (check.isOfAnotherLayout(id)) {
                progress.say("snapshot " + id + " is of another version's layout: not read");
                continue;
            }
            List<String> found;
            try (Progress.Stage _ = progress.stage("reading snapshot " + id)) {
                found = check.of(id);
            }
            found.forEach(finding -> findings.add(id + ": " + finding));
            if (found.isEmpty()) {
                sound.add(folder.manifest(id));
            }
        }
        try (Progress.Stage _ = progress.stage("reading stored vectors")) {
            findings.addAll(StoreCheck.of(VectorStore.folder(home.home())));
        }
        if (!withoutCorpus) {
            compare(sound, progress);
        }
        print(ids);
        return findings.isEmpty() ? Commands.DONE : Commands.FOUND;
    }

    private void compare(List<SnapshotManifest> sound, Progress progress) throws IOException {
        if (!Files.exists(home.home().resolve("corpus").resolve("CURRENT.json"))) {
            progress.say("there is no corpus here to compare with");
            return;
        }
        try (CorpusCheck corpus = new CorpusCheck(home.home(), master.master())) {
            for (SnapshotManifest manifest : sound) {
                if (!corpus.isPossible(manifest)) {
                    progress.say("snapshot " + manifest.id() + ": the corpus no longer keeps version "
                            + manifest.corpusVersion() + "; not compared with it");
                    continue;
                }
                try (Progress.Stage _ = progress.stage("comparing snapshot " + manifest.id())) {
                    corpus.findings(manifest).forEach(finding -> findings.add(manifest.id() + ": " + finding));
                }
                compared.add(manifest.id());
            }
        }
    }

    private void print(List<String> ids) {
        if (json) {
            System.out.println(Json.line(new Verified(ids, compared, findings)));
        } else {
            findings.forEach(System.out::println);
            System.out.printf(
                    "%d snapshots verified, %d of them compared with the corpus, %d findings%n",
                    ids.size(), compared.size(), findings.size());
        }
    }
}
