package org.plumbline.citations.command;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/// Runs several commands in one JVM, one after the other, and stops at the first that does not end with 0: what the
/// demo does to pay for one start instead of three.
///
/// Arguments: the name of a class with `static int run(String[])`, its arguments, `--then`, the next, and so on.
public final class Chain {

    private static final String THEN = "--then";

    private Chain() {}

    /// Ends the JVM with the last command's exit code.
    public static void main(String[] args) throws Throwable {
        System.exit(run(args));
    }

    static int run(String[] args) throws Throwable {
        int code = Commands.DONE;
        for (List<String> link : links(args)) {
            if (code == Commands.DONE) {
                code = runOne(link);
            }
        }
        return code;
    }

    private static int runOne(List<String> link) throws Throwable {
        Class<?> main = Class.forName(link.getFirst());
        return (int) MethodHandles.publicLookup()
                .findStatic(main, "run", MethodType.methodType(int.class, String[].class))
                .invokeExact(link.subList(1, link.size()).toArray(String[]::new));
    }

    private static List<List<String>> links(String[] args) {
        List<List<String>> links = new ArrayList<>();
        List<String> link = new ArrayList<>();
        for (String arg : args) {
            if (arg.equals(THEN)) {
                links.add(link);
                link = new ArrayList<>();
            } else {
                link.add(arg);
            }
        }
        links.add(link);
        return links;
    }
}
