package org.plumbline.schedule.local.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.WrongInputException;
import org.plumbline.schedule.local.process.Program;

class PythonTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void takesTheFirstThatIsNewEnoughAndHasVenv() throws IOException {
        program("python3.13", "echo 'command not found' >&2; exit 127");
        program("python3.12", "echo plumbline 3.12.4 bare");
        program("python3.11", "echo plumbline 3.11.7 venv");
        program("python3", "echo plumbline 3.9.1 venv");
        assertThat(Python.find(path()))
                .isEqualTo(new Python(folder.resolve("python3.11").toAbsolutePath(), "3.11.7"));
    }

    @Test
    void saysWhatItSawWhereNoneWillDo() throws IOException {
        program("python3.12", "echo plumbline 3.12.4 bare");
        program("python3", "echo plumbline 3.9.1 venv");
        assertThatThrownBy(() -> Python.find(path()))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("python3.12 is 3.12.4 without venv and ensurepip")
                .hasMessageContaining("python3 is 3.9.1")
                .hasMessageContaining("apt install python3")
                .hasMessageContaining("PLUMBLINE_PYTHON");
    }

    @Test
    void takesOnlyTheNamedOne() throws IOException {
        Path named = program("mine", "echo plumbline 3.10.2 venv");
        program("python3.13", "echo plumbline 3.13.0 venv");
        assertThat(Python.find(Map.of("PATH", folder + ":/usr/bin:/bin", Python.VARIABLE, named.toString()))
                        .version())
                .isEqualTo("3.10.2");
        assertThatThrownBy(() -> Python.find(Map.of("PATH", folder + "", Python.VARIABLE, "/no/python")))
                .isInstanceOf(WrongInputException.class)
                .hasMessage("PLUMBLINE_PYTHON=/no/python: there is no such program; set it to a Python from 3.10 on"
                        + " that has venv");
    }

    @Test
    void saysInOneLineThatPackagesCannotBeFetched() throws IOException {
        program("python3.11", """
                case "$1 $2" in
                  "-c "*) echo plumbline 3.11.7 venv ;;
                  "-m venv") /bin/mkdir -p "$3/bin" && /bin/cp "$0" "$3/bin/python" ;;
                  "-m pip") echo "urllib3.exceptions.NewConnectionError: [Errno 101] Network is unreachable" && exit 1 ;;
                esac
                """);
        Path lock = Files.writeString(folder.resolve("requirements.lock"), "nothing==1.0\n");
        VirtualEnvironment environment = VirtualEnvironment.in(folder.resolve("environment"), lock);
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> environment.make(path(), _ -> {}))
                    .isInstanceOf(WrongInputException.class)
                    .hasMessageContaining("the package index cannot be reached: check the network")
                    .hasMessageContaining("environment.log");
        }
    }

    @Test
    void leavesTheFolderOfAnother() throws IOException {
        Path lock = Files.writeString(folder.resolve("requirements.lock"), "nothing==1.0\n");
        program("python3.11", "echo plumbline 3.11.7 venv");
        Path letters = Files.createDirectory(folder.resolve("letters"));
        Files.writeString(letters.resolve("to-my-aunt.txt"), "Dear aunt");
        assertThatThrownBy(() -> VirtualEnvironment.in(letters, lock).make(path(), _ -> {}))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("a folder with other things in it");
        assertThat(letters.resolve("to-my-aunt.txt")).exists();
    }

    @Test
    void saysInOneLineThatTheDiskIsFull() {
        assertThat(Refusal.of(
                        new Program.Ran(1, "ERROR: Could not install packages: [Errno 28] No space left on device\n")))
                .startsWith("the disk is full");
    }

    private Path program(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    private Map<String, String> path() {
        return Map.of("PATH", folder.toString());
    }
}
