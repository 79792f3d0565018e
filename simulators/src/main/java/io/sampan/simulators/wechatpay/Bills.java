package io.sampan.simulators.wechatpay;

import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.wechatpay.Transaction.Refund;
import io.sampan.simulators.wechatpay.Transaction.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A day's trades as a file, from nine the next morning on. Source: docs/sources/wechatpay.md "Bills". */
final class Bills {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final LocalTime MADE_AT = LocalTime.of(9, 0);
    private static final int MONTHS = 3;
    private static final long MINUTES_TO_FETCH = 5;
    private static final int MOST_TOKENS = 1_000;
    /** 0.60 %, what a usual contract says. */
    private static final BigDecimal RATE = new BigDecimal("0.006");

    private static final String HEAD = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,"
            + "应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";
    private static final String TOTALS = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";

    /** The file begins with it. */
    private static final char BYTE_ORDER_MARK = 0xFEFF;

    private record Ready(String text, Instant until) {}

    private record Row(Instant at, List<String> cells, long fen, long backFen, BigDecimal fee) {}

    private final Kernel kernel;
    private final Transactions transactions;
    private final Map<String, Ready> ready = new ConcurrentHashMap<>();

    Bills(Kernel kernel, Transactions transactions) {
        this.kernel = kernel;
        this.transactions = transactions;
    }

    /** Where the day's bill lies for five minutes. @param base of the service */
    ObjectNode ask(Map<String, String> query, String base) {
        LocalDate day = day(query.getOrDefault("bill_date", ""));
        if (!query.getOrDefault("bill_type", "ALL").equals("ALL")) {
            throw Refused.parameter("bill_type 只支持 ALL");
        }
        Instant now = kernel.clock().now();
        ZonedDateTime made = day.plusDays(1).atTime(MADE_AT).atZone(SHANGHAI);
        if (now.isBefore(made.toInstant())) {
            throw new Refused(400, "STATEMENT_CREATING", "账单生成中，请稍后再试");
        }
        if (day.isBefore(LocalDate.ofInstant(now, SHANGHAI).minusMonths(MONTHS))) {
            throw Refused.parameter("仅支持三个月内的账单下载申请");
        }
        var rows = rows(day);
        if (rows.isEmpty()) {
            throw new Refused(400, "NO_STATEMENT_EXIST", "账单不存在");
        }
        String text = text(rows);
        String token = UUID.randomUUID().toString().replace("-", "");
        ready.values().removeIf(one -> now.isAfter(one.until()));
        if (ready.size() >= MOST_TOKENS) {
            throw new Refused(429, "FREQUENCY_LIMITED", "频率超限");
        }
        ready.put(token, new Ready(text, now.plusSeconds(MINUTES_TO_FETCH * 60)));
        return Json.object()
                .put("download_url", base + "/v3/billdownload/file?token=" + token)
                .put("hash_type", "SHA1")
                .put("hash_value", sha1(text));
    }

    String fetch(String token) {
        Ready one = ready.get(token);
        if (one == null || kernel.clock().now().isAfter(one.until())) {
            throw new Refused(400, "PARAM_ERROR", "token 无效或已过期");
        }
        return one.text();
    }

    private List<Row> rows(LocalDate day) {
        return transactions.all().stream()
                .flatMap(Bills::rows)
                .filter(row -> LocalDate.ofInstant(row.at(), SHANGHAI).equals(day))
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
    }

    private static Stream<Row> rows(Transaction one) {
        Instant paid = one.paid();
        if (paid == null) {
            return Stream.empty();
        }
        var all = new ArrayList<Row>();
        all.add(row(one, paid, null));
        one.refunds().forEach(refund -> all.add(row(one, refund.at(), refund)));
        return all.stream();
    }

    private static Row row(Transaction one, Instant at, @Nullable Refund refund) {
        long fen = refund == null ? one.terms().fen() : 0;
        long back = refund == null ? 0 : refund.fen();
        boolean stays = refund != null && refund.status() == Status.ABNORMAL;
        BigDecimal fee = fee(fen).subtract(stays ? BigDecimal.ZERO : fee(back));
        var cells = List.of(
                TIME.format(at.atZone(SHANGHAI)),
                one.terms().appId(),
                Signing.MCH_ID,
                "0",
                "",
                String.valueOf(one.number()),
                one.outTradeNo(),
                "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
                one.terms().kind().equals("h5") ? "MWEB" : "NATIVE",
                refund == null ? "SUCCESS" : "REFUND",
                "OTHERS",
                "CNY",
                yuan(fen),
                "0.00",
                refund == null ? "0" : refund.id(),
                refund == null ? "0" : refund.request(),
                yuan(back),
                "0.00",
                refund == null ? "" : "ORIGINAL",
                refund == null ? "" : told(refund.status()),
                one.terms().description(),
                one.terms().attach(),
                fee.setScale(5).toPlainString(),
                "0.60%",
                yuan(fen),
                yuan(back),
                "");
        return new Row(at, cells, fen, back, fee);
    }

    private static String told(Status status) {
        return status == Status.ABNORMAL ? "CHANGE" : status.name();
    }

    private static String text(List<Row> rows) {
        var lines = new ArrayList<String>();
        lines.add(HEAD);
        rows.forEach(row -> lines.add(ticked(row.cells())));
        lines.add(TOTALS);
        String back = yuan(rows.stream().mapToLong(Row::backFen).sum());
        String sum = yuan(rows.stream().mapToLong(Row::fen).sum());
        var fees = rows.stream().map(Row::fee).reduce(BigDecimal.ZERO, BigDecimal::add);
        lines.add(ticked(List.of(
                String.valueOf(rows.size()), sum, back, "0.00", fees.setScale(5).toPlainString(), sum, back)));
        return BYTE_ORDER_MARK + String.join("\r\n", lines) + "\r\n";
    }

    private static String ticked(List<String> cells) {
        return cells.stream().map(cell -> "`" + cell).collect(Collectors.joining(","));
    }

    private static BigDecimal fee(long fen) {
        return BigDecimal.valueOf(fen, 2).multiply(RATE).setScale(2, RoundingMode.HALF_UP);
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw Refused.parameter("bill_date 格式为 yyyy-MM-DD");
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
