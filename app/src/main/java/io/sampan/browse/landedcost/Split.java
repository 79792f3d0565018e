package io.sampan.browse.landedcost;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits whole units so that nothing is lost or made: each gets its share rounded down, and what is left goes to the largest remainders. */
final class Split {
    private Split() {}

    /**
     * @param units zero or more
     * @param weights none negative; all zero means equal shares
     */
    static List<Long> byWeight(long units, List<Long> weights) {
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        if (sum == 0) {
            return byWeight(units, weights.stream().map(weight -> 1L).toList());
        }
        var shares = new ArrayList<Long>();
        var remainders = new ArrayList<Long>();
        for (long weight : weights) {
            var divided = BigInteger.valueOf(units)
                    .multiply(BigInteger.valueOf(weight))
                    .divideAndRemainder(BigInteger.valueOf(sum));
            shares.add(divided[0].longValueExact());
            remainders.add(divided[1].longValueExact());
        }
        long left = units - shares.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left)
                .forEach(index -> shares.set(index, shares.get(index) + 1));
        return shares;
    }
}
