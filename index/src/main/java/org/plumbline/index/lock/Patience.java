package org.plumbline.index.lock;

import java.time.Duration;
import java.util.function.Consumer;

/// How long to wait for a lock that somebody else has, and who is told that one waits, and of what else is worth
/// knowing meanwhile.
public record Patience(Duration most, Consumer<String> told) {

    /// Does not wait, and speaks to nobody.
    public static final Patience NONE = new Patience(Duration.ZERO, _ -> {});
}
