package org.plumbline.citations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.WrongInputException;

class HomeSettingsTest {

    @TempDir
    private Path home;

    record Mill(@Nullable String name, int stones) {

        Mill {
            if (stones < 0) {
                throw new WrongInputException("stones " + stones + ": expected a number from 0 on");
            }
        }
    }

    @Test
    void readsASectionAndKnowsNoOther() throws IOException {
        write("mill:\n  name: upper\n  stones: 2\nother:\n  anything: [goes]\n");
        assertThat(HomeSettings.read(home).section("mill", Mill.class)).isEqualTo(new Mill("upper", 2));
    }

    @Test
    void whatIsNotThereTakesItsDefaults() throws IOException {
        assertThat(HomeSettings.read(home).section("mill", Mill.class)).isEqualTo(new Mill(null, 0));
        for (String empty : new String[] {"", "# nothing\n", "mill:\n", "mill: {}\n"}) {
            write(empty);
            assertThat(HomeSettings.read(home).section("mill", Mill.class))
                    .as(empty)
                    .isEqualTo(new Mill(null, 0));
        }
    }

    @Test
    void refusesInOneLineThatNamesTheFileAndWhatToDo() throws IOException {
        write("mill:\n  nmae: upper\n");
        refuses(this::section, "mill: unknown key \"nmae\"; known are [name, stones]");
        write("mill:\n  stones: many\n");
        refuses(this::section, "see docs/settings.md");
        write("mill:\n  stones: -1\n");
        refuses(this::section, "mill: stones -1: expected a number from 0 on");
        write("mill: upper\n");
        refuses(this::section, "mill: ");
        write("mill:\n  name: \"open\n");
        refuses(this::section, ", line ");
        write("- a list\n");
        refuses(this::section, "not YAML of sections");
        write("mill:\n  name: " + "x".repeat(1 << 20) + "\n");
        refuses(this::section, "larger than a megabyte");
    }

    private void section() {
        var _ = HomeSettings.read(home).section("mill", Mill.class);
    }

    private void refuses(ThrowingCallable reading, String words) {
        assertThatThrownBy(reading)
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("plumbline.yaml: ")
                .hasMessageContaining(words);
    }

    private void write(String yaml) throws IOException {
        Files.writeString(home.resolve("plumbline.yaml"), yaml);
    }
}
