package org.plumbline.airflow.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.airflow.connection.Body;
import org.plumbline.airflow.connection.Operation;

/// Holds everything that the client asks against the OpenAPI files inside the packages of Airflow itself.
class ContractTest {

    private static Contract current;

    @BeforeAll
    static void read() throws IOException {
        current = new Contract(Specification.installed(Packages.environment()));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void asksOnlyWhatThisAirflowTakes(Operation operation) {
        assertThat(current.breaches(operation)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void readsOnlyWhatThisAirflowSays(Operation operation) {
        assertThat(operation == Operation.LOG ? List.of() : current.unsaid(operation))
                .isEmpty();
    }

    @Test
    void sendsEveryRequiredKeyEvenWhereNothingIsGiven() {
        List<Body> bodies = Contract.leastBodies();
        assertThat(bodies.stream().map(Body::getClass).collect(Collectors.toSet()))
                .as("a sample of every body")
                .isEqualTo(Arrays.stream(Body.class.getPermittedSubclasses()).collect(Collectors.toSet()));
        for (Operation operation : Operation.values()) {
            for (Body body : bodies) {
                if (operation.findBody().filter(body.getClass()::equals).isPresent()) {
                    assertThat(Contract.leastKeys(body))
                            .as(operation.name())
                            .containsAll(current.requiredKeys(operation));
                }
            }
        }
    }

    /// So that the tests above cannot pass by finding nothing.
    @Test
    void seesABreachWhereThereIsOne() {
        Contract empty = new Contract(
                new Specification(List.of(com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode())));
        assertThat(Operation.values())
                .allSatisfy(operation -> assertThat(empty.breaches(operation))
                        .containsExactly("no " + operation.method() + " " + operation.path()));
        assertThat(current.requiredKeys(Operation.TRIGGER)).contains("logical_date");
    }

    @Test
    void documentsEveryOperationWithTheVersionsThatTakeIt() throws IOException {
        List<Contract> contracts = new java.util.ArrayList<>(List.of(current));
        for (Path wheel : Packages.olderCores()) {
            contracts.add(new Contract(Specification.published(wheel)));
        }
        String rows = Arrays.stream(Operation.values())
                .map(operation -> row(operation, contracts))
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(Packages.root().resolve("airflow-dags/README.md")))
                .contains(rows);
    }

    private static String row(Operation operation, List<Contract> contracts) {
        return contracts.stream()
                .map(contract -> cell(operation, contract))
                .collect(Collectors.joining(" | ", "| `" + operation.method() + " " + operation.path() + "` | ", " |"));
    }

    private static String cell(Operation operation, Contract contract) {
        List<String> breaches = contract.breaches(operation);
        if (!breaches.isEmpty()) {
            return "no: " + String.join(", ", breaches);
        }
        String unsaid = operation == Operation.LOG ? "" : String.join("`, `", contract.unsaid(operation));
        return unsaid.isEmpty() ? "yes" : "yes, without `" + unsaid + "`";
    }
}
