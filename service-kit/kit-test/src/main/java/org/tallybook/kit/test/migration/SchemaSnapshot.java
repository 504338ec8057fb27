package org.tallybook.kit.test.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything a schema consists of, one line each, as the catalogue tells it: relations, columns in order,
 * constraints, indexes, triggers, functions, types, policies, comments and grants. Liquibase's own tables are left
 * out. Two equal snapshots are the same schema.
 */
record SchemaSnapshot(SortedSet<String> lines) {

    private static final String QUERY = """
            WITH rel AS (
              SELECT c.* FROM pg_class c
              WHERE c.relnamespace = ?::regnamespace AND c.relkind IN ('r','p','v','m','S','f')
                AND c.relname NOT LIKE 'databasechangelog%')
            SELECT concat_ws(' ', 'relation', relkind, relname, relpersistence, relrowsecurity,
                   (SELECT string_agg(acl::text, ',' ORDER BY acl::text) FROM unnest(relacl) acl),
                   pg_get_viewdef(CASE WHEN relkind IN ('v','m') THEN oid END), pg_get_partkeydef(oid)) FROM rel
            UNION ALL
            SELECT concat_ws(' ', 'column', r.relname, row_number() OVER (PARTITION BY r.oid ORDER BY a.attnum),
                   a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'not null' END,
                   'identity=' || a.attidentity::text, 'generated=' || a.attgenerated::text,
                   'default=' || pg_get_expr(d.adbin, d.adrelid),
                   (SELECT collname FROM pg_collation WHERE oid = a.attcollation))
            FROM rel r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
            UNION ALL
            SELECT concat_ws(' ', 'constraint', r.relname, k.conname, pg_get_constraintdef(k.oid), k.convalidated)
            FROM rel r JOIN pg_constraint k ON k.conrelid = r.oid
            UNION ALL
            SELECT concat_ws(' ', 'index', pg_get_indexdef(i.indexrelid), i.indisvalid)
            FROM rel r JOIN pg_index i ON i.indrelid = r.oid
            UNION ALL
            SELECT concat_ws(' ', 'trigger', pg_get_triggerdef(t.oid))
            FROM rel r JOIN pg_trigger t ON t.tgrelid = r.oid AND NOT t.tgisinternal
            UNION ALL
            SELECT concat_ws(' ', 'function', pg_get_functiondef(p.oid)) FROM pg_proc p
            WHERE p.pronamespace = ?::regnamespace AND p.prokind IN ('f','p')
            UNION ALL
            SELECT concat_ws(' ', 'type', t.typname, t.typtype, format_type(t.typbasetype, t.typtypmod),
                   (SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid),
                   (SELECT string_agg(pg_get_constraintdef(k.oid), ',' ORDER BY k.conname) FROM pg_constraint k
                    WHERE k.contypid = t.oid))
            FROM pg_type t WHERE t.typnamespace = ?::regnamespace AND t.typtype IN ('e','d')
            UNION ALL
            SELECT concat_ws(' ', 'policy', tablename, policyname, permissive, cmd, roles, qual, with_check)
            FROM pg_policies WHERE schemaname = ?
            UNION ALL
            SELECT concat_ws(' ', 'comment', r.relname, o.objsubid, o.description)
            FROM rel r JOIN pg_description o ON o.objoid = r.oid AND o.classoid = 'pg_class'::regclass
            """;

    static SchemaSnapshot of(Connection connection, String schema) throws SQLException {
        SortedSet<String> lines = new TreeSet<>();
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            for (int parameter = 1; parameter <= 4; parameter++) {
                query.setString(parameter, schema);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    lines.add(row.getString(1));
                }
            }
        }
        return new SchemaSnapshot(lines);
    }

    /** What is in only one of the two, {@code -} here and {@code +} there; empty if both are the same schema. */
    SortedSet<String> differenceTo(SchemaSnapshot other) {
        SortedSet<String> difference = new TreeSet<>();
        lines.stream().filter(line -> !other.lines.contains(line)).forEach(line -> difference.add("- " + line));
        other.lines.stream().filter(line -> !lines.contains(line)).forEach(line -> difference.add("+ " + line));
        return difference;
    }
}
