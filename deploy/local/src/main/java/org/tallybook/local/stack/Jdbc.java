package org.tallybook.local.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** JDBC connections from our URLs: credentials stay out of the JDBC URL, because drivers print that. */
final class Jdbc {

    private Jdbc() {}

    static Connection connect(ServerUrl url, String database) throws SQLException {
        return DriverManager.getConnection(url(url.withPath("/" + database)), login(url));
    }

    static String url(ServerUrl url) {
        String path = url.path().isEmpty() || url.path().equals("/") ? "/postgres" : url.path();
        return "jdbc:postgresql://" + url.host() + ":" + url.port() + path;
    }

    static Properties login(ServerUrl url) {
        Properties login = new Properties();
        login.setProperty("user", url.user());
        login.setProperty("password", url.password());
        login.setProperty("connectTimeout", "5");
        login.setProperty("loginTimeout", "10");
        return login;
    }
}
