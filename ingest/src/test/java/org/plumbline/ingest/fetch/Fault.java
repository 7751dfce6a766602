package org.plumbline.ingest.fetch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// What goes wrong with one answer of [PublicSources].
public sealed interface Fault {

    /// The connection ends after so many bytes of the body.
    record Cut(int afterBytes) implements Fault {}

    /// Another status, with a `Retry-After` where it is not empty.
    record Status(int code, String retryAfter) implements Fault {}

    /// The body comes in small pieces, and never to its end where the reader is patient.
    record Drip() implements Fault {}

    /// The connection goes silent after so many bytes, until the reader goes away.
    record Stall(int afterBytes, Runnable then) implements Fault {}

    /// The whole file is sent whatever range was asked for.
    record IgnoreRange() implements Fault {}

    /// Bytes of the same number, but others.
    record Garble() implements Fault {}

    /// Says what goes wrong with a request.
    @FunctionalInterface
    interface Script {
        Optional<Fault> next(String path);
    }

    Script NONE = _ -> Optional.empty();

    /// Something goes wrong with every third request or so, but not more than twice in a row with the same path.
    static Script seeded(long seed) {
        Random random = new Random(seed);
        Map<String, Integer> inARow = new HashMap<>();
        return path -> {
            synchronized (inARow) {
                if (random.nextInt(3) != 0 || inARow.merge(path, 1, Integer::sum) > 2) {
                    inARow.remove(path);
                    return Optional.empty();
                }
                List<Fault> faults = List.of(
                        new Cut(random.nextInt(4_000)),
                        new Status(429, Integer.toString(random.nextInt(5))),
                        new Status(503, "Sun, 06 Nov 1994 08:49:37 GMT"),
                        new Status(500, ""),
                        new Drip(),
                        new IgnoreRange(),
                        new Garble());
                return Optional.of(faults.get(random.nextInt(faults.size())));
            }
        };
    }

    /// These faults, one after the other, for requests whose path ends so; then none.
    static Script of(String ending, Fault... faults) {
        int[] next = new int[1];
        return path -> {
            synchronized (next) {
                return path.endsWith(ending) && next[0] < faults.length
                        ? Optional.of(faults[next[0]++])
                        : Optional.empty();
            }
        };
    }
}
