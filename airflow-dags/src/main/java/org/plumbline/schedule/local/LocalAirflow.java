package org.plumbline.schedule.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plumbline.citations.WrongInputException;
import org.plumbline.schedule.local.process.Detached;
import org.plumbline.schedule.local.process.Endings;
import org.plumbline.schedule.local.process.FileLocked;
import org.plumbline.schedule.local.process.Known;
import org.plumbline.schedule.local.process.Marks;
import org.plumbline.schedule.local.python.VirtualEnvironment;

/// The local Airflow of a home: starts what is missing of it and ends it. Safe to call from several processes, of
/// which one at a time works.
public final class LocalAirflow {

    private static final Duration API_SERVER_WITHIN = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long LARGEST_LOG_BYTES = 10_000_000;

    private final Path home;
    private final AirflowFolder folder;
    private final Place place;
    private final Map<String, String> caller;
    private final Map<String, String> extra;
    private final Consumer<String> talk;

    /// @param home of which it is; it may not exist yet
    /// @param caller the environment of this program
    /// @param extra settings besides, by the names of their environment variables, such as
    ///     `AIRFLOW__CORE__PARALLELISM`
    /// @param talk is told what is done
    public LocalAirflow(
            Path home, Place place, Map<String, String> caller, Map<String, String> extra, Consumer<String> talk) {
        this.home = home.toAbsolutePath().normalize();
        this.folder = AirflowFolder.of(home);
        this.place = place;
        this.caller = Map.copyOf(caller);
        this.extra = Map.copyOf(extra);
        this.talk = talk;
    }

    /// What `up` found and did.
    ///
    /// @param started the parts that were started now; the others ran already
    /// @param dags the folder of the DAG files
    public record Up(Credentials credentials, Set<Part> started, Path dags) {}

