package io.sampan.simulators.alipay;

import java.math.BigDecimal;

/** Amounts as Alipay writes them: yuan with two decimals. */
final class Fen {
    private Fen() {}

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** Refuses what is no amount between 0.01 and 100,000,000. Source: docs/sources/alipay.md "Amounts". */
    static long of(String yuan) {
        if (!yuan.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            throw Refused.argument("ACQ.INVALID_PARAMETER", "金额格式错误");
        }
        long fen = new BigDecimal(yuan).movePointRight(2).longValueExact();
        if (fen < 1 || fen > 10_000_000_000L) {
            throw Refused.business("ACQ.TOTAL_FEE_EXCEED", "订单总金额不在允许范围内");
        }
        return fen;
    }
}
