package org.tallybook.kit.limit;

import io.netty.util.NetUtil;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What addresses are counted together. */
public final class Networks {

    private static final int HOUSEHOLD_BYTES = 8;

    private Networks() {}

    /** What to count requests by: an IPv4 address, or the /64 of an IPv6 address, which is one household. */
    public static String of(@Nullable String address) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return "unknown";
        }
        return HexFormat.of().formatHex(bytes, 0, bytes.length == 16 ? HOUSEHOLD_BYTES : bytes.length);
    }
}
