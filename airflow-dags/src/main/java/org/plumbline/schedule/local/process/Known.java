package org.plumbline.schedule.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A process that was started earlier, perhaps by another program run: told from a stranger that got its number
/// later by when it started and by its mark.
///
/// @param pid its number
/// @param startedMillis when it started, as the system said, in milliseconds since 1970
/// @param mark what it is marked with
public record Known(long pid, long startedMillis, String mark) {

    /// The system counts a process's start from its own start, whose time of day it may correct.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /// One that was just started.
    public static Known of(ProcessHandle process, String mark) {
        return new Known(process.pid(), startOf(process).toEpochMilli(), mark);
    }

    /// The process, where it lives.
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(Known::lives).filter(this::isIt);
    }

    private boolean isIt(ProcessHandle process) {
        long apart = Math.abs(startOf(process).toEpochMilli() - startedMillis);
        return apart <= TOLERANCE.toMillis() && !Marks.isOther(pid, mark);
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /// Whether it lives: one that ended and that nobody asked for its exit code (a zombie) does not.
    static boolean lives(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }
}
