FROM scratch AS files
COPY . /
