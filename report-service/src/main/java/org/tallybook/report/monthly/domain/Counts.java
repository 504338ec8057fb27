package org.tallybook.report.monthly.domain;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often each name occurs: the most frequent first, ties by name, so that the same facts give the same order. */
final class Counts {

    private Counts() {}

    static Map<String, Integer> of(Stream<String> names) {
        Map<String, Integer> counts =
                names.collect(Collectors.toMap(name -> name, name -> 1, Integer::sum, TreeMap::new));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                Integer::sum,
                                LinkedHashMap<String, Integer>::new),
                        Collections::unmodifiableMap));
    }
}
