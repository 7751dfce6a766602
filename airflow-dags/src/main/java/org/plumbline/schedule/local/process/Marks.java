package org.plumbline.schedule.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A variable in the environment of a process by which it and all that it starts are known again, even when the
/// parent is gone. Needs Linux' `/proc`; elsewhere nothing is found.
public final class Marks {

    /// The variable.
    public static final String VARIABLE = "PLUMBLINE_AIRFLOW_PART";

    /// Counted behind the name: state, parent, group, session.
    private static final int SESSION_FIELD = 3;

    private static final Path PROCESSES = Path.of("/proc");

    private Marks() {}

    /// What a process is marked with; empty where it is not, or where the system does not tell.
    public static Optional<String> find(long pid) {
        try {
            String[] variables =
                    new String(Files.readAllBytes(environment(pid)), StandardCharsets.UTF_8).split("\0", -1);
            return Arrays.stream(variables)
                    .filter(variable -> variable.startsWith(VARIABLE + "="))
                    .map(variable -> variable.substring(VARIABLE.length() + 1))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The session of a process, by the number of the process that began it; empty where the system does not tell.
    static OptionalLong session(long pid) {
        try {
            String stat = Files.readString(PROCESSES.resolve(Long.toString(pid)).resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return OptionalLong.of(Long.parseLong(fields[SESSION_FIELD]));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /// Whether a process is marked otherwise, or not at all. Where the system does not tell, it is not: nor of a
    /// process that is just becoming its program, whose environment is empty for a moment.
    static boolean isOther(long pid, String mark) {
        try {
            boolean isTold = Files.readAllBytes(environment(pid)).length > 0;
            return isTold && find(pid).filter(mark::equals).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path environment(long pid) {
        return PROCESSES.resolve(Long.toString(pid)).resolve("environ");
    }

    /// The living processes with this mark.
    static List<ProcessHandle> all(String mark) {
        List<ProcessHandle> marked = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                long pid = Long.parseLong(process.getFileName().toString());
                if (find(pid).filter(mark::equals).isPresent()) {
                    ProcessHandle.of(pid).ifPresent(marked::add);
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return marked;
    }
}
