package city.renewal.app;

import city.renewal.account.ui.AccessControl;
import city.renewal.base.Messages;
import city.renewal.base.ui.Translations;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletContext;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.stream.Stream;

/** Builds views by their one constructor and gives it the services it asks for. */
public final class ServiceInstantiator extends DefaultInstantiator {

    /** How Vaadin comes to this instantiator. */
    public static final class Factory implements InstantiatorFactory {
        @Override
        public Instantiator createInstantitor(VaadinService service) {
            return new ServiceInstantiator(service, ((VaadinServletContext) service.getContext()).getContext());
        }
    }

    private final transient ServletContext context;
    private final transient Messages messages = new Messages();

    /** @param context has the services by the time that the first view is asked for, which may be after Vaadin's start */
    ServiceInstantiator(VaadinService service, ServletContext context) {
        super(service);
        this.context = context;
    }

    @Override
    public Stream<VaadinServiceInitListener> getServiceInitListeners() {
        return Stream.concat(super.getServiceInitListeners(),
                Stream.of(new PageSetUp(new AccessControl(), messages)));
    }

    @Override
    public I18NProvider getI18NProvider() {
        return new Translations(messages);
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        if (!type.getName().startsWith("city.renewal.") || constructors.length != 1) {
            return super.getOrCreate(type);
        }
        Services services = Services.in(context);
        Object[] needed = Arrays.stream(constructors[0].getParameterTypes()).map(services::get).toArray();
        try {
            constructors[0].setAccessible(true);
            return type.cast(constructors[0].newInstance(needed));
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("Cannot build " + type.getName(), failed.getCause());
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException("Cannot build " + type.getName(), failed);
        }
    }
}
