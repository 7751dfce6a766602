package org.plumbline.schedule;

import java.nio.file.Path;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.RefusedException;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.HomeOption;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What the commands that ask an Airflow have in common: the home that says which, and the form of the answer.
final class AirflowOption {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--json", description = "print JSON, the summary in its last line")
    private boolean json;

    /// What a command does with an Airflow.
    @FunctionalInterface
    interface Work {

        /// The exit code.
        ///
        /// @throws RefusedException where Airflow refuses what it needs
        int with(Airflow airflow, Target target);
    }

    /// Does it with the Airflow of the home.
    ///
    /// @throws WrongInputException where none is known, or it refuses: one line says why
    int ask(Work work) {
        Target target = target();
        try (Airflow airflow = Airflow.at(target.server())) {
            return work.with(airflow, target);
        } catch (RefusedException e) {
            throw Refusals.wrong(e.refusal(), target);
        }
    }

    Target target() {
        return Target.of(home(), System.getenv());
    }

    Path home() {
        return home.home();
    }

    boolean isJson() {
        return json;
    }

    /// Prints a result: as one line of JSON, or for a person.
    void print(Object result, String words) {
        System.out.println(json ? Json.line(result) : words);
    }
}
