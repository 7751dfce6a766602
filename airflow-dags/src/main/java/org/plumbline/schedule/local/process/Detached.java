package org.plumbline.schedule.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts a process that outlives this one and its terminal: in a session of its own, without input.
public final class Detached {

    private static final String LEAVE = "import os, sys; os.setsid(); os.execv(sys.argv[1], sys.argv[1:])";

    private Detached() {}

    /// Starts it; what it says is appended to the log.
    ///
    /// @param python the Python that leaves the session and then becomes the program
    /// @param environment all of it, the mark included
    public static Known start(Path python, List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        List<String> all = new ArrayList<>(List.of(python.toString(), "-c", LEAVE));
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return Known.of(builder.start().toHandle(), environment.getOrDefault(Marks.VARIABLE, ""));
    }
}
