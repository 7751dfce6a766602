package org.plumbline.index.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.build.SnapshotCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `index verify`.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Reads every snapshot again: bytes of all files, digests of all texts, places of all passages.")
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--json", description = "one JSON object on stdout")
    private boolean json;

    /// What `--json` prints.
    record Verified(List<String> snapshots, List<String> findings) {}

    @Override
    public Integer call() throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home.home());
        if (folder.findCurrent().isEmpty()) {
            throw new WrongInputException("no index in " + home.home() + " yet: run `plumbline index build`");
        }
        List<String> findings = new ArrayList<>(SnapshotCheck.ofPointer(folder));
        List<String> ids = folder.ids();
        for (String id : ids) {
            SnapshotCheck.of(folder, id).forEach(finding -> findings.add(id + ": " + finding));
        }
        if (json) {
            System.out.println(Json.line(new Verified(ids, findings)));
        } else {
            findings.forEach(System.out::println);
            System.out.println(ids.size() + (ids.size() == 1 ? " snapshot" : " snapshots") + " verified, "
                    + findings.size() + " findings");
        }
        return findings.isEmpty() ? Commands.DONE : Commands.FOUND;
    }
}
