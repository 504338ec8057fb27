package org.tallybook.gateway.guard;

import io.netty.util.NetUtil;
import java.util.Arrays;

/**
 * A block of IP addresses in CIDR notation (RFC 4632, RFC 4291).
 *
 * @param network the first address, 4 or 16 bytes
 * @param bits how many leading bits count
 */
record CidrBlock(byte[] network, int bits) {

    /** @throws IllegalArgumentException if the text is no address or block; host names are not looked up */
    static CidrBlock parse(String text) {
        int slash = text.indexOf('/');
        byte[] address = NetUtil.createByteArrayFromIpAddressString(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw new IllegalArgumentException("not an IP address or CIDR block: " + text);
        }
        int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > address.length * 8) {
            throw new IllegalArgumentException("not a CIDR block: " + text);
        }
        return new CidrBlock(address, bits);
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int whole = bits / 8;
        int rest = bits % 8;
        return Arrays.equals(network, 0, whole, address, 0, whole)
                && (rest == 0 || ((network[whole] ^ address[whole]) & (0xff << (8 - rest)) & 0xff) == 0);
    }
}
