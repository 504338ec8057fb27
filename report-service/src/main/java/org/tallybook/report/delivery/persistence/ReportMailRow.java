package org.tallybook.report.delivery.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of the table {@code report_mail}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "ReportMail")
@Table(name = "report_mail")
@NullUnmarked
class ReportMailRow {

    @Id
    UUID id;

    @Column(name = "user_id")
    UUID userId;

    LocalDate month;

    @Column(name = "requested_at")
    Instant requestedAt;

    int attempts;

    @Column(name = "next_attempt_at")
    Instant nextAttemptAt;

    @Column(name = "last_error")
    String lastError;

    @Column(name = "sent_at")
    Instant sentAt;
}
