package org.tallybook.local.demo;

import java.time.ZoneId;

/** The demo login. Public on purpose: use it on a machine of your own only. */
public final class DemoUser {

    public static final String LOGIN = "demo";
    public static final String EMAIL = "demo@tallybook.example";
    public static final String PASSWORD = "plum-kettle-orbit-29";
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private DemoUser() {}
}
