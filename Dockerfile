FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /source
COPY . .
RUN mvn -q -DskipTests package && mkdir /data

FROM eclipse-temurin:25-jre
COPY --from=build /source/api/target/latchkey-api-1.0.0-SNAPSHOT.jar /latchkey.jar
COPY --from=build --chown=10001 /data /data
USER 10001
EXPOSE 8080
ENV JDK_JAVA_OPTIONS="-XX:+UseSerialGC -Xms512m -Xmx512m"
ENTRYPOINT ["java", "-XX:+ExitOnOutOfMemoryError", "-jar", "/latchkey.jar"]
