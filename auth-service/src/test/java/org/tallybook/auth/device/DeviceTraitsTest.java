package org.tallybook.auth.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallybook.auth.device.domain.DeviceTraits;
import org.tallybook.auth.peer.domain.Client;

class DeviceTraitsTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0";

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.200",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:ffff::1",
        "2001:db8::1, 2001:db8:0:9::2",
        "::1, 0:0:0:5::"
    })
    void aHomeThatGetsAnotherAddressStaysTheSame(String one, String other) {
        assertThat(traits(one, FIREFOX)).isEqualTo(traits(other, FIREFOX));
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.7, 203.0.114.7", "2001:db8:1::1, 2001:db8:2::1", "203.0.113.7, 2001:db8:1::1"})
    void anotherNetworkIsAnotherDevice(String one, String other) {
        assertThat(traits(one, FIREFOX)).isNotEqualTo(traits(other, FIREFOX));
    }

    @Test
    void anUpdateOfTheBrowserIsNoNewDevice() {
        assertThat(traits("203.0.113.7", FIREFOX)).isEqualTo(traits("203.0.113.7", FIREFOX.replace("146", "147")));
        assertThat(traits("203.0.113.7", FIREFOX)).isNotEqualTo(traits("203.0.113.7", "curl/8.5.0"));
    }

    private static DeviceTraits traits(String address, String userAgent) {
        return DeviceTraits.of(new Client(address, userAgent));
    }
}
