package org.plumbline.citations.command;

import org.plumbline.citations.WrongInputException;
import picocli.CommandLine.Option;

/// The `--master` option of the commands that run on a cluster, or on this machine's cores.
public final class MasterOption {

    private static final String KNOWN = "local(\\[(\\*|[1-9][0-9]{0,3})(,[1-9][0-9]{0,3})?])?|yarn|(spark|k8s)://\\S+";

    @Option(
            names = "--master",
            paramLabel = "URL",
            defaultValue = "local[*]",
            description = "Spark's master (default: ${DEFAULT-VALUE})")
    private String master = "local[*]";

    /// The master's URL, such as `local[*]`.
    ///
    /// @throws WrongInputException where it is none
    public String master() {
        if (!master.matches(KNOWN)) {
            throw new WrongInputException(
                    "--master " + master + ": expected local[*], local[4], yarn, spark://HOST:PORT or k8s://HOST:PORT");
        }
        return master;
    }
}
