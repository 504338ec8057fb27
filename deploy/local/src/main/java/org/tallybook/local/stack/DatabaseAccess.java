package org.tallybook.local.stack;

import java.util.regex.Pattern;

/**
 * One service's database and its two roles: the owner migrates, the app reads and writes rows. Roles are named after
 * the database ({@code <name>_owner}, {@code <name>_app}).
 */
public record DatabaseAccess(String name, String ownerPassword, String appPassword) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");

    public DatabaseAccess {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
    }

    public String owner() {
        return name + "_owner";
    }

    public String app() {
        return name + "_app";
    }
}
