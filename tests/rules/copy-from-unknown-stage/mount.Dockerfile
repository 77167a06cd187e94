FROM alpine:3.22 AS wheels
FROM python:3.13-slim
RUN --mount=type=bind,from=wheel,target=/wheels pip install /wheels/*.whl
RUN --mount=from=0,target=/wheels pip install /wheels/*.whl
