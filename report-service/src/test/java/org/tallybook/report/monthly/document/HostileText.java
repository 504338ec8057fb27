package org.tallybook.report.monthly.document;

/** What somebody might put into a name or a note to make a reader's program do something. */
final class HostileText {

    static final String SCRIPT = "<script>alert(1)</script>";
    static final String IMAGE = "<img src=\"https://evil.example/x.png\" onerror=\"alert(1)\"/>";
    static final String BREAKOUT = "\"><svg onload=alert(1)>]]>--><style>body{display:none}</style>";
    static final String TEMPLATE = "{view.title} {#include secret /} ${7*7} {{7*7}} &amp;&nbsp;&xxe;";
    static final String CONTROL = "bell\u0007 escape\u001b[31m vertical\u000b half\ud83d none\ufffe";
    static final String LONG = "W".repeat(4_000);
    static final String SCRIPTS = "Größe ≈ π · שלום · مرحبا · हिन्दी · 世界 · 😀 · e\u0301";

    private HostileText() {}

    static AReport report() {
        return AReport.empty()
                .named(IMAGE)
                .tracker(SCRIPT, "NOTE", null)
                .log(IMAGE, BREAKOUT, 3)
                .log(BREAKOUT, SCRIPT, 4)
                .log(TEMPLATE, "'; DROP TABLE log_fact; --", 5)
                .log(CONTROL, "\u0000", 6)
                .log(SCRIPTS, SCRIPTS, 7)
                .log(LONG, null, 8)
                .tracker(BREAKOUT, "NUMERIC", IMAGE)
                .log("99999999999999999999.9999999999", null, 3)
                .log("-0.0000000001", null, 4)
                .skipped(5)
                .tracker(LONG, "NUMERIC", LONG)
                .log("1", null, 3);
    }
}
