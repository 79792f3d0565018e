package io.sampan.simulators.alipay;

import io.sampan.simulators.alipay.Trade.Refund;
import io.sampan.simulators.kernel.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A day's trades as a zip of tables in GBK, from nine the next morning on. Source: docs/sources/alipay.md "Bills". */
final class Bills {
    private static final Charset GBK = Charset.forName("GBK");
    private static final LocalTime MADE_AT = LocalTime.of(9, 0);
    private static final long SECONDS_TO_FETCH = 30;
    private static final int MOST_READY = 1_000;
    /** 0.6 %, what a usual contract says. */
    private static final BigDecimal RATE = new BigDecimal("0.006");

    private static final String HEAD =
            "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,"
                    + "支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注";

    private record Ready(byte[] zip, Instant until) {}

    private record Row(Instant at, String text) {}

    private final Kernel kernel;
    private final Trades trades;
    private final Map<String, Ready> ready = new ConcurrentHashMap<>();

    Bills(Kernel kernel, Trades trades) {
        this.kernel = kernel;
        this.trades = trades;
    }

    /** The key under which the day's bill lies for thirty seconds. */
    String ask(JsonNode biz) {
        if (!TradeApi.needed(biz, "bill_type").equals("trade")) {
            throw Refused.argument("isv.invalid-arguments", "bill_type 只支持 trade");
        }
        LocalDate day = day(TradeApi.needed(biz, "bill_date"));
        Instant now = kernel.clock().now();
        var rows = rows(day);
        boolean made = !now.isBefore(
                day.plusDays(1).atTime(MADE_AT).atZone(Dates.SHANGHAI).toInstant());
        if (!made || rows.isEmpty()) {
            throw Refused.business("isp.bill_not_exist", "账单不存在");
        }
        ready.values().removeIf(one -> now.isAfter(one.until()));
        if (ready.size() >= MOST_READY) {
            throw Refused.business("isp.unknow-error", "系统繁忙");
        }
        String key = UUID.randomUUID().toString().replace("-", "");
        ready.put(key, new Ready(zip(day, rows), now.plusSeconds(SECONDS_TO_FETCH)));
        return key;
    }

    /** Null when nothing lies under the key any more. */
    byte @Nullable [] fetch(String key) {
        Ready one = ready.get(key);
        return one == null || kernel.clock().now().isAfter(one.until()) ? null : one.zip();
    }

    private List<Row> rows(LocalDate day) {
        return trades.all().stream()
                .flatMap(Bills::rows)
                .filter(row -> LocalDate.ofInstant(row.at(), Dates.SHANGHAI).equals(day))
                .sorted(Comparator.comparing(Row::at))
                .toList();
    }

    private static Stream<Row> rows(Trade trade) {
        Instant paid = trade.paid();
        if (paid == null) {
            return Stream.empty();
        }
        var all = new ArrayList<Row>();
        all.add(row(trade, paid, null));
        trade.refunds().forEach(refund -> all.add(row(trade, refund.at(), refund)));
        return all.stream();
    }

    private static Row row(Trade trade, Instant at, @Nullable Refund refund) {
        long fen = refund == null ? trade.terms().fen() : -refund.fen();
        var fee = BigDecimal.valueOf(fen, 2)
                .multiply(RATE)
                .setScale(2, RoundingMode.HALF_UP)
                .negate();
        var cells = List.of(
                trade.number() + "\t",
                trade.outTradeNo() + "\t",
                refund == null ? "交易" : "退款",
                trade.terms().subject(),
                Dates.text(trade.created()),
                Dates.text(at),
                "",
                "",
                "",
                "",
                "*伟(159****5620)",
                Fen.yuan(fen),
                Fen.yuan(fen),
                "0.00",
                "0.00",
                "0.00",
                "0.00",
                "0.00",
                "",
                "0.00",
                "0.00",
                refund == null ? "" : refund.request(),
                fee.toPlainString(),
                "0.00",
                "");
        return new Row(at, String.join(",", cells));
    }

    private static byte[] zip(LocalDate day, List<Row> rows) {
        String date = day.toString().replace("-", "");
        String begin = "#支付宝业务明细查询\r\n#账号：[20880000000000010156]\r\n#起始日期：[" + day + "]\r\n";
        String details = begin
                + "#-----------------------------------------业务明细列表----------------------------------------\r\n"
                + HEAD + "\r\n"
                + rows.stream().map(row -> row.text() + "\r\n").collect(Collectors.joining())
                + "#-----------------------------------------业务明细列表结束------------------------------------\r\n"
                + "#导出时间：[" + day.plusDays(1) + "]\r\n";
        String sums = begin + "门店编号,门店名称,交易订单总笔数\r\n合计,," + rows.size() + "\r\n";
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, GBK)) {
            put(zip, "20880000000000010156_" + date + "_业务明细(汇总).csv", sums);
            put(zip, "20880000000000010156_" + date + "_业务明细.csv", details);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(GBK));
        zip.closeEntry();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw Refused.argument("isv.invalid-arguments", "bill_date 格式为 yyyy-MM-dd");
        }
    }
}
