package io.sampan.outside.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BillTableTest {
    private static final String BILL = "#remark\nNo,Name,Sum\n1,a shirt, red,5\n2,a cup,7\n#end\n";

    @Test
    void countsFromTheEndBehindAFreeText() {
        var table = BillTable.read(BILL, "No,", ",", "#");
        assertThat(table.lines().map(line -> line.cell("No") + "=" + line.cellBehindText("Sum")))
                .containsExactly("1=5", "2=7");
        assertThatThrownBy(() -> table.lines().map(line -> line.cell("Fee")).toList())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBillThatIsCutOffIsNone() {
        for (var bill : new String[] {"", "#remark\n#end\n", BILL.substring(0, BILL.length() - 6)}) {
            assertThatThrownBy(() -> BillTable.read(bill, "No,", ",", "#"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
