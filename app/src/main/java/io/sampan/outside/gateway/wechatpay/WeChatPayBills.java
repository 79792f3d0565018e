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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A day's trades, each with its fee, which only the bill tells. Source: docs/sources/wechatpay.md "Bills". */
final class WeChatPayBills extends DailyBills {
    private static final String BILL = "/v3/bill/tradebill?bill_type=ALL&bill_date=";
    private static final String FIRST_TITLE = "交易时间";
    private static final Pattern LINE = Pattern.compile("`\\d{4}-");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /** Refunds whose money stayed, or came back. */
    private static final Set<String> NOT_GIVEN = Set.of("FAIL", "CHANGE");

    private final WeChatPayApi api;

    WeChatPayBills(WeChatPayApi api) {
        super(api.clock());
        this.api = api;
    }

    @Override
    protected Told<List<Moved>> bill(LocalDate day) {
        return switch (api.get(BILL + day)) {
            case Told.Yes<JsonNode>(var found) -> fetched(found);
            case Told.No<JsonNode>(var code) when code.equals("NO_STATEMENT_EXIST") -> new Told.Yes<>(List.of());
            case Told.No<JsonNode>(var code) -> new Told.No<>(code);
            case Told.Later<JsonNode>(var after, var why) -> new Told.Later<>(after, why);
            case Told.Lost<JsonNode>(var why) -> new Told.Lost<>(why);
        };
    }

    private Told<List<Moved>> fetched(JsonNode found) {
        var told = api.file(URI.create(found.path("download_url").asString("")));
        if (!(told instanceof Told.Yes<byte[]>(var file))) {
            return told.map(_ -> List.of());
        }
        if (!sha1(file).equalsIgnoreCase(found.path("hash_value").asString(""))) {
            return new Told.Lost<>("A bill that is not the one promised");
        }
        try {
            return new Told.Yes<>(read(new String(file, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | DateTimeException notAsDocumented) {
            return new Told.Lost<>("A bill that is not as documented");
        }
    }

    /** @throws IllegalArgumentException or DateTimeException when the bill is not as documented */
    static List<Moved> read(String bill) {
        // It begins with a mark of its byte order, and each cell with a tick.
        var text = bill.substring(Math.max(0, bill.indexOf(FIRST_TITLE)));
        return BillTable.read(text, FIRST_TITLE, ",`", LINE)
                .orElseThrow(() -> new IllegalArgumentException("no table"))
                .lines()
                .filter(line -> !NOT_GIVEN.contains(line.cellBehindText("退款状态")) || isPayment(line))
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
