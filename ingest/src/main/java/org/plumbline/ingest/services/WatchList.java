package org.plumbline.ingest.services;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.plumbline.ingest.fetch.Checksum;
import org.plumbline.ingest.fetch.Fetched;
import org.plumbline.ingest.fetch.NotFetchedException;
import org.plumbline.ingest.fetch.Page;
import org.plumbline.ingest.fetch.RemoteFile;
import org.plumbline.ingest.fetch.Web;

/// Fetches Retraction Watch's list, a whole one each time it changed: one request, on condition. The file's name
/// says its day, so that a row that is gone from a later list is known to be withdrawn.
public final class WatchList {

    private static final String STATE = "list";

    private final Web web;
    private final Answers answers;

    public WatchList(Web web, Answers answers) {
        this.web = web;
        this.answers = answers;
    }

    /// Brings the list where it is another than the last one that was brought; whether it was.
    public boolean fetch(URI address) throws NotFetchedException {
        RemoteFile remote = new RemoteFile(address, answers.nameOfToday(".csv"), 0, new Checksum.Unknown());
        Optional<Fetched> fetched = web.downloadIfChanged(remote, answers.folder(), known(address));
        fetched.ifPresent(list -> {
            answers.cameAnew(list.file());
            answers.note(STATE, String.join("\n", address.toString(), list.etag(), list.lastModified()));
        });
        return fetched.isPresent();
    }

    private Page known(URI address) {
        List<String> state = List.of(answers.note(STATE).split("\n", -1));
        return state.size() == 3 && state.getFirst().equals(address.toString())
                ? new Page("", state.get(1), state.get(2))
                : new Page("", "", "");
    }
}
