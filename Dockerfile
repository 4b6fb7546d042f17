# Takes the jar that "./mvnw package" has built. The layers change as rarely as what is in them.
FROM eclipse-temurin:17-jre AS layers
WORKDIR /build
COPY target/kreislaufstadt-*.jar kreislaufstadt.jar
RUN java -Djarmode=tools -jar kreislaufstadt.jar extract --layers --destination layers

# One start on a database that is thrown away: Java writes down the classes it has loaded, for the same Java and the same jars.
FROM postgres:17 AS training
COPY --from=layers /opt/java/openjdk /opt/java/openjdk
ENV PATH=/opt/java/openjdk/bin:$PATH
WORKDIR /opt/kreislaufstadt
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
COPY src/main/docker/train.sh src/main/docker/training.yaml src/main/docker/java.options /training/
RUN install --directory --owner=postgres /archive
USER postgres
RUN /training/train.sh kreislaufstadt.jar /archive/kreislaufstadt.jsa

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 kreislaufstadt \
    && useradd --system --uid 10001 --gid kreislaufstadt --no-create-home --shell /usr/sbin/nologin kreislaufstadt
WORKDIR /opt/kreislaufstadt
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
COPY --from=training /archive/kreislaufstadt.jsa ./
COPY src/main/docker/java.options ./
USER 10001:10001
# Without it every thread may have memory of the C library for itself.
ENV MALLOC_ARENA_MAX=2
EXPOSE 8080
# The base image promises no HTTP client, but its shell can speak enough of it.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${MANAGEMENT_SERVER_PORT:-$((${SERVER_PORT:-8080} + 1))} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "@java.options", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-XX:SharedArchiveFile=kreislaufstadt.jsa", "-jar", "kreislaufstadt.jar"]
