package org.tallybook.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworksTest {

    @Test
    void countsAHouseholdOfIpv6AsOne() {
        assertThat(Networks.of("2001:db8:1:2:3::4"))
                .isEqualTo(Networks.of("2001:db8:1:2::1"))
                .isNotEqualTo(Networks.of("2001:db8:1:3::1"));
        assertThat(Networks.of("192.0.2.1")).isNotEqualTo(Networks.of("192.0.2.2"));
    }

    @Test
    void countsWhatIsNoAddressTogether() {
        assertThat(Networks.of(null)).isEqualTo(Networks.of("localhost")).isEqualTo("unknown");
    }
}
