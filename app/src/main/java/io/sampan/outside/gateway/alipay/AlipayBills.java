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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;

/** A day's trades, each with its fee, which only the bill tells. Source: docs/sources/alipay.md "Bills". */
final class AlipayBills extends DailyBills {
    private static final String METHOD = "alipay.data.dataservice.bill.downloadurl.query";
    private static final Charset GBK = Charset.forName("GBK");
    private static final String FIRST_TITLE = "支付宝交易号";
    /** Begins the remarks behind the table. A bill that is longer than we read lacks them, and is refused. */
    private static final String AFTERWARDS = "#";

    private static final int MOST_BYTES = 64 << 20;

    private final AlipayApi api;

    AlipayBills(AlipayApi api) {
        super(api.clock(), "isp.bill_not_exist");
        this.api = api;
    }

    @Override
    protected Told<JsonNode> ask(LocalDate day) {
        return api.call(METHOD, Map.of("bill_type", "trade", "bill_date", day.toString()));
    }

    @Override
    protected Told<byte[]> fetch(JsonNode told) {
        return api.file(URI.create(told.path("bill_download_url").asString("")));
    }

    @Override
    protected List<Moved> read(byte[] file) throws IOException {
        return BillTable.read(details(file), FIRST_TITLE, ",", AFTERWARDS)
                .lines()
                .map(AlipayBills::moved)
                .toList();
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
