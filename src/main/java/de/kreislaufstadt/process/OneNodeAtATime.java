package de.kreislaufstadt.process;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/**
 * Scheduled work, which one node does at a time: under a lock of the database that ends with the node's connection, whatever becomes of
 * the node. A node that comes while another one is at it leaves it to that one. Work that is done again right after it finds nothing
 * left to do, as it does after a restart.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class OneNodeAtATime {

    private static final Logger LOG = LoggerFactory.getLogger(OneNodeAtATime.class);

    private static final String LOCK = "select pg_try_advisory_lock(hashtextextended(?, 55))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended(?, 55))";

    /** Puts the lock around what {@code @EnableScheduling} calls, whoever else has enabled it. */
    @Bean
    static BeanDefinitionRegistryPostProcessor scheduledWorkUnderLocks() {
        return registry -> {
            BeanFactory beans = (BeanFactory) registry;
            RootBeanDefinition locked =
                    new RootBeanDefinition(Locked.class, () -> new Locked(beans.getBeanProvider(DataSource.class)));
            locked.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
            registry.removeBeanDefinition(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME);
            registry.registerBeanDefinition(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME, locked);
        };
    }

    /** Finds scheduled methods as the framework does, and calls them under their locks. */
    private static final class Locked extends ScheduledAnnotationBeanPostProcessor {

        private final ObjectProvider<DataSource> database;

        Locked(ObjectProvider<DataSource> database) {
            this.database = database;
        }

        @Override
        protected Runnable createRunnable(Object target, Method method, String qualifier) {
            Runnable work = super.createRunnable(target, method, qualifier);
            return AnnotatedElementUtils.hasAnnotation(method, EveryNode.class)
                    ? work
                    : () -> alone(nameOf(target, method), work, database.getObject());
        }
    }

    /** @return how the lock is called: by class and method */
    static String nameOf(Object target, Method method) {
        return AopUtils.getTargetClass(target).getName() + "." + method.getName();
    }

    /** Does the work unless another node is at it. */
    static void alone(String name, Runnable work, DataSource database) {
        try (Connection connection = database.getConnection()) {
            if (!asked(connection, LOCK, name)) {
                LOG.debug("{} läuft gerade auf einer anderen Instanz", name);
                return;
            }
            try {
                work.run();
            } finally {
                asked(connection, UNLOCK, name);
            }
        } catch (SQLException e) {
            LOG.warn("{}: die Datenbank antwortet nicht, beim nächsten Mal wieder", name, e);
        }
    }

    private static boolean asked(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
