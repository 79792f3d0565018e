package io.sampan.outside.marketplace.vendor;

import io.sampan.outside.marketplace.MarketplaceId;

class VendorPinduoduoContractTest extends VendorContract {
    VendorPinduoduoContractTest() {
        super(MarketplaceId.PINDUODUO);
    }
}
