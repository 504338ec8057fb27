package org.tallybook.auth.device.domain;

import java.util.Locale;
import org.tallybook.auth.peer.domain.Client;

/**
 * What stays the same about a device from one sign-in to the next: the program without its version, and the part of the
 * address that a home keeps when its provider renumbers it (an IPv4 /24, an IPv6 /48).
 */
public record DeviceTraits(String program, String neighbourhood) {

    public static DeviceTraits of(Client client) {
        String program =
                client.userAgent().replaceAll("[0-9]+([._][0-9]+)*", "").toLowerCase(Locale.ROOT);
        return new DeviceTraits(program.strip(), neighbourhood(client.address()));
    }

    private static String neighbourhood(String address) {
        if (address.indexOf(':') < 0) {
            int lastDot = address.lastIndexOf('.');
            return lastDot < 0 ? address : address.substring(0, lastDot);
        }
        return firstGroups(address, 3);
    }

    /** The first 16-bit groups of an IPv6 address; the double colon stands for as many zeros as are missing. */
    private static String firstGroups(String address, int count) {
        int gap = address.indexOf("::");
        String head = gap < 0 ? address : address.substring(0, gap);
        String[] groups = head.isEmpty() ? new String[0] : head.split(":", -1);
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int value =
                    i < groups.length && groups[i].matches("[0-9A-Fa-f]{1,4}") ? Integer.parseInt(groups[i], 16) : 0;
            prefix.append(Integer.toHexString(value)).append(':');
        }
        return prefix.toString();
    }
}
