package io.sampan.outside.marketplace.vendor;

import io.sampan.outside.marketplace.MarketplaceId;

class VendorAli1688ContractTest extends VendorContract {
    VendorAli1688ContractTest() {
        super(MarketplaceId.ALI1688);
    }
}
