package org.plumbline.citations.design;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Every pattern by which designs, subjects and ages are read, found in the classes that hold them.
final class DesignPatterns {

    private static final List<Class<?>> HOLDERS = List.of(
            TitleCues.class,
            AbstractCues.class,
            Plans.class,
            Monographs.class,
            LaboratoryWords.class,
            Subjects.class,
            Ages.class);

    private final List<Pattern> plain = new ArrayList<>();
    private final List<CuePattern> cues = new ArrayList<>();

    private DesignPatterns() {
        for (Class<?> type : HOLDERS) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    collect(value(field));
                }
            }
        }
    }

    /// Those of cues and the others.
    static List<Pattern> all() {
        DesignPatterns found = new DesignPatterns();
        found.cues.forEach(cue -> found.plain.add(cue.pattern()));
        return found.plain;
    }

    /// Those that are tried only where they can match.
    static List<CuePattern> cues() {
        return new DesignPatterns().cues;
    }

    private void collect(Object value) {
        switch (value) {
            case Pattern pattern -> plain.add(pattern);
            case CuePattern cue -> cues.add(cue);
            case Cue cue -> cues.addAll(List.of(cue.words(), cue.unless()));
            case Collection<?> many -> many.forEach(this::collect);
            case Map<?, ?> many -> many.values().forEach(this::collect);
            default -> {}
        }
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
