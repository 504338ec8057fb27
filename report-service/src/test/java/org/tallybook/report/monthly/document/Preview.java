package org.tallybook.report.monthly.document;

import java.nio.file.Files;
import java.nio.file.Path;

/** Writes example reports into a folder, for eyes to judge: {@code Preview <folder>}. */
final class Preview {

    private Preview() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        HtmlReports html = PlainQute.htmlReports();
        write(folder, "full", html, AReport.ofAFullMonth());
        write(folder, "german", html, AReport.ofAFullMonth().in("de-DE"));
        write(folder, "running", html, AReport.ofAFullMonth().at("2026-10-19T10:00:00Z"));
        write(folder, "empty", html, AReport.empty());
        write(folder, "hostile", html, HostileText.report());
    }

    private static void write(Path folder, String name, HtmlReports html, AReport report) throws Exception {
        long start = System.nanoTime();
        Files.writeString(folder.resolve(name + ".html"), html.forScreen(report.build()));
        long between = System.nanoTime();
        Files.write(folder.resolve(name + ".pdf"), new PdfReports(html).of(report.build()));
        System.out.printf(
                "%s: html %d ms, pdf %d ms%n",
                name, (between - start) / 1_000_000, (System.nanoTime() - between) / 1_000_000);
    }
}
