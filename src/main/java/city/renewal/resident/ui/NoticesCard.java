package city.renewal.resident.ui;

import city.renewal.notice.Notice;
import city.renewal.notice.NoticeWords;
import city.renewal.notice.ui.NoticeItem;
import city.renewal.resident.ResidentPage;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Notices of a project under a heading. */
final class NoticesCard extends Section {

    /** @param notices in the order in which they are shown, at least one */
    NoticesCard(String heading, List<Notice> notices, ResidentPage page, NoticeWords words) {
        addClassNames("card", "notices");
        UnorderedList list = new UnorderedList();
        list.addClassName("notice-list");
        notices.forEach(notice -> list.add(new NoticeItem(new H3(words.kind(notice)), notice, words,
                page.notices().asOf())));
        add(new H2(heading), list);
    }
}
