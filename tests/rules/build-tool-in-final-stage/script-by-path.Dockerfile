FROM maven:3.9-eclipse-temurin-21
COPY . /code
WORKDIR /code
RUN mvn -B package
ENTRYPOINT ["./launch"]
