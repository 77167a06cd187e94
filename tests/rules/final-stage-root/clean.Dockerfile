FROM python:3.13-slim
RUN useradd --system app
WORKDIR /app
USER app
CMD ["python", "app.py"]
