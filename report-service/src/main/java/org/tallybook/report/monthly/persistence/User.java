package org.tallybook.report.monthly.persistence;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallybook.report.monthly.Reader;
import org.tallybook.report.monthly.domain.Profile;

/** What is known of a user, filled up with what the reader brought along. */
record User(Profile profile, long revision, Optional<Instant> asOf) {

    static User unknown(Reader reader) {
        return new User(
                new Profile(reader.userId(), reader.zone(), reader.locale(), Optional.empty(), Optional.empty()),
                0,
                Optional.empty());
    }

    static User of(Reader reader, Row row) {
        @Nullable String zone = row.getString("time_zone");
        @Nullable String locale = row.getString("locale");
        boolean reachable = Boolean.TRUE.equals(row.getBoolean("reachable"));
        var profile = new Profile(
                reader.userId(),
                zone == null ? reader.zone() : ZoneId.of(zone),
                locale == null ? reader.locale() : Locale.forLanguageTag(locale),
                Optional.ofNullable(row.getString("username")),
                Optional.ofNullable(row.getString("email")).filter(address -> reachable));
        return new User(
                profile,
                row.getLong("revision"),
                Optional.ofNullable(row.getOffsetDateTime("as_of")).map(OffsetDateTime::toInstant));
    }
}
