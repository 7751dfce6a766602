package org.plumbline.citations;

/// Input that the user must mend: the message is one line that names the input, what is wrong, and what to do.
///
/// A command that meets it prints the message and ends with exit code 2.
public final class WrongInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongInputException(String message) {
        super(message);
    }

    public WrongInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
