package org.tallybook.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMailIT {

    @TempDir
    Path data;

    private EmbeddedMail mail;

    @BeforeEach
    void start() {
        mail = new EmbeddedMail(data.resolve("mail"), FreePort.next());
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void writesAMailToThreePeopleOnceAndBeforeItSaysYes() throws Exception {
        send("Grüße", "a@tallybook.example", "b@tallybook.example", "c@tallybook.example");

        assertThat(files()).hasSize(1);
        MimeMessage caught =
                new MimeMessage(Session.getInstance(new Properties()), Files.newInputStream(files().get(0)));
        assertThat(caught.getSubject()).isEqualTo("Grüße");
        assertThat(caught.getAllRecipients()).hasSize(3);
    }

    @Test
    void keepsTheOrderOfArrivalInTheNames() throws Exception {
        for (int number = 0; number < 5; number++) {
            send("mail " + number, "a@tallybook.example");
        }

        assertThat(files()).hasSize(5);
        assertThat(Files.readString(files().get(4))).contains("mail 4");
    }

    @Test
    void namesFilesHarmlesslyWhateverTheRecipient() throws Exception {
        send("odd", "\"../../etc/x y\"@tallybook.example");

        assertThat(files()).hasSize(1);
        assertThat(files().get(0).getFileName().toString()).matches("[A-Za-z0-9@._+-]+\\.eml");
    }

    private List<Path> files() throws Exception {
        try (var files = Files.list(data.resolve("mail"))) {
            return files.sorted().toList();
        }
    }

    private void send(String subject, String... to) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(mail.url().port()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("tallybook@tallybook.example"));
        for (String address : to) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(address, false));
        }
        message.setSubject(subject, "UTF-8");
        message.setText("Hello", "UTF-8");
        Transport.send(message);
    }
}
