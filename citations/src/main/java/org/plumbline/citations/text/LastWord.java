package org.plumbline.citations.text;

/// The word before an offset.
final class LastWord {

    private static final String JOINERS = ".'’-";

    private LastWord() {}

    /// The letters and digits that end at an offset, and those that single full stops, apostrophes and hyphens join
    /// to them; empty where none does.
    ///
    /// @param from what stands before it is not looked at
    static String of(String content, int from, int to) {
        int begin = runStart(content, from, to);
        if (begin == to) {
            return "";
        }
        while (begin - 1 > from && JOINERS.indexOf(content.charAt(begin - 1)) >= 0) {
            int earlier = runStart(content, from, begin - 1);
            if (earlier == begin - 1) {
                break;
            }
            begin = earlier;
        }
        return content.substring(begin, to);
    }

    private static int runStart(String content, int from, int to) {
        int begin = to;
        while (begin > from && isOfWord(content.codePointBefore(begin))) {
            begin -= Character.charCount(content.codePointBefore(begin));
        }
        return Math.max(begin, from);
    }

    private static boolean isOfWord(int character) {
        return Character.isLetter(character)
                || switch (Character.getType(character)) {
                    case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }
}
