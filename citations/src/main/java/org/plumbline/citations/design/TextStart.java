package org.plumbline.citations.design;

/// Reads from a regular expression whether it can match at a text's start only: whether each of its alternatives
/// begins with `^`. [RegexReader] says which syntax it knows.
final class TextStart {

    private final RegexReader regex;

    private TextStart(RegexReader regex) {
        this.regex = regex;
    }

    static boolean only(String regex) {
        return new TextStart(new RegexReader(regex)).alternatives();
    }

    private boolean alternatives() {
        boolean all = true;
        do {
            all &= regex.takes("^");
            passOver();
        } while (regex.takesAlternative());
        return all;
    }

    /// What is left of an alternative.
    private void passOver() {
        while (!regex.endsAlternative()) {
            if (regex.here() == '(') {
                regex.enterGroup();
                alternatives();
                regex.leaveGroup();
            } else {
                regex.skip();
            }
        }
    }
}
