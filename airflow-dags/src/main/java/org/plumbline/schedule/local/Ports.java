package org.plumbline.schedule.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.Consumer;
import org.plumbline.citations.WrongInputException;

/// Where a local Airflow listens on loopback.
final class Ports {

    /// No port was chosen, or nothing serves.
    static final int NONE = 0;

    private Ports() {}

    /// The port on which it answers, or shall: the one chosen while it is free, else any that is.
    ///
    /// @param chosen this time or earlier; [#NONE] for any
    /// @param serving where its server listens now; [#NONE] where none does
    /// @param talk is told where another program has taken the port
    /// @throws WrongInputException where the port that is wished for now is taken
    static int choose(int chosen, Wishes wishes, int serving, Consumer<String> talk) {
        if (serving != NONE && chosen == serving) {
            return serving;
        }
        if (chosen != NONE && isFree(chosen)) {
            return chosen;
        }
        if (wishes.port() != null) {
            throw new WrongInputException("--port " + wishes.port()
                    + ": another program listens there; end it, or name another port (without --port a free one is"
                    + " taken)");
        }
        int free = free();
        if (chosen != NONE) {
            talk.accept("port " + chosen + " is taken by another program; using " + free);
        }
        return free;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(NONE, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback", e);
        }
    }
}
