package org.plumbline.research.evidence;

public final class QuestionReader {
    private QuestionReader() {}

    public static Pico read(String question) {
        return Pico.NONE;
    }
}