    /// Starts what is missing. It is not healthy at once.
    ///
    /// @throws WrongInputException where something that it needs is not there: a Python, the net, a port, space
    public Up up(Wishes wishes) {
        folder.create();
        try (FileLocked _ = lock()) {
            return upAlone(wishes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start Airflow in " + folder.path(), e);
        }
    }

    /// Ends all parts with all that they started, the tasks' processes too. Data stays.
    ///
    /// @return how many processes ended, by part; empty where none ran
    public Map<Part, Integer> down() {
        if (!Files.isDirectory(folder.path())) {
            return Map.of();
        }
        try (FileLocked _ = lock()) {
            return end(EnumSet.allOf(Part.class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot end Airflow in " + folder.path(), e);
        }
    }

    /// The parts that live, with the numbers of their processes.
    public Map<Part, Long> living() {
        Map<Part, Long> living = new TreeMap<>();
        for (Part part : Part.values()) {
            PartRecord.find(folder, part)
                    .flatMap(written -> written.process().find())
                    .ifPresent(process -> living.put(part, process.pid()));
        }
        return living;
    }

    /// When the process of a part started, where it lives.
    Optional<Instant> started(Part part) {
        return PartRecord.find(folder, part)
                .filter(written -> written.process().find().isPresent())
                .map(written -> Instant.ofEpochMilli(written.process().startedMillis()));
    }

    /// Where a part writes what it does.
    public Path log(Part part) {
        return folder.words(part);
    }

    private FileLocked lock() throws IOException {
        return FileLocked.take(
                folder.lock(),
                () -> talk.accept("another plumbline schedule up or down works on this home; waiting for it"));
    }

    private Up upAlone(Wishes wishes) throws IOException {
        Chosen chosen = Chosen.ofHome(folder).with(wishes);
        Database database = Database.of(chosen, folder, caller);
        Path dags = Optional.ofNullable(chosen.dags()).map(Path::of).orElseGet(place::dags);
        if (!Files.isDirectory(dags)) {
            throw new WrongInputException("--dags " + dags + ": not a folder; name the one with the DAG files");
        }
        VirtualEnvironment environment = Optional.ofNullable(chosen.environment())
                .map(named -> VirtualEnvironment.in(Path.of(named), place.lockFile()))
                .orElseGet(() -> VirtualEnvironment.shared(place.lockFile(), caller));
        environment.make(caller, talk);
        chosen = chosen.withPort(Ports.choose(
                chosen.port(),
                wishes,
                living().containsKey(Part.API_SERVER) ? Chosen.ofHome(folder).port() : Ports.NONE,
                talk));
        Credentials credentials = Credentials.ofHome(folder, URI.create("http://127.0.0.1:" + chosen.port()));
        Map<String, String> set =
                new TreeMap<>(Settings.of(folder, chosen, credentials, Secrets.ofHome(folder), database, dags));
        set.put("PLUMBLINE_HOME", home.toString());
        set.put("PLUMBLINE_COMMAND", place.command().toString());
        set.putAll(extra);
        String digest = Digest.of(environment.folder() + "\n" + set);
        chosen.keep(folder);

        Set<Part> missing = missing(digest);
        if (!missing.isEmpty()) {
            // What outlived its part would still work on what the new one starts anew.
            end(missing);
            Map<String, String> whole =
                    Settings.whole(caller, set, environment.folder().resolve("bin"));
            new Migration(folder, environment, database, talk).run(chosen, whole, () -> end(EnumSet.allOf(Part.class)));
            for (Part part : missing) {
                if (part == Part.SCHEDULER) {
                    ApiDoor.await(
                            URI.create(credentials.url()),
                            () -> living().containsKey(Part.API_SERVER),
                            API_SERVER_WITHIN);
                }
                start(part, environment, set, digest);
            }
        }
        return new Up(credentials, missing, dags);
    }

    /// Those that do not live, or live with other settings.
    private Set<Part> missing(String digest) {
        Set<Part> missing = EnumSet.noneOf(Part.class);
        for (Part part : Part.values()) {
            boolean runs = PartRecord.find(folder, part)
                    .filter(written -> written.settings().equals(digest))
                    .flatMap(written -> written.process().find())
                    .isPresent();
            if (!runs) {
                missing.add(part);
            }
        }
        return missing;
    }

    private void start(Part part, VirtualEnvironment environment, Map<String, String> set, String digest)
            throws IOException {
        talk.accept("starting " + part.command());
        turnOver(folder.words(part));
        List<String> command =
                new ArrayList<>(List.of(environment.program("airflow").toString(), part.command()));
        command.addAll(part.options());
        Map<String, String> whole =
                new HashMap<>(Settings.whole(caller, set, environment.folder().resolve("bin")));
        whole.put(Marks.VARIABLE, mark(part));
        Known started = Detached.start(environment.program("python"), command, whole, folder.words(part));
        PrivateFile.write(folder.process(part), new PartRecord(started, digest));
    }

    /// A log that has grown is put aside; what was put aside before goes.
    private static void turnOver(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Ends parts with all that is marked as theirs: what starts work first, what is told of its end last.
    private Map<Part, Integer> end(Collection<Part> parts) {
        Map<Part, Integer> ended = new TreeMap<>();
        for (Part part : List.of(Part.SCHEDULER, Part.DAG_PROCESSOR, Part.TRIGGERER, Part.API_SERVER)) {
            if (parts.contains(part)) {
                List<Known> root = PartRecord.find(folder, part).map(PartRecord::process).stream()
                        .toList();
                int count = end(part, root);
                if (count > 0) {
                    ended.put(part, count);
                }
                delete(folder.process(part));
            }
        }
        return ended;
    }

    /// The scheduler and its workers get no time to say that their tasks failed: those are begun again by the next
    /// scheduler. What the tasks run is asked to end.
    private int end(Part part, List<Known> root) {
        List<String> marks = List.of(mark(part));
        int killed = part == Part.SCHEDULER ? Endings.kill(Endings.ofSession(root, Endings.marked(root, marks))) : 0;
        return killed + Endings.end(() -> Endings.marked(root, marks), PATIENCE);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }

    private String mark(Part part) {
        return mark() + part.command();
    }

    /// With what the marks of all parts of this home begin.
    String mark() {
        return Digest.of(folder.path().toString()).substring(0, 16) + ":";
    }
}
