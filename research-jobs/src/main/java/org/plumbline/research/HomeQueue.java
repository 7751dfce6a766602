package org.plumbline.research;

import java.security.SecureRandom;
import java.time.Clock;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.research.queue.JobQueue;

/// Wires the queue of a home folder.
final class HomeQueue {

    private HomeQueue() {}

    static JobQueue of(HomeOption home) {
        return new JobQueue(home.home(), Clock.systemUTC(), new SecureRandom());
    }
}
