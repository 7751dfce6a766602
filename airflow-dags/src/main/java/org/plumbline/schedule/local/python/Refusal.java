package org.plumbline.schedule.local.python;

import org.plumbline.schedule.local.process.Program;

/// Why packages could not be installed, from what pip said: one line that says what to do.
final class Refusal {

    private Refusal() {}

    static String of(Program.Ran ran) {
        String words = ran.words();
        if (words.contains("No space left on device") || words.contains("Disk quota exceeded")) {
            return "the disk is full (no space left on device): Airflow takes 400 MB; make room, or choose another"
                    + " place with --venv, then run the command again";
        }
        if (words.contains("DO NOT MATCH THE HASHES")) {
            return "a package is not the one that the lock file names (its hash differs): nothing of it was run;"
                    + " ask who keeps the package index that pip uses";
        }
        if (isUnreachable(words)) {
            return "the package index cannot be reached: check the network, or set PIP_INDEX_URL (a mirror) or"
                    + " HTTPS_PROXY, then run the command again";
        }
        if (ran.exit() < 0) {
            return "installing took longer than half an hour and was ended; run the command again";
        }
        return "installing Airflow failed: " + ran.lastLine();
    }

    private static boolean isUnreachable(String words) {
        return words.contains("NewConnectionError")
                || words.contains("Failed to establish a new connection")
                || words.contains("Temporary failure in name resolution")
                || words.contains("Name or service not known")
                || words.contains("Connection refused")
                || words.contains("Network is unreachable")
                || words.contains("ReadTimeoutError")
                || words.contains("ConnectTimeoutError")
                || words.contains("ProxyError")
                || words.contains("Cannot connect to proxy");
    }
}
