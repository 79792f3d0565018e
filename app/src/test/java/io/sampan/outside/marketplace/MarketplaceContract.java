package io.sampan.outside.marketplace;

/**
 * What every connector does against its simulated marketplace, whatever its wire looks like. A new one proves itself with a subclass that says where
 * it stands; cases about what it does not declare are skipped.
 */
public interface MarketplaceContract extends LookingContract, OrderingContract, OrderedContract, NewsContract {}
