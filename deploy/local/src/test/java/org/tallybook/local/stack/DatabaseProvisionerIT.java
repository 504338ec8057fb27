package org.tallybook.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseProvisionerIT {

    @TempDir
    static Path data;

    static EmbeddedDatabase server;

    @BeforeAll
    static void start() throws Exception {
        server = TestParts.database(data);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void letsTheOwnerMigrateAndTheAppOnlyReadAndWriteRows() throws Exception {
        DatabaseAccess access = new DatabaseAccess("tallybook_rights", "owner'pw", "app\\pw");
        new DatabaseProvisioner(server.url()).provision(access);

        run(access, access.owner(), access.ownerPassword(), "CREATE TABLE item (id serial PRIMARY KEY, name text)");

        run(access, access.app(), access.appPassword(), "INSERT INTO item (name) VALUES ('a')");
        run(access, access.app(), access.appPassword(), "DELETE FROM item");
        assertThatThrownBy(() -> run(access, access.app(), access.appPassword(), "CREATE TABLE other (id int)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run(access, access.app(), access.appPassword(), "DROP TABLE item"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void keepsDataAndTakesTheNewPasswordsWhenRepeated() throws Exception {
        DatabaseAccess first = new DatabaseAccess("tallybook_again", "old", "old");
        DatabaseAccess second = new DatabaseAccess("tallybook_again", "new", "new");
        new DatabaseProvisioner(server.url()).provision(first);
        run(first, first.owner(), "old", "CREATE TABLE kept (id int)");

        new DatabaseProvisioner(server.url()).provision(second);

        assertThatCode(() -> run(second, second.app(), "new", "SELECT * FROM kept"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> run(first, first.app(), "old", "SELECT 1"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void startsAfreshWhileSomebodyIsStillConnected() throws Exception {
        DatabaseAccess access = new DatabaseAccess("tallybook_fresh", "o", "a");
        DatabaseProvisioner provisioner = new DatabaseProvisioner(server.url());
        provisioner.provision(access);
        run(access, access.owner(), "o", "CREATE TABLE old (id int)");

        try (Connection stillThere = connect(access, access.app(), "a")) {
            provisioner.recreate(access);
        }

        assertThatThrownBy(() -> run(access, access.owner(), "o", "SELECT * FROM old"))
                .hasMessageContaining("does not exist");
    }

    @Test
    void keepsOneServiceOutOfAnothersDatabase() {
        DatabaseAccess mine = new DatabaseAccess("tallybook_mine", "m", "m");
        DatabaseAccess theirs = new DatabaseAccess("tallybook_theirs", "t", "t");
        new DatabaseProvisioner(server.url()).provision(mine);
        new DatabaseProvisioner(server.url()).provision(theirs);

        assertThatThrownBy(() -> run(theirs, mine.owner(), "m", "SELECT 1")).hasMessageContaining("permission denied");
    }

    @Test
    void saysWhichServerWhenItCannotSignIn() {
        ServerUrl url = server.url();
        ServerUrl wrong = new ServerUrl(url.scheme(), url.user(), "wrong", url.host(), url.port(), "");

        assertThatThrownBy(() -> new DatabaseProvisioner(wrong).provision(new DatabaseAccess("tallybook_x", "x", "x")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("127.0.0.1:" + url.port())
                .hasMessageNotContaining("wrong");
    }

    @Test
    void refusesANameThatWouldNeedQuotes() {
        assertThatThrownBy(() -> new DatabaseAccess("a\"; DROP", "x", "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new DatabaseAccess("tallybook_auth", "x", "x").owner()).isEqualTo("tallybook_auth_owner");
    }

    private static void run(DatabaseAccess access, String user, String password, String sql) throws SQLException {
        try (Connection connection = connect(access, user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(DatabaseAccess access, String user, String password) throws SQLException {
        return DriverManager.getConnection(Jdbc.url(server.url().withPath("/" + access.name())), user, password);
    }
}
