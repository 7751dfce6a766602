package org.plumbline.airflow.model;

/// A refusal where a value was insisted on, or in the middle of a paged stream.
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.getClass().getSimpleName() + ": " + refusal.said());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
