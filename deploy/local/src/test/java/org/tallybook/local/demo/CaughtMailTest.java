package org.tallybook.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaughtMailTest {

    private static final String QUOTED_PRINTABLE = """
            From: a@tallybook.example
            To: demo@tallybook.example
            Subject: Verify
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Open http://localhost:8080/verify?token=3DAbC-=
            _123 within an hour.
            --b
            Content-Type: text/html; charset=utf-8

            <a href="http://localhost:8080/verify?token=AbC-_123">Verify</a>
            --b--
            """;

    @TempDir
    Path directory;

    @Test
    void readsTheTokenThroughTheMailsEncodingNewestFirst() throws Exception {
        write("20260101T000000000Z-000001-demo@tallybook.example.eml", QUOTED_PRINTABLE);
        write("20260102T000000000Z-000001-demo@tallybook.example.eml", QUOTED_PRINTABLE.replace("123", "456"));
        write("20260103T000000000Z-000001-other@tallybook.example.eml", QUOTED_PRINTABLE.replace("123", "789"));

        assertThat(new CaughtMail(directory).verificationTokens("demo@tallybook.example"))
                .containsExactly("AbC-_456", "AbC-_123");
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(new CaughtMail(directory.resolve("none")).verificationTokens("demo@tallybook.example"))
                .isEmpty();
    }

    private void write(String name, String mail) throws Exception {
        Files.writeString(directory.resolve(name), mail.replace("\n", "\r\n"));
    }
}
