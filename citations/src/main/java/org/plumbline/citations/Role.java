package org.plumbline.citations;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// What a section is for, as its heading (or NLM's category of an abstract's part) says.
public enum Role {
    BACKGROUND("background|introduction|rationale|context|motivation"),
    OBJECTIVE("objectives?|aims?|purpose|hypothesis|goals?"),
    METHODS("methods?|methodology|materials?|patients|participants|subjects|design|setting|interventions?|procedures?|"
            + "outcome measures?|main outcomes?|measurements?|statistical analys[ie]s|data sources?|study selection|"
            + "data extraction|experimental"),
    RESULTS("results?|findings"),
    DISCUSSION("discussion|comment|limitations?|strengths"),
    CONCLUSIONS("conclusions?|interpretation|implications|summary"),
    FUNDING("funding|financial support|sources? of support|grants?"),
    COMPETING_INTERESTS("(competing|conflicts? of|conflicting|declaration of|duality of) ?(financial )?interests?|"
            + "disclosures?"),
    REGISTRATION("(trial|clinical trials?)? ?registration|trial registry"),
    OTHER("");

    private static final int MOST_TITLES = 4096;
    private static final int LONGEST_KEPT = 80;
    private static final Map<String, Role> OF_TITLES = new ConcurrentHashMap<>();

    private final Pattern words;

    Role(String words) {
        this.words = Pattern.compile("\\b(" + words + ")\\b");
    }

    /// The role that a heading names, reading the innermost title first; OTHER where none does. A heading that
    /// names results beside something else ("Results and discussion") has the role of what it names first.
    public static Role ofHeading(List<String> heading) {
        for (String title : heading.reversed()) {
            Role role = ofTitle(title);
            if (role != OTHER) {
                return role;
            }
        }
        return OTHER;
    }

    /// Most titles are among a few hundred ("Methods", "Statistical analysis"): those are looked at once.
    private static Role ofTitle(String title) {
        Role known = OF_TITLES.get(title);
        if (known != null) {
            return known;
        }
        Role role = read(title);
        if (title.length() <= LONGEST_KEPT && OF_TITLES.size() < MOST_TITLES) {
            OF_TITLES.put(title, role);
        }
        return role;
    }

    private static Role read(String title) {
        String folded = title.toLowerCase(Locale.ROOT);
        Role found = OTHER;
        int foundAt = Integer.MAX_VALUE;
        for (Role role : values()) {
            if (role == OTHER) {
                continue;
            }
            var matcher = role.words.matcher(folded);
            if (matcher.find() && matcher.start() < foundAt) {
                found = role;
                foundAt = matcher.start();
            }
        }
        return found;
    }
}
