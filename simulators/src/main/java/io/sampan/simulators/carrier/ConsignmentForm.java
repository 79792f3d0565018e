package io.sampan.simulators.carrier;

import io.sampan.simulators.carrier.Consignment.Goods;
import io.sampan.simulators.carrier.Consignment.Receiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Reads and checks the JSON of ds.xms.order.create; every fault names its field. */
final class ConsignmentForm {
    private static final int GOODS_LIMIT = 50;
    private static final int TEXT_LIMIT = 200;
    private static final int GRAMS_LIMIT = 1_000_000;
    private static final int EDGE_LIMIT = 10_000;

    private final JsonNode json;

    ConsignmentForm(JsonNode json) {
        this.json = json;
    }

    Consignment read() {
        var size = new Size(
                (int) number("/parcel/length_mm", 1, EDGE_LIMIT), (int) number("/parcel/width_mm", 1, EDGE_LIMIT), (int)
                        number("/parcel/height_mm", 1, EDGE_LIMIT));
        return new Consignment(
                text("/ref_no", true),
                Line.of(text("/logistics_product_code", true)),
                (int) number("/parcel/weight_g", 1, GRAMS_LIMIT),
                size,
                number("/parcel/declared_value", 1, 100_000_000),
                currency(),
                dutyPrepaid(),
                battery(),
                receiver(),
                goods());
    }

    private Receiver receiver() {
        String country = text("/receiver/country", true);
        String tax = text("/receiver/tax_no", false);
        if (country.equals("KR") && !tax.matches("P\\d{12}")) {
            throw bad("/receiver/tax_no", "Korea needs a personal customs code, P and 12 digits");
        }
        if (country.equals("BR") && !tax.matches("\\d{11}")) {
            throw bad("/receiver/tax_no", "Brazil needs a CPF of 11 digits");
        }
        return new Receiver(
                text("/receiver/name", true),
                text("/receiver/phone", true),
                country,
                text("/receiver/state", false),
                text("/receiver/city", true),
                text("/receiver/street", true),
                text("/receiver/post_code", !country.equals("HK") && !country.equals("AE")),
                tax);
    }

    private List<Goods> goods() {
        JsonNode lines = json.at("/goods");
        if (!lines.isArray() || lines.isEmpty() || lines.size() > GOODS_LIMIT) {
            throw bad("/goods", "1 to " + GOODS_LIMIT + " lines");
        }
        var goods = new ArrayList<Goods>();
        for (int i = 0; i < lines.size(); i++) {
            String at = "/goods/" + i;
            String hs = text(at + "/hs_code", true);
            if (!hs.matches("\\d{6,10}")) {
                throw bad(at + "/hs_code", "6 to 10 digits");
            }
            goods.add(new Goods(
                    hs,
                    text(at + "/name_en", true),
                    (int) number(at + "/quantity", 1, 10_000),
                    number(at + "/unit_value", 1, 100_000_000)));
        }
        return List.copyOf(goods);
    }

    private String currency() {
        String currency = text("/parcel/declared_currency", true);
        if (!currency.matches("[A-Z]{3}")) {
            throw bad("/parcel/declared_currency", "three capital letters");
        }
        return currency;
    }

    private boolean dutyPrepaid() {
        return switch (text("/duty_type", true)) {
            case "P" -> true;
            case "U" -> false;
            default -> throw bad("/duty_type", "P (prepaid) or U (unpaid)");
        };
    }

    private Battery battery() {
        String word = text("/parcel/battery", false).toUpperCase(Locale.ROOT);
        for (Battery battery : Battery.values()) {
            if (battery.name().equals(word.isEmpty() ? "NONE" : word)) {
                return battery;
            }
        }
        throw bad("/parcel/battery", "none, built_in, with or pure");
    }

    private String text(String at, boolean needed) {
        String value = json.at(at).asString("").strip();
        if (needed && value.isEmpty() || value.length() > TEXT_LIMIT) {
            throw bad(at, "1 to " + TEXT_LIMIT + " characters");
        }
        return value;
    }

    private long number(String at, long least, long most) {
        JsonNode node = json.at(at);
        long value = node.isIntegralNumber() ? node.asLong() : Long.MIN_VALUE;
        if (value < least || value > most) {
            throw bad(at, "a whole number, " + least + " to " + most);
        }
        return value;
    }

    private static Refusal bad(String at, String rule) {
        return new Refusal("PARAM_INVALID", at.substring(1).replace('/', '.') + ": " + rule);
    }
}
