package io.sampan.simulators.wallet;

import java.util.Map;

/**
 * How a wallet looks and speaks.
 *
 * @param language of its pages
 * @param colour of its head and buttons, as CSS writes it
 * @param words each {@link Word} in its language
 */
public record Brand(String name, String language, String colour, Map<Word, String> words) {
    /** What is said on a wallet's page. */
    public enum Word {
        TEST,
        PAY_WITH,
        BALANCE,
        BANK_CARD,
        EMPTY_CARD,
        CODE,
        CODE_HINT,
        PAY,
        BACK,
        NOT_ENOUGH,
        WRONG_CODE,
        CHOOSE,
        PAID,
        RETURN,
        OVER,
        NOTHING
    }

    /** A wallet that speaks English. */
    public static Brand english(String name, String colour) {
        return new Brand(
                name,
                "en",
                colour,
                Map.ofEntries(
                        Map.entry(Word.TEST, "TEST: simulated, no money moves"),
                        Map.entry(Word.PAY_WITH, "Pay with"),
                        Map.entry(Word.BALANCE, "Balance"),
                        Map.entry(Word.BANK_CARD, "Bank card; the bank asks for a code"),
                        Map.entry(Word.EMPTY_CARD, "Card without money; is declined"),
                        Map.entry(Word.CODE, "Code from your bank"),
                        Map.entry(Word.CODE_HINT, "The bank has sent " + Purse.CODE),
                        Map.entry(Word.PAY, "Pay now"),
                        Map.entry(Word.BACK, "Cancel and return to the shop"),
                        Map.entry(Word.NOT_ENOUGH, "There is not enough money on this card. Choose another."),
                        Map.entry(Word.WRONG_CODE, "That is not the code that the bank sent."),
                        Map.entry(Word.CHOOSE, "Choose what to pay with."),
                        Map.entry(Word.PAID, "Paid"),
                        Map.entry(Word.RETURN, "Return to the shop"),
                        Map.entry(Word.OVER, "This payment can no longer be made."),
                        Map.entry(Word.NOTHING, "Nothing is here.")));
    }

    /** A wallet that speaks Chinese. */
    public static Brand chinese(String name, String colour) {
        return new Brand(
                name,
                "zh",
                colour,
                Map.ofEntries(
                        Map.entry(Word.TEST, "测试：模拟支付，不会扣款"),
                        Map.entry(Word.PAY_WITH, "付款方式"),
                        Map.entry(Word.BALANCE, "余额"),
                        Map.entry(Word.BANK_CARD, "银行卡（需短信验证码）"),
                        Map.entry(Word.EMPTY_CARD, "没有余额的银行卡（会被拒绝）"),
                        Map.entry(Word.CODE, "短信验证码"),
                        Map.entry(Word.CODE_HINT, "银行已发送 " + Purse.CODE),
                        Map.entry(Word.PAY, "确认付款"),
                        Map.entry(Word.BACK, "取消并返回商家"),
                        Map.entry(Word.NOT_ENOUGH, "银行卡可用余额不足，请换一种付款方式。"),
                        Map.entry(Word.WRONG_CODE, "验证码不正确。"),
                        Map.entry(Word.CHOOSE, "请选择付款方式。"),
                        Map.entry(Word.PAID, "支付成功"),
                        Map.entry(Word.RETURN, "返回商家"),
                        Map.entry(Word.OVER, "此订单已不能付款。"),
                        Map.entry(Word.NOTHING, "没有找到此页。")));
    }

    /** The word in the wallet's language. */
    public String say(Word word) {
        return words.getOrDefault(word, word.name());
    }
}
