package org.plumbline.ingest.pubmed;

/// Small whole numbers as XML has them.
final class Numbers {

    private Numbers() {}

    /// The number that these digits write, from 1 to 99,999; the other where they write none.
    static int positive(String digits, int other) {
        String number = digits.strip();
        if (!number.matches("[0-9]{1,5}")) {
            return other;
        }
        int value = Integer.parseInt(number);
        return value == 0 ? other : value;
    }
}
