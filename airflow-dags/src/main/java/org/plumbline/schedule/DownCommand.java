package org.plumbline.schedule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.schedule.local.LocalAirflow;
import org.plumbline.schedule.local.Part;
import org.plumbline.schedule.local.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `schedule down`: ends the local Airflow.
@Command(
        name = "down",
        description =
                "Ends the local Airflow and all that its tasks run. Data stays: what was cut off goes on after the"
                        + " next plumbline schedule up.",
        footer = {"", "Example: plumbline schedule down"},
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @Override
    public Integer call() {
        LocalAirflow local = new LocalAirflow(
                home.home(),
                Place.ofLauncher(),
                System.getenv(),
                Map.of(),
                words -> System.err.println("plumbline: " + words));
        Map<Part, Integer> ended = local.down();
        if (json) {
            Map<String, Integer> parts = new LinkedHashMap<>();
            ended.forEach((part, count) -> parts.put(part.command(), count));
            System.out.println(Json.line(Map.of("ended", parts)));
        } else {
            System.out.println(ended.isEmpty() ? "nothing ran" : "ended " + words(ended));
        }
        return Commands.DONE;
    }

    private static String words(Map<Part, Integer> ended) {
        return ended.entrySet().stream()
                .map(part -> part.getKey().command() + " (" + part.getValue()
                        + (part.getValue() == 1 ? " process)" : " processes)"))
                .collect(Collectors.joining(", "));
    }
}
