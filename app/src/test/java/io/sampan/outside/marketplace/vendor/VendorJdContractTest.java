package io.sampan.outside.marketplace.vendor;

import io.sampan.outside.marketplace.MarketplaceId;

class VendorJdContractTest extends VendorContract {
    VendorJdContractTest() {
        super(MarketplaceId.JD);
    }
}
