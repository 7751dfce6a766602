package org.plumbline.citations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.WrongInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

class CommandsTest {

    @Command(name = "try")
    static final class Try implements Callable<Integer> {

        @Parameters
        String what = "";

        @Override
        public Integer call() {
            return switch (what) {
                case "found" -> Commands.FOUND;
                case "wrong" -> throw new WrongInputException("file \"x\"\nis empty: fetch it again");
                case "escape" -> throw new WrongInputException("\033]0;title\007.xml: \u009b2J is empty");
                case "memory" -> throw new OutOfMemoryError("heap");
                case "fault" -> throw new IllegalStateException("broken");
                default -> Commands.DONE;
            };
        }
    }

    @Test
    void answersTheCommandsOwnCode() {
        assertThat(run("well").code()).isZero();
        assertThat(run("found").code()).isEqualTo(1);
    }

    @Test
    void answersWrongInputWithOneLineAndNoTrace() {
        Answer answer = run("wrong");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).isEqualTo("plumbline: file \"x\"; is empty: fetch it again\n");
    }

    @Test
    void answersAFaultWithItsTrace() {
        Answer answer = run("fault");
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err()).contains("IllegalStateException: broken").contains("at org.plumbline");
    }

    @Test
    void answersAnErrorOfTheMachineAsAFaultToo() {
        Answer answer = run("memory");
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err()).contains("OutOfMemoryError: heap");
    }

    @Test
    void sendsNoControlCharacterToTheTerminal() {
        assertThat(run("escape").err()).isEqualTo("plumbline: \ufffd]0;title\ufffd.xml: \ufffd2J is empty\n");
        assertThat(Printable.line("a\tb\n\u202ec\rd\u007f")).isEqualTo("a b \ufffdc\ufffdd\ufffd");
        assertThat(Printable.page("a\tb\n\033[1mé–😀")).isEqualTo("a\tb\n\ufffd[1mé–😀");
    }

    @Test
    void refusesAnUnknownOptionWithOneLine() {
        Answer answer = run("well", "--nonsense");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).hasLineCount(1).contains("--nonsense").contains("--help");
    }

    private record Answer(int code, String err) {}

    private static Answer run(String... args) {
        PrintStream before = System.err;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setErr(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            return new Answer(Commands.run(new Try(), args), caught.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }
}
