package org.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.WrongInputException;
import org.plumbline.schedule.local.process.Program;
import org.plumbline.schedule.local.python.Python;
import org.plumbline.schedule.local.python.VirtualEnvironment;

/// The Python side of the module: the DAGs, what they share, and their tests, looked at with the tools of
/// `airflow-dags/python/requirements-dev.lock`. Without a Python it is skipped; with `CI=true` it fails.
final class PythonSideTest {

    private static final Path MODULE =
            Path.of(System.getProperty("plumbline.root", "..")).resolve("airflow-dags");
    private static final Path PYTHON = MODULE.resolve("python").toAbsolutePath().normalize();
    private static final Path DAGS = MODULE.resolve("dags").toAbsolutePath().normalize();
    private static final String CONFIGURATION = PYTHON.resolve("pyproject.toml").toString();
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static VirtualEnvironment environment;

    @BeforeAll
    static void makeEnvironment() {
        try {
            var _ = Python.find(System.getenv());
        } catch (WrongInputException none) {
            Assumptions.assumeTrue("true".equals(System.getenv("CI")), none.getMessage());
            throw none;
        }
        environment = VirtualEnvironment.shared(PYTHON.resolve("requirements-dev.lock"), System.getenv());
        environment.make(System.getenv(), System.err::println);
    }

    @Test
    void isFormatted() throws IOException {
        requireSuccess("ruff", "format", "--no-cache", "--check", "--diff", "--config", CONFIGURATION);
    }

    @Test
    void followsTheRules() throws IOException {
        requireSuccess("ruff", "check", "--no-cache", "--config", CONFIGURATION);
    }

    @Test
    void typesAgree() throws IOException {
        String cache = Path.of("target", "mypy").toAbsolutePath().toString();
        requireSuccess("mypy", "--cache-dir", cache, "--config-file", CONFIGURATION);
    }

    @Test
    void testsPass() throws IOException {
        Program.Ran ran = run(
                "pytest", List.of("-c", CONFIGURATION, PYTHON.resolve("tests").toString()));
        assertThat(ran.exit()).as(ran.words()).isZero();
        assertThat(ran.words()).containsPattern("[1-9][0-9]* passed").doesNotContain(" skipped");
    }

    private static void requireSuccess(String program, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(DAGS.toString());
        arguments.add(PYTHON.resolve("tests").toString());
        Program.Ran ran = run(program, arguments);
        assertThat(ran.exit()).as(ran.words()).isZero();
    }

    private static Program.Ran run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(environment.program(program).toString());
        command.addAll(arguments);
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.keySet().removeIf(name -> name.contains("AIRFLOW") || name.startsWith("PYTHON"));
        variables.put("PYTHONDONTWRITEBYTECODE", "1");
        return Program.run(command, variables, Path.of("target", "python-" + program + ".log"), LONGEST);
    }
}
