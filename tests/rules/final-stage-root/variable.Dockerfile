FROM python:3.13-slim
ARG USER_NAME=root
USER $USER_NAME
CMD ["python"]
