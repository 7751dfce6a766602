package org.plumbline.airflow.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.plumbline.citations.WrongInputException;
import org.plumbline.schedule.local.python.VirtualEnvironment;

/// Airflow's own packages: this version's as installed, older ones' core as published, fetched with pip and checked by
/// their hashes, once for all builds. Where they cannot be had the test is skipped; with `CI=true` it fails.
final class Packages {

    private Packages() {}

    static Path root() {
        return Path.of(System.getProperty("plumbline.root"));
    }

    static Path environment() {
        VirtualEnvironment environment =
                VirtualEnvironment.shared(root().resolve("airflow-dags/python/requirements.lock"), System.getenv());
        try {
            environment.make(System.getenv(), line -> {});
        } catch (WrongInputException e) {
            unavailable(String.valueOf(e.getMessage()));
        }
        return environment.folder();
    }

    /// The wheels of `apache-airflow-core` that `src/test/python/older-cores.txt` names, in its order.
    static List<Path> olderCores() throws IOException {
        Path environment = environment();
        Path folder = Files.createDirectories(environment.resolveSibling("airflow-cores"));
        List<Path> wheels = new ArrayList<>();
        for (String requirement : Files.readAllLines(root().resolve("airflow-dags/src/test/python/older-cores.txt"))) {
            if (!requirement.startsWith("#")) {
                wheels.add(wheel(environment, folder, requirement));
            }
        }
        return wheels;
    }

    private static Path wheel(Path environment, Path folder, String requirement) throws IOException {
        String version = requirement.replaceFirst(".*==(\\S+) .*", "$1");
        Path wheel = folder.resolve("apache_airflow_core-" + version + "-py3-none-any.whl");
        if (!Files.exists(wheel)) {
            fetch(environment, requirement, wheel);
        }
        return wheel;
    }

    /// Into a folder of its own, then moved: another build may do the same.
    private static void fetch(Path environment, String requirement, Path wheel) throws IOException {
        Path fresh = Files.createTempDirectory(wheel.getParent(), "fresh");
        Path requirements = Files.writeString(fresh.resolve("requirements.txt"), requirement + "\n");
        List<String> pip =
                List.of("-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", "--requirement");
        List<String> command =
                new ArrayList<>(List.of(environment.resolve("bin/python").toString()));
        command.addAll(pip);
        command.addAll(List.of(requirements.toString(), "--dest", fresh.toString()));
        if (run(command) != 0) {
            unavailable("pip cannot fetch " + requirement);
        }
        Files.move(fresh.resolve(wheel.getFileName()), wheel, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(requirements);
        Files.delete(fresh);
    }

    private static int run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException("interrupted while pip fetches", e);
        }
    }

    private static void unavailable(String why) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(why);
        }
        Assumptions.abort(why);
    }
}
