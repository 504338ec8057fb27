package org.tallybook.kit.test.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import liquibase.changelog.ChangeSet;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.Resource;

/**
 * Holds every SQL file of the changelog's folders to its form. Liquibase skips a file whose {@code --changeset} line
 * is mistyped and reports success, so what it understood is counted against what the file seems to say.
 */
final class MigrationFiles {

    private static final Pattern LOOKS_LIKE_A_CHANGESET =
            Pattern.compile("^\\s*-+\\s*chang\\w*[\\s_-]*sets?\\b", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern HEADER = Pattern.compile("\\A\\s*--\\s*liquibase formatted sql\\b");

    private MigrationFiles() {}

    static List<String> faults(List<String> folders, List<ChangeSet> changeSets) {
        List<String> faults = new ArrayList<>();
        int files = 0;
        try (ClassLoaderResourceAccessor resources = new ClassLoaderResourceAccessor(Changelog.loader())) {
            for (String folder : folders) {
                for (Resource file : sqlFiles(resources, folder)) {
                    files++;
                    check(file, changeSets, faults);
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException("Cannot list the migrations in " + folders, e);
        }
        if (files == 0) {
            faults.add("no .sql file in " + folders);
        }
        return faults;
    }

    private static List<Resource> sqlFiles(ClassLoaderResourceAccessor resources, String folder) throws IOException {
        try {
            return resources.search(folder, true).stream()
                    .filter(file -> file.getPath().endsWith(".sql"))
                    .toList();
        } catch (java.io.FileNotFoundException absent) {
            return List.of();
        }
    }

    private static void check(Resource file, List<ChangeSet> all, List<String> faults) {
        String path = file.getPath();
        String sql = text(file);
        List<ChangeSet> own =
                all.stream().filter(set -> samePath(set.getFilePath(), path)).toList();
        if (!HEADER.matcher(sql).find()) {
            faults.add(path + ": the first line must be --liquibase formatted sql");
        }
        if (own.isEmpty()) {
            faults.add(path + ": yields no changeset (mistyped --changeset line, or not in the changelog)");
        }
        long announced = LOOKS_LIKE_A_CHANGESET.matcher(sql).results().count();
        if (announced != own.size()) {
            faults.add(path + ": has " + announced + " lines that look like --changeset, Liquibase sees " + own.size());
        }
        own.stream()
                .filter(set -> set.getRollback().getChanges().isEmpty())
                .forEach(set -> faults.add(path + ": changeset " + set.getId() + " has no --rollback"));
    }

    private static boolean samePath(String left, String right) {
        return withoutScheme(left).equals(withoutScheme(right));
    }

    private static String withoutScheme(String path) {
        return path.replaceFirst("^classpath:", "").replaceFirst("^/", "");
    }

    private static String text(Resource file) {
        try (InputStream in = file.openInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
