package city.renewal.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numbers as people type them, and how much of them a list gives away. */
class TelephoneTest {

    @Test
    void takes_what_people_type_and_writes_it_in_the_usual_signs() {
        assertThat(Telephone.read(" １３８－0000－1234 ", Telephone.OF_A_PERSON, 20)).contains("138-0000-1234");
        assertThat(Telephone.read("+86 (22) 2345-6789", Telephone.OF_A_PERSON, 20)).contains("+86 (22) 2345-6789");
        assertThat(Telephone.read("110", Telephone.OF_AN_OFFICE, 32)).contains("110");
        for (String none : new String[] {"", "call me", "123456", "1-----2", "+", "138 0000 1234 or 139", "1".repeat(21),
            "13800001234;ext=1"}) {
            assertThat(Telephone.read(none, Telephone.OF_A_PERSON, 20)).as(none).isEmpty();
        }
    }

    @Test
    void dials_digits_and_the_plus() {
        assertThat(Telephone.dial("+86 (22) 2345-6789")).isEqualTo("+862223456789");
    }

    @Test
    void hides_most_of_every_number() {
        assertThat(Telephone.masked("138 0000 1234")).isEqualTo("138****1234");
        assertThat(Telephone.masked("022-2345-6789")).isEqualTo("022****6789");
        assertThat(Telephone.masked("23456789")).isEqualTo("****89");
        assertThat(Telephone.masked("022-234567")).isEqualTo("****67");
    }
}
