package city.renewal.desk.ui;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.ApiToken;
import city.renewal.account.Role;
import city.renewal.account.Tokens;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Names;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The tokens by which programs act in a person's name: the own ones, for an administrator everybody's. */
@Route(value = "desk/tokens", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/site.css")
public final class TokensView extends Main implements HasDynamicTitle {

    private final transient Tokens tokens;
    private final transient Formats formats;
    private final transient Clock clock;
    private final Actor actor = SignedIn.required();
    private final boolean everybodys = actor.is(Role.ADMINISTRATOR);
    private final Div lists = new Div();

    TokensView(Tokens tokens, Accounts accounts, Messages messages, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
        formats = new Formats(messages, getLocale(), LocalDate.now(clock));
        addClassNames("desk-page", "tokens");
        Paragraph about = new Paragraph(getTranslation("token.about"));
        about.addClassName("secondary");
        add(new H1(getTranslation("token.title")), about,
                new TokenForm(tokens, messages, actor, everybodys
                        ? accounts.all().stream().filter(account -> account.closedAt() == null).toList()
                        : List.of(), this::show), lists);
        show();
    }

    private void show() {
        lists.removeAll();
        List<ApiToken> found = everybodys ? tokens.all(actor) : tokens.own(actor);
        List<ApiToken> usable = found.stream().filter(token -> token.usable(formats.today())).toList();
        List<ApiToken> ended = found.stream().filter(token -> !token.usable(formats.today())).toList();
        lists.add(new H2(getTranslation(everybodys ? "token.list.everybody" : "token.list")));
        lists.add(usable.isEmpty() ? new Paragraph(getTranslation("token.none")) : list(usable));
        if (!ended.isEmpty()) {
            lists.add(new Details(getTranslation("token.ended", ended.size()), list(ended)));
        }
    }

    private UnorderedList list(List<ApiToken> found) {
        UnorderedList list = new UnorderedList();
        list.addClassName("missing-list");
        found.forEach(token -> list.add(item(token)));
        return list;
    }

    private ListItem item(ApiToken token) {
        Span name = new Span(token.name());
        name.addClassName("token-name");
        Div head = new Div(name, state(token));
        head.addClassName("report-line");
        if (token.usable(formats.today())) {
            Button revoke = new Button(getTranslation("token.revoke"), click -> ask(token));
            revoke.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_SMALL);
            revoke.setAriaLabel(getTranslation("token.revoke.named", token.name()));
            head.add(revoke);
        }
        Span allowed = new Span(token.allowed().stream()
                .map(scope -> TokenForm.words(this::getTranslation, scope))
                .collect(Collectors.joining(getTranslation("list.separator"))));
        Span facts = new Span(facts(token));
        facts.addClassName("secondary");
        ListItem item = new ListItem(head, allowed, facts);
        item.addClassName("card");
        return item;
    }

    private Span state(ApiToken token) {
        Span badge = new Span();
        badge.addClassName("badge");
        if (token.revokedAt() != null) {
            badge.setText(getTranslation("token.revoked", formats.moment(token.revokedAt(), clock.getZone())));
            badge.addClassName("tone-quiet");
        } else if (token.expiresOn() == null) {
            badge.setText(getTranslation("token.endless"));
            badge.addClassName("tone-warning");
        } else if (token.expired(formats.today())) {
            badge.setText(getTranslation("token.expired", formats.date(token.expiresOn())));
            badge.addClassName("tone-quiet");
        } else {
            badge.setText(getTranslation("token.until", formats.date(token.expiresOn())));
            badge.addClassName("tone-good");
        }
        return badge;
    }

    private String facts(ApiToken token) {
        String made = getTranslation("token.created", formats.moment(token.createdAt(), clock.getZone()));
        String used = token.lastUsedOn() == null ? getTranslation("token.unused")
                : getTranslation("token.used", formats.date(token.lastUsedOn()));
        return everybodys
                ? getTranslation("token.facts.everybody", token.login(), Names.of(token.owner()).in(getLocale()), made,
                        used)
                : getTranslation("token.facts", made, used);
    }

    private void ask(ApiToken token) {
        ConfirmDialog dialog = new ConfirmDialog(getTranslation("token.revoke.named", token.name()),
                getTranslation("token.revoke.sure"), getTranslation("token.revoke"), yes -> {
                    tokens.revoke(actor, token.id());
                    show();
                });
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("action.cancel"));
        dialog.open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("token.title");
    }
}
