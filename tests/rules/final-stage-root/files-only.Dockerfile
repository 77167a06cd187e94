FROM scratch
COPY dist /
