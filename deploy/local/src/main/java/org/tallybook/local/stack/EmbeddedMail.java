package org.tallybook.local.stack;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An SMTP server that sends nothing on: what it accepts is a file in the mail directory before it says 250. */
public final class EmbeddedMail implements EmbeddedPart {

    private final MailDirectory directory;
    private final int port;
    private @Nullable GreenMail server;

    public EmbeddedMail(Path directory, int port) {
        this.directory = new MailDirectory(directory);
        this.port = port;
    }

    @Override
    public PartKind kind() {
        return PartKind.MAIL;
    }

    @Override
    public void start() {
        GreenMail mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.getUserManager().setMessageDeliveryHandler((message, recipient) -> new Drop(directory, recipient));
        try {
            mail.start();
        } catch (RuntimeException e) {
            throw new StackFailure("The mail catcher did not start: " + StackFailure.reason(e) + ".", e);
        }
        server = mail;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public ServerUrl url() {
        return new ServerUrl("smtp", "", "", "127.0.0.1", port, "");
    }

    @Override
    public boolean alive() {
        return server != null && server.isRunning();
    }

    @Override
    public long pid() {
        return ProcessHandle.current().pid();
    }

    /**
     * GreenMail delivers once per recipient; the file is written for the first of them only, so a mail to three people
     * is one file. Nothing is kept in memory.
     */
    private static final class Drop extends UserImpl {

        private final MailDirectory directory;
        private final MailAddress recipient;

        Drop(MailDirectory directory, MailAddress recipient) {
            super(recipient.getEmail(), recipient.getEmail(), "", null);
            this.directory = directory;
            this.recipient = recipient;
        }

        @Override
        public void deliver(MovingMessage message) {
            if (message.getToAddresses().iterator().next().equals(recipient)) {
                directory.write(message.getMessage(), recipient.getEmail());
            }
        }
    }
}
