package org.plumbline.index.command;

import java.io.Console;
import java.util.Optional;

/// Whether a person looks at stdout.
final class Terminal {

    private Terminal() {}

    static boolean isAttached() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
