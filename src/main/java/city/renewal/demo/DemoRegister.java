package city.renewal.demo;

import city.renewal.base.YamlNode;
import java.util.List;

/** Makes up the register of a compound: so many floors in so many stairwells, with flats of the same sizes on each; shops may share an owner. */
final class DemoRegister {

    private DemoRegister() {
    }

    /** @return the register as a property office would hand it in */
    static String csv(YamlNode register) {
        StringBuilder csv = new StringBuilder("Building,Stairwell,Door,Floor area,Owner number\n");
        List<String> areas = register.texts("areas");
        for (String building : register.texts("buildings")) {
            for (int stairwell = 1; stairwell <= register.whole("stairwells", 1); stairwell++) {
                for (int floor = 1; floor <= register.whole("floors", 1); floor++) {
                    for (int side = 1; side <= areas.size(); side++) {
                        csv.append(building).append(',').append(stairwell).append(',').append(floor).append("0")
                                .append(side).append(',').append(areas.get(side - 1)).append(",\n");
                    }
                }
            }
        }
        for (YamlNode shop : register.nodes("shops")) {
            csv.append(shop.text("building")).append(",1,").append(shop.text("door")).append(',')
                    .append(shop.text("area")).append(',')
                    .append(shop.has("owner") ? shop.text("owner") : "").append('\n');
        }
        return csv.toString();
    }
}
