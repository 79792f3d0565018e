package io.sampan.simulators.world;

/**
 * A seller.
 *
 * @param id          its number
 * @param marketplace where it sells
 * @param name        as shown, Chinese
 * @param loginId     the seller's account name
 * @param openId      the opaque id that open platforms show
 * @param brand       its own brand
 * @param province    where it sends from
 * @param city        where it sends from
 * @param tmall       a Tmall flagship shop rather than a Taobao one
 * @param selfRun     JD itself rather than a shop on its platform
 */
public record Shop(
        long id,
        Marketplace marketplace,
        String name,
        String loginId,
        String openId,
        Word brand,
        String province,
        String city,
        boolean tmall,
        boolean selfRun) {}
