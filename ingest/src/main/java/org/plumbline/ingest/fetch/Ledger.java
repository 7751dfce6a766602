package org.plumbline.ingest.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.StringDataType;
import org.plumbline.citations.WrongInputException;

/// Remembers what was fetched and taken, in `<home>/fetched/ledger.mv`, so that it is not fetched again. What is
/// kept is on the disk after [#commit]; a process may be killed at any moment. Without it, or with an older one,
/// all is fetched again and nothing is taken twice: what is in the corpus the corpus knows. Holds some megabytes of
/// memory however much it remembers. For one process; for one thread.
public final class Ledger implements AutoCloseable {

    private static final int CACHE_MEGABYTES = 16;
    private static final String PAGES = "pages";

    private final MVStore store;

    private Ledger(MVStore store) {
        this.store = store;
    }

    /// The ledger of a home, made where it is not there. One that cannot be read is laid aside.
    ///
    /// @throws WrongInputException where another process has it, or it cannot be written
    public static Ledger open(Path home) {
        return new Ledger(store(home.resolve("fetched/ledger.mv")));
    }

    /// A sorted map on the disk, opened as the ledger is.
    static MVStore store(Path file) {
        try {
            Files.createDirectories(file.getParent());
            return opened(file);
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new WrongInputException(
                        file + ": another ingest is fetching here; wait for it to end, then run this again", e);
            }
            return anew(file, e);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static MVStore anew(Path file, MVStoreException fault) {
        try {
            Files.move(
                    file, file.resolveSibling(file.getFileName() + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
            return opened(file);
        } catch (IOException | MVStoreException e) {
            e.addSuppressed(fault);
            throw unwritable(file, e);
        }
    }

    private static MVStore opened(Path file) {
        return new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MEGABYTES)
                .compress()
                .open();
    }

    private static WrongInputException unwritable(Path file, Exception e) {
        return new WrongInputException(
                file + ": cannot be written (" + e.getClass().getSimpleName() + "); free space or give the right", e);
    }

    /// What is remembered under a key.
    ///
    /// @param kind such as "pubmed": keys of one kind do not meet another's
    public Optional<Fields> find(String kind, String key) {
        return Optional.ofNullable(map(kind).get(key)).map(Fields::read);
    }

    public void keep(String kind, String key, Fields fields) {
        var _ = map(kind).put(key, fields.line());
    }

    public void forget(String kind, String key) {
        var _ = map(kind).remove(key);
    }

    /// Forgets all of a kind.
    public void forgetAll(String kind) {
        map(kind).clear();
    }

    /// All of a kind, by key in ascending order of its characters; read as it is asked for.
    public Iterator<Map.Entry<String, String>> lines(String kind) {
        return new KeyWalk(map(kind));
    }

    /// The page that was there last time.
    public Optional<Page> findPage(URI address) {
        return Optional.ofNullable(map(PAGES).get(address.toString())).map(kept -> {
            String[] parts = kept.split("\n", 3);
            return new Page(parts[2], parts[0], parts[1]);
        });
    }

    public void keepPage(URI address, Page page) {
        var _ = map(PAGES).put(address.toString(), page.etag() + "\n" + page.lastModified() + "\n" + page.body());
    }

    /// What was kept until here survives.
    public void commit() {
        var _ = store.commit();
        store.sync();
    }

    @Override
    public void close() {
        store.close();
    }

    private MVMap<String, String> map(String kind) {
        return map(store, kind);
    }

    static MVMap<String, String> map(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<String, String>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(StringDataType.INSTANCE));
    }
}
