package io.sampan.simulators.carrier;

import static io.sampan.simulators.kernel.Html.escape;

/** The label, 100 by 150 mm, with the number as Code 39. */
final class Label {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";
    /** Code 39 by character: nine elements, bars and spaces in turn, w wide and n narrow. Source: ISO/IEC 16388. */
    private static final String[] PATTERNS = {
        "nnnwwnwnn", "wnnwnnnnw", "nnwwnnnnw", "wnwwnnnnn", "nnnwwnnnw", "wnnwwnnnn", "nnwwwnnnn", "nnnwnnwnw",
        "wnnwnnwnn", "nnwwnnwnn", "wnnnnwnnw", "nnwnnwnnw", "wnwnnwnnn", "nnnnwwnnw", "wnnnwwnnn", "nnwnwwnnn",
        "nnnnnwwnw", "wnnnnwwnn", "nnwnnwwnn", "nnnnwwwnn", "wnnnnnnww", "nnwnnnnww", "wnwnnnnwn", "nnnnwnnww",
        "wnnnwnnwn", "nnwnwnnwn", "nnnnnnwww", "wnnnnnwwn", "nnwnnnwwn", "nnnnwnwwn", "wwnnnnnnw", "nwwnnnnnw",
        "wwwnnnnnn", "nwnnwnnnw", "wwnnwnnnn", "nwwnwnnnn", "nwnnwnwnn"
    };

    private Label() {}

    static String svg(Parcel parcel) {
        var consignment = parcel.consignment();
        var to = consignment.receiver();
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="150mm" viewBox="0 0 400 600" font-family="sans-serif">
                <rect x="2" y="2" width="396" height="596" fill="#fff" stroke="#000" stroke-width="3"/>
                <text x="20" y="48" font-size="30" font-weight="700">%s</text><text x="380" y="48" font-size="30" text-anchor="end">%s</text>
                <path d="M2 66H398M2 400H398M2 520H398" stroke="#000" stroke-width="2"/>
                <text x="20" y="100" font-size="14">TO</text><text x="20" y="132" font-size="22" font-weight="700">%s</text>
                <text x="20" y="164" font-size="18">%s</text><text x="20" y="190" font-size="18">%s %s</text>
                <text x="20" y="216" font-size="18">%s %s</text><text x="20" y="248" font-size="16">%s</text>
                <text x="20" y="310" font-size="16">%d g · %d × %d × %d mm · %s</text><text x="20" y="336" font-size="14">Ref %s</text>
                %s<text x="200" y="508" font-size="19" text-anchor="middle" font-family="monospace">%s</text>
                <text x="20" y="556" font-size="14">SIMULATED: not a postage label</text></svg>
                """.formatted(
                        consignment.line(),
                        escape(to.country()),
                        escape(to.name()),
                        escape(to.street()),
                        escape(to.postCode()),
                        escape(to.city()),
                        escape(to.state()),
                        escape(to.country()),
                        escape(to.phone()),
                        consignment.grams(),
                        consignment.size().length(),
                        consignment.size().width(),
                        consignment.size().height(),
                        consignment.dutyPrepaid() ? "DDP" : "DDU",
                        escape(consignment.ref()),
                        bars("*" + parcel.number() + "*"),
                        parcel.number());
    }

    private static String bars(String text) {
        double narrow = 360.0 / (text.length() * 16);
        double x = 20;
        var path = new StringBuilder("<g fill=\"#000\">");
        for (char c : text.toCharArray()) {
            String pattern = PATTERNS[ALPHABET.indexOf(c)];
            for (int i = 0; i < pattern.length(); i++) {
                double width = pattern.charAt(i) == 'w' ? narrow * 3 : narrow;
                if (i % 2 == 0) {
                    path.append(String.format(
                            java.util.Locale.ROOT,
                            "<rect x=\"%.2f\" y=\"412\" width=\"%.2f\" height=\"74\"/>",
                            x,
                            width));
                }
                x += width;
            }
            x += narrow;
        }
        return path.append("</g>").toString();
    }
}
