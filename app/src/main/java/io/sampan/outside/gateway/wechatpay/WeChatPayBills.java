package io.sampan.outside.gateway.wechatpay;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.BillTable;
import io.sampan.outside.gateway.DailyBills;
import io.sampan.outside.gateway.OutNumber;
import io.sampan.outside.gateway.Told;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A day's trades, each with its fee, which only the bill tells. Source: docs/sources/wechatpay.md "Bills". */
final class WeChatPayBills extends DailyBills {
    private static final String BILL = "/v3/bill/tradebill?bill_type=ALL&bill_date=";
    private static final String FIRST_TITLE = "交易时间";
    /** Begins the sums behind the table. */
    private static final String AFTERWARDS = "总交易单数";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /** Refunds whose money stayed, or came back. */
    private static final Set<String> NOT_GIVEN = Set.of("FAIL", "CHANGE");

    private final WeChatPayApi api;

    WeChatPayBills(WeChatPayApi api) {
        super(api.clock(), "NO_STATEMENT_EXIST");
        this.api = api;
    }

    @Override
    protected Told<JsonNode> ask(LocalDate day) {
        return api.get(BILL + day);
    }

    @Override
    protected Told<byte[]> fetch(JsonNode told) {
        var file = api.file(URI.create(told.path("download_url").asString("")));
        return file instanceof Told.Yes<byte[]>(var bytes)
                        && !sha1(bytes).equalsIgnoreCase(told.path("hash_value").asString(""))
                ? new Told.Lost<>("A bill that is not the one promised")
                : file;
    }

    @Override
    protected List<Moved> read(byte[] file) {
        // It begins with a mark of its byte order, and each cell with a tick.
        var bill = new String(file, StandardCharsets.UTF_8);
        return BillTable.read(bill.substring(Math.max(0, bill.indexOf(FIRST_TITLE))), FIRST_TITLE, ",`", AFTERWARDS)
                .lines()
                .filter(line -> isPayment(line) || !NOT_GIVEN.contains(line.cellBehindText("退款状态")))
                .map(WeChatPayBills::moved)
                .toList();
    }

    private static boolean isPayment(BillTable.Line line) {
        return line.cell("交易状态").equals("SUCCESS");
    }

    private static Moved moved(BillTable.Line line) {
        var fee = yuan(line.cellBehindText("手续费"));
        var gross = isPayment(line)
                ? yuan(line.cell("应结订单金额"))
                : yuan(line.cell("退款金额")).negated();
        var number = line.cell(isPayment(line) ? "商户订单号" : "商户退款单号");
        var at = LocalDateTime.parse(line.cell(FIRST_TITLE).replace("`", ""), TIME)
                .atZone(SHANGHAI)
                .toInstant();
        return new Moved(OutNumber.key(number).orElse(number), gross.minus(fee), fee, at);
    }

    /** Fees are told to the fifth decimal, and moved to the second. */
    private static Money yuan(String text) {
        return Money.ofDecimal(new BigDecimal(text).setScale(2, RoundingMode.HALF_UP), Money.CNY);
    }

    private static String sha1(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(file));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
