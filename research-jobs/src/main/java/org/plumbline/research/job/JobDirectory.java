package org.plumbline.research.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.research.request.Request;

/// The directory of one job and the files in it, for its owner's eyes only. To be written to by the holder of its
/// [JobLock] only.
public record JobDirectory(JobId id, Path path) {

    public static final String REQUEST = "request.json";
    private static final String STATE = "job.json";

    /// Makes the directory of a new job, complete, under a name that no worker sees; the caller moves it into
    /// place.
    public static void prepare(Path folder, JobId id, Request request, Instant now) throws IOException {
        Private.createFolder(folder);
        JobDirectory prepared = new JobDirectory(id, folder);
        prepared.write(REQUEST, Json.PAGE.writeValueAsBytes(request));
        prepared.keep(JobState.submitted(id, now));
    }

    public Request request() {
        return read(REQUEST, Request.class);
    }

    public JobState state() {
        JobState state = read(STATE, JobState.class);
        if (state.format() > JobState.FORMAT) {
            throw new WrongInputException(
                    "job %s is of a newer version of Plumbline (format %d, this one knows %d): update"
                            .formatted(id, state.format(), JobState.FORMAT));
        }
        return state;
    }

    public void start(Instant now) {
        keep(state().started(now));
    }

    public void stepDone(String output, long millis) {
        keep(state().withStep(output, millis));
    }

    /// Marks the job done and keeps the digests of its files.
    public void finish(Instant now) {
        keep(state().finished(now, digests()));
    }

    /// Puts the job back into the queue, or marks it failed where this was the last of its tries.
    public JobState fail(Instant now, String why, int tries) {
        JobState failed = state().failed(now, why, tries);
        keep(failed);
        return failed;
    }

    private void keep(JobState state) {
        write(STATE, (Json.line(state) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    public boolean has(String name) {
        return Files.exists(file(name));
    }

    public void write(String name, byte[] content) {
        WholeFile.writePrivate(file(name), content);
    }

    public void write(String name, Object value) {
        try {
            write(name, (Json.PAGE.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + name, e);
        }
    }

    /// Writes values as JSON lines.
    public void writeLines(String name, Collection<?> values) {
        String lines = values.stream().map(value -> Json.line(value) + "\n").collect(Collectors.joining());
        write(name, lines.getBytes(StandardCharsets.UTF_8));
    }

    public <T> T read(String name, Class<T> type) {
        return Json.read(words(name), type);
    }

    /// The values of a file of JSON lines.
    public <T> List<T> readLines(String name, Class<T> type) {
        return words(name).lines().map(line -> Json.read(line, type)).toList();
    }

    private String words(String name) {
        try {
            return Files.readString(file(name));
        } catch (NoSuchFileException e) {
            throw new WrongInputException("job %s has no %s: it was purged or damaged".formatted(id, name), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " of job " + id, e);
        }
    }

    /// Removes a file, where it is there.
    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + name + " of job " + id, e);
        }
    }

    /// The names of the job's files, sorted: what steps left, without state, lock and what a killed writer left
    /// behind.
    public List<String> files() {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.equals(STATE) && !name.equals(JobLock.FILE) && !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list job " + id, e);
        }
    }

    /// SHA-256 of each of [#files].
    public Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        files().forEach(name -> digests.put(name, WholeFile.digest(file(name))));
        return digests;
    }
}
