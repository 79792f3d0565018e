package io.sampan.outside.gateway.alipay;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.BillTable;
import io.sampan.outside.gateway.DailyBills;
import io.sampan.outside.gateway.OutNumber;
import io.sampan.outside.gateway.Told;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;

/** A day's trades, each with its fee, which only the bill tells. Source: docs/sources/alipay.md "Bills". */
final class AlipayBills extends DailyBills {
    private static final String METHOD = "alipay.data.dataservice.bill.downloadurl.query";
    private static final Charset GBK = Charset.forName("GBK");
    private static final String FIRST_TITLE = "支付宝交易号";
    private static final Pattern LINE = Pattern.compile("\\d");
    private static final int MOST_BYTES = 64 << 20;

    private final AlipayApi api;

    AlipayBills(AlipayApi api) {
        super(api.clock());
        this.api = api;
    }

    @Override
    protected Told<List<Moved>> bill(LocalDate day) {
        return switch (api.call(METHOD, Map.of("bill_type", "trade", "bill_date", day.toString()))) {
            case Told.Yes<JsonNode>(var found) ->
                fetched(found.path("bill_download_url").asString(""));
            case Told.No<JsonNode>(var code) when code.equals("isp.bill_not_exist") -> new Told.Yes<>(List.of());
            case Told.No<JsonNode>(var code) -> new Told.No<>(code);
            case Told.Later<JsonNode>(var after, var why) -> new Told.Later<>(after, why);
            case Told.Lost<JsonNode>(var why) -> new Told.Lost<>(why);
        };
    }

    private Told<List<Moved>> fetched(String address) {
        var told = api.file(URI.create(address));
        if (!(told instanceof Told.Yes<byte[]>(var zip))) {
            return told.map(_ -> List.of());
        }
        try {
            return new Told.Yes<>(read(details(zip)));
        } catch (IOException | IllegalArgumentException | DateTimeException notAsDocumented) {
            return new Told.Lost<>("A bill that is not as documented");
        }
    }

    /** Of the files in the zip, the one that is not the sums. */
    private static String details(byte[] bytes) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), GBK)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().contains("汇总")) {
                    return new String(zip.readNBytes(MOST_BYTES), GBK);
                }
            }
        }
        throw new IOException("A bill without details");
    }

    /** @throws IllegalArgumentException or DateTimeException when the bill is not as documented */
    static List<Moved> read(String bill) {
        return BillTable.read(bill, FIRST_TITLE, ",", LINE)
                .orElseThrow(() -> new IllegalArgumentException("no table"))
                .lines()
                .map(AlipayBills::moved)
                .toList();
    }

    /** What a refund gives back is below zero, as is the fee that a payment costs. */
    private static Moved moved(BillTable.Line line) {
        boolean refund = line.cell("业务类型").equals("退款");
        var number = refund ? line.cellBehindText("退款批次号/请求号") : line.cell("商户订单号");
        var fee = yuan(line.cellBehindText("服务费（元）")).negated();
        var at = LocalDateTime.parse(line.cellBehindText("完成时间"), AlipayApi.TIME)
                .atZone(SHANGHAI)
                .toInstant();
        var gross = yuan(line.cellBehindText("商家实收（元）"));
        return new Moved(OutNumber.key(number).orElse(number), gross.minus(fee), fee, at);
    }

    private static Money yuan(String text) {
        return Money.ofDecimal(new BigDecimal(text), Money.CNY);
    }
}
