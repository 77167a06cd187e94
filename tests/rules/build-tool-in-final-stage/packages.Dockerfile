FROM python:3.13-slim AS base
RUN apt-get update \
 && apt-get install -y --no-install-recommends build-essential libpq-dev gcc-12=12.2.0-14 \
 && rm -rf /var/lib/apt/lists/*

FROM base
COPY requirements.txt .
RUN pip install -r requirements.txt
CMD ["python", "app.py"]
