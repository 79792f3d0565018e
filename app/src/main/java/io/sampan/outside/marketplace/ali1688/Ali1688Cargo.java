package io.sampan.outside.marketplace.ali1688;

import io.sampan.outside.marketplace.PurchaseRequest;
import io.sampan.outside.wire.LooseJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an order or its preview is asked with: objects are JSON inside form fields. Source: docs/sources/1688.md. */
record Ali1688Cargo(PurchaseRequest request, Ali1688Settings settings) {
    Map<String, String> preview(List<PurchaseRequest.Line> lines) {
        return Map.of(
                "flow", settings.flow(),
                "addressParam", LooseJson.write(address()),
                "cargoParamList",
                        LooseJson.write(lines.stream().map(Ali1688Cargo::cargo).toList()));
    }

    Map<String, String> order() {
        return Map.of(
                "flow", settings.flow(),
                "isvBizType", settings.bizType(),
                "outOrderId", request.reference(),
                "message", request.remark(),
                "addressParam", LooseJson.write(address()),
                "cargoParamList",
                        LooseJson.write(request.lines().stream()
                                .map(Ali1688Cargo::cargo)
                                .toList()));
    }

    private Map<String, Object> address() {
        var receiver = request.receiver();
        var address = new LinkedHashMap<String, Object>();
        address.put("fullName", receiver.name());
        address.put("mobile", receiver.mobile());
        address.put("phone", "");
        address.put("postCode", receiver.postcode());
        address.put("provinceText", receiver.province());
        address.put("cityText", receiver.city());
        address.put("areaText", receiver.district());
        address.put("townText", "");
        address.put("address", receiver.street());
        return address;
    }

    private static Map<String, Object> cargo(PurchaseRequest.Line line) {
        var cargo = new LinkedHashMap<String, Object>();
        cargo.put("offerId", Long.parseLong(line.item().itemId()));
        if (!line.orderKey().isEmpty()) {
            cargo.put("specId", line.orderKey());
        }
        cargo.put("quantity", line.quantity());
        return cargo;
    }
}
