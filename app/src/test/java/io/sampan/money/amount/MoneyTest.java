package io.sampan.money.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void countsInTheSmallestUnitOfItsCurrency() {
        assertThat(Money.of(1850, "EUR").decimal()).isEqualByComparingTo("18.50");
        assertThat(Money.of(1850, "JPY").decimal()).isEqualByComparingTo("1850");
        assertThat(Money.of(1850, "KWD").decimal()).isEqualByComparingTo("1.850");
    }

    @Test
    void roundsHalfUp() {
        assertThat(Money.fen(1).times(new BigDecimal("0.5"))).isEqualTo(Money.fen(1));
        assertThat(Money.fen(1).times(new BigDecimal("0.49"))).isEqualTo(Money.fen(0));
    }

    @Test
    void neverJoinsTwoCurrencies() {
        assertThatThrownBy(() -> Money.fen(1).plus(Money.of(1, "EUR"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToOverflowSilently() {
        assertThatThrownBy(() -> Money.fen(Long.MAX_VALUE).plus(Money.fen(1))).isInstanceOf(ArithmeticException.class);
    }
}
