FROM python:3.13-slim
USER app
WORKDIR /app
USER root
CMD ["python", "app.py"]
