package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterViewTest {

    private static final RedisAddress ASKED = new RedisAddress("asked", 7);

    private static ClusterView view(String... lines) {
        return ClusterView.of(String.join("\n", lines), ASKED, false);
    }

    @Test
    void of_primaries_areThoseThatLive_withTheirSlots() {
        ClusterView view = view("a 10.0.0.1:1@2 myself,master - 0 0 1 connected 0-2 7",
                "b 10.0.0.2:1@2,name master - 0 0 2 connected 3-6", "c 10.0.0.3:1@2 slave a 0 0 1 connected",
                "d 10.0.0.4:1@2 master,fail - 0 0 3 disconnected 8-9", "e :0@0 master,noaddr - 0 0 3 disconnected",
                "f 10.0.0.5:1@2 master,fail? - 0 0 3 connected");

        assertThat(view.primaries()).extracting(ClusterView.Primary::address).containsExactly(new RedisAddress(
                "10.0.0.1", 1), new RedisAddress("10.0.0.2", 1), new RedisAddress("10.0.0.5", 1));
        assertThat(view.primaries().getFirst().slots().stream()).containsExactly(0, 1, 2, 7);
        assertThat(view.own()).hasValueSatisfying(own -> assertThat(own.settled()).isTrue());
        assertThat(view.isOfUse()).isTrue();
    }

    @Test
    void of_slotsOnTheMove_areNotSettled() {
        for (String moving : List.of("[5->-abc]", "[5-<-abc]")) {
            ClusterView.Primary own = view("a 10.0.0.1:1@2 myself,master - 0 0 1 connected 0-9 " + moving).own()
                    .orElseThrow();

            assertThat(own.settled()).isFalse();
            assertThat(own.slots().cardinality()).isEqualTo(10);
        }
    }

    @Test
    void of_replica_hasNoPartOfItsOwn() {
        assertThat(view("a 10.0.0.1:1@2 myself,slave b 0 0 1 connected").own()).isEmpty();
    }

    @Test
    void of_memberWithoutAnAddress_isWhereItWasAsked() {
        assertThat(view("a :6379@16379 myself,master - 0 0 1 connected 0").primaries().getFirst().address()).isEqualTo(
                new RedisAddress("asked", 6_379));
    }

    @Test
    void of_memberWithAHostName_isCalledByItWhereCertificatesAre() {
        String line = "a 10.0.0.1:1@2,one.example.org,shard-id=x myself,master - 0 0 1 connected 0";

        assertThat(ClusterView.of(line, ASKED, true).primaries().getFirst().address().host()).isEqualTo(
                "one.example.org");
        assertThat(ClusterView.of(line.replace("one.example.org", ""), ASKED, true).primaries().getFirst().address()
                .host()).isEqualTo("10.0.0.1");
        assertThat(ClusterView.of(line.replace("one.example.org,", ""), ASKED, true).primaries().getFirst().address()
                .host()).isEqualTo("10.0.0.1");
        assertThat(ClusterView.of(line, ASKED, false).primaries().getFirst().address().host()).isEqualTo("10.0.0.1");
    }

    @Test
    void of_addressOfIpv6_isTakenApart() {
        assertThat(view("a ::1:6379@16379 myself,master - 0 0 1 connected 0").primaries().getFirst().address())
                .isEqualTo(new RedisAddress("::1", 6_379));
    }
}
