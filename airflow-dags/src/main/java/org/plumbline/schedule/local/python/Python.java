package org.plumbline.schedule.local.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plumbline.citations.WrongInputException;
import org.plumbline.schedule.local.process.Program;

/// A Python that Airflow runs on and that can make virtual environments.
///
/// @param program its file
/// @param version such as `3.11.7`
public record Python(Path program, String version) {

    /// The environment variable that names one.
    public static final String VARIABLE = "PLUMBLINE_PYTHON";

    private static final List<String> NAMES =
            List.of("python3.13", "python3.12", "python3.11", "python3.10", "python3");
    private static final Pattern ANSWER = Pattern.compile("(?m)^plumbline (3\\.(\\d{1,3})\\.\\S+) (venv|bare)$");
    private static final int OLDEST_MINOR = 10;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String QUESTION = """
            import sys
            try:
                import venv, ensurepip
                can = "venv"
            except ImportError:
                can = "bare"
            print("plumbline", ".".join(map(str, sys.version_info[:3])), can)
            """;
    private static final String INSTALL = "install Python 3.10 to 3.13 with its venv (Debian: apt install python3"
            + " python3-venv), or set " + VARIABLE + " to one";

    /// What a candidate turned out to be.
    private sealed interface Found {
        record Fit(Python python) implements Found {}

        record Unfit(String reason) implements Found {}
    }

    /// The one that `PLUMBLINE_PYTHON` names, else the first that works of python3.13 to python3.10 and python3 on
    /// the PATH.
    ///
    /// @throws WrongInputException where there is none
    public static Python find(Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        List<Path> candidates = named.isBlank()
                ? NAMES.stream().flatMap(name -> onPath(name, environment)).toList()
                : onPath(named, environment).limit(1).toList();
        List<String> reasons = new ArrayList<>();
        for (Path candidate : candidates) {
            switch (look(candidate, environment)) {
                case Found.Fit(Python python) -> {
                    return python;
                }
                case Found.Unfit(String reason) -> reasons.add(candidate + " " + reason);
            }
        }
        throw new WrongInputException(none(named, reasons));
    }

    private static String none(String named, List<String> reasons) {
        if (!named.isBlank()) {
            String reason = reasons.isEmpty() ? "there is no such program" : reasons.getFirst();
            return VARIABLE + "=" + named + ": " + reason + "; set it to a Python from 3.10 on that has venv";
        }
        String seen = reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")";
        return "no Python from 3.10 on with venv on the PATH" + seen + ": " + INSTALL;
    }

    private static Stream<Path> onPath(String name, Map<String, String> environment) {
        if (name.indexOf('/') >= 0) {
            return Stream.of(Path.of(name)).filter(Files::isExecutable);
        }
        return Stream.of(environment.getOrDefault("PATH", "").split(":", -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }

    private static Found look(Path program, Map<String, String> environment) {
        return answer(program, environment)
                .map(ANSWER::matcher)
                .filter(Matcher::find)
                .map(matcher -> judge(program, matcher))
                .orElseGet(() -> new Found.Unfit("does not run as a Python 3"));
    }

    private static Found judge(Path program, Matcher matcher) {
        if (Integer.parseInt(matcher.group(2)) < OLDEST_MINOR) {
            return new Found.Unfit("is " + matcher.group(1));
        }
        return matcher.group(3).equals("venv")
                ? new Found.Fit(new Python(program.toAbsolutePath(), matcher.group(1)))
                : new Found.Unfit("is " + matcher.group(1) + " without venv and ensurepip");
    }

    private static Optional<String> answer(Path program, Map<String, String> environment) {
        try {
            Path words = Files.createTempFile("plumbline-python", ".txt");
            try {
                return Optional.of(Program.run(List.of(program.toString(), "-c", QUESTION), environment, words, LONGEST)
                        .words());
            } finally {
                Files.deleteIfExists(words);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
