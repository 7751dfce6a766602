package org.plumbline.ingest.text;

import java.util.function.Consumer;
import org.plumbline.ingest.text.Quarantined.Reason;
import org.plumbline.ingest.text.RefusedXmlException.Reach;

/// Hands deliveries on and counts those that are refused. A file with more than 10,000 of them is none of its
/// source's (NLM's hold 30,000 good records): some megabytes of gzip can hold a billion bad ones, which would fill
/// the disk.
public final class BoundedRefusals implements Consumer<Delivery> {

    public static final int MOST = 10_000;

    private final Consumer<Delivery> out;
    private int refused;

    public BoundedRefusals(Consumer<Delivery> out) {
        this.out = out;
    }

    @Override
    public void accept(Delivery delivery) {
        if (delivery instanceof Delivery.Refused) {
            refused++;
        }
        out.accept(delivery);
    }

    /// Whether there were too many.
    public boolean isFull() {
        return refused >= MOST;
    }

    /// Passes while there were not too many.
    ///
    /// @throws RefusedXmlException for the rest of the file, where there were
    public void check(XmlCursor cursor) throws RefusedXmlException {
        if (refused >= MOST) {
            check(cursor.place());
        }
    }

    /// As [#check(XmlCursor)], at a place.
    public void check(String place) throws RefusedXmlException {
        if (refused >= MOST) {
            throw new RefusedXmlException(
                    Reason.TOO_LARGE,
                    Reach.FILE,
                    place,
                    MOST + " records of this file were refused, the rest is not read; look at the file by hand");
        }
    }
}
