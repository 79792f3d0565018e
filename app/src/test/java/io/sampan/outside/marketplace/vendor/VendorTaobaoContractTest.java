package io.sampan.outside.marketplace.vendor;

import io.sampan.outside.marketplace.MarketplaceId;

class VendorTaobaoContractTest extends VendorContract {
    VendorTaobaoContractTest() {
        super(MarketplaceId.TAOBAO);
    }
}
