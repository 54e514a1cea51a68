package city.renewal.matter;

import city.renewal.base.Vault;

/** Seals what residents give in confidence: it opens with the matter that it belongs to alone. */
record MatterSeals(Vault vault) {

    private static String phoneOf(String number) {
        return "matter.phone:" + number;
    }

    private static String reportOf(String number) {
        return "matter.report:" + number;
    }

    String sealPhone(String number, String phone) {
        return vault.seal(phone, phoneOf(number));
    }

    String openPhone(String number, String sealed) {
        return vault.open(sealed, phoneOf(number));
    }

    String sealReport(String number, String report) {
        return vault.seal(report, reportOf(number));
    }

    /** @return all that a resident wrote */
    String report(String number, MatterDao.Texts texts) {
        return texts.reportSealed() == null ? texts.report() : vault.open(texts.reportSealed(), reportOf(number));
    }
}
