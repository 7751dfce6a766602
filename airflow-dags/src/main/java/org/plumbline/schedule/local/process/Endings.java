package org.plumbline.schedule.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Ends processes with all that they started: asked first (SIGTERM), then killed (SIGKILL).
public final class Endings {

    private static final long LOOK_MILLIS = 100;
    private static final int KILLS = 50;

    private Endings() {}

    /// All living processes of these marks, with everything that descends from them. This process and those above
    /// it are never among them.
    public static Set<ProcessHandle> marked(Collection<Known> roots, Collection<String> marks) {
        Set<ProcessHandle> found = new HashSet<>();
        Stream.concat(
                        roots.stream().map(Known::find).flatMap(Optional::stream),
                        marks.stream().flatMap(mark -> Marks.all(mark).stream()))
                .forEach(process -> {
                    found.add(process);
                    process.descendants().forEach(found::add);
                });
        found.removeIf(process -> !Known.lives(process));
        Optional<ProcessHandle> self = Optional.of(ProcessHandle.current());
        while (self.isPresent()) {
            found.remove(self.get());
            self = self.get().parent();
        }
        return found;
    }

    /// Those of the processes that are in the session which one of the roots began: its own workers, while what
    /// tasks run has a session of its own.
    public static Set<ProcessHandle> ofSession(Collection<Known> roots, Set<ProcessHandle> processes) {
        Set<Long> sessions = roots.stream().map(Known::pid).collect(Collectors.toSet());
        return processes.stream()
                .filter(process -> Marks.session(process.pid()).stream().anyMatch(sessions::contains))
                .collect(Collectors.toSet());
    }

    /// Kills all of them without asking, the oldest first: a parent that sees its child killed could still say so.
    ///
    /// @return how many
    public static int kill(Set<ProcessHandle> processes) {
        processes.stream()
                .sorted(Comparator.comparing((ProcessHandle process) ->
                                process.info().startInstant().orElse(Instant.MAX))
                        .thenComparing(ProcessHandle::pid))
                .forEach(ProcessHandle::destroyForcibly);
        return processes.size();
    }

    /// Asks all of them to end, waits, and kills what is left then.
    ///
    /// @param processes who is there now: asked again and again, since what is ending may still start something
    /// @return how many processes ended
    public static int end(Supplier<Set<ProcessHandle>> processes, Duration patience) {
        Map<Long, ProcessHandle> asked = new HashMap<>();
        long until = System.nanoTime() + patience.toNanos();
        Set<ProcessHandle> left = processes.get();
        while (!left.isEmpty() && System.nanoTime() < until) {
            left.stream()
                    .filter(process -> asked.put(process.pid(), process) == null)
                    .forEach(ProcessHandle::destroy);
            pause();
            left = processes.get();
        }
        for (int kill = 0; kill < KILLS && !left.isEmpty(); kill++) {
            left.forEach(process -> asked.put(process.pid(), process));
            left.forEach(ProcessHandle::destroyForcibly);
            pause();
            left = processes.get();
        }
        if (!left.isEmpty()) {
            List<Long> pids = left.stream().map(ProcessHandle::pid).sorted().toList();
            throw new IllegalStateException("processes that cannot be ended: " + pids);
        }
        return asked.size();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while processes ended", e);
        }
    }
}
